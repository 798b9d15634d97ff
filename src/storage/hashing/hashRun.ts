import type { Bytes } from '../../core/brand.ts'
import { sealedParts, sealRun, type Seal } from '../../seal/seal.ts'
import { RECORD, RECORD_CONTENT, sealedSize } from '../../seal/sizes.ts'
import { FileLayout } from '../../torrent/fileLayout.ts'
import { DIGEST_LENGTH, lengthOfPiece, pieceCount } from '../../torrent/pieces.ts'
import { PieceReader, UnreadableFile } from './pieceReader.ts'

/** Digests under way at once: reading goes on while SHA-1 runs on other threads. More measured slower. */
const DIGESTS_IN_FLIGHT = 2

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
  const digests = new Uint8Array(count * DIGEST_LENGTH)
  const inFlight = new Set<Promise<void>>()
  const spare: ArrayBuffer[] = []

  /** Where pieces are sealed: new memory has to be cleared each time, which takes as long as to seal it. */
  const spareSealed: ArrayBuffer[] = []

  const pieceOf = (piece: number, bytes: Uint8Array<ArrayBuffer>) => {
    if (!seal) return bytes
    const length = lengthOfPiece(piece, size, pieceLength)
    const into = new Uint8Array(spareSealed.pop() ?? new ArrayBuffer(pieceLength), 0, length)
    return sealRun(seal, { first: piece * recordsPerPiece, records: length / RECORD }, bytes, into)
  }
  const digest = async (index: number, bytes: Uint8Array<ArrayBuffer>) => {
    const piece = await pieceOf(firstPiece + index, bytes)
    const digested = await crypto.subtle.digest('SHA-1', piece)
    digests.set(new Uint8Array(digested), index * DIGEST_LENGTH)
    if (seal) spareSealed.push(piece.buffer)
    spare.push(bytes.buffer)
    progress(bytes.length)
  }

  try {
    for (let index = 0; index < count; index++) {
      const piece = firstPiece + index
      const length = startOf(piece + 1) - startOf(piece)
      const bytes = await reader.read(length, spare.pop() ?? new ArrayBuffer(perPiece))
      const digesting = digest(index, bytes).then(() => void inFlight.delete(digesting))
      inFlight.add(digesting)
      // One that fails while something is read is told by whoever waits next.
      digesting.catch(() => undefined)
      if (inFlight.size >= DIGESTS_IN_FLIGHT) await Promise.race(inFlight)
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
