import type { PieceStore } from '../../storage/pieceStore.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import type { Life } from './life.ts'

/**
 * Opens the store of a share, and rejects where it does not fit. One that opens too late, the share having ended, is
 * closed again.
 */
export async function openStore(
  { context, signal }: Pick<Life<never>, 'context' | 'signal'>,
  metainfo: Metainfo,
): Promise<PieceStore> {
  await context.space.mustFit(metainfo)
  const store = await context.space.open(metainfo)
  if (signal.aborted) {
    await store.close()
    signal.throwIfAborted()
  }
  return store
}
