import type { Bytes } from '../../core/brand.ts'
import type { Seal } from '../../seal/seal.ts'

/** A file that was being hashed could not be read. */
export class FileUnreadable extends Error {
  /** Its index among the files; -1 when nobody said. */
  readonly file: number

  constructor(file: number, cause: unknown) {
    super('file-unreadable', { cause })
    this.name = 'FileUnreadable'
    this.file = file
  }
}

export interface HashOptions {
  readonly pieceLength: Bytes
  /** Hashes what the files are sealed to; without it, the files as they are. */
  readonly seal?: Seal | null
  readonly signal: AbortSignal
  /** Called with the bytes of the files that are done so far. */
  readonly progress: (done: Bytes) => void
}

/**
 * SHA-1 of every piece of `files` laid end to end (BEP 3), 20 bytes each. Memory stays flat whatever the size.
 *
 * Rejects with {@link FileUnreadable} when a file changed or went away; with `signal.reason` when aborted.
 */
export type HashPieces = (files: readonly Blob[], options: HashOptions) => Promise<Uint8Array<ArrayBuffer>>
