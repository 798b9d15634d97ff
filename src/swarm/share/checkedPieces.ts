import type { PieceStore } from '../../storage/pieceStore.ts'
import { StoreError } from '../../storage/problems.ts'
import { isPiece } from '../../storage/verifiedReads.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import { lengthOfPiece, pieceCount } from '../../torrent/pieces.ts'

/** What moves of a share, piece by piece, each found right. Throws a `StoreError` for one that is not. */
export async function* checkedPieces(
  { size, pieceLength, pieces }: Metainfo,
  store: PieceStore,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const count = pieceCount(size, pieceLength)
  for (let piece = 0; piece < count; piece++) {
    const bytes = await store.read(piece * pieceLength, lengthOfPiece(piece, size, pieceLength))
    if (!(await isPiece(bytes, pieces, piece))) throw new StoreError('files-damaged')
    yield bytes
  }
}
