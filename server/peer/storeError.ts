import { StoreError } from '../../src/storage/pieceStore.ts'

/** What an error of Node's file system comes to. */
export function storeError(error: unknown): StoreError {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const message = error instanceof Error ? error.message : String(error)
  return new StoreError(code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'broken', message, error)
}
