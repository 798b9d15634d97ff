import { describe, expect, it } from 'vitest'
import { FileStore } from '../../src/storage/fileStore.ts'
import { MemoryStore } from '../../src/storage/memoryStore.ts'
import { OpeningStore } from '../../src/storage/openingStore.ts'
import { describePieceStore } from './pieceStoreContract.ts'

describePieceStore({
  name: 'MemoryStore',
  writable: true,
  async open(bytes) {
    const store = new MemoryStore(bytes.length)
    await store.write(0, bytes)
    return store
  },
})

describePieceStore({
  name: 'FileStore over several files',
  writable: false,
  open(bytes) {
    const cuts = [0, 1, 1, 70_000, 1_200_000, bytes.length]
    const files = cuts
      .slice(1)
      .map((end, index) => new File([bytes.slice(cuts[index], end)], `file ${String(index)}`))
    return Promise.resolve(new FileStore(files))
  },
})

describePieceStore({
  name: 'OpeningStore',
  writable: true,
  async open(bytes) {
    const opening = Promise.withResolvers<MemoryStore>()
    const store = new OpeningStore(opening.promise)
    const writing = store.write(0, bytes)
    opening.resolve(new MemoryStore(bytes.length))
    await writing
    return store
  },
})

/** Counts how often it is cut, and cannot be read once it has been edited. */
class WatchedFile extends File {
  cuts = 0
  edited = false

  override slice(from?: number, to?: number): Blob {
    this.cuts++
    if (this.edited) throw new DOMException('It was changed.', 'NotReadableError')
    return super.slice(from, to)
  }
}

describe('FileStore', () => {
  const watched = (length: number, fill: number) =>
    new WatchedFile([new Uint8Array(length).fill(fill)], `file ${fill}`)

  it('reads small pieces that lie together at once', async () => {
    const file = watched(1_000_000, 7)
    const store = new FileStore([file])
    for (let piece = 0; piece < 8; piece++) {
      expect(await store.read(piece * 32_768, 32_768)).toEqual(new Uint8Array(32_768).fill(7))
    }
    expect(file.cuts).toBe(1)
  })

  it('reads what lies beside a file that was edited since', async () => {
    const [before, edited, after] = [watched(1000, 1), watched(1000, 2), watched(1000, 3)]
    const store = new FileStore([before, edited, after])
    edited.edited = true
    expect(await store.read(0, 1000)).toEqual(new Uint8Array(1000).fill(1))
    expect(await store.read(2000, 1000)).toEqual(new Uint8Array(1000).fill(3))
    await expect(store.read(900, 200)).rejects.toMatchObject({ problem: { code: 'files-changed' } })
  })
})
