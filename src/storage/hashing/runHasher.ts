import type { Bytes } from '../../core/brand.ts'
import { sealedParts, sealRun, type Seal } from '../../seal/seal.ts'
import { RECORD, RECORD_CONTENT, sealedSize } from '../../seal/sizes.ts'
import { FileLayout } from '../../torrent/fileLayout.ts'
import { DIGEST_LENGTH, pieceCount } from '../../torrent/pieces.ts'
import { PieceReader, UnreadableFile } from './pieceReader.ts'

/** What is digested of them at once: reading goes on meanwhile. More measured slower. */
const READS_IN_FLIGHT = 2

/**
 * What is read at once to be sealed, in whole pieces: with a piece of 128 KiB at a time it takes 10 % longer, with 256
 * KiB or 1 MiB 3 %. What is not sealed is as fast a piece at a time.
 */
const SEALED_AT_ONCE: Bytes = 512 * 1024

/** Files laid end to end, and the length of their pieces. */
export interface Hashable {
  readonly files: readonly Blob[]
  readonly pieceLength: Bytes
  /** Null for the files as they are. */
  readonly seal: Seal | null
}

/** How many pieces there are to be hashed. */
export function piecesOf({ files, pieceLength, seal }: Hashable): number {
  return pieceCount(sizeOf(files, seal), pieceLength)
}

/**
 * Hashes a share run by run. Its buffers serve one run after the other: left to the garbage collector, those of each run
 * of 32 MiB would be up to 12 MiB, and 5 GB of runs most of what the page grows by.
 */
export class RunHasher {
  readonly #seal: Seal | null
  readonly #parts: readonly Blob[]
  readonly #layout: FileLayout
  readonly #size: Bytes
  readonly #pieceLength: Bytes
  /** What is read for a piece. */
  readonly #perPiece: Bytes
  /** Pieces that are read at once. */
  readonly #atOnce: number
  /** What was read into. */
  readonly #spare: ArrayBuffer[] = []
  /** What was sealed into. */
  readonly #spareSealed: ArrayBuffer[] = []

  constructor({ files, pieceLength, seal }: Hashable) {
    this.#seal = seal
    this.#parts = seal ? sealedParts(seal, files) : files
    this.#layout = new FileLayout(this.#parts.map((part) => part.size))
    this.#size = sizeOf(files, seal)
    this.#pieceLength = pieceLength
    this.#perPiece = seal ? (pieceLength / RECORD) * RECORD_CONTENT : pieceLength
    this.#atOnce = seal ? Math.max(1, Math.floor(SEALED_AT_ONCE / pieceLength)) : 1
  }

  /**
   * SHA-1 of `count` pieces from `firstPiece` on, 20 bytes each. Rejects with an `UnreadableFile` when a file
   * changed or went away.
   *
   * @param progress told what was read of the files as it is done; what it throws ends the run
   */
  async run(
    firstPiece: number,
    count: number,
    progress: (done: Bytes) => void,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const end = firstPiece + count
    const slices = this.#layout.slices(this.#startOf(firstPiece), this.#startOf(end))
    const reader = new PieceReader(this.#parts, slices)
    const digests = new Uint8Array(count * DIGEST_LENGTH)
    const inFlight = new Set<Promise<void>>()
    try {
      for (let piece = firstPiece; piece < end; piece += this.#atOnce) {
        const pieces = Math.min(this.#atOnce, end - piece)
        const length = this.#startOf(piece + pieces) - this.#startOf(piece)
        const spare = this.#spare.pop() ?? new ArrayBuffer(this.#atOnce * this.#perPiece)
        const bytes = await reader.read(length, spare)
        const into = digests.subarray((piece - firstPiece) * DIGEST_LENGTH)
        const digesting = this.#digestAll(piece, pieces, bytes, into).then(() => {
          this.#spare.push(bytes.buffer)
          progress(bytes.length)
          inFlight.delete(digesting)
        })
        inFlight.add(digesting)
        // One that fails while something is read is told by whoever waits next.
        digesting.catch(() => undefined)
        if (inFlight.size >= READS_IN_FLIGHT) await Promise.race(inFlight)
      }
      await Promise.all(inFlight)
    } catch (error) {
      // The first of what is sealed is the manifest, and no file.
      if (this.#seal && error instanceof UnreadableFile) throw new UnreadableFile(error.file - 1, error.cause)
      throw error
    }
    return digests
  }

  /** Where a piece begins among what is read; behind that there are zeros alone. */
  #startOf(piece: number): Bytes {
    return Math.min(piece * this.#perPiece, this.#layout.size)
  }

  async #digestAll(
    first: number,
    pieces: number,
    bytes: Uint8Array<ArrayBuffer>,
    digests: Uint8Array,
  ): Promise<void> {
    if (!this.#seal) return digest(bytes, digests)
    const start = first * this.#pieceLength
    const length = Math.min(pieces * this.#pieceLength, this.#size - start)
    // New memory has to be cleared each time, which takes as long as to seal it.
    const into = this.#spareSealed.pop() ?? new ArrayBuffer(this.#atOnce * this.#pieceLength)
    const run = { first: start / RECORD, records: length / RECORD }
    const sealed = await sealRun(this.#seal, run, bytes, new Uint8Array(into, 0, length))
    for (let at = 0; at < pieces; at++) {
      const piece = sealed.subarray(at * this.#pieceLength, (at + 1) * this.#pieceLength)
      await digest(piece, digests.subarray(at * DIGEST_LENGTH))
    }
    this.#spareSealed.push(into)
  }
}

async function digest(bytes: Uint8Array<ArrayBuffer>, into: Uint8Array): Promise<void> {
  into.set(new Uint8Array(await crypto.subtle.digest('SHA-1', bytes)))
}

function sizeOf(files: readonly Blob[], seal: Seal | null): Bytes {
  return seal ? sealedSize(seal) : files.reduce((sum, file) => sum + file.size, 0)
}
