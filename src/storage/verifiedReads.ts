import type { Bytes } from '../core/brand.ts'
import { DIGEST_LENGTH, lengthOfPiece } from '../torrent/pieces.ts'
import { KeptPieces } from './keptPieces.ts'
import type { PieceStore } from './pieceStore.ts'
import { StoreError } from './problems.ts'

/** Bytes of pieces kept after they were read: wires ask for 16 KiB at a time, one piece after the other. */
const KEPT: Bytes = 32 * 1024 * 1024

/** Pieces read and hashed at once. */
const MOST_LOADING = 4

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
  readonly #coming = new Map<number, Promise<Uint8Array<ArrayBuffer>>>()
  readonly #waiting: (() => void)[] = []
  #loading = 0

  /** @param hashes SHA-1 of every piece, 20 bytes each (BEP 3) */
  constructor(store: PieceStore, hashes: Uint8Array, size: Bytes, pieceLength: Bytes) {
    this.#store = store
    this.#hashes = hashes
    this.#size = size
    this.#pieceLength = pieceLength
  }

  /**
   * Reads a part of a piece, in the array that is kept of it: nobody may change it, and who keeps it keeps the whole
   * array in memory, up to 16 MiB. Rejects with {@link DamagedPiece}, or as the store does.
   */
  async read(piece: number, offset: Bytes, length: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    return (this.#kept.get(piece) ?? (await this.#load(piece))).subarray(offset, offset + length)
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

  #load(piece: number): Promise<Uint8Array<ArrayBuffer>> {
    const coming = this.#coming.get(piece)
    if (coming) return coming
    const loading = this.#verify(piece)
      .then((bytes) => {
        this.#kept.set(piece, bytes, false)
        return bytes
      })
      .finally(() => this.#coming.delete(piece))
    this.#coming.set(piece, loading)
    return loading
  }

  /** A peer may ask for a block of every piece at once: only a few pieces are read at a time. */
  async #verify(piece: number): Promise<Uint8Array<ArrayBuffer>> {
    while (this.#loading >= MOST_LOADING) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#loading++
    try {
      return await this.#readPiece(piece)
    } finally {
      this.#loading--
      this.#waiting.shift()?.()
    }
  }

  async #readPiece(piece: number): Promise<Uint8Array<ArrayBuffer>> {
    const length = lengthOfPiece(piece, this.#size, this.#pieceLength)
    const bytes = await this.#store.read(piece * this.#pieceLength, length)
    if (!(await isPiece(bytes, this.#hashes, piece))) throw new DamagedPiece(piece)
    return bytes
  }
}

/** Whether bytes are those of a piece, by its SHA-1 among the hashes of all pieces (BEP 3). */
export async function isPiece(
  bytes: Uint8Array<ArrayBuffer>,
  hashes: Uint8Array,
  piece: number,
): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes))
  return digest.every((byte, index) => byte === hashes[piece * DIGEST_LENGTH + index])
}
