import type { FileHandle } from 'node:fs/promises'
import type { Bytes } from '../../src/core/brand.ts'
import type { PieceStore } from '../../src/storage/pieceStore.ts'
import { StoreError } from '../../src/storage/problems.ts'
import { FileLayout, type FileSlice } from '../../src/torrent/fileLayout.ts'
import type { Metainfo } from '../../src/torrent/metainfo.ts'
import { DiskFile } from './diskFile.ts'
import { OpenFiles } from './openFiles.ts'
import { storeError } from './storeError.ts'

/** A share's bytes in its files, which are there and as long as they will be. */
export class FilesStore implements PieceStore {
  readonly #layout: FileLayout
  readonly #paths: readonly string[]
  readonly #remove: () => Promise<void>
  /** Files that were written to since they last reached the disk. */
  readonly #dirty = new Set<number>()
  readonly #files = new OpenFiles()
  #closed = false

  /** @param remove deletes all files of the share */
  constructor(
    share: Pick<Metainfo, 'files' | 'size'>,
    paths: readonly string[],
    remove: () => Promise<void>,
  ) {
    this.#layout = FileLayout.of(share)
    this.#paths = paths
    this.#remove = remove
  }

  async read(
    offset: Bytes,
    length: Bytes,
    memory = () => new Uint8Array(length),
  ): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = memory()
    let end: Bytes = 0
    await this.#each(offset, length, 'r', async (file, slice, at) => {
      // What is in no file is between them.
      bytes.fill(0, end, at)
      end = at + slice.to - slice.from
      const part = bytes.subarray(at, end)
      const { bytesRead } = await file.read(part, 0, part.length, slice.from)
      if (bytesRead < part.length) throw new StoreError('store-broken')
    })
    return bytes.fill(0, end)
  }

  async write(offset: Bytes, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    await this.#each(offset, bytes.length, 'r+', async (file, slice, at) => {
      this.#dirty.add(slice.file)
      await file.write(bytes, at, slice.to - slice.from, slice.from)
    })
    return bytes
  }

  async flush(): Promise<void> {
    const dirty = [...this.#dirty]
    this.#dirty.clear()
    for (const file of dirty) await this.#use(file, 'r+', (handle) => handle.datasync())
  }

  async blob(offset: Bytes, length: Bytes, settled: boolean): Promise<Blob> {
    // A file that is written to meanwhile is another one.
    if (!settled) return new Blob([await this.read(offset, length)])
    await this.flush()
    const [slice, ...others] = this.#layout.slices(offset, offset + length)
    if (!slice || others.length > 0) return new Blob([await this.read(offset, length)])
    return (await DiskFile.open(this.#pathOf(slice.file))).slice(slice.from, slice.to)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await this.flush()
    this.#closed = true
    await this.#files.close()
  }

  async destroy(): Promise<void> {
    this.#closed = true
    await this.#files.close()
    await this.#remove()
  }

  /** Padding (BEP 47) is in no file: it is read as the zeros that it is, and written nowhere. */
  async #each(
    offset: Bytes,
    length: Bytes,
    flags: 'r' | 'r+',
    act: (file: FileHandle, slice: FileSlice, at: Bytes) => Promise<void>,
  ): Promise<void> {
    for (const slice of this.#layout.slices(offset, offset + length)) {
      const at = this.#layout.start(slice.file) + slice.from - offset
      await this.#use(slice.file, flags, (file) => act(file, slice, at))
    }
  }

  async #use(file: number, flags: 'r' | 'r+', act: (file: FileHandle) => Promise<void>): Promise<void> {
    if (this.#closed) throw new StoreError('store-broken')
    try {
      await this.#files.use(this.#pathOf(file), flags, act)
    } catch (error) {
      throw error instanceof StoreError ? error : storeError(error)
    }
  }

  #pathOf(file: number): string {
    const path = this.#paths[file]
    if (path === undefined) throw new StoreError('store-broken')
    return path
  }
}
