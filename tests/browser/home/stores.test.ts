import bencode from 'bencode'
import { describe, expect, it } from 'vitest'
import { parseInfoHash, type InfoHash } from '../../../src/core/infoHash.ts'
import { FileStore } from '../../../src/storage/fileStore.ts'
import { hashPieces } from '../../../src/home/hashing/hasher.ts'
import { OpfsDisk } from '../../../src/home/opfs/opfsStore.ts'
import { readMetainfo } from '../../../src/torrent/metainfo.ts'
import { Space } from '../../../src/swarm/space.ts'
import { describePieceStore, patternBytes, same } from '../../storage/pieceStoreContract.ts'

let made = 0

function nextInfoHash(): InfoHash {
  const infoHash = parseInfoHash((++made).toString(16).padStart(40, '0'))
  if (!infoHash) throw new Error('not an info hash')
  return infoHash
}

async function openDisk(): Promise<OpfsDisk> {
  const disk = await OpfsDisk.open()
  if (!disk) throw new Error('this browser has no OPFS')
  return disk
}

describePieceStore({
  name: 'OpfsStore',
  writable: true,
  async open(bytes) {
    const store = await (await openDisk()).openStore({ infoHash: nextInfoHash(), size: bytes.length })
    await store.write(0, bytes)
    return store
  },
})

describePieceStore({
  name: 'FileStore',
  writable: false,
  open: (bytes) => Promise.resolve(new FileStore([new File([bytes], 'a')])),
})

describe('OpfsDisk', () => {
  it('finds data again after it was closed, and forgets what was destroyed', async () => {
    const disk = await openDisk()
    const bytes = patternBytes(100_000)
    const stored = { infoHash: nextInfoHash(), size: bytes.length }
    const store = await disk.openStore(stored)
    await store.write(0, bytes.slice())
    await store.close()
    expect(await disk.has(stored)).toBe(true)
    expect(await disk.has({ ...stored, size: bytes.length + 1 })).toBe(false)

    const again = await disk.openStore(stored)
    expect(same(await again.read(0, bytes.length), bytes)).toBe(true)
    await again.destroy()
    expect(await disk.has(stored)).toBe(false)
  })

  it('says that another tab has the share open', async () => {
    const stored = { infoHash: nextInfoHash(), size: 1000 }
    const mine = await (await openDisk()).openStore(stored)
    await expect((await openDisk()).openStore(stored)).rejects.toMatchObject({
      problem: { code: 'store-in-use' },
    })
    await mine.destroy()
  })

  it('has no room for what is larger than the quota', async () => {
    const { quota = 0 } = await navigator.storage.estimate()
    const huge = await readMetainfo(
      bencode.encode({
        info: {
          name: 'huge',
          length: quota * 2,
          'piece length': 2 ** 26,
          pieces: new Uint8Array(20 * Math.ceil((quota * 2) / 2 ** 26)),
        },
      }),
    )
    const space = new Space({ disk: await openDisk(), room: navigator.storage, hashPieces })
    await expect(space.open(huge)).rejects.toMatchObject({ problem: { code: 'disk-full' } })
  })

  it('keeps its calls in order: what was asked first is done first', async () => {
    const disk = await openDisk()
    const share = nextInfoHash()
    const opening = disk.openStore({ infoHash: share, size: 10 })
    const writing = disk.ask({ op: 'write', share, offset: 0, bytes: patternBytes(10) })
    const reading = disk.ask({ op: 'read', share, offset: 0, length: 10 })
    await Promise.all([opening, writing])
    expect(await reading).toEqual(patternBytes(10))
    await (await opening).destroy()
  })
})
