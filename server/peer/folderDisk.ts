import { mkdir, open, readdir, rm, stat, statfs, truncate } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Bytes } from '../../src/core/brand.ts'
import { parseInfoHash } from '../../src/core/infoHash.ts'
import type { Disk, Room } from '../../src/storage/disk.ts'
import type { PieceStore } from '../../src/storage/pieceStore.ts'
import type { Metainfo } from '../../src/torrent/metainfo.ts'
import { DiskFile } from './diskFile.ts'
import { FilesStore } from './filesStore.ts'
import { storeError } from './storeError.ts'

/** Where a share lies, and how much of it: what a disk has to know of it. */
export type StoredShare = Pick<Metainfo, 'infoHash' | 'name' | 'single' | 'files' | 'size'>

/**
 * Keeps what is fetched as plain files: `<folder>/<info hash>/<name>`, the name being that of the file or of the folder
 * that is shared. Two processes must not have the same folder.
 */
export class FolderDisk implements Disk {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async has(share: StoredShare): Promise<boolean> {
    for (const [index, path] of this.pathsOf(share).entries()) {
      const found = await stat(path).catch(() => null)
      if (found?.size !== share.files[index]?.length) return false
    }
    return true
  }

  async openStore(share: StoredShare): Promise<PieceStore> {
    const paths = this.pathsOf(share)
    try {
      for (const [index, path] of paths.entries()) {
        await mkdir(dirname(path), { recursive: true })
        await (await open(path, 'a')).close()
        await truncate(path, share.files[index]?.length ?? 0)
      }
    } catch (error) {
      throw storeError(error)
    }
    return new FilesStore(share, paths, () => this.delete(share.infoHash))
  }

  async contents(share: StoredShare): Promise<readonly Blob[]> {
    const parts: Blob[] = []
    let end: Bytes = 0
    for (const [index, path] of this.pathsOf(share).entries()) {
      const start = share.files[index]?.start ?? end
      if (start > end) parts.push(new Blob([new Uint8Array(start - end)]))
      const file = await DiskFile.open(path)
      parts.push(file)
      end = start + file.size
    }
    if (share.size > end) parts.push(new Blob([new Uint8Array(share.size - end)]))
    return parts
  }

  async sizes(): Promise<ReadonlyMap<string, Bytes>> {
    const sizes = new Map<string, Bytes>()
    for (const share of await readdir(this.#folder).catch(() => [])) {
      if (parseInfoHash(share) !== null) sizes.set(share, await sizeOf(join(this.#folder, share)))
    }
    return sizes
  }

  async delete(infoHash: string): Promise<void> {
    await rm(join(this.#folder, infoHash), { recursive: true, force: true })
  }

  /** Where the files of a share lie, whether they are there or not. */
  pathsOf({ infoHash, name, single, files }: StoredShare): string[] {
    const top = join(this.#folder, infoHash, ...(single ? [] : [name]))
    return files.map(({ path }) => join(top, ...path))
  }

  /** How much room there is, for anybody; what is there is never cleared. */
  get room(): Room {
    const yes = () => Promise.resolve(true)
    return {
      persist: yes,
      persisted: yes,
      estimate: async () => {
        const [{ bavail, bsize }, sizes] = await Promise.all([statfs(this.#folder), this.sizes()])
        const usage = [...sizes.values()].reduce((sum, size) => sum + size, 0)
        return { usage, quota: usage + bavail * bsize }
      },
    }
  }
}

async function sizeOf(folder: string): Promise<Bytes> {
  let size = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) size += (await stat(join(entry.parentPath, entry.name))).size
  }
  return size
}
