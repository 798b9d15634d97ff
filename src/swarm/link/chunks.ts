import type { Bytes } from '../../core/brand.ts'

/** So many places at the beginning may be empty: to move the rest up for each that leaves would cost its square. */
const MOST_EMPTY = 1024

/** What waits in a stream, in order. */
export class Chunks {
  buffered: Bytes = 0
  /** With so much there is no room for more. */
  highWaterMark: Bytes
  /** No more comes. */
  ending = false
  #chunks: (Uint8Array | null)[] = []
  /** The place of the next. */
  #at = 0

  constructor(highWaterMark: Bytes) {
    this.highWaterMark = highWaterMark
  }

  get isFull(): boolean {
    return this.buffered >= this.highWaterMark
  }

  get length(): number {
    return this.#chunks.length - this.#at
  }

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk)
    this.buffered += chunk.length
  }

  shift(): Uint8Array | null {
    const chunk = this.#chunks[this.#at]
    if (!chunk) return null
    this.#chunks[this.#at++] = null
    this.buffered -= chunk.length
    if (this.length === 0) this.clear()
    else if (this.#at >= MOST_EMPTY && this.#at >= this.length) {
      this.#chunks = this.#chunks.slice(this.#at)
      this.#at = 0
    }
    return chunk
  }

  /** All of them. */
  take(): Uint8Array[] {
    const all = this.#chunks.slice(this.#at) as Uint8Array[]
    this.clear()
    return all
  }

  clear(): void {
    this.#chunks.length = 0
    this.#at = 0
    this.buffered = 0
  }
}
