import type { Bytes } from '../core/brand.ts'
import { FileLayout } from '../torrent/fileLayout.ts'
import { EXTENT_LENGTH } from '../torrent/pieces.ts'
import type { PieceStore } from './pieceStore.ts'
import { StoreError } from './problems.ts'

/** Pieces next to each other are asked for soon one after the other, by each of several peers. */
const MOST_EXTENTS = 8

/** The user's own files, read in place: no copy is made, and nothing is ever written. */
export class FileStore implements PieceStore {
  readonly #files: readonly Blob[]
  readonly #layout: FileLayout
  /** By their number; a Map keeps insertion order: the first is the least recently used. */
  readonly #extents = new Map<number, Promise<Uint8Array<ArrayBuffer>>>()

  constructor(files: readonly Blob[]) {
    this.#files = files
    this.#layout = new FileLayout(files.map((file) => file.size))
  }

  async read(offset: Bytes, length: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    const number = Math.floor(offset / EXTENT_LENGTH)
    const from = number * EXTENT_LENGTH
    if (length >= EXTENT_LENGTH || offset + length > from + EXTENT_LENGTH)
      return this.#read(offset, offset + length)
    // Of several files in it one may be changed that this is no part of.
    const extent = await this.#extent(number).catch(() => null)
    if (!extent) return this.#read(offset, offset + length)
    return extent.subarray(offset - from, offset - from + length)
  }

  #extent(number: number): Promise<Uint8Array<ArrayBuffer>> {
    const kept = this.#extents.get(number)
    const extent =
      kept ?? this.#read(number * EXTENT_LENGTH, Math.min((number + 1) * EXTENT_LENGTH, this.#layout.size))
    this.#extents.delete(number)
    this.#extents.set(number, extent)
    if (kept) return kept
    extent.catch(() => this.#extents.delete(number))
    const oldest = this.#extents.keys().next()
    if (this.#extents.size > MOST_EXTENTS && !oldest.done) this.#extents.delete(oldest.value)
    return extent
  }

  async #read(from: Bytes, to: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    try {
      // A File is a snapshot: the browser refuses to read one that was changed since it was chosen.
      const parts = await Promise.all(this.#parts(from, to).map((part) => part.arrayBuffer()))
      const [only, ...others] = parts
      return only && others.length === 0 ? new Uint8Array(only) : joined(parts, to - from)
    } catch (cause) {
      throw new StoreError('files-changed', { cause })
    }
  }

  write(): Promise<never> {
    return Promise.reject(new StoreError('store-broken'))
  }

  flush(): Promise<void> {
    return Promise.resolve()
  }

  blob(offset: Bytes, length: Bytes): Promise<Blob> {
    const parts = this.#parts(offset, offset + length)
    const [only, ...others] = parts
    return Promise.resolve(only && others.length === 0 ? only : new Blob(parts))
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  destroy(): Promise<void> {
    return Promise.resolve()
  }

  #parts(from: Bytes, to: Bytes): Blob[] {
    return this.#layout
      .slices(from, to)
      .flatMap((slice) => this.#files[slice.file]?.slice(slice.from, slice.to) ?? [])
  }
}

function joined(parts: readonly ArrayBuffer[], length: Bytes): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(new Uint8Array(part), at)
    at += part.byteLength
  }
  return bytes
}
