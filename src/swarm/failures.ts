import { FileUnreadable } from '../storage/hashing/hashPieces.ts'
import { SealError } from '../seal/problems.ts'
import { StoreError } from '../storage/problems.ts'
import { MetainfoError } from '../torrent/problems.ts'
import { SwarmError, type Failure } from './problems.ts'

/** What an error comes to for a share. */
export function failureOf(error: unknown, fileNames: readonly string[] = []): Failure {
  if (error instanceof FileUnreadable) return { code: 'file-unreadable', name: fileNames[error.file] ?? null }
  if (error instanceof MetainfoError) return { code: 'share-unreadable', problem: error.problem }
  if (error instanceof SealError) return error.problem
  if (error instanceof StoreError) return error.problem
  if (error instanceof SwarmError && error.problem.code === 'too-many-files') return error.problem
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) }
}
