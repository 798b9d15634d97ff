import type { Bytes } from '../core/brand.ts'
import type { PackPool } from './packPool.ts'

/** What can be saved by the ways of this folder. */
export interface Savable {
  readonly name: string
  /** Of the stream, exactly. */
  readonly size: Bytes
  readonly stream: ReadableStream<Uint8Array>
  /** Buffers of the stream's chunks go here once their bytes are saved. */
  readonly packs: PackPool
}

export interface SaveOptions {
  readonly signal: AbortSignal
  /** Called with the bytes that are saved so far. */
  readonly onProgress: (bytes: Bytes) => void
}
