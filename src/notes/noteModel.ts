import type { Milliseconds } from '../core/brand.ts'
import { displayText } from '../core/displayText.ts'
import type { Drawing } from '../core/drawing/drawing.ts'
import { packDrawing, unpackDrawing } from '../core/drawing/packDrawing.ts'
import { isRecord } from '../core/isRecord.ts'
import { parseAuthor, type AuthorId } from '../wire/noteEnvelope.ts'
import { COLOURS, MAX_NAME, type Profile } from './profile.ts'

/*
 * What the entries of an author's document mean. Others wrote them: whatever does not fit these limits is left out.
 *
 *     p              {n: name, c: colour}
 *     n:<id>         {t: text, f?: file, a?: at, u?: until, p?: page, d?: drawing, b?: said by,
 *                     r?: ref of the note answered, m: made, e?: edited}
 *     r:<ref>        {v: resolved, k: above the k of all marks on the note that its author had seen}
 *
 * A ref is `<author>/<id>`. Times of a file in milliseconds, of the world in milliseconds since 1970.
 */

/** UTF-16 units. */
export const MAX_TEXT = 4000
const MOST_PAGES = 100_000
const MAX_TIME: Milliseconds = 1000 * 60 * 60 * 24 * 365

export interface NoteContent {
  readonly text: string
  /** The file's index; null for the share as a whole. */
  readonly file: number | null
  /** Null for the file as a whole. */
  readonly at: Milliseconds | null
  /** The end of a span. */
  readonly until: Milliseconds | null
  /** Of a document, from 1; null for all of it, and for what has no pages. */
  readonly page: number | null
  /** On the frame at that time, or on the picture. A note without text has one. */
  readonly drawing: Drawing | null
  /** Who said it, of a note that was read from a file; its author is who read it in. */
  readonly by: string | null
  /** The {@link Note.ref} that it answers. */
  readonly answers: string | null
}

export interface Note extends NoteContent {
  readonly ref: string
  readonly author: AuthorId
  readonly made: Milliseconds
  readonly edited: Milliseconds | null
  readonly resolved: boolean
  readonly name: string
  /** 0 up to {@link COLOURS}. */
  readonly colour: number
}

/** The entry that makes or changes a note. */
export function noteEntry(
  id: string,
  content: NoteContent,
  made: Milliseconds,
  edited: Milliseconds | null,
): [string, unknown] {
  const { text, file, at, until, page, answers } = content
  const drawing = content.drawing && packDrawing(content.drawing)
  const by = content.by?.slice(0, MAX_NAME) ?? null
  const what = { t: text.slice(0, MAX_TEXT), d: drawing, b: by, r: answers }
  const all = { ...what, m: made, f: file, a: at, u: until, p: page, e: edited }
  return [`n:${id}`, Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))]
}

/** The entry that takes a note as settled, or opens it again. @param clock above that of every mark on it so far */
export function resolveEntry(ref: string, resolved: boolean, clock: number): [string, unknown] {
  return [`r:${ref}`, { v: resolved, k: clock }]
}

export function profileEntry({ name, colour }: Profile): [string, unknown] {
  return ['p', { n: name.slice(0, MAX_NAME), c: colour }]
}

export function refOf(author: AuthorId, id: string): string {
  return `${author}/${id}`
}

export function parseRef(ref: string): { author: AuthorId; id: string } | null {
  const author = parseAuthor(ref.slice(0, 64))
  const id = ref.slice(65)
  return author && ref[64] === '/' && /^[0-9a-z]{1,16}$/.test(id) ? { author, id } : null
}

/** A note as its entry has it. */
export type ReadNote = NoteContent & Pick<Note, 'made' | 'edited'>

/** Null for what is no note. */
export function parseNote(value: unknown): ReadNote | null {
  if (!isRecord(value)) return null
  const { t: text, f = null, a = null, u = null, p = null, d = null, b = null, r = null } = value
  const { m: made, e = null } = value
  if (typeof text !== 'string' || text.length > MAX_TEXT || !isWhole(made, 2 ** 52)) return null
  const [file, at, until, page, edited] = [f, a, u, p, e]
  if ((file !== null && !isWhole(file, 1_000_000)) || (edited !== null && !isWhole(edited, 2 ** 52)))
    return null
  if ((at !== null && !isWhole(at, MAX_TIME)) || (until !== null && !isWhole(until, MAX_TIME))) return null
  if (until !== null && (at === null || until < at)) return null
  if (page !== null && (!isWhole(page, MOST_PAGES) || page < 1)) return null
  const drawing = d instanceof Uint8Array ? unpackDrawing(d) : null
  if ((d !== null && !drawing) || (text === '' && !drawing)) return null
  const by = b === null ? null : typeof b === 'string' ? nameOf(b) : undefined
  if (by === undefined) return null
  if (r !== null && (typeof r !== 'string' || !parseRef(r))) return null
  const where = { file, at, until, page }
  return { text: displayLines(text), ...where, drawing, by, answers: r, made, edited }
}

/** What an entry says of who wrote it. */
export function parseProfile(value: unknown): Profile {
  const { n: name, c: colour } = isRecord(value) ? value : {}
  const named = typeof name === 'string' ? nameOf(name) : null
  return { name: named ?? 'Somebody', colour: isWhole(colour, COLOURS - 1) ? colour : 0 }
}

/** Null for one in which nothing can be seen. */
function nameOf(name: string): string | null {
  return displayText(name.slice(0, MAX_NAME)).trim() || null
}

/** Lines may end; all else that lies about a text is shown for what it is. */
function displayLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(displayText)
    .join('\n')
}

/** By file and time, then in the order of their making. */
export function inOrder(a: Note, b: Note): number {
  return (
    (a.file ?? -1) - (b.file ?? -1) ||
    (a.page ?? 0) - (b.page ?? 0) ||
    (a.at ?? -1) - (b.at ?? -1) ||
    a.made - b.made ||
    (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0)
  )
}

/** An entry by which somebody takes a note as settled, or opens it again; null for what is none. */
export function parseMark(value: unknown): { resolved: boolean; clock: number } | null {
  if (!isRecord(value)) return null
  const { v: resolved, k: clock } = value
  return typeof resolved === 'boolean' && isWhole(clock, 2 ** 40) ? { resolved, clock } : null
}

function isWhole(value: unknown, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most
}
