import type { Bytes } from '../core/brand.ts'
import { FileLayout } from '../core/fileLayout.ts'
import { StoreError, type PieceStore } from './pieceStore.ts'

/** The user's own files, read in place: no copy is made, and nothing is ever written. */
export class FileStore implements PieceStore {
  readonly #files: readonly File[]
  readonly #layout: FileLayout

  constructor(files: readonly File[]) {
    this.#files = files
    this.#layout = new FileLayout(files.map((file) => file.size))
  }

  async read(offset: Bytes, length: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    try {
      // A File is a snapshot: the browser refuses to read one that was changed since it was chosen.
      return new Uint8Array(await new Blob(this.#parts(offset, offset + length)).arrayBuffer())
    } catch (cause) {
      throw new StoreError('changed', 'A file of this share was changed, moved or deleted.', cause)
    }
  }

  write(): Promise<void> {
    return Promise.reject(new StoreError('broken', 'The user’s own files are never written to.'))
  }

  flush(): Promise<void> {
    return Promise.resolve()
  }

  blob(offset: Bytes, length: Bytes): Promise<Blob> {
    return Promise.resolve(new Blob(this.#parts(offset, offset + length)))
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
