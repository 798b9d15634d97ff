import type { Bytes } from '../core/brand.ts'
import type { PieceStore } from './pieceStore.ts'

const CHUNK: Bytes = 1024 * 1024

/** Keeps bytes in memory, for browsers that offer nothing better (private windows, some embedded ones). */
export class MemoryStore implements PieceStore {
  readonly #size: Bytes
  readonly #chunks = new Map<number, Uint8Array<ArrayBuffer>>()
  readonly #released: () => void

  /** @param released called once the memory is free again */
  constructor(size: Bytes, released: () => void = () => undefined) {
    this.#size = size
    this.#released = once(released)
  }

  read(offset: Bytes, length: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    const result = new Uint8Array(length)
    this.#eachChunk(offset, length, (chunk, within, at, count) =>
      result.set(chunk.subarray(within, within + count), at),
    )
    return Promise.resolve(result)
  }

  write(offset: Bytes, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    this.#eachChunk(offset, bytes.length, (chunk, within, at, count) =>
      chunk.set(bytes.subarray(at, at + count), within),
    )
    return Promise.resolve(bytes)
  }

  flush(): Promise<void> {
    return Promise.resolve()
  }

  async blob(offset: Bytes, length: Bytes): Promise<Blob> {
    const parts: Uint8Array<ArrayBuffer>[] = []
    this.#eachChunk(offset, length, (chunk, within, _at, count) =>
      parts.push(chunk.subarray(within, within + count)),
    )
    return new Blob(parts)
  }

  /** There is no disk on which what was written could stay. */
  close(): Promise<void> {
    return this.destroy()
  }

  destroy(): Promise<void> {
    this.#chunks.clear()
    this.#released()
    return Promise.resolve()
  }

  #eachChunk(
    offset: Bytes,
    length: Bytes,
    visit: (chunk: Uint8Array<ArrayBuffer>, within: Bytes, at: Bytes, count: Bytes) => void,
  ): void {
    for (let at = 0; at < length;) {
      const index = Math.floor((offset + at) / CHUNK)
      const within = (offset + at) % CHUNK
      const count = Math.min(CHUNK - within, length - at)
      visit(this.#chunk(index), within, at, count)
      at += count
    }
  }

  #chunk(index: number): Uint8Array<ArrayBuffer> {
    const kept = this.#chunks.get(index)
    if (kept) return kept
    const chunk = new Uint8Array(Math.min(CHUNK, this.#size - index * CHUNK))
    this.#chunks.set(index, chunk)
    return chunk
  }
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (done) return
    done = true
    act()
  }
}
