import type { Bytes } from '../../core/brand.ts'
import { sealedParts, sealRun, type Seal } from '../../seal/seal.ts'
import { RECORD, RECORD_CONTENT, sealedSize } from '../../seal/sizes.ts'
import { FileLayout } from '../../torrent/fileLayout.ts'
import { DIGEST_LENGTH, lengthOfPiece, pieceCount } from '../../torrent/pieces.ts'
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
 * SHA-1 of `count` pieces from `firstPiece` on, 20 bytes each. Rejects with an `UnreadableFile` when a file
 * changed or went away.
 *
 * @param progress told what was read of the files for each piece as it is done; what it throws ends the run
 */
export async function hashRun(
  { files, pieceLength, seal }: Hashable,
  firstPiece: number,
  count: number,
  progress: (done: Bytes) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = seal ? sealedParts(seal, files) : files
  const layout = new FileLayout(parts.map((part) => part.size))
  const size = sizeOf(files, seal)
  const recordsPerPiece = pieceLength / RECORD
  /** What is read for a piece. */
  const perPiece = seal ? recordsPerPiece * RECORD_CONTENT : pieceLength
  const startOf = (piece: number) => Math.min(piece * perPiece, layout.size)
  const slices = layout.slices(startOf(firstPiece), startOf(firstPiece + count))
  const reader = new PieceReader(parts, slices)
  const atOnce = seal ? Math.max(1, Math.floor(SEALED_AT_ONCE / pieceLength)) : 1
  const digests = new Uint8Array(count * DIGEST_LENGTH)
  const inFlight = new Set<Promise<void>>()
  const spare: ArrayBuffer[] = []

  /** Where pieces are sealed: new memory has to be cleared each time, which takes as long as to seal it. */
  const spareSealed: ArrayBuffer[] = []

  const digest = async (piece: number, bytes: Uint8Array<ArrayBuffer>) => {
    const digested = await crypto.subtle.digest('SHA-1', bytes)
    digests.set(new Uint8Array(digested), (piece - firstPiece) * DIGEST_LENGTH)
  }
  const seals = async (
    by: Seal,
    piece: number,
    bytes: Uint8Array<ArrayBuffer>,
    into: ArrayBuffer,
    at: number,
  ) => {
    const length = lengthOfPiece(piece, size, pieceLength)
    const run = { first: piece * recordsPerPiece, records: length / RECORD }
    await digest(piece, await sealRun(by, run, bytes, new Uint8Array(into, at * pieceLength, length)))
    progress(bytes.length)
  }
  const digestAll = async (first: number, bytes: Uint8Array<ArrayBuffer>, pieces: number) => {
    if (seal) {
      const into = spareSealed.pop() ?? new ArrayBuffer(atOnce * pieceLength)
      const sealing = Array.from({ length: pieces }, (_, at) =>
        seals(seal, first + at, bytes.subarray(at * perPiece, (at + 1) * perPiece), into, at),
      )
      await Promise.all(sealing)
      spareSealed.push(into)
    } else {
      await digest(first, bytes)
      progress(bytes.length)
    }
    spare.push(bytes.buffer)
  }

  try {
    for (let piece = firstPiece; piece < firstPiece + count; piece += atOnce) {
      const pieces = Math.min(atOnce, firstPiece + count - piece)
      const length = startOf(piece + pieces) - startOf(piece)
      const bytes = await reader.read(length, spare.pop() ?? new ArrayBuffer(atOnce * perPiece))
      const digesting = digestAll(piece, bytes, pieces).then(() => void inFlight.delete(digesting))
      inFlight.add(digesting)
      // One that fails while something is read is told by whoever waits next.
      digesting.catch(() => undefined)
      if (inFlight.size >= READS_IN_FLIGHT) await Promise.race(inFlight)
    }
    await Promise.all(inFlight)
  } catch (error) {
    // The first of what is sealed is the manifest, and no file.
    if (seal && error instanceof UnreadableFile) throw new UnreadableFile(error.file - 1, error.cause)
    throw error
  }
  return digests
}

function sizeOf(files: readonly Blob[], seal: Seal | null): Bytes {
  return seal ? sealedSize(seal) : files.reduce((sum, file) => sum + file.size, 0)
}
