import type { Bytes } from '../../core/brand.ts'
import type { Seal } from '../../seal/seal.ts'
import type { Life } from './life.ts'

/** Hashes files laid end to end, or what they are sealed to, as long as the share lives, and shows how far that is. Rejects as `Home.hashPieces`. */
export function digest(
  life: Life<never>,
  files: readonly Blob[],
  { pieceLength, seal }: { readonly pieceLength: Bytes; readonly seal: Seal | null },
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
    seal,
    signal: AbortSignal.any([signal, ...(cancelled ? [cancelled] : [])]),
    progress,
  })
}
