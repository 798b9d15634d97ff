import * as Y from 'yjs'
import type { Pauses } from './pauses.ts'
import { CLIENT, cutUpdate, ROOT, scanUpdate, type Size, type UpdateScan } from './scanUpdate.ts'

/*
 * All that one author has written, as a Yjs document of their own: whatever a change of theirs says, there is
 * nothing of anybody else's in it to be changed. Everybody applies an author's changes in the order of their seq,
 * and so comes to the same document. It is one flat map from short keys to plain values.
 */

/** Yjs gives itself another client id, and says so, when it finds that somebody else writes under its own. */
const READER = 0
/** Notes, marks and all else of one author. */
export const MOST_ENTRIES = 10_000
/** Of one author to one note. */
export const MOST_ANSWERS = 1000
/** Structs of a base that are applied at once: some milliseconds. */
const PORTION = 400

/** `large`: more than anybody takes of one author, which is no fault of who passes it on. */
export type Applied = 'applied' | 'illegal' | 'large'

export class AuthorDocument {
  readonly #doc: Y.Doc
  readonly #map: Y.Map<unknown>
  readonly #entries = new Map<string, unknown>()
  readonly #answers = new Map<string, number>()
  readonly #bounded: boolean
  #notes = 0

  /** @param bounded false for what this browser has written itself, in an earlier version maybe: all of it is kept */
  constructor(bounded = true) {
    this.#bounded = bounded
    this.#doc = new Y.Doc()
    this.#doc.clientID = READER
    this.#map = this.#doc.getMap(ROOT)
    this.#map.observe((event) => {
      const changed: ReadonlySet<string | null> = event.keysChanged
      for (const key of changed) if (key !== null) this.#set(key, this.#map.get(key))
    })
  }

  /** The document that a base stands for, made in portions; what it cannot be made of is told. */
  static async of(
    base: Uint8Array,
    pauses: Pauses,
    bounded = true,
  ): Promise<AuthorDocument | 'illegal' | 'large'> {
    const document = new AuthorDocument(bounded)
    const scan = document.#scan(base, 'base')
    if (typeof scan === 'string') return scan
    for (const part of cutUpdate(base, scan, PORTION)) {
      if (!document.#take(part)) return 'illegal'
      if (pauses.due) await pauses.rest()
    }
    return document
  }

  /** Entries of all kinds. */
  get size(): number {
    return this.#entries.size
  }

  /** Those of them that are notes. */
  get notes(): number {
    return this.#notes
  }

  /** How many entries a change would add, at most. */
  addedBy(change: Uint8Array): number {
    const scan = scanUpdate(change, 'change', this.#clock)
    return typeof scan === 'string' ? 0 : scan.added
  }

  /** Anything but `applied` changes nothing. */
  apply(update: Uint8Array, size: Size): Applied {
    const scan = this.#scan(update, size)
    if (typeof scan === 'string') return scan
    return this.#take(update) ? 'applied' : 'illegal'
  }

  /** Whether others would take it, for who is about to {@link write}. */
  fits(changes: ReadonlyMap<string, unknown>): boolean {
    const answers = new Map<string, number>()
    let added = 0
    for (const [key, value] of changes) {
      if (value === undefined || this.#entries.has(key)) continue
      added++
      const ref = answeredBy(value)
      if (ref !== null) answers.set(ref, (answers.get(ref) ?? 0) + 1)
    }
    return added === 0 || this.#hasRoom(added, answers)
  }

  /** Writes and removes entries (`undefined` removes); answers the update that says so, null when nothing changes. */
  write(changes: ReadonlyMap<string, unknown>): Uint8Array | null {
    let said: Uint8Array | null = null
    const hear = (update: Uint8Array) => (said = update)
    this.#doc.on('update', hear)
    this.#doc.clientID = CLIENT
    this.#doc.transact(() => {
      for (const [key, value] of changes) {
        // Said once is enough: Yjs would write it again.
        if (JSON.stringify(value) === JSON.stringify(this.#map.get(key))) continue
        if (value === undefined) this.#map.delete(key)
        else this.#map.set(key, value)
      }
    })
    this.#doc.clientID = READER
    this.#doc.off('update', hear)
    return said
  }

  /** All of it, in the room that its present content takes. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  entries(): Iterable<[string, unknown]> {
    return this.#entries
  }

  #scan(update: Uint8Array, size: Size): UpdateScan | 'illegal' | 'large' {
    const scan = scanUpdate(update, size, this.#clock)
    if (typeof scan === 'string' || scan.added === 0 || !this.#bounded) return scan
    return this.#hasRoom(scan.added, scan.answers) ? scan : 'large'
  }

  get #clock(): number {
    return Y.getState(this.#doc.store, CLIENT)
  }

  #hasRoom(added: number, answers: ReadonlyMap<string, number>): boolean {
    if (this.#entries.size + added > MOST_ENTRIES) return false
    for (const [ref, count] of answers) if ((this.#answers.get(ref) ?? 0) + count > MOST_ANSWERS) return false
    return true
  }

  #take(update: Uint8Array): boolean {
    try {
      Y.applyUpdate(this.#doc, update)
      return true
    } catch {
      return false
    }
  }

  #set(key: string, value: unknown): void {
    this.#countAnswer(this.#entries.get(key), -1)
    this.#countAnswer(value, 1)
    if (key.startsWith('n:')) this.#notes += Number(value !== undefined) - Number(this.#entries.has(key))
    if (value === undefined) this.#entries.delete(key)
    else this.#entries.set(key, value)
  }

  #countAnswer(value: unknown, by: 1 | -1): void {
    const ref = answeredBy(value)
    if (ref === null) return
    const count = (this.#answers.get(ref) ?? 0) + by
    if (count > 0) this.#answers.set(ref, count)
    else this.#answers.delete(ref)
  }
}

/** See `noteModel.ts`. */
function answeredBy(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('r' in value)) return null
  return typeof value.r === 'string' ? value.r : null
}
