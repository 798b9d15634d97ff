import type { Bytes } from '../core/brand.ts'
import { MAX_CHANGE } from '../wire/noteEnvelope.ts'
import type { NoteContent } from './noteModel.ts'

/** Entries of one change; a change may have 64 parts, and some are not entries. */
const MOST_ENTRIES = 30
/** What an entry takes besides what is said in it. */
const FRAME: Bytes = 600

/** Contents in portions of which each fits into one change. */
export function portionsOf(contents: readonly NoteContent[]): readonly (readonly NoteContent[])[] {
  const portions: NoteContent[][] = []
  let room: Bytes = 0
  for (const content of contents) {
    const size = mostBytes(content)
    const last = portions.at(-1)
    if (last && last.length < MOST_ENTRIES && size <= room) last.push(content)
    else {
      portions.push([content])
      room = MAX_CHANGE - FRAME
    }
    room -= size
  }
  return portions
}

/** In UTF-8 a unit of UTF-16 takes three bytes at most, a packed place six. */
function mostBytes({ text, drawing }: NoteContent): Bytes {
  const points = drawing?.reduce((sum, stroke) => sum + stroke.points.length + 1, 0) ?? 0
  return FRAME + 3 * text.length + 6 * points
}
