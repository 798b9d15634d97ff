import { describe, expect, it } from 'vitest'
import { MemoryStore } from '../../src/storage/memoryStore.ts'
import type { StoreError } from '../../src/storage/problems.ts'
import { makeMetainfo } from '../../src/torrent/metainfo.ts'
import { TorrentStore } from '../../src/swarm/torrentStore.ts'
import { patternBytes } from '../storage/pieceStoreContract.ts'

const PIECE = 65_536

async function opened() {
  const bytes = patternBytes(PIECE * 2)
  const digests = await Promise.all(
    [0, 1].map((piece) => crypto.subtle.digest('SHA-1', bytes.slice(piece * PIECE, (piece + 1) * PIECE))),
  )
  const pieces = new Uint8Array(await new Blob(digests).arrayBuffer())
  const files = [{ path: ['a'], length: bytes.length }]
  const metainfo = await makeMetainfo({ name: 'a', pieceLength: PIECE, pieces, files, single: true })
  const memory = new MemoryStore(bytes.length)
  await memory.write(0, bytes.slice())
  const problems: StoreError[] = []
  const store = new TorrentStore((error) => problems.push(error))
  store.shape(metainfo)
  store.use(memory)
  return { bytes, store, problems }
}

describe('TorrentStore', () => {
  it('reads the blocks that wires ask for', async () => {
    const { bytes, store } = await opened()
    expect(await store.read(1, 16_384, 16_384)).toEqual(bytes.slice(PIECE + 16_384, PIECE + 32_768))
  })

  // Whatever a peer asks for, it must not make the share believe that its own data is damaged.
  it.each([
    [2, 0, 0],
    [2, 0, 1],
    [1e9, 0, 16_384],
    [0, 0, 0],
    [0, PIECE, 1],
    [0, PIECE - 1, 2],
    [0, -1, 2],
    [-1, 0, 16_384],
  ])(
    'answers an error to piece %i, offset %i, length %i, and nothing is held against the store',
    async (...asked) => {
      const { store, problems } = await opened()
      await expect(store.read(...asked)).rejects.toThrow('store-broken')
      expect(problems).toEqual([])
    },
  )
})
