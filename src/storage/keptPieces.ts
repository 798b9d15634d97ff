import type { Bytes } from '../core/brand.ts'
import type { Loan } from './loan.ts'

/** Memory that waits to be used again. */
const MOST_SPARE: Bytes = 4 * 1024 * 1024

/**
 * Pieces kept in memory, the least recently used being the first to go. Several may be parts of one array, which takes
 * its memory as long as any of them is kept.
 *
 * What a piece was in that nobody was ever given, or that is back from all to whom it was lent, is used for another:
 * memory that is new costs more than the copy into it, because the system has to find and to clear it, and in Node as much
 * again, because every 64 MB of it have V8 look through all that is alive.
 */
export class KeptPieces {
  readonly #most: Bytes
  /** A Map keeps insertion order: the first is the least recently used. */
  readonly #pieces = new Map<number, Uint8Array<ArrayBuffer>>()
  /** How many pieces are in each array. */
  readonly #arrays = new Map<ArrayBuffer, number>()
  readonly #ours = new Set<ArrayBuffer>()
  /** How often each array is lent; it may never come back. */
  readonly #lent = new WeakMap<ArrayBuffer, number>()
  /** Those of them that are ours, and of no piece that is kept. */
  readonly #leaving = new WeakSet<ArrayBuffer>()
  readonly #spare: ArrayBuffer[] = []
  #size: Bytes = 0
  #spareSize: Bytes = 0

  constructor(most: Bytes) {
    this.#most = most
  }

  /** Whoever is given them may use them for as long as wanted, and must not change them. */
  get(piece: number): Uint8Array<ArrayBuffer> | null {
    const bytes = this.#use(piece)
    if (bytes) this.#ours.delete(bytes.buffer)
    return bytes
  }

  /** The same for a while; see {@link Loan}. */
  lend(piece: number): Loan | null {
    const bytes = this.#use(piece)
    if (!bytes) return null
    this.lendLater(bytes, 1)
    return this.loanOf(bytes)
  }

  /** Counts a piece as lent to so many, who are given their {@link loanOf} it later. */
  lendLater({ buffer }: Uint8Array<ArrayBuffer>, times: number): void {
    if (times > 0) this.#lent.set(buffer, (this.#lent.get(buffer) ?? 0) + times)
  }

  /** A loan that was counted. */
  loanOf(bytes: Uint8Array<ArrayBuffer>): Loan {
    let isOut = true
    const back = () => {
      if (isOut) this.#back(bytes.buffer)
      isOut = false
    }
    return { bytes, back }
  }

  /** @param ours nobody else has the array that they are in */
  set(piece: number, bytes: Uint8Array<ArrayBuffer>, ours: boolean): void {
    this.#delete(piece)
    this.#pieces.set(piece, bytes)
    const users = this.#arrays.get(bytes.buffer) ?? 0
    this.#arrays.set(bytes.buffer, users + 1)
    if (users === 0) this.#size += bytes.buffer.byteLength
    if (ours) this.#ours.add(bytes.buffer)
    for (const oldest of this.#pieces.keys()) {
      if (this.#size <= this.#most || oldest === piece) break
      this.#delete(oldest)
    }
  }

  /** Memory for a piece, with anything in it. */
  take(length: Bytes): Uint8Array<ArrayBuffer> {
    const at = this.#spare.findIndex(({ byteLength }) => byteLength === length)
    const [spare] = at < 0 ? [] : this.#spare.splice(at, 1)
    if (!spare) return new Uint8Array(length)
    this.#spareSize -= length
    return new Uint8Array(spare)
  }

  #use(piece: number): Uint8Array<ArrayBuffer> | null {
    const bytes = this.#pieces.get(piece)
    if (!bytes) return null
    this.#pieces.delete(piece)
    this.#pieces.set(piece, bytes)
    return bytes
  }

  #delete(piece: number): void {
    const buffer = this.#pieces.get(piece)?.buffer
    if (!buffer) return
    this.#pieces.delete(piece)
    const users = (this.#arrays.get(buffer) ?? 1) - 1
    if (users > 0) return void this.#arrays.set(buffer, users)
    this.#arrays.delete(buffer)
    this.#size -= buffer.byteLength
    if (!this.#ours.delete(buffer)) return
    if (this.#lent.has(buffer)) this.#leaving.add(buffer)
    else this.#spareIt(buffer)
  }

  #back(buffer: ArrayBuffer): void {
    const times = (this.#lent.get(buffer) ?? 1) - 1
    if (times > 0) return void this.#lent.set(buffer, times)
    this.#lent.delete(buffer)
    if (this.#leaving.delete(buffer)) this.#spareIt(buffer)
  }

  #spareIt(buffer: ArrayBuffer): void {
    if (this.#spareSize + buffer.byteLength > MOST_SPARE) return
    this.#spare.push(buffer)
    this.#spareSize += buffer.byteLength
  }
}
