import * as Y from 'yjs'
import type { Pauses } from './pauses.ts'
import {
  CLIENT,
  cutUpdate,
  MOST_STRUCTS,
  ROOT,
  scanInPortions,
  scanUpdate,
  type Size,
  type UpdateScan,
} from './scanUpdate.ts'

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

/** Answers by the {@link Note.ref} of what they answer. */
type AnswerCounts = Map<string, number>

/** What a change adds, and what it writes again. */
export type Added = Pick<UpdateScan, 'added' | 'answers' | 'again' | 'answersAgain'>

/** `large`: more than anybody takes of one author, which is no fault of who passes it on. */
export type Applied = 'applied' | 'illegal' | 'large'

export class AuthorDocument {
  readonly #doc: Y.Doc
  readonly #map: Y.Map<unknown>
  readonly #entries = new Map<string, unknown>()
  readonly #answers: AnswerCounts = new Map()
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
    const scanning = scanInPortions(base, 'base', 0)
    let step = scanning.next()
    for (; !step.done; step = scanning.next()) if (pauses.due) await pauses.rest()
    const scan = document.#judge(step.value, 'base')
    if (typeof scan === 'string') return scan
    for (const part of cutUpdate(base, scan, PORTION)) {
      if (!document.#take(part)) return 'illegal'
      // Entries that were written more than once are not counted before they are made.
      if (bounded && document.size > MOST_ENTRIES) return 'large'
      if (pauses.due) await pauses.rest()
    }
    if (bounded && [...document.answers.values()].some((count) => count > MOST_ANSWERS)) return 'large'
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

  /** Its own answers. */
  get answers(): ReadonlyMap<string, number> {
    return this.#answers
  }

  /** What a change would add, at most. */
  addedBy(change: Uint8Array): Added {
    const scan = scanUpdate(change, 'change', this.#clock)
    return typeof scan === 'string' ? NOTHING : scan
  }

  /** Anything but `applied` changes nothing. */
  apply(update: Uint8Array, size: Size): Applied {
    const scan = this.#judge(scanUpdate(update, size, this.#clock), size)
    if (typeof scan === 'string') return scan
    return this.#take(update) ? 'applied' : 'illegal'
  }

  /** What it would add to {@link write} these. */
  addedByWriting(changes: ReadonlyMap<string, unknown>): Added {
    const answers: AnswerCounts = new Map()
    let added = 0
    for (const [key, value] of changes) {
      if (value === undefined || this.#entries.has(key)) continue
      added++
      const ref = answeredBy(value)
      if (ref !== null) add(answers, ref, 1)
    }
    return { ...NOTHING, added, answers }
  }

  /** Whether others would take so much more of this author. */
  fits(more: Added): boolean {
    return more.added === 0 || this.#hasRoom(more)
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

  /** Of what was scanned, what there is room for. */
  #judge(scan: UpdateScan | 'illegal' | 'large', size: Size): UpdateScan | 'illegal' | 'large' {
    if (typeof scan === 'string' || scan.added + scan.again === 0 || !this.#bounded) return scan
    // Of a base nothing is there yet: what is in it twice is counted when it is made.
    const counted = size === 'base' ? { ...scan, again: 0, answersAgain: NOTHING.answers } : scan
    return this.#hasRoom(counted) ? scan : 'large'
  }

  get #clock(): number {
    return Y.getState(this.#doc.store, CLIENT)
  }

  /**
   * What is written again may be there already, so that as much more fits as one change can hold: who has as much as
   * may be can change all of it.
   */
  #hasRoom({ added, answers, again, answersAgain }: Added): boolean {
    const most = (bound: number, rewritten: number) => bound + (rewritten > 0 ? MOST_STRUCTS.change : 0)
    if (this.#entries.size + added + again > most(MOST_ENTRIES, again)) return false
    const answered = new Set([...answers.keys(), ...answersAgain.keys()])
    for (const ref of answered) {
      const rewritten = answersAgain.get(ref) ?? 0
      const all = (this.#answers.get(ref) ?? 0) + (answers.get(ref) ?? 0) + rewritten
      if (all > most(MOST_ANSWERS, rewritten)) return false
    }
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
    add(this.#answers, ref, by)
  }
}

export const NOTHING: Added = { added: 0, answers: new Map(), again: 0, answersAgain: new Map() }

function add(counts: AnswerCounts, ref: string, by: number): void {
  const count = (counts.get(ref) ?? 0) + by
  if (count > 0) counts.set(ref, count)
  else counts.delete(ref)
}

/** See `noteModel.ts`. */
function answeredBy(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('r' in value)) return null
  return typeof value.r === 'string' ? value.r : null
}
