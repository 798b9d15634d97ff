import type { Bytes } from '../core/brand.ts'

/**
 * Where the bytes of one share are. Offsets are in the share as a whole, files laid end to end (BEP 3); the
 * caller verifies what it reads and writes, the store only keeps it.
 *
 * Every method rejects with a {@link StoreError} when the bytes cannot be had or kept.
 */
export interface PieceStore {
  /**
   * Reads exactly `length` bytes. They may be a part of a longer array, and nobody may change them.
   *
   * @param memory for so many bytes, asked for by stores that can read into what they are given: they answer it
   */
  read(offset: Bytes, length: Bytes, memory?: () => Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
  /**
   * Takes `bytes` over: nobody may use the array from then on. Answers the same bytes, in this array or another, to be
   * read, and the caller's own again: what goes to another thread and back is not copied.
   */
  write(offset: Bytes, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
  /** Settles when everything written so far has reached the disk. */
  flush(): Promise<void>
  /**
   * The bytes as a Blob, backed by disk where the store is, so that saving it takes no memory.
   *
   * @param settled nothing will be written to the store any more
   */
  blob(offset: Bytes, length: Bytes, settled: boolean): Promise<Blob>
  /** Lets go of handles; what was written stays. */
  close(): Promise<void>
  /** Closes, and deletes what this store itself has written. Never touches a user's own file. */
  destroy(): Promise<void>
}
