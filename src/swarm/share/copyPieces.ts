import type { PieceStore } from '../../storage/pieceStore.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import { checkedPieces } from './checkedPieces.ts'

/**
 * Copies a share from one store to another, a piece at a time, and settles when it has reached the disk. Rejects with a
 * `StoreError`: `files-damaged` where a piece is no longer what was shared.
 *
 * @param told how much of it has been copied, 0…1
 */
export async function copyPieces(
  metainfo: Metainfo,
  from: PieceStore,
  to: PieceStore,
  signal: AbortSignal,
  told: (ratio: number) => void,
): Promise<void> {
  let offset = 0
  for await (const bytes of checkedPieces(metainfo, from)) {
    signal.throwIfAborted()
    const { length } = bytes
    await to.write(offset, bytes.slice())
    offset += length
    told(offset / metainfo.size)
  }
  signal.throwIfAborted()
  await to.flush()
}
