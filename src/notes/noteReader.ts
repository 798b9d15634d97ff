import type { AuthorId } from '../wire/noteEnvelope.ts'
import type { AuthorDocument } from './authorDocument.ts'
import {
  inOrder,
  parseMark,
  parseNote,
  parseProfile,
  parseRef,
  refOf,
  type Note,
  type ReadNote,
} from './noteModel.ts'
import type { NoteReplica } from './replica.ts'
import { finished, merged, sorted, STEP } from './steps.ts'
import { threadsIn, type Thread } from './threads.ts'

/** What has been said in a review. */
export interface Notes {
  /** By file and time, then in the order of their making. */
  readonly notes: readonly Note[]
  /** The same as threads: a note for which its thread has no room is in neither. */
  readonly threads: readonly Thread[]
}

/** What the entries of one author say, as they were at one seq. */
interface AuthorNotes {
  readonly document: AuthorDocument
  readonly seq: number
  /** In order; what others have marked is told by {@link marks}. */
  readonly notes: readonly Note[]
  /** The author's own marks, by {@link Note.ref}. */
  readonly marks: ReadonlyMap<string, { readonly resolved: boolean; readonly clock: number }>
}

interface Mark {
  readonly resolved: boolean
  readonly clock: number
  readonly author: AuthorId
}

/**
 * Makes the list of notes out of a replica. What an author has written is read again only when they have written
 * more, and a note that is the same as it was stays the same object.
 */
export class NoteReader {
  readonly #read = new Map<AuthorId, AuthorNotes>()
  readonly #entries = new WeakMap<object, ReadNote>()
  readonly #notes = new WeakMap<ReadNote, Note>()
  readonly #resolved = new WeakMap<Note, Note>()
  #marks: ReadonlyMap<string, Mark> = new Map()

  /** Above the clock of every mark on the note that was here when notes were last read. */
  nextClock(ref: string): number {
    return (this.#marks.get(ref)?.clock ?? 0) + 1
  }

  /**
   * All notes as they are now, the same on every page that has the same envelopes.
   *
   * @param hidden authors that are left out; their marks count
   */
  *read(replica: NoteReplica, hidden: ReadonlySet<AuthorId> = new Set()): Generator<void, Notes> {
    for (const author of this.#read.keys()) if (!replica.logs.has(author)) this.#read.delete(author)
    for (const [author, { document, head }] of [...replica.logs]) {
      const known = this.#read.get(author)
      if (known?.document === document && known.seq === head) continue
      this.#read.set(author, yield* this.#readAuthor(author, document, head))
    }
    this.#marks = yield* this.#settle(replica)
    const lists: Note[][] = []
    for (const [author, { notes }] of this.#read) {
      if (hidden.has(author)) continue
      const list: Note[] = []
      for (const [at, note] of notes.entries()) {
        if (at % STEP === STEP - 1) yield
        list.push(this.#show(note))
      }
      lists.push(list)
    }
    const all = yield* merged(lists, inOrder)
    const { threads, leftOut } = yield* threadsIn(all)
    if (leftOut.size === 0) return { notes: all, threads }
    const notes: Note[] = []
    for (const [at, note] of all.entries()) {
      if (at % STEP === STEP - 1) yield
      if (!leftOut.has(note)) notes.push(note)
    }
    return { notes, threads }
  }

  *#readAuthor(author: AuthorId, document: AuthorDocument, seq: number): Generator<void, AuthorNotes> {
    const entries = new Map(document.entries())
    const { name, colour } = parseProfile(entries.get('p'))
    const notes: Note[] = []
    const marks = new Map<string, { resolved: boolean; clock: number }>()
    let at = 0
    for (const [key, value] of entries) {
      if (++at % STEP === 0) yield
      if (key.startsWith('r:')) {
        const mark = parseMark(value)
        if (mark) marks.set(key.slice(2), mark)
      }
      if (!key.startsWith('n:')) continue
      const content = this.#parse(value)
      const ref = refOf(author, key.slice(2))
      if (!content || !parseRef(ref)) continue
      const before = this.#notes.get(content)
      const same = before?.ref === ref && before.name === name && before.colour === colour
      const note = same ? before : { ...content, ref, author, name, colour, resolved: false }
      this.#notes.set(content, note)
      notes.push(note)
    }
    return { document, seq, notes: yield* sorted(notes, inOrder), marks }
  }

  #parse(value: unknown): ReadNote | null {
    if (typeof value !== 'object' || value === null) return null
    const known = this.#entries.get(value)
    if (known) return known
    const read = parseNote(value)
    if (read) this.#entries.set(value, read)
    return read
  }

  /**
   * The last word on each note: the highest clock, and of two the same the higher author. A clock can only be as
   * high as there are changes by everybody: one that is higher was made up, to have the last word for ever, and
   * does not count.
   */
  *#settle(replica: NoteReplica): Generator<void, ReadonlyMap<string, Mark>> {
    const changes = Array.from(replica.logs.values()).reduce((sum, { head }) => sum + head, 0)
    const settled = new Map<string, Mark>()
    let at = 0
    for (const [author, { marks }] of this.#read) {
      for (const [ref, { resolved, clock }] of marks) {
        if (++at % STEP === 0) yield
        if (clock > changes) continue
        const last = settled.get(ref)
        if (last && (last.clock > clock || (last.clock === clock && last.author > author))) continue
        settled.set(ref, { resolved, clock, author })
      }
    }
    return settled
  }

  #show(note: Note): Note {
    if (!this.#marks.get(note.ref)?.resolved) return note
    let resolved = this.#resolved.get(note)
    if (!resolved) this.#resolved.set(note, (resolved = { ...note, resolved: true }))
    return resolved
  }
}

/** All notes at once, for who can wait. */
export function notesOf(replica: NoteReplica): readonly Note[] {
  return finished(new NoteReader().read(replica)).notes
}
