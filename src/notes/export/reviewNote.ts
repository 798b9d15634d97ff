import type { Milliseconds } from '../../core/brand.ts'
import type { Drawing } from '../../core/drawing/drawing.ts'

/*
 * Notes as they stand in a file, apart from who signed them: what other programs can read and write.
 * All formats write the same list; each says in its header what it cannot hold.
 */

/** UTF-16 units. */
const MAX_TEXT = 4000
const MAX_NAME = 40
const MAX_FILE = 1000
/** Notes and replies of one list. */
export const MOST_REMARKS = 10_000

/** Lines end in `\n`. */
export interface Remark {
  readonly name: string
  readonly text: string
}

export interface ReviewNote extends Remark {
  /** The file's path in the share, `/` between folders; null for the share as a whole. */
  readonly file: string | null
  /** Null for the file as a whole. */
  readonly at: Milliseconds | null
  /** The end of a span; after `at`. */
  readonly until: Milliseconds | null
  /** Of a document, from 1. */
  readonly page: number | null
  readonly drawing: Drawing | null
  readonly resolved: boolean
  /** The oldest first. */
  readonly replies: readonly Remark[]
}

/** What was read; `skipped` counts what looked like a note and was none. */
export interface ReadReview {
  readonly notes: readonly ReviewNote[]
  readonly skipped: number
}

/** Within the limits; null for what says nothing. */
export function trimRemark({ name, text }: Remark): Remark | null {
  const lines = text.replace(/\r\n?/g, '\n').slice(0, MAX_TEXT).trim()
  return lines === '' ? null : { name: trimName(name), text: lines }
}

function trimName(name: string): string {
  return oneLine(name).slice(0, MAX_NAME).trim()
}

/** As {@link trimRemark}, with times that cannot be left out. */
export function trimNote(note: ReviewNote): ReviewNote | null {
  const { resolved, drawing } = note
  // A drawing needs no words.
  const remark = trimRemark(note) ?? (drawing ? { name: trimName(note.name), text: '' } : null)
  if (!remark) return null
  const page = note.page !== null && Number.isSafeInteger(note.page) && note.page > 0 ? note.page : null
  const file = note.file === null ? null : oneLine(note.file).slice(0, MAX_FILE).trim() || null
  const at = note.at === null || !Number.isSafeInteger(note.at) || note.at < 0 ? null : note.at
  const until = at !== null && note.until !== null && note.until > at ? note.until : null
  const replies = note.replies.map(trimRemark).filter((reply) => reply !== null)
  return { ...remark, file, at, until, page, drawing, resolved, replies }
}

export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ')
}
