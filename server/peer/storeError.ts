import { StoreError } from '../../src/storage/problems.ts'

/** What an error of Node's file system comes to. */
export function storeError(error: unknown): StoreError {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return new StoreError(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'store-broken', {
    cause: error,
  })
}
