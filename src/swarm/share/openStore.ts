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
  const fitting = context.space.mustFit(metainfo)
  // Beside each other: each takes as long as a message to somebody.
  const opening = context.space.open(metainfo)
  try {
    await Promise.all([fitting, opening])
  } catch (error) {
    void opening.then((store) => fitting.catch(() => store.destroy())).catch(() => undefined)
    throw error
  }
  const store = await opening
  if (signal.aborted) {
    await store.close()
    signal.throwIfAborted()
  }
  return store
}
