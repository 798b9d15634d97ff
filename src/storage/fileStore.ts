import type { Bytes } from '../core/brand.ts'
import { FileLayout } from '../core/fileLayout.ts'
import { StoreError, type PieceStore } from './pieceStore.ts'

/** How many windows are kept: with windows of at most 1 MiB, 24 MiB in all. */
const KEPT_WINDOWS = 24

/**
 * The user's own files, read in place: no copy is made, and nothing is ever written.
 *
 * Reading is by aligned windows, kept for a while, because every read of a File costs the browser about
 * 2 ms however short it is, and wires ask for 16 KiB at a time.
 */
export class FileStore implements PieceStore {
  readonly #files: readonly File[]
  readonly #layout: FileLayout
  readonly #window: Bytes
  /** Window index → bytes; a Map keeps insertion order, so the first is the least recently used. */
  readonly #windows = new Map<number, Promise<Uint8Array<ArrayBuffer>>>()

  /** @param window bytes read at once, a multiple of the block length */
  constructor(files: readonly File[], window: Bytes) {
    this.#files = files
    this.#layout = new FileLayout(files.map((file) => file.size))
    this.#window = window
  }

  async read(offset: Bytes, length: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    const result = new Uint8Array(length)
    const first = Math.floor(offset / this.#window)
    const last = Math.floor((offset + length - 1) / this.#window)
    for (let index = first; index <= last; index++) {
      const start = index * this.#window
      const bytes = await this.#load(index)
      const from = Math.max(offset, start)
      const to = Math.min(offset + length, start + bytes.length)
      result.set(bytes.subarray(from - start, to - start), from - offset)
    }
    return result
  }

  write(): Promise<void> {
    return Promise.reject(new StoreError('broken', 'The user’s own files are never written to.'))
  }

  blob(offset: Bytes, length: Bytes): Promise<Blob> {
    return Promise.resolve(new Blob(this.#parts(offset, offset + length)))
  }

  close(): Promise<void> {
    this.#windows.clear()
    return Promise.resolve()
  }

  destroy(): Promise<void> {
    return this.close()
  }

  #load(index: number): Promise<Uint8Array<ArrayBuffer>> {
    const kept = this.#windows.get(index)
    if (kept) {
      this.#windows.delete(index)
      this.#windows.set(index, kept)
      return kept
    }
    const loading = this.#readWindow(index)
    this.#windows.set(index, loading)
    loading.catch(() => this.#windows.delete(index))
    const oldest = this.#windows.keys().next()
    if (this.#windows.size > KEPT_WINDOWS && !oldest.done) this.#windows.delete(oldest.value)
    return loading
  }

  async #readWindow(index: number): Promise<Uint8Array<ArrayBuffer>> {
    const from = index * this.#window
    const to = Math.min(from + this.#window, this.#layout.size)
    try {
      return new Uint8Array(await new Blob(this.#parts(from, to)).arrayBuffer())
    } catch (cause) {
      throw new StoreError('changed', 'A file of this share was changed, moved or deleted.', cause)
    }
  }

  #parts(from: Bytes, to: Bytes): Blob[] {
    return this.#layout
      .slices(from, to)
      .flatMap((slice) => this.#files[slice.file]?.slice(slice.from, slice.to) ?? [])
  }
}
