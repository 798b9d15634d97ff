import type { Bytes } from '../core/brand.ts'

/** What can be saved by the ways of this folder. */
export interface Savable {
  readonly name: string
  /** Of the stream, exactly. */
  readonly size: Bytes
  readonly stream: ReadableStream<Uint8Array>
}

export interface SaveOptions {
  readonly signal: AbortSignal
  /** Called with the bytes that are saved so far. */
  readonly onProgress: (bytes: Bytes) => void
}
