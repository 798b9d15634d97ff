import type { PieceStore } from '../../storage/pieceStore.ts'
import { StoreError } from '../../storage/problems.ts'
import { isPiece } from '../../storage/verifiedReads.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import { lengthOfPiece, pieceCount } from '../../torrent/pieces.ts'

/**
 * Copies a share from one store to another, a piece at a time, and settles when it has reached the disk. Rejects with a
 * `StoreError`: `files-damaged` where a piece is no longer what was shared.
 *
 * @param told how much of it has been copied, 0…1
 */
export async function copyPieces(
  { size, pieceLength, pieces }: Metainfo,
  from: PieceStore,
  to: PieceStore,
  signal: AbortSignal,
  told: (ratio: number) => void,
): Promise<void> {
  const count = pieceCount(size, pieceLength)
  for (let piece = 0; piece < count; piece++) {
    signal.throwIfAborted()
    const offset = piece * pieceLength
    const bytes = await from.read(offset, lengthOfPiece(piece, size, pieceLength))
    if (!(await isPiece(bytes, pieces, piece))) throw new StoreError('files-damaged')
    await to.write(offset, bytes.slice())
    told((piece + 1) / count)
  }
  await to.flush()
}
