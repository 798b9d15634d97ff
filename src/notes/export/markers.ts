import { oneLine, type ReviewNote } from './reviewNote.ts'
import { frameAt, type FrameRate } from './timecode.ts'

/* Notes with a time as the markers that editors have: one a frame, a text and a name each, replies in the text. */

/** What the frames of a list are counted by, and from where. */
export interface Timeline {
  readonly rate: FrameRate
  /** The hour its timecode begins with: 1 in most editors. */
  readonly firstHour: number
}

export interface Marker {
  /** Where it stands, in frames from the beginning. No two markers stand on one. */
  readonly frame: number
  /** Where it belongs; differs where another marker was there first. */
  readonly meant: number
  /** How many it lasts, at least 1. */
  readonly frames: number
  readonly name: string
  /** On one line. */
  readonly text: string
  readonly resolved: boolean
}

/** Of several notes on one frame, each but the first is put on the next free one. */
export function markersOf(notes: readonly ReviewNote[], rate: FrameRate): readonly Marker[] {
  const markers: Marker[] = []
  const taken = new Set<number>()
  const free = new Map<number, number>()
  for (const { at, until, name, text, replies, resolved } of notes) {
    if (at === null) continue
    const meant = frameAt(at, rate)
    let frame = free.get(meant) ?? meant
    while (taken.has(frame)) frame += 1
    taken.add(frame)
    free.set(meant, frame + 1)
    const said = [text || 'A drawing', ...replies.map((reply) => `${reply.name}: ${reply.text}`)].join(' / ')
    const frames = Math.max(1, until === null ? 1 : frameAt(until, rate) - meant)
    markers.push({ frame, meant, frames, name: oneLine(name).trim(), text: oneLine(said).trim(), resolved })
  }
  return markers
}

/** The frame, counted from midnight, that a timeline's timecode begins with. */
export function firstFrame({ rate, firstHour }: Timeline): number {
  return firstHour * 6 * (600 * rate.counted - 9 * rate.dropped)
}
