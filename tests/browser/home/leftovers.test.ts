import { afterEach, expect, it } from 'vitest'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import type { Library } from '../../../src/storage/library.ts'
import { hashPieces } from '../../../src/home/hashing/hasher.ts'
import { OpfsDisk } from '../../../src/home/opfs/opfsStore.ts'
import { TrackerPool } from '../../../src/swarm/discovery/trackerConnection.ts'
import { ReadyOffers } from '../../../src/swarm/link/readyOffers.ts'
import { ShareEngine } from '../../../src/swarm/shareEngine.ts'
import { Space } from '../../../src/swarm/space.ts'

/** What of the disk is offered for deletion, and what is not. */

const SHARE = 'd'.repeat(40) as InfoHash
const NOTHING = { files: new Map<string, readonly File[]>(), unhashed: [] }
const EMPTY = { all: () => Promise.resolve([]), drafts: () => Promise.resolve([]) }
const UNREADABLE = {
  all: () => Promise.reject(new Error('The database is damaged.')),
  drafts: () => Promise.resolve([]),
}

const disk = (await OpfsDisk.open()) ?? never()

function never(): never {
  throw new Error('this browser has no disk')
}

afterEach(() => disk.delete(SHARE))

async function restored(library: object | null): Promise<ShareEngine> {
  const store = await disk.openStore({ infoHash: SHARE, size: 5000 })
  await store.close()
  type Context = ConstructorParameters<typeof ShareEngine>[0]
  const context: Partial<Context> = {
    library: library as Library | null,
    space: new Space({ disk, room: navigator.storage, hashPieces }),
    now: Date.now,
    pool: new TrackerPool({
      openSocket: never,
      now: Date.now,
      random: Math.random,
      excluded: () => undefined,
    }),
    readyOffers: new ReadyOffers(),
  }
  const engine = new ShareEngine(context as Context, () => Promise.resolve())
  await engine.restore(NOTHING)
  return engine
}

it('data of a share that the library does not know may be deleted', async () => {
  const engine = await restored(EMPTY)
  expect(await engine.space()).toMatchObject({ leftovers: 5000 })
  await engine.deleteLeftovers()
  expect(await engine.space()).toMatchObject({ leftovers: 0 })
  await engine.close()
})

it.each([
  ['cannot be read', UNREADABLE],
  ['cannot be opened', null],
])('nothing may be deleted when the library %s', async (_, library) => {
  const engine = await restored(library)
  expect(await engine.space()).toMatchObject({ leftovers: 0 })
  await engine.deleteLeftovers()
  expect(await disk.has({ infoHash: SHARE, size: 5000 })).toBe(true)
  await engine.close()
})
