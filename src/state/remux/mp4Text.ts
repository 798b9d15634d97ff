import { displayText } from '../../core/displayText.ts'
import { labelOf, languageTag } from '../labelOf.ts'
import type { OwnCue } from '../ownCaptions.ts'
import { MOST_CHAPTERS, tidyChapters, type Chapter, type FilmText } from './filmText.ts'
import type { FilmBytes } from './readFilm.ts'

/*
 * Captions and chapters of MP4 and QuickTime (ISO/IEC 14496-12, 14496-17, 14496-30): from the tables of the film's
 * head, each caption from its own place in the file.
 */

/** Bytes; the tables of a film of ten hours take less. */
const LONGEST_HEAD = 32_000_000
const MOST_BOXES = 10_000
const MOST_SAMPLES = 100_000
const LONGEST_SAMPLE = 65_536
const MOST_TRACKS = 40
/** Captions that are read at a time. */
const MOST_AT_ONCE = 500

interface Box {
  readonly type: string
  readonly data: DataView<ArrayBuffer>
}

interface Sample {
  readonly from: number
  readonly to: number
  readonly at: number
  readonly size: number
}

interface TextTrack {
  readonly id: number
  readonly language: string
  readonly name: string
  /** `tx3g`, `text`, `wvtt` */
  readonly format: string
  readonly samples: readonly Sample[]
}

/** Null where it is no MP4, or has neither captions that are text nor chapters. */
export async function mp4Text(bytes: FilmBytes): Promise<FilmText | null> {
  const head = await headOf(bytes)
  if (!head) return null
  const boxes = boxesIn(head)
  const traks = boxes.filter(({ type }) => type === 'trak')
  const chapterIds = new Set(traks.flatMap(({ data }) => chaptersOf(data)))
  const tracks = traks
    .slice(0, 1000)
    .flatMap(({ data }) => textTrack(data))
    .slice(0, MOST_TRACKS)
  const captions = tracks.filter(({ id }) => !chapterIds.has(id))
  const titles = tracks.find(({ id }) => chapterIds.has(id))
  const chapters = titles ? await titlesIn(bytes, titles) : neroChapters(boxes)
  if (captions.length === 0 && chapters.length === 0) return null
  return {
    captions: captions.map(({ id, language, name }) => ({
      id,
      language,
      label: name === '' ? labelOf(language, String(id)) : name,
    })),
    chapters: tidyChapters(chapters),
    cues: async (id, from, to) => {
      const track = captions.find((each) => each.id === id)
      return track ? cuesIn(bytes, track, from, to, MOST_AT_ONCE) : []
    },
  }
}

/** The content of the box that says what is in the film, wherever it lies. */
async function headOf(bytes: FilmBytes): Promise<DataView<ArrayBuffer> | null> {
  let at = 0
  for (let count = 0; count < MOST_BOXES && at + 8 <= bytes.size; count++) {
    const head = new DataView((await bytes.read(at, at + 16)).buffer)
    if (head.byteLength < 8) return null
    const type = typeAt(head, 4)
    const [size, skip] = sizeOf(head, 0, bytes.size - at)
    if (count === 0 && !/^(ftyp|moov|free|skip|wide|mdat|pnot)$/.test(type)) return null
    if (size < skip) return null
    if (type === 'moov') {
      return size > LONGEST_HEAD ? null : new DataView((await bytes.read(at + skip, at + size)).buffer)
    }
    at += size
  }
  return null
}

/** Of the box that begins there, with its head, and of its head alone. */
function sizeOf(view: DataView, at: number, rest: number): [size: number, head: number] {
  const size = view.getUint32(at)
  if (size === 1) return [at + 16 <= view.byteLength ? Number(view.getBigUint64(at + 8)) : 0, 16]
  return [size === 0 ? rest : size, 8]
}

function boxesIn(view: DataView<ArrayBuffer>, from = 0): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= view.byteLength && boxes.length < MOST_BOXES;) {
    const [size, head] = sizeOf(view, at, view.byteLength - at)
    if (size < head || at + size > view.byteLength) break
    boxes.push({
      type: typeAt(view, at + 4),
      data: new DataView(view.buffer, view.byteOffset + at + head, size - head),
    })
    at += size
  }
  return boxes
}

function inside(
  view: DataView<ArrayBuffer> | undefined,
  ...path: string[]
): DataView<ArrayBuffer> | undefined {
  let found = view
  for (const type of path) found = found && boxesIn(found).find((box) => box.type === type)?.data
  return found
}

function typeAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))
}

/** Tracks that hold the titles of this one's chapters. */
function chaptersOf(trak: DataView<ArrayBuffer>): number[] {
  const chap = inside(trak, 'tref', 'chap')
  return chap ? numbersIn(chap, 0, Math.min(8, chap.byteLength >> 2)) : []
}

function textTrack(trak: DataView<ArrayBuffer>): TextTrack[] {
  const [header, media] = [inside(trak, 'tkhd'), inside(trak, 'mdia')]
  const [handler, clock] = [inside(media, 'hdlr'), inside(media, 'mdhd')]
  const tables = inside(media, 'minf', 'stbl')
  const description = inside(tables, 'stsd')
  if (!header || !handler || !clock || !tables || !description || description.byteLength < 16) return []
  if (header.byteLength < 24 || handler.byteLength < 12 || clock.byteLength < 24) return []
  const format = typeAt(description, 12)
  if (!/^(sbtl|subt|text|clcp)$/.test(typeAt(handler, 8)) || !/^(tx3g|text|wvtt)$/.test(format)) return []
  const isLong = clock.getUint8(0) === 1
  if (isLong && clock.byteLength < 34) return []
  const scale = clock.getUint32(isLong ? 20 : 12)
  return [
    {
      id: header.getUint32(header.getUint8(0) === 1 ? 20 : 12),
      language: languageTag(packedLanguage(clock.getUint16(isLong ? 32 : 20))),
      name: nameOf(handler),
      format,
      samples: scale > 0 ? samplesIn(tables, scale) : [],
    },
  ]
}

/** Languages of QuickTime by its own numbers, as far as many films have them. */
const QUICKTIME: Readonly<Record<number, string>> = {
  ...{ 0: 'en', 1: 'fr', 2: 'de', 3: 'it', 4: 'nl', 5: 'sv', 6: 'es', 7: 'da', 8: 'pt', 9: 'no', 10: 'he' },
  ...{ 11: 'ja', 12: 'ar', 13: 'fi', 14: 'el', 17: 'tr', 19: 'zh-Hant', 21: 'hi', 23: 'ko', 25: 'pl' },
  ...{ 26: 'hu', 32: 'ru', 33: 'zh-Hans', 38: 'cs', 45: 'uk' },
}

/** Three letters of five bits (ISO 639-2), or below these a number of QuickTime's. */
function packedLanguage(code: number): string {
  if (code < 0x400) return QUICKTIME[code] ?? ''
  return String.fromCharCode(...[10, 5, 0].map((shift) => ((code >> shift) & 31) + 0x60))
}

/** What the maker called the track; what programs write there by themselves tells nothing. */
function nameOf(handler: DataView<ArrayBuffer>): string {
  const name = decoded(new Uint8Array(handler.buffer, handler.byteOffset, handler.byteLength).subarray(24))
  return /handler|media/i.test(name) ? '' : displayText(name).slice(0, 100)
}

function samplesIn(tables: DataView<ArrayBuffer>, scale: number): Sample[] {
  const [times, sizes, chunks] = [inside(tables, 'stts'), inside(tables, 'stsz'), inside(tables, 'stsc')]
  const [near, far] = [inside(tables, 'stco'), inside(tables, 'co64')]
  if (!times || !sizes || !chunks || !(near ?? far) || sizes.byteLength < 12) return []
  const same = sizes.getUint32(4)
  const count = Math.min(MOST_SAMPLES, sizes.getUint32(8))
  const durations = runsIn(times, 2)
  const chunkRuns = runsIn(chunks, 3)
  const samples: Sample[] = []
  let [time, run, used] = [0, 0, 0]
  let [chunk, inChunk, chunkRun, at] = [0, 0, 0, -1]
  for (let index = 0; index < count; index++) {
    while (used >= (durations[run]?.[0] ?? Infinity)) [run, used] = [run + 1, 0]
    const duration = durations[run]?.[1]
    if (duration === undefined) break
    if (at < 0 || inChunk >= (chunkRuns[chunkRun]?.[1] ?? 0)) {
      chunk += 1
      while (chunk >= (chunkRuns[chunkRun + 1]?.[0] ?? Infinity)) chunkRun += 1
      inChunk = 0
      at = chunkPlace(near, far, chunk - 1)
      if (at < 0) break
    }
    const size = same > 0 ? same : 16 + index * 4 <= sizes.byteLength ? sizes.getUint32(12 + index * 4) : 0
    samples.push({ from: time / scale, to: (time + duration) / scale, at, size })
    at += size
    time += duration
    used += 1
    inChunk += 1
  }
  return samples
}

function chunkPlace(near: DataView | undefined, far: DataView | undefined, chunk: number): number {
  const table = near ?? far
  const width = near ? 4 : 8
  const at = 8 + chunk * width
  if (!table || at + width > table.byteLength) return -1
  return near ? table.getUint32(at) : Number(table.getBigUint64(at))
}

/** The entries of a table of numbers, so many each. */
function runsIn(table: DataView, width: number): number[][] {
  if (table.byteLength < 8) return []
  const fit = Math.floor((table.byteLength - 8) / (4 * width))
  const count = Math.min(table.getUint32(4), fit, MOST_SAMPLES)
  return Array.from({ length: count }, (_, index) => numbersIn(table, 8 + index * width * 4, width))
}

function numbersIn(view: DataView, from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => view.getUint32(from + index * 4))
}

async function cuesIn(
  bytes: FilmBytes,
  { samples, format }: TextTrack,
  from: number,
  to: number,
  most: number,
): Promise<OwnCue[]> {
  const due = samples.filter((sample) => sample.to > from && sample.from < to).slice(0, most)
  const cues: OwnCue[] = []
  for (const { at, size, ...times } of due) {
    if (size <= 2 || size > LONGEST_SAMPLE) continue
    const sample = await bytes.read(at, at + size)
    const text = format === 'wvtt' ? webVttIn(sample) : escaped(plainIn(sample))
    if (text !== '') cues.push({ ...times, text })
  }
  return cues
}

/** A length of two bytes, then the text; what follows it is its look. */
function plainIn(sample: Uint8Array): string {
  const length = ((sample[0] ?? 0) << 8) | (sample[1] ?? 0)
  return decoded(sample.subarray(2, 2 + length)).trim()
}

function webVttIn(sample: Uint8Array<ArrayBuffer>): string {
  const cues = boxesIn(new DataView(sample.buffer, sample.byteOffset, sample.length))
  return cues
    .filter(({ type }) => type === 'vttc')
    .map(({ data }) => inside(data, 'payl'))
    .map((text) => (text ? decoded(new Uint8Array(text.buffer, text.byteOffset, text.byteLength)) : ''))
    .join('\n')
    .trim()
}

function decoded(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe)
  const encoding = isWide ? (bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le') : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

async function titlesIn(bytes: FilmBytes, track: TextTrack): Promise<Chapter[]> {
  const chapters: Chapter[] = []
  for (const { from, at, size } of track.samples.slice(0, MOST_CHAPTERS)) {
    if (size > 2 && size <= LONGEST_SAMPLE)
      chapters.push({ at: from, title: plainIn(await bytes.read(at, at + size)) })
  }
  return chapters
}

/** A list of its own, as Nero wrote it first: times in steps of 100 ns. */
function neroChapters(boxes: readonly Box[]): Chapter[] {
  const list = inside(boxes.find(({ type }) => type === 'udta')?.data, 'chpl')
  if (!list || list.byteLength < 9) return []
  const chapters: Chapter[] = []
  const isNew = list.getUint8(0) === 1
  let at = isNew ? 9 : 5
  for (let count = list.getUint8(at - 1); count > 0 && at + 9 <= list.byteLength; count--) {
    const length = list.getUint8(at + 8)
    if (at + 9 + length > list.byteLength) break
    const title = decoded(new Uint8Array(list.buffer, list.byteOffset + at + 9, length))
    chapters.push({ at: Number(list.getBigUint64(at)) / 1e7, title })
    at += 9 + length
  }
  return chapters
}
