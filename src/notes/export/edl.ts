import { MOST_REMARKS, oneLine, trimNote, type ReadReview, type ReviewNote } from './reviewNote.ts'
import { frameAt, readTimecode, timeOfFrame, writeTimecode, type FrameRate } from './timecode.ts'

/*
 * Notes as a list of markers for a cutting room: CMX 3600 events with the line that DaVinci Resolve adds to each,
 * `text |C:colour |M:name |D:frames`. It holds notes with a time, to the frame, on one line each, and a
 * reply as a part of its note's text; `|` becomes `/`. Which file a note is on is left out, and so are drawings.
 */

export interface Timeline {
  readonly rate: FrameRate
  /** The hour its timecode begins with: 1 in most editors. */
  readonly firstHour: number
}

const RESOLVED = 'ResolveColorGreen'
const OPEN = 'ResolveColorBlue'

export function writeEdl(notes: readonly ReviewNote[], title: string, timeline: Timeline): string {
  const first = firstFrame(timeline)
  const events: string[] = []
  for (const { at, until, name, text, replies, resolved } of notes) {
    if (at === null) continue
    const start = frameAt(at, timeline.rate)
    const frames = Math.max(1, until === null ? 1 : frameAt(until, timeline.rate) - start)
    const from = writeTimecode(first + start, timeline.rate)
    const to = writeTimecode(first + start + 1, timeline.rate)
    if (from === null || to === null) continue
    const number = String(events.length + 1).padStart(3, '0')
    const said = [text || 'A drawing', ...replies.map((reply) => `${reply.name}: ${reply.text}`)].join(' / ')
    events.push(
      `${number}  001      V     C        ${from} ${to} ${from} ${to}\n` +
        `${field(said)} |C:${resolved ? RESOLVED : OPEN} |M:${field(name)} |D:${frames}\n`,
    )
  }
  return [`TITLE: ${field(title)}\nFCM: NON-DROP FRAME\n`, ...events].join('\n')
}

/** Markers of Resolve too; one of a single frame is a note on a moment. Events without a marker are cuts, no notes. */
export function readEdl(text: string, timeline: Timeline): ReadReview {
  const notes: ReviewNote[] = []
  let skipped = 0
  let start: number | null = null
  for (const line of text.split(/\r\n?|\n/)) {
    const times = /^\d{3,}\s.*\s(\d\d:\d\d:\d\d[:;]\d\d)\s+\S+\s*$/.exec(line)
    if (times) start = readTimecode(times[1] ?? '', timeline.rate)
    if (times || !line.includes('|M:')) continue
    const note = start === null || notes.length >= MOST_REMARKS ? null : readMarker(line, start, timeline)
    if (note) notes.push(note)
    else skipped += 1
    start = null
  }
  return { notes, skipped }
}

function readMarker(line: string, start: number, timeline: Timeline): ReviewNote | null {
  const [said = '', ...fields] = line.split('|')
  const named = (letter: string) =>
    fields
      .find((one) => one.startsWith(letter))
      ?.slice(letter.length)
      .trim()
  const frame = start - firstFrame(timeline)
  const frames = Number(named('D:') ?? 1)
  if (frame < 0 || !Number.isSafeInteger(frames)) return null
  return trimNote({
    // What an editor marked without a word has only its marker's name.
    text: said.trim() === '' ? (named('M:') ?? '') : said,
    name: said.trim() === '' ? '' : (named('M:') ?? ''),
    file: null,
    at: timeOfFrame(frame, timeline.rate),
    page: null,
    drawing: null,
    until: frames > 1 ? timeOfFrame(frame + frames, timeline.rate) : null,
    resolved: named('C:') === RESOLVED,
    replies: [],
  })
}

function firstFrame({ rate, firstHour }: Timeline): number {
  return firstHour * 3600 * rate.counted
}

function field(text: string): string {
  return oneLine(text).replaceAll('|', '/').trim()
}
