import type { PieceStore } from '../../storage/pieceStore.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import type { Life } from './life.ts'

/** Opens the store of a share that fits; one that opens too late, the share having ended, is closed again. */
export async function openFitting(
  { context, signal }: Pick<Life<never>, 'context' | 'signal'>,
  metainfo: Metainfo,
): Promise<PieceStore> {
  const store = await context.space.open(metainfo)
  if (signal.aborted) {
    await store.close()
    signal.throwIfAborted()
  }
  return store
}

/** The same of one that may not fit, which is told first. */
export async function openStore(
  life: Pick<Life<never>, 'context' | 'signal'>,
  metainfo: Metainfo,
): Promise<PieceStore> {
  await life.context.space.mustFit(metainfo)
  return openFitting(life, metainfo)
}
