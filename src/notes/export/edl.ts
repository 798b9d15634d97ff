import { firstFrame, markersOf, type Timeline } from './markers.ts'
import { MOST_REMARKS, oneLine, trimNote, type ReadReview, type ReviewNote } from './reviewNote.ts'
import { counting, readTimecode, timeOfFrame, writeTimecode } from './timecode.ts'

/*
 * Notes as a list of markers for a cutting room: CMX 3600 events with the line that DaVinci Resolve adds to each,
 * `text |C:colour |M:name |D:frames`. It holds notes with a time, to the frame, on one line each, and a
 * reply as a part of its note's text; `|` becomes `/`. Which file a note is on is left out, and so are drawings.
 */

const RESOLVED = 'ResolveColorGreen'
const OPEN = 'ResolveColorBlue'

/** A marker that had to give way to another has where it belongs behind its words: `[at 01:00:05:12]`. */
export function writeEdl(notes: readonly ReviewNote[], title: string, timeline: Timeline): string {
  const { rate } = timeline
  const first = firstFrame(timeline)
  const events: string[] = []
  for (const { frame, meant, frames, name, text, resolved } of markersOf(notes, rate)) {
    const from = writeTimecode(first + frame, rate)
    const to = writeTimecode(first + frame + 1, rate)
    if (from === null || to === null) continue
    const number = String(events.length + 1).padStart(3, '0')
    const moved = meant === frame ? '' : ` [at ${writeTimecode(first + meant, rate) ?? ''}]`
    events.push(
      `${number}  001      V     C        ${from} ${to} ${from} ${to}\n` +
        `${field(text)}${moved} |C:${resolved ? RESOLVED : OPEN} |M:${field(name)} |D:${frames}\n`,
    )
  }
  const mode = rate.dropped > 0 ? 'DROP FRAME' : 'NON-DROP FRAME'
  return [`TITLE: ${field(title)}\nFCM: ${mode}\n`, ...events].join('\n')
}

/**
 * Markers of Resolve too; one of a single frame is a note on a moment. Events without a marker are cuts, no notes.
 * Whether the timecode is drop-frame, the file tells (`FCM`, or `;`), and only one that does not leaves it to the
 * timeline.
 */
export function readEdl(text: string, timeline: Timeline): ReadReview {
  const notes: ReviewNote[] = []
  let skipped = 0
  let mode = timeline
  let start: string | null = null
  for (const line of text.split(/\r\n?|\n/)) {
    const told = /^FCM:\s*(NON[- ])?DROP FRAME/i.exec(line)
    if (told) mode = { ...timeline, rate: counting(timeline.rate, told[1] === undefined) }
    const times = /^\d{3,}\s.*\s(\d\d:\d\d:\d\d[:;]\d\d)\s+\S+\s*$/.exec(line)
    if (times) start = times[1] ?? null
    if (times || !line.includes('|M:')) continue
    const note = start === null || notes.length >= MOST_REMARKS ? null : readMarker(line, start, mode)
    if (note) notes.push(note)
    else skipped += 1
    start = null
  }
  return { notes, skipped }
}

/** Where a marker belongs that had to give way to another. */
const MOVED = /\s*\[at (\d\d:\d\d:\d\d[:;]\d\d)\]\s*$/

function readMarker(line: string, marked: string, timeline: Timeline): ReviewNote | null {
  const [written = '', ...fields] = line.split('|')
  const said = written.replace(MOVED, '')
  const timecode = MOVED.exec(written)?.[1] ?? marked
  const named = (letter: string) =>
    fields
      .find((one) => one.startsWith(letter))
      ?.slice(letter.length)
      .trim()
  const rate = timecode.includes(';') ? counting(timeline.rate, true) : timeline.rate
  const frame = (readTimecode(timecode, rate) ?? -1) - firstFrame({ ...timeline, rate })
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

function field(text: string): string {
  return oneLine(text).replaceAll('|', '/').trim()
}
