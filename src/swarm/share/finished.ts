import { SwarmError } from '../problems.ts'
import type { SealedCopy } from '../engineApi.ts'
import type { PieceStore } from '../../storage/pieceStore.ts'
import { streamOf } from '../streamOf.ts'
import { checkedPieces } from './checkedPieces.ts'
import type { Known } from './known.ts'
import type { Phase } from './phase.ts'

/** Whose files these are. It may get on to another phase while something is awaited. */
interface Living {
  readonly phase: Phase
}

/** A finished file, its bytes verified. Rejects with a {@link SwarmError} for one that is not. */
export async function blobOf(share: Living, index: number): Promise<Blob> {
  const { contents, progress } = await finished(share, index)
  if (contents.files[index]?.length === 0) return new Blob([])
  return contents.blob(index, openStoreOf(share), progress.whole)
}

/** The same, as it is read. */
export async function fileStreamOf(share: Living, index: number): Promise<ReadableStream<Uint8Array>> {
  const { contents, progress } = await finished(share, index)
  if (contents.files[index]?.length === 0) return new Blob([]).stream()
  return contents.stream(index, openStoreOf(share), progress.whole)
}

/** What moves of a sealed share, as it is read: to be put on a web server, say. */
export function sealedFileOf(share: Living): SealedCopy {
  const { known } = share.phase
  if (!known?.contents.seal || !known.progress.whole) throw new SwarmError({ code: 'file-incomplete' })
  const { metainfo } = known
  return { size: metainfo.size, stream: streamOf(checkedPieces(metainfo, openStoreOf(share))) }
}

async function finished({ phase }: Living, index: number): Promise<Known> {
  const { known } = phase
  if (phase.kind === 'active') await phase.checkFile(index)
  if (!known || known.progress.fileProgress(index) < 1) throw new SwarmError({ code: 'file-incomplete' })
  return known
}

function openStoreOf({ phase }: Living): PieceStore {
  if (!phase.pieceStore) throw new SwarmError({ code: 'data-not-open' })
  return phase.pieceStore
}
