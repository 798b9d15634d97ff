import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { equalBytes, joined } from '../../core/bytes.ts'
import { PieceSet } from '../../core/pieceSet.ts'
import { livePieceLength, type LivePart } from '../../wire/liveList.ts'

const HASH: Bytes = 32

/** A segment, as far as it is here: each piece is let in only by the hash that the publisher has signed. */
export class HeldPart {
  readonly told: LivePart
  readonly pieceLength: Bytes
  readonly count: number
  /** Since when it is needed here; null while it is not. */
  wantedAt: Milliseconds | null = null
  /** When somebody was last heard to have more of it, or to fetch it from the publisher; null: never. */
  stirredAt: Milliseconds | null = null
  /** The publisher is asked for it from here. */
  isAsked = false
  readonly #pieces: (Uint8Array<ArrayBuffer> | null)[]
  /** Those that are here. */
  readonly #here: PieceSet
  readonly #waiting = new Set<(bytes: Uint8Array<ArrayBuffer> | null) => void>()

  constructor(told: LivePart) {
    this.told = told
    this.pieceLength = livePieceLength(told.size)
    this.count = Math.ceil(told.size / this.pieceLength)
    this.#pieces = Array.from({ length: this.count }, () => null)
    this.#here = new PieceSet(this.count)
  }

  get isWhole(): boolean {
    return this.#here.full
  }

  get isEmpty(): boolean {
    return this.#here.size === 0
  }

  /** Bytes that it takes. */
  get held(): Bytes {
    return this.#here.size * this.pieceLength
  }

  piece(at: number): Uint8Array<ArrayBuffer> | null {
    return this.#pieces[at] ?? null
  }

  lengthOf(at: number): Bytes {
    return Math.min(this.pieceLength, this.told.size - at * this.pieceLength)
  }

  /** The first byte that is not here. */
  get firstMissing(): Bytes {
    const at = this.#pieces.indexOf(null)
    return at < 0 ? this.told.size : at * this.pieceLength
  }

  /** A bit for each piece that is here, the highest of the first byte for the first. */
  get bits(): Uint8Array {
    return this.#here.bitfield()
  }

  /** Takes a piece over; false for one that is not what was signed. */
  async take(at: number, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    if (!equalBytes(digest, this.told.hashes.subarray(at * HASH, (at + 1) * HASH))) return false
    if (!this.#here.add(at)) return true
    this.#pieces[at] = bytes
    if (this.isWhole) this.#settle(this.bytes())
    return true
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return joined(this.#pieces.filter((piece) => piece !== null))
  }

  /** Settles when all of it is here. Rejects when it is gone, or nobody needs it any more. */
  async whole(signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    signal.throwIfAborted()
    if (this.isWhole) return this.bytes()
    const bytes = await new Promise<Uint8Array<ArrayBuffer> | null>((resolve) => {
      this.#waiting.add(resolve)
      signal.addEventListener('abort', () => resolve(null), { once: true })
    })
    if (!bytes) throw new Error('live-part-gone')
    return bytes
  }

  /** It is kept no longer. */
  drop(): void {
    this.#settle(null)
  }

  #settle(bytes: Uint8Array<ArrayBuffer> | null): void {
    for (const resolve of this.#waiting) resolve(bytes)
    this.#waiting.clear()
  }
}
