import type { Milliseconds } from '../core/brand.ts'
import type { Drawing } from '../core/drawing/drawing.ts'
import type { Note } from './noteModel.ts'

/** How far from its moment a note is still shown while a film stands: about two frames. */
const NEAR: Milliseconds = 90
/** How long a note on a moment is shown while a film runs past it. */
const PASSING: Milliseconds = 1500

/** What is looked at. */
export interface Sight {
  /** The file's index. */
  readonly file: number
  /** Null for what has no time. */
  readonly at: Milliseconds | null
  readonly running: boolean
  /** Of a document, from 1; null for what has no pages. */
  readonly page: number | null
}

/** Whether a note's drawing lies over what is looked at now. */
export function isInSight(
  { file, at, until, page }: Pick<Note, 'file' | 'at' | 'until' | 'page'>,
  sight: Sight,
): boolean {
  if (file !== sight.file || page !== sight.page) return false
  if (sight.at === null || at === null) return sight.at === at
  const from = at - NEAR
  if (until !== null) return sight.at >= from && sight.at <= until + NEAR
  return sight.at >= from && sight.at <= at + (sight.running ? PASSING : NEAR)
}

export type DrawnNote = Note & { readonly drawing: Drawing }

/** More drawings, or strokes, over one picture would hide it, and hold up whoever looks at it. */
const MOST_DRAWINGS = 12
const MOST_STROKES_OVER = 300

/** Those of the notes whose drawings lie over what is looked at now: the first, as many as a picture bears. */
export function drawingsInSight(notes: Iterable<Note>, sight: Sight): readonly DrawnNote[] {
  const drawn: DrawnNote[] = []
  let strokes = 0
  for (const note of notes) {
    if (!hasDrawing(note) || !isInSight(note, sight)) continue
    strokes += note.drawing.length
    if (drawn.length === MOST_DRAWINGS || (strokes > MOST_STROKES_OVER && drawn.length > 0)) break
    drawn.push(note)
  }
  return drawn
}

function hasDrawing(note: Note): note is DrawnNote {
  return note.drawing !== null
}

/** A note on the timeline, in parts of the whole. */
export interface TimeMark {
  readonly note: Note
  readonly from: number
  /** The same as `from` for a moment. */
  readonly to: number
}

/**
 * Marks of a file's notes; of many at nearly the same moment the first.
 *
 * @param ahead by how much their film is ahead of the timeline
 */
export function timeMarks(
  notes: readonly Note[],
  file: number,
  duration: Milliseconds,
  ahead: Milliseconds = 0,
): readonly TimeMark[] {
  const PLACES = 400
  const taken = new Set<number>()
  if (duration <= 0) return []
  return notes.flatMap((note) => {
    if (note.file !== file || note.at === null || note.answers !== null) return []
    const at = note.at - ahead
    if (at < 0 || at > duration) return []
    const place = Math.round((at / duration) * PLACES)
    if (taken.has(place)) return []
    taken.add(place)
    return [{ note, from: at / duration, to: Math.min(1, ((note.until ?? note.at) - ahead) / duration) }]
  })
}
