import type { Bytes } from '../core/brand.ts'
import { lengthOfPiece } from '../torrent/pieces.ts'
import type { PieceStore } from '../storage/pieceStore.ts'
import { isPiece } from '../storage/verifiedReads.ts'
import type { Metainfo } from '../torrent/metainfo.ts'

export interface ScrubOptions {
  readonly metainfo: Metainfo
  readonly store: PieceStore
  /** The pieces that the library says are here. */
  readonly here: readonly number[]
  /** The pieces of which it does not. */
  readonly missing: readonly number[]
  /** A piece is damaged, or was never written. */
  readonly damaged: (piece: number) => void
  /** A piece is here after all. */
  readonly found: (piece: number) => void
}

/** A piece that begins with so many zeros has not been written: the store is preallocated. */
const PROBE: Bytes = 4096

/**
 * Looks through what an earlier visit left on the disk. Nobody has to wait for it: what is served is verified
 * as it is read, and what is saved is looked at first.
 */
export class Scrub {
  readonly #options: ScrubOptions
  readonly #unchecked: Set<number>

  constructor(options: ScrubOptions) {
    this.#options = options
    this.#unchecked = new Set(options.here)
  }

  /** Finds the pieces that came in the last second before a crash, of which the library does not know. */
  async findMissing(signal: AbortSignal): Promise<void> {
    const { missing, found } = this.#options
    for (const piece of missing) {
      if (signal.aborted) return
      if ((await this.#isWritten(piece)) && (await this.#isIntact(piece))) found(piece)
    }
  }

  /** Looks at every piece that is here, one after the other. False when it was ended before it was through. */
  async checkAll(signal: AbortSignal): Promise<boolean> {
    for (const piece of this.#unchecked) {
      if (signal.aborted) return false
      await this.check(piece)
    }
    return !signal.aborted
  }

  /** Looks at a piece, unless that has been done already. */
  async check(piece: number): Promise<void> {
    if (!this.#unchecked.has(piece)) return
    const intact = await this.#isIntact(piece)
    // The share may have ended, or the piece been looked at by another, meanwhile.
    if (this.#unchecked.delete(piece) && !intact) this.#options.damaged(piece)
  }

  /** Nothing is reported from now on. */
  end(): void {
    this.#unchecked.clear()
  }

  async #isWritten(piece: number): Promise<boolean> {
    const { store, metainfo } = this.#options
    const length = Math.min(PROBE, lengthOfPiece(piece, metainfo.size, metainfo.pieceLength))
    const bytes = await store.read(piece * metainfo.pieceLength, length).catch(() => null)
    return bytes?.some((byte) => byte !== 0) ?? false
  }

  async #isIntact(piece: number): Promise<boolean> {
    const { store, metainfo } = this.#options
    const { size, pieceLength, pieces } = metainfo
    const bytes = await store
      .read(piece * pieceLength, lengthOfPiece(piece, size, pieceLength))
      .catch(() => null)
    return bytes !== null && isPiece(bytes, pieces, piece)
  }
}
