import { plainCaption } from '../../core/cues.ts'
import { labelOf, languageTag } from '../labelOf.ts'
import type { OwnCue } from '../ownCaptions.ts'
import { childrenOf, elementAt, numberIn, vint, Window, type Element } from './ebml.ts'
import { tidyChapters, type Chapter, type FilmText } from './filmText.ts'
import type { FilmBytes } from './readFilm.ts'

/*
 * Captions and chapters of Matroska and WebM (RFC 9559). Libraries that know these read every byte of the film for it;
 * here the heads of its blocks are read, from the index on, and nothing of its pictures and sounds.
 */

const SEGMENT = 0x18538067
const SEEK_HEAD = 0x114d9b74
const INFO = 0x1549a966
const TRACKS = 0x1654ae6b
const CUES = 0x1c53bb6b
const CHAPTERS = 0x1043a770
const CLUSTER = 0x1f43b675

const SIMPLE_BLOCK = 0xa3
const BLOCK_GROUP = 0xa0

/** Bytes of a table; a film of ten hours has less. */
const LONGEST_TABLE = 16_000_000
/** Elements before the first cluster, and blocks that are passed for one part of the captions. */
const MOST_ELEMENTS = 1_000
const MOST_BLOCKS = 50_000
const LONGEST_CAPTION = 65_536
const MOST_TRACKS = 40

/** Seconds by which a caption may begin before the moment that is looked for. */
const EARLIER = 15
/** Seconds that a cluster lasts at most: its blocks tell their time by 16 bits of milliseconds. */
const LONGEST_CLUSTER = 66

interface TextTrack {
  readonly id: number
  readonly codec: string
  readonly language: string
  readonly name: string
  /** What was taken off the beginning of each block; null where they are compressed. */
  readonly prefix: Uint8Array | null
}

interface Places {
  readonly scale: number
  readonly tracks: readonly TextTrack[]
  readonly chapters: readonly Chapter[]
  /** Clusters of the index, by their times. */
  readonly index: readonly { readonly time: number; readonly at: number }[]
  readonly firstCluster: number
}

/** Null where it is no Matroska, or has neither captions that are text nor chapters. */
export async function matroskaText(bytes: FilmBytes): Promise<FilmText | null> {
  const places = await placesIn(bytes)
  if (!places || (places.tracks.length === 0 && places.chapters.length === 0)) return null
  return {
    captions: places.tracks.map(({ id, language, name }) => ({
      id,
      language,
      label: name === '' ? labelOf(language, String(id)) : name,
    })),
    chapters: places.chapters,
    cues: (id, from, to) => cuesIn(new Window(bytes), places, id, from, to),
  }
}

async function placesIn(bytes: FilmBytes): Promise<Places | null> {
  const window = new Window(bytes)
  const header = await elementAt(window, 0)
  const segment = header?.id === 0x1a45dfa3 ? await elementAt(window, header.end) : null
  if (segment?.id !== SEGMENT) return null
  const found = new Map<number, Element>()
  const sought = new Map<number, number>()
  let firstCluster = Infinity
  for (
    let at = segment.at, count = 0;
    at < Math.min(segment.end, bytes.size) && count < MOST_ELEMENTS;
    count++
  ) {
    const element = await elementAt(window, at)
    if (!element || element.id === CLUSTER) {
      firstCluster = at
      break
    }
    found.set(element.id, element)
    if (element.id === SEEK_HEAD) seeksIn(await contentOf(bytes, element), segment.at, sought)
    at = element.end
  }
  const tableOf = async (id: number) => {
    const place = sought.get(id)
    const element = found.get(id) ?? (place === undefined ? null : await elementAt(window, place))
    return element?.id === id ? contentOf(bytes, element) : new Uint8Array()
  }
  const scale = scaleIn(await tableOf(INFO))
  const tracks = tracksIn(await tableOf(TRACKS))
  return {
    scale,
    tracks,
    chapters: tidyChapters(chaptersIn(await tableOf(CHAPTERS))),
    index: tracks.length === 0 ? [] : indexIn(await tableOf(CUES), segment.at, scale),
    firstCluster,
  }
}

async function contentOf(bytes: FilmBytes, { at, end }: Element): Promise<Uint8Array> {
  return end - at > LONGEST_TABLE ? new Uint8Array() : bytes.read(at, end)
}

function seeksIn(content: Uint8Array, base: number, sought: Map<number, number>): void {
  for (const { id, data } of childrenOf(content)) {
    if (id !== 0x4dbb) continue
    const entry = new Map([...childrenOf(data)].map((child) => [child.id, child.data]))
    const [target, position] = [entry.get(0x53ab), entry.get(0x53ac)]
    if (target && position) sought.set(numberIn(target), base + numberIn(position))
  }
}

function scaleIn(content: Uint8Array): number {
  for (const { id, data } of childrenOf(content)) if (id === 0x2ad7b1) return numberIn(data) / 1e9
  return 0.001
}

function tracksIn(content: Uint8Array): TextTrack[] {
  const tracks: TextTrack[] = []
  for (const { id, data } of childrenOf(content)) {
    if (id !== 0xae || tracks.length >= MOST_TRACKS) continue
    const entry = new Map([...childrenOf(data)].map((child) => [child.id, child.data]))
    const codec = textIn(entry.get(0x86))
    const number = numberIn(entry.get(0xd7) ?? new Uint8Array())
    const prefix = prefixIn(entry.get(0x6d80))
    // Pictures of captions (PGS, VobSub) are none that a browser shows.
    if (!/^(S_TEXT\/(UTF8|ASCII|ASS|SSA|WEBVTT)|D_WEBVTT\/SUBTITLES)$/.test(codec) || prefix === undefined)
      continue
    const language = languageTag(textIn(entry.get(0x22b59d)) || textIn(entry.get(0x22b59c)) || 'eng')
    tracks.push({ id: number, codec, language, name: textIn(entry.get(0x536e)), prefix })
  }
  return tracks
}

/** Blocks as they are, without a common beginning, or (null) deflated; undefined for any other way to pack them. */
function prefixIn(encodings: Uint8Array | undefined): Uint8Array | null | undefined {
  if (!encodings) return new Uint8Array()
  const [only, ...others] = [...childrenOf(encodings)]
  const encoding = new Map(
    [...childrenOf(only?.data ?? new Uint8Array())].map((child) => [child.id, child.data]),
  )
  const packed = encoding.get(0x5034)
  if (others.length > 0 || !packed) return undefined
  const settings = new Map([...childrenOf(packed)].map((child) => [child.id, child.data]))
  const way = numberIn(settings.get(0x4254) ?? new Uint8Array())
  if (way === 3) return settings.get(0x4255) ?? new Uint8Array()
  return way === 0 ? null : undefined
}

function chaptersIn(content: Uint8Array): Chapter[] {
  // Of several editions the first one is what is meant.
  const [edition] = [...childrenOf(content)].filter(({ id }) => id === 0x45b9)
  if (!edition) return []
  const chapters: Chapter[] = []
  for (const { id, data } of childrenOf(edition.data)) {
    if (id !== 0xb6) continue
    const atom = new Map([...childrenOf(data)].reverse().map((child) => [child.id, child.data]))
    const display = new Map(
      [...childrenOf(atom.get(0x80) ?? new Uint8Array())].map((child) => [child.id, child.data]),
    )
    const isHidden = numberIn(atom.get(0x98) ?? new Uint8Array()) === 1
    const at = numberIn(atom.get(0x91) ?? new Uint8Array()) / 1e9
    if (!isHidden) chapters.push({ at, title: textIn(display.get(0x85)) })
  }
  return chapters
}

function indexIn(content: Uint8Array, base: number, scale: number): Places['index'] {
  const index: { time: number; at: number }[] = []
  for (const { id, data } of childrenOf(content)) {
    if (id !== 0xbb) continue
    const point = new Map([...childrenOf(data)].map((child) => [child.id, child.data]))
    const place = new Map(
      [...childrenOf(point.get(0xb7) ?? new Uint8Array())].map((child) => [child.id, child.data]),
    )
    const [time, at] = [point.get(0xb3), place.get(0xf1)]
    if (time && at) index.push({ time: numberIn(time) * scale, at: base + numberIn(at) })
  }
  return index.sort((left, right) => left.time - right.time)
}

/** Walks the blocks from the cluster that the index names, and takes those of one track. */
async function cuesIn(
  window: Window,
  { scale, tracks, index, firstCluster }: Places,
  id: number,
  from: number,
  to: number,
): Promise<OwnCue[]> {
  const track = tracks.find((each) => each.id === id)
  if (!track) return []
  const cues: OwnCue[] = []
  let cluster = 0
  let clusterEnd = Infinity
  let at = index.findLast(({ time }) => time <= from - EARLIER)?.at ?? firstCluster
  for (let count = 0; at < window.size && count < MOST_BLOCKS; count++) {
    const element = await elementAt(window, at)
    if (!element) break
    at = element.end
    if (element.id === CLUSTER) {
      clusterEnd = element.end
      at = element.at
    } else if (element.id === 0xe7) {
      cluster = numberIn(await window.read(element.at, Math.min(8, element.end - element.at))) * scale
      if (cluster > to) break
      // Without an index, what is long before is passed over as a whole.
      if (cluster < from - EARLIER - LONGEST_CLUSTER && clusterEnd < Infinity) at = clusterEnd
    } else if (element.id === SIMPLE_BLOCK || element.id === BLOCK_GROUP) {
      const block = await blockIn(window, element, track)
      const start = cluster + (block?.time ?? 0) * scale
      if (block && start <= to) {
        const text = textOf(track, new TextDecoder().decode(await unpacked(track, block.data)))
        cues.push({ from: start, to: start + (block.duration ?? 5 / scale) * scale, text })
      }
    } else if (element.end === Infinity) break
  }
  return cues
}

interface Block {
  /** From its cluster on. */
  readonly time: number
  readonly duration: number | null
  readonly data: Uint8Array
}

/** A block of that track; null for any other, whose content is not read. */
async function blockIn(window: Window, element: Element, track: TextTrack): Promise<Block | null> {
  let { at, end } = element
  let duration: number | null = null
  if (element.id === BLOCK_GROUP) {
    const block = await elementAt(window, at)
    if (block?.id !== 0xa1) return null
    const isShort = end - at <= LONGEST_CAPTION
    if (isShort && (await isOf(window, block, track))) {
      const rest = await window.read(block.end, end - block.end)
      for (const child of childrenOf(rest)) if (child.id === 0x9b) duration = numberIn(child.data)
    }
    ;({ at, end } = block)
  }
  if (end - at > LONGEST_CAPTION || !(await isOf(window, { id: 0, at, end }, track))) return null
  const content = await window.read(at, end - at)
  const length = vint(content)?.length ?? 1
  const time = new DataView(content.buffer, content.byteOffset, content.length).getInt16(length)
  return { time, duration, data: content.slice(length + 3) }
}

async function isOf(window: Window, { at, end }: Element, track: TextTrack): Promise<boolean> {
  return end - at > 4 && vint(await window.read(at, 4))?.value === track.id
}

async function unpacked({ prefix }: TextTrack, data: Uint8Array): Promise<Uint8Array> {
  if (prefix) {
    const whole = new Uint8Array(prefix.length + data.length)
    whole.set(prefix)
    whole.set(data, prefix.length)
    return whole
  }
  const parts = new Blob([new Uint8Array(data)]).stream().pipeThrough(new DecompressionStream('deflate'))
  const reader = parts.getReader()
  const { value } = await reader.read().catch(() => ({ value: undefined }))
  await reader.cancel().catch(() => undefined)
  return value?.subarray(0, LONGEST_CAPTION) ?? new Uint8Array()
}

/** As WebVTT has it. */
function textOf({ codec }: TextTrack, text: string): string {
  // Its columns are those of a file, but for the times: the text is the ninth, and may have commas.
  if (/\/(ASS|SSA)$/.test(codec))
    return plainCaption(
      text
        .split(',')
        .slice(8)
        .join(',')
        .replaceAll(/\\[Nn]/g, '\n'),
    )
  // WebM has an identifier and settings before the text, a line each.
  if (codec.startsWith('D_')) return text.split('\n').slice(2).join('\n').trim()
  return codec.endsWith('WEBVTT') ? text.trim() : plainCaption(text)
}

function textIn(data: Uint8Array | undefined): string {
  return data ? new TextDecoder().decode(data.subarray(0, 1000)).replace(/\0+$/, '') : ''
}
