import type { Drawing } from '../../core/drawing/drawing.ts'
import { readDrawing, writeDrawing } from './drawingText.ts'
import {
  MOST_REMARKS,
  trimNote,
  trimRemark,
  type ReadReview,
  type Remark,
  type ReviewNote,
} from './reviewNote.ts'
import { readTime, writeTime } from './timecode.ts'

/*
 * Notes as captions (W3C WebVTT), to be seen over the film in any player: a cue for each note, in it a voice for
 * the note and one for each reply. The cue's identifier says what a cue cannot: `note 3 moment resolved`; a drawing
 * is a comment before it, `NOTE drawing AQA…`.
 * Left out are notes without a time, and which file a note is on: captions belong to one film.
 */

/** How long a note on a moment is shown: a cue must last. */
const MOMENT_MS = 3000
const DRAWING = 'NOTE drawing '
/** An empty line would end the cue. */
const EMPTY_LINE = '&nbsp;'

export function writeWebVtt(notes: readonly ReviewNote[]): string {
  const cues = notes.flatMap(({ at, until, resolved, drawing, replies, ...note }, index) => {
    if (at === null) return []
    const words = [
      'note',
      index + 1,
      ...(until === null ? ['moment'] : []),
      ...(resolved ? ['resolved'] : []),
    ]
    const times = `${writeTime(at)} --> ${writeTime(until ?? at + MOMENT_MS)}`
    const cue = [words.join(' '), times, ...[note, ...replies].map(writeVoice)].join('\n')
    return drawing ? [`${DRAWING}${writeDrawing(drawing)}`, cue] : [cue]
  })
  return ['WEBVTT', ...cues].join('\n\n') + '\n'
}

/** Also captions of other origin, and SubRip: each cue is a note on a span. */
export function readWebVtt(text: string): ReadReview {
  const blocks = asWebVtt(text).split(/\n(?:[ \t]*\n)+/)
  const notes: ReviewNote[] = []
  let skipped = 0
  let drawing: Drawing | null = null
  for (const block of blocks.slice(1)) {
    if (block.startsWith(DRAWING)) drawing = readDrawing(block.slice(DRAWING.length))
    const lines = block.split('\n')
    const timed = lines.findIndex((line) => line.includes('-->'))
    // Comments, styles and regions have no times.
    if (timed < 0) continue
    const note = notes.length < MOST_REMARKS ? readCue(lines, timed, drawing) : null
    drawing = null
    if (note) notes.push(note)
    else skipped += 1
  }
  return { notes, skipped }
}

function readCue(lines: readonly string[], timed: number, drawing: Drawing | null): ReviewNote | null {
  const [from = '', to = ''] = (lines[timed] ?? '').split('-->')
  const at = readTime(from)
  // Settings of the cue may follow its end.
  const end = readTime(to.trim().split(/\s/)[0] ?? '')
  if (at === null || end === null) return null
  const [before, ...voices] = readVoices(lines.slice(timed + 1).join('\n'))
  const said = before && before.text !== '' ? [before, ...voices] : voices
  // A drawing needs no words.
  const [note, ...replies] = said.filter(({ text }, at) => text !== '' || (at === 0 && drawing))
  const kind = /^note \d+( moment)?( resolved)?$/.exec(lines[timed - 1] ?? '')
  const until = kind?.[1] ? null : end
  const resolved = Boolean(kind?.[2])
  return note ? trimNote({ ...note, file: null, at, until, page: null, drawing, resolved, replies }) : null
}

function writeVoice({ name, text }: Remark): string {
  const lines = escape(text)
    .split('\n')
    .map((line) => (line.trim() === '' ? EMPTY_LINE : line))
  return `<v ${escape(name)}>${lines.join('\n')}`
}

function readVoices(payload: string): Remark[] {
  const [before = '', ...voices] = payload.split(/<v(?:\.[^\s>]*)?[ \t]/)
  const remarks = voices.map((voice) => {
    const end = voice.indexOf('>')
    return { name: plain(voice.slice(0, Math.max(end, 0))), text: plain(voice.slice(end + 1)) }
  })
  return [{ name: '', text: plain(before) }, ...remarks].map(
    (each) => trimRemark(each) ?? { ...each, text: '' },
  )
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Without tags, and with the references that WebVTT knows resolved, each once. */
function plain(text: string): string {
  const lines = text.split('\n').map((line) => (line.trim() === EMPTY_LINE ? '' : line))
  const known: Partial<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0' }
  return lines
    .join('\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp);/g, (whole, name: string) => known[name] ?? whole)
}

/** Time stamps of SubRip: a comma where WebVTT has a point. */
const SRT_TIMES = /^(\d{1,3}:\d{2}:\d{2}),(\d{1,3})\s*-->\s*(\d{1,3}:\d{2}:\d{2}),(\d{1,3})/gm

/** SubRip as WebVTT, from which it differs in its times, and in having no header. */
function asWebVtt(text: string): string {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (plain.startsWith('WEBVTT')) return plain
  const times = plain.replace(
    SRT_TIMES,
    (_, from: string, fromMs: string, to: string, toMs: string) =>
      `${longTime(from)}.${fromMs.padEnd(3, '0')} --> ${longTime(to)}.${toMs.padEnd(3, '0')}`,
  )
  return `WEBVTT\n\n${times}`
}

function longTime(time: string): string {
  return time.padStart(8, '0')
}
