import type { StoreError } from '../../storage/problems.ts'
import { DamagedPiece } from '../../storage/verifiedReads.ts'
import { isMine } from '../shareSource.ts'
import type { Life } from './life.ts'

/**
 * What becomes of a share whose store could not be read or written.
 *
 * @param lose a piece is damaged, and can be fetched again
 */
export function tellStoreFailure(
  error: StoreError,
  life: Pick<Life<never>, 'record' | 'fail'>,
  lose: (piece: number) => void,
): void {
  if (error instanceof DamagedPiece && !isMine(life.record.source)) lose(error.piece)
  // A failed read concerns our own files alone.
  else if (error.problem.code !== 'store-broken') life.fail(error)
}
