import type { Milliseconds } from '../core/brand.ts'
import type { AuthorId } from '../wire/noteEnvelope.ts'
import type { Writer } from './keptNotes.ts'
import type { Note } from './noteModel.ts'
import { NoteReader } from './noteReader.ts'
import type { Pauses } from './pauses.ts'
import type { NoteReplica } from './replica.ts'
import type { Thread } from './threads.ts'

/** After notes were read they are not read again for so many times as long, unless for what is written here. */
const REST = 4
const LONGEST_REST: Milliseconds = 1000

export interface ShownNotesOptions {
  readonly replica: NoteReplica
  readonly pauses: Pauses
  readonly now: () => Milliseconds
  /** The notes are others now. */
  readonly changed: () => void
}

/** The notes of a room as its page shows them: read anew when something has changed, without those of hidden authors. */
export class ShownNotes {
  readonly #options: ShownNotesOptions
  readonly #reader = new NoteReader()
  #notes: readonly Note[] = []
  #threads: readonly Thread[] = []
  /** With the names they had: who is hidden makes room first, and then nothing of them is here any more. */
  #hidden: ReadonlyMap<AuthorId, Writer> = new Map()
  /** Whether something has changed since the notes were read; and whether that is under way or planned. */
  #stale = false
  #reads: Promise<unknown> = Promise.resolve()
  #reading = false
  #closed = false

  constructor(options: ShownNotesOptions) {
    this.#options = options
  }

  /** See {@link NoteReader.read}; the same array until there are others. */
  get notes(): readonly Note[] {
    return this.#notes
  }

  /** The same as threads. */
  get threads(): readonly Thread[] {
    return this.#threads
  }

  get hidden(): ReadonlyMap<AuthorId, Writer> {
    return this.#hidden
  }

  /** Leaves out what these write; the notes have to be read again. */
  hide(writers: ReadonlyMap<AuthorId, Writer>): void {
    this.#hidden = writers
    this.#options.replica.hide(new Set(writers.keys()))
  }

  /** See {@link NoteReader.nextClock}. */
  nextClock(ref: string): number {
    return this.#reader.nextClock(ref)
  }

  /** Others have changed something: however often they do, reading it takes a part of the time at most. */
  touch(): void {
    this.#stale = true
    if (!this.#reading) void this.#readLater()
  }

  /** Reads them now. Answers how long it took, everything that had its turn in between included. */
  read(): Promise<Milliseconds> {
    this.#stale = true
    return this.#read()
  }

  /** What changes from now on is not read. */
  close(): void {
    this.#closed = true
  }

  async #readLater(): Promise<void> {
    this.#reading = true
    while (this.#stale && !this.#closed) {
      const took = await this.#read()
      await new Promise((resolve) => setTimeout(resolve, Math.min(took * REST, LONGEST_REST)))
    }
    this.#reading = false
  }

  #read(): Promise<Milliseconds> {
    const done = this.#reads.then(() => this.#readNow())
    this.#reads = done
    return done
  }

  async #readNow(): Promise<Milliseconds> {
    const { replica, pauses, now, changed } = this.#options
    const before = now()
    this.#stale = false
    const work = this.#reader.read(replica, new Set(this.#hidden.keys()))
    let step = work.next()
    for (; !step.done; step = work.next()) if (pauses.due) await pauses.rest()
    this.#notes = step.value.notes
    this.#threads = step.value.threads
    changed()
    return now() - before
  }
}
