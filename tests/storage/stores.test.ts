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
