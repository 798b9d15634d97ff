import type { StoreError } from '../../storage/problems.ts'
import { DamagedPiece } from '../../storage/verifiedReads.ts'
import type { Life } from './life.ts'

/**
 * What becomes of a share whose store could not be read or written.
 *
 * @param lose a piece is damaged, and can be fetched again; null for the user's own files
 */
export function tellStoreFailure(
  error: StoreError,
  life: Pick<Life<never>, 'fail'>,
  lose: ((piece: number) => void) | null,
): void {
  if (error instanceof DamagedPiece && lose) lose(error.piece)
  // A failed read concerns our own files alone.
  else if (error.problem.code !== 'store-broken') life.fail(error)
}
