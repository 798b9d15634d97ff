import { createHash } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import type WebTorrentType from 'webtorrent/dist/webtorrent.min.js'
import type { Torrent, Wire } from 'webtorrent/dist/webtorrent.min.js'
import WebTorrent from 'webtorrent'
import { seededRandom } from '../../src/core/random.ts'
import { MemoryStore } from '../../src/storage/memoryStore.ts'
import { makeMetainfo, type Metainfo } from '../../src/swarm/metainfo.ts'
import { Uplink } from '../../src/swarm/scheduler/uplink.ts'
import { TorrentDriver } from '../../src/swarm/torrentDriver.ts'
import { TorrentStore } from '../../src/swarm/torrentStore.ts'
import { contain, takeOver } from '../../src/swarm/webtorrentPrivate.ts'
import { useEcho } from '../../src/swarm/wireEcho.ts'

/* Whole transfers over TCP between real webtorrent clients, some of them driven by our scheduler. */

const PIECE = 32_768
const SIZE = PIECE * 40 + 1000
const content = new Uint8Array(SIZE).map((_, index) => (index * 31 + (index >> 8)) % 251)

const clients: WebTorrentType[] = []
const drivers: TorrentDriver[] = []

afterEach(async () => {
  for (const driver of drivers.splice(0)) driver.end()
  await Promise.all(clients.splice(0).map((each) => new Promise<void>((resolve) => each.destroy(resolve))))
})

interface Peer {
  readonly client: WebTorrentType
  readonly torrent: Torrent
  readonly bytes: () => Promise<Uint8Array>
  readonly whole: Promise<void>
}

async function metainfoOf(bytes: Uint8Array): Promise<Metainfo> {
  const digests: Buffer[] = []
  for (let at = 0; at < bytes.length; at += PIECE) {
    digests.push(
      createHash('sha1')
        .update(bytes.subarray(at, at + PIECE))
        .digest(),
    )
  }
  const files = [{ path: ['a'], length: bytes.length }]
  return makeMetainfo({ name: 'a', pieceLength: PIECE, pieces: Buffer.concat(digests), files, single: true })
}

async function peer(kind: 'ours' | 'plain', initial: Uint8Array | null, echo = true): Promise<Peer> {
  const metainfo = await metainfoOf(content)
  const client = new WebTorrent({
    tracker: false,
    dht: false,
    lsd: false,
    utPex: false,
    natUpnp: false,
    natPmp: false,
    webSeeds: false,
    utp: false,
  }) as unknown as WebTorrentType
  clients.push(client)
  const memory = new MemoryStore(SIZE)
  if (initial) await memory.write(0, initial.slice())
  const store = new TorrentStore(() => undefined)
  store.shape(metainfo)
  store.use(memory)
  const torrent = client.add(metainfo.infoFile, {
    preloadedStore: store,
    storeCacheSlots: 0,
    skipVerify: initial !== null,
    ...(kind === 'ours' ? { deselect: true, uploads: false } : {}),
  })
  const whole = new Promise<void>((resolve) => {
    const look = () => {
      for (let piece = 0; piece * PIECE < SIZE; piece++) if (!torrent.bitfield.get(piece)) return
      resolve()
    }
    torrent.on('verified', look)
    torrent.once('ready', look)
  })
  const ready = new Promise<void>((resolve) => torrent.once('ready', resolve))
  if (kind === 'ours') {
    let driver: TorrentDriver | null = null
    takeOver(torrent, (wire) => driver?.attach(wire))
    torrent.on('wire', (wire: Wire) => {
      contain(wire)
      if (echo) useEcho(wire, Date.now, (token, at) => driver?.answered(wire, token, at))
    })
    torrent.once('ready', () => {
      const uplink = new Uplink(() => performance.now())
      const random = seededRandom(1)
      driver = new TorrentDriver({
        torrent,
        metainfo,
        peerId: '2d'.repeat(20),
        store,
        uplink,
        lanes: () => null,
        waiting: () => 0,
        random,
        failed: (error) => {
          throw error
        },
      })
      drivers.push(driver)
      driver.select([{ from: 0, to: metainfo.pieces.length / 20 - 1 }])
    })
  }
  await ready
  return { client, torrent, bytes: () => memory.read(0, SIZE), whole }
}

function connect(from: Peer, to: Peer): void {
  const { port } = (to.client as unknown as { address(): { port: number } }).address()
  from.torrent.addPeer(`127.0.0.1:${port}` as never)
}

it.each([
  ['ours', 'ours'],
  ['plain', 'ours'],
  ['ours', 'plain'],
] as const)('carries everything from a seed that is %s to a leecher that is %s', async (giving, taking) => {
  const [seed, leecher] = [await peer(giving, content), await peer(taking, null)]
  connect(leecher, seed)
  await leecher.whole
  expect(Buffer.compare(await leecher.bytes(), content)).toBe(0)
})

it('serves a peer that cannot be asked whether anything has arrived', async () => {
  const [seed, leecher] = [await peer('ours', content, false), await peer('ours', null, false)]
  // It claims to know no extension at all.
  leecher.torrent.on('wire', (wire: Wire) => {
    for (const id of Object.keys(wire.extendedMapping)) Reflect.deleteProperty(wire.extendedMapping, id)
  })
  connect(leecher, seed)
  await leecher.whole
  expect(Buffer.compare(await leecher.bytes(), content)).toBe(0)
})

it('passes on what it has while it fetches', async () => {
  const [seed, middle, last] = [
    await peer('ours', content),
    await peer('ours', null),
    await peer('ours', null),
  ]
  connect(last, middle)
  connect(middle, seed)
  await last.whole
  expect(Buffer.compare(await last.bytes(), content)).toBe(0)
})

it('finds the one who sends what is false, and finishes with the other', async () => {
  const false_ = content.slice()
  for (let at = 0; at < SIZE; at += 5 * 16_384) false_[at] = 255 - (false_[at] ?? 0)
  const seed = await peer('plain', content)
  // webtorrent serves from its store as it is; ours would notice that what is in it is damaged.
  const liar = await plainLiar(false_)
  const leecher = await peer('ours', null)
  connect(leecher, liar)
  connect(leecher, seed)
  await leecher.whole
  expect(Buffer.compare(await leecher.bytes(), content)).toBe(0)
})

async function plainLiar(bytes: Uint8Array): Promise<Peer> {
  const liar = await peer('plain', content)
  Object.assign((liar.torrent as unknown as { store: object }).store, {
    get(
      piece: number,
      { offset, length }: { offset: number; length: number },
      done: (error: null, bytes: Uint8Array) => void,
    ) {
      const from = piece * PIECE + offset
      done(null, bytes.slice(from, from + length))
    },
  })
  return liar
}
