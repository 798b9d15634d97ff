import type { Bytes } from '../../core/brand.ts'
import { FileLayout } from '../../torrent/fileLayout.ts'
import { DIGEST_LENGTH, lengthOfPiece } from '../../torrent/pieces.ts'
import { PieceReader } from './pieceReader.ts'

/** Digests under way at once: reading goes on while SHA-1 runs on other threads. More measured slower. */
const DIGESTS_IN_FLIGHT = 2

/** Files laid end to end, and the length of their pieces. */
export interface Hashable {
  readonly files: readonly Blob[]
  readonly pieceLength: Bytes
}

/**
 * SHA-1 of `pieceCount` pieces from `firstPiece` on, 20 bytes each. Rejects with an `UnreadableFile` when a file
 * changed or went away.
 *
 * @param progress told the length of each piece as it is done; what it throws ends the run
 */
export async function hashRun(
  { files, pieceLength }: Hashable,
  firstPiece: number,
  pieceCount: number,
  progress: (done: Bytes) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const layout = new FileLayout(files.map((file) => file.size))
  const digests = new Uint8Array(pieceCount * DIGEST_LENGTH)
  const start = firstPiece * pieceLength
  const end = Math.min(start + pieceCount * pieceLength, layout.size)
  const reader = new PieceReader(files, layout.slices(start, end))
  const inFlight = new Set<Promise<void>>()
  const spare: ArrayBuffer[] = []
  for (let index = 0; index < pieceCount; index++) {
    const length = lengthOfPiece(firstPiece + index, layout.size, pieceLength)
    const bytes = await reader.read(length, spare.pop() ?? new ArrayBuffer(pieceLength))
    const digesting = crypto.subtle.digest('SHA-1', bytes).then((digest) => {
      digests.set(new Uint8Array(digest), index * DIGEST_LENGTH)
      spare.push(bytes.buffer)
      inFlight.delete(digesting)
      progress(length)
    })
    inFlight.add(digesting)
    if (inFlight.size >= DIGESTS_IN_FLIGHT) await Promise.race(inFlight)
  }
  await Promise.all(inFlight)
  return digests
}
