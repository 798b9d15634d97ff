import type { Bytes } from '../../core/brand.ts'
import type { Hashable } from '../../storage/hashing/runHasher.ts'

/** The page tells a worker what to hash once, then hands it one run of pieces after another. */
export type HashRequest =
  ({ kind: 'files' } & Hashable) | { kind: 'run'; firstPiece: number; pieceCount: number }

export type HashReply =
  | { kind: 'progress'; bytes: Bytes }
  | { kind: 'run'; firstPiece: number; digests: Uint8Array<ArrayBuffer> }
  | { kind: 'failed'; file: number; message: string }
