import type { Bytes } from '../../core/brand.ts'
import type { Life } from './life.ts'

/** Hashes files laid end to end, as long as the share lives, and shows how far that is. Rejects as `Home.hashPieces`. */
export function digest(
  life: Life<never>,
  files: readonly Blob[],
  pieceLength: Bytes,
  cancelled?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { context, record, signal } = life
  record.rates.sampleHashing(0, context.now())
  const progress = (done: Bytes) => {
    record.rates.sampleHashing(done, context.now())
    life.touch()
  }
  return context.hashPieces(files, {
    pieceLength,
    signal: AbortSignal.any([signal, ...(cancelled ? [cancelled] : [])]),
    progress,
  })
}
