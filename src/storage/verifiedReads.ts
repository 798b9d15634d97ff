import type { Bytes } from '../core/brand.ts'
import { DIGEST_LENGTH, lengthOfPiece } from '../torrent/pieces.ts'
import { KeptPieces } from './keptPieces.ts'
import type { Loan } from './loan.ts'
import type { PieceStore } from './pieceStore.ts'
import { StoreError } from './problems.ts'

/** Bytes of pieces kept after they were read: wires ask for 16 KiB at a time, one piece after the other. */
const KEPT: Bytes = 32 * 1024 * 1024

/** Pieces read and hashed at once. */
const MOST_LOADING = 4

/** A piece that is being read, and for whom. */
interface Coming {
  readonly bytes: Promise<Uint8Array<ArrayBuffer>>
  loans: number
  /** Somebody keeps it. */
  isGiven: boolean
}

interface ReadPiece {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Nobody else has the array that they are in. */
  readonly ours: boolean
}

/** A piece of the store is not what it should be. */
export class DamagedPiece extends StoreError {
  override readonly name = 'DamagedPiece'
  readonly piece: number

  constructor(piece: number) {
    super('files-damaged')
    this.piece = piece
  }
}

/**
 * Reads through a store piece by piece, and lets out only what its hash confirms: a file that was edited or a
 * disk that has gone bad never sends a wrong byte. Every load from the store is verified again, which at more
 * than 1 GB/s costs far less than the network does; repeated reads of one piece are served from memory.
 */
export class VerifiedReads {
  readonly #store: PieceStore
  readonly #hashes: Uint8Array
  readonly #size: Bytes
  readonly #pieceLength: Bytes
  readonly #kept = new KeptPieces(KEPT)
  readonly #sha1: Sha1
  readonly #coming = new Map<number, Coming>()
  readonly #waiting: (() => void)[] = []
  #loading = 0

  /** @param hashes SHA-1 of every piece, 20 bytes each (BEP 3) */
  constructor(store: PieceStore, hashes: Uint8Array, size: Bytes, pieceLength: Bytes, sha1: Sha1 = webSha1) {
    this.#store = store
    this.#sha1 = sha1
    this.#hashes = hashes
    this.#size = size
    this.#pieceLength = pieceLength
  }

  /**
   * Reads a part of a piece, in the array that is kept of it: nobody may change it, and who keeps it keeps the whole
   * array in memory, up to 16 MiB. Rejects with {@link DamagedPiece}, or as the store does.
   */
  async read(piece: number, offset: Bytes, length: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = this.#kept.get(piece) ?? (await this.#load(piece, 'for good'))
    return bytes.subarray(offset, offset + length)
  }

  /** The same for a while: their memory is used for another piece once it is back. */
  async lend(piece: number, offset: Bytes, length: Bytes): Promise<Loan> {
    const kept = this.lendNow(piece, offset, length)
    if (kept) return kept
    const { bytes, back } = this.#kept.loanOf(await this.#load(piece, 'lent'))
    return { bytes: bytes.subarray(offset, offset + length), back }
  }

  /** The same of what is in memory; null when it has to be read. */
  lendNow(piece: number, offset: Bytes, length: Bytes): Loan | null {
    const kept = this.#kept.lend(piece)
    return kept && { bytes: kept.bytes.subarray(offset, offset + length), back: kept.back }
  }

  /**
   * Takes over the bytes of a piece that were found right a moment ago, and are likely to be read soon. Nobody else may
   * use their array from then on.
   */
  keep(piece: number, bytes: Uint8Array<ArrayBuffer>): void {
    this.#kept.set(piece, bytes, true)
  }

  /** Memory for a piece, with anything in it. */
  memory(piece: number): Uint8Array<ArrayBuffer> {
    return this.#kept.take(lengthOfPiece(piece, this.#size, this.#pieceLength))
  }

  /** Answers the piece; who asked `lent` has a loan of it by then. */
  #load(piece: number, use: 'for good' | 'lent'): Promise<Uint8Array<ArrayBuffer>> {
    const coming = this.#coming.get(piece) ?? this.#begin(piece)
    if (use === 'lent') coming.loans++
    else coming.isGiven = true
    return coming.bytes
  }

  #begin(piece: number): Coming {
    const loading = this.#verify(piece).then(
      ({ bytes, ours }) => {
        this.#coming.delete(piece)
        // Before it is kept, and may go at once: those who wait for it come to it only later.
        this.#kept.lendLater(bytes, coming.loans)
        this.#kept.set(piece, bytes, ours && !coming.isGiven)
        return bytes
      },
      (error: unknown) => {
        this.#coming.delete(piece)
        throw error
      },
    )
    const coming: Coming = { bytes: loading, loans: 0, isGiven: false }
    this.#coming.set(piece, coming)
    return coming
  }

  /** A peer may ask for a block of every piece at once: only a few pieces are read at a time. */
  async #verify(piece: number): Promise<ReadPiece> {
    while (this.#loading >= MOST_LOADING) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#loading++
    try {
      return await this.#readPiece(piece)
    } finally {
      this.#loading--
      this.#waiting.shift()?.()
    }
  }

  async #readPiece(piece: number): Promise<ReadPiece> {
    const length = lengthOfPiece(piece, this.#size, this.#pieceLength)
    const given: Uint8Array<ArrayBuffer>[] = []
    const memory = () => {
      const bytes = this.#kept.take(length)
      given.push(bytes)
      return bytes
    }
    const bytes = await this.#store.read(piece * this.#pieceLength, length, memory)
    if (!(await isPiece(bytes, this.#hashes, piece, this.#sha1))) throw new DamagedPiece(piece)
    return { bytes, ours: given.includes(bytes) }
  }
}

/** SHA-1 of bytes, at once or later. */
export type Sha1 = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>

/** On another thread, from a copy. */
export const webSha1: Sha1 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-1', bytes))

/** Whether bytes are those of a piece, by its SHA-1 among the hashes of all pieces (BEP 3). */
export async function isPiece(
  bytes: Uint8Array<ArrayBuffer>,
  hashes: Uint8Array,
  piece: number,
  sha1: Sha1 = webSha1,
): Promise<boolean> {
  const digest = await sha1(bytes)
  return digest.every((byte, index) => byte === hashes[piece * DIGEST_LENGTH + index])
}
