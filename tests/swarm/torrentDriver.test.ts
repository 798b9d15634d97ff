import { createHash } from 'node:crypto'
import { afterEach, expect, it, vi } from 'vitest'
import type WebTorrentType from 'webtorrent/dist/webtorrent.min.js'
import type { Torrent, Wire } from 'webtorrent/dist/webtorrent.min.js'
import WebTorrent from 'webtorrent'
import { seededRandom } from '../../src/core/random.ts'
import { MemoryStore } from '../../src/storage/memoryStore.ts'
import { makeMetainfo, torrentFileOf, type Metainfo } from '../../src/torrent/metainfo.ts'
import { Scheduler } from '../../src/swarm/scheduler/scheduler.ts'
import { Uplink } from '../../src/swarm/scheduler/uplink.ts'
import { TorrentDriver } from '../../src/swarm/torrentDriver.ts'
import { TorrentStore } from '../../src/swarm/torrentStore.ts'
import { asParsed, carryMetadata, contain, takeOver } from '../../src/swarm/webtorrentPrivate.ts'
import { useEcho } from '../../src/swarm/wireEcho.ts'

/* Whole transfers over TCP between real webtorrent clients, some of them driven by our scheduler. */

const BLOCK = 16_384
const PIECE = 2 * BLOCK
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
  /** Those that were handed over by webtorrent. */
  readonly wires: readonly Wire[]
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

type Kind = 'ours' | 'plain' | 'puppet'

/** @param kind a puppet says nothing over its wires but what the test makes it say */
async function peer(kind: Kind, initial: Uint8Array | null, echo = true): Promise<Peer> {
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
  const torrent = client.add(kind === 'plain' ? torrentFileOf(metainfo, [], []) : asParsed(metainfo), {
    preloadedStore: store,
    storeCacheSlots: 0,
    skipVerify: initial !== null,
    ...(kind === 'plain' ? {} : { deselect: true, uploads: false }),
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
  const wires: Wire[] = []
  if (kind === 'puppet') takeOver(torrent, (wire) => wires.push(wire))
  if (kind === 'ours') {
    let driver: TorrentDriver | null = null
    takeOver(torrent, (wire) => {
      wires.push(wire)
      driver?.attach(wire)
    })
    torrent.on('wire', (wire: Wire) => {
      contain(wire)
      carryMetadata(
        wire,
        metainfo.infoHash,
        () => metainfo.info,
        () => undefined,
      )
      if (echo) useEcho(wire, Date.now, (token, at) => driver?.answered(wire, token, at))
    })
    torrent.once('ready', () => {
      const uplink = new Uplink(() => performance.now())
      const random = seededRandom(1)
      driver = new TorrentDriver({
        torrent,
        metainfo,
        peerId: '2d'.repeat(20),
        secure: false,
        store,
        uplink,
        lanes: () => null,
        waiting: () => 0,
        isRelayed: () => false,
        charge: () => true,
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
  return { client, torrent, wires, bytes: () => memory.read(0, SIZE), whole }
}

function connect(from: Peer, to: Peer): void {
  const { port } = (to.client as unknown as { address(): { port: number } }).address()
  from.torrent.addPeer(`127.0.0.1:${port}` as never)
}

/** A busy machine takes longer than the second that Vitest waits by itself. */
const SLOW = { timeout: 30_000 }

/** The two ends of a connection between one of ours and one that says only what the test makes it say. */
async function withPuppet(ours: Peer): Promise<{ wire: Wire; puppet: Wire }> {
  const other = await peer('puppet', null)
  connect(other, ours)
  await vi.waitFor(() => expect([ours.wires.length, other.wires.length]).toEqual([1, 1]), SLOW)
  const [wire, puppet] = [ours.wires[0], other.wires[0]]
  if (!wire || !puppet) throw new Error('There are two.')
  return { wire, puppet }
}

/** The same, once it may fetch; and the blocks that come to it. */
async function fetchingPuppet(): Promise<{ wire: Wire; puppet: Wire; came: string[] }> {
  const { wire, puppet } = await withPuppet(await peer('ours', content))
  const came: string[] = []
  puppet.on('piece', (piece: number, offset: number) => came.push(`${piece}:${offset}`))
  puppet.interested()
  await vi.waitFor(() => expect(puppet.peerChoking).toBe(false), SLOW)
  return { wire, puppet, came }
}

function ask(puppet: Wire, piece: number, offset = 0, length = BLOCK): void {
  puppet.request(piece, offset, length, () => undefined)
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
  const connected = () => leecher.torrent.wires.map(({ peerId }) => peerId)
  await vi.waitFor(() => expect(connected()).toEqual([idOf(seed)]), SLOW)
  // Nor is it met again.
  connect(leecher, liar)
  await vi.waitFor(
    () => expect(leecher.wires.filter(({ peerId }) => peerId === idOf(liar))).toHaveLength(2),
    SLOW,
  )
  await vi.waitFor(() => expect(connected()).toEqual([idOf(seed)]), SLOW)
})

function idOf({ client }: Peer): string {
  return (client as unknown as { peerId: string }).peerId
}

it('answers each request for a block that is asked for again before it was sent', async () => {
  const { wire, puppet, came } = await fetchingPuppet()
  // The wire forgets in which order requests came as soon as the first of several is answered.
  for (const piece of [1, 3, 3]) ask(puppet, piece)
  await vi.waitFor(() => expect(came.toSorted()).toEqual(['1:0', '3:0', '3:0']), SLOW)
  ask(puppet, 3)
  await vi.waitFor(() => expect(came).toHaveLength(4), SLOW)
  expect(wire.peerRequests).toEqual([])
})

it('sends once a block that is asked for twice and taken back once', async () => {
  const { wire, puppet, came } = await fetchingPuppet()
  for (const piece of [3, 3]) ask(puppet, piece)
  puppet.cancel(3, 0, BLOCK)
  ask(puppet, 4)
  await vi.waitFor(() => expect(came).toContain('4:0'), SLOW)
  expect(came.toSorted()).toEqual(['3:0', '4:0'])
  expect(wire.peerRequests).toEqual([])
})

it('refuses a block that is asked for without end', async () => {
  const { wire, puppet, came } = await fetchingPuppet()
  const refused: number[] = []
  puppet.on('reject', (piece: number) => refused.push(piece))
  for (let time = 0; time < 1000; time++) ask(puppet, 3)
  ask(puppet, 4)
  await vi.waitFor(() => expect(refused.length + came.length).toBe(1001), SLOW)
  expect(came).toContain('4:0')
  expect(came.length).toBeLessThan(10)
  expect(wire.peerRequests).toEqual([])
})

it.each([
  ['outside its piece', 0, PIECE, BLOCK],
  ['reaching into the next piece', 0, PIECE - 1, 2],
  ['at no offset that there is', 0, 0x8000_0000, BLOCK],
  ['of no bytes', 0, 0, 0],
  ['of a piece that there is not', 1000, 0, BLOCK],
])('ends the connection of whoever asks for a block %s', async (_, piece, offset, length) => {
  const { wire, puppet } = await fetchingPuppet()
  ask(puppet, piece, offset, length)
  await vi.waitFor(() => expect(wire.destroyed).toBe(true), SLOW)
})

it('fetches from a seed what that has lost and got again', async () => {
  const { puppet } = await withPuppet(await peer('ours', null))
  const asked = new Set<number>()
  puppet.on('request', (piece: number) => asked.add(piece))
  puppet.haveAll()
  for (let piece = 0; piece * PIECE < SIZE; piece++) puppet.lt_donthave.donthave(piece)
  puppet.have(7)
  puppet.unchoke()
  await vi.waitFor(() => expect([...asked]).toEqual([7]), SLOW)
})

it('looks once at all that a peer says it has, and ends the connection of one that says it again', async () => {
  const { wire, puppet } = await withPuppet(await peer('ours', null))
  const interested = vi.fn()
  puppet.on('interested', interested)
  puppet.haveNone()
  puppet.haveAll()
  await vi.waitFor(() => expect(wire.destroyed).toBe(true), SLOW)
  expect(interested).not.toHaveBeenCalled()
})

it('tells the scheduler nothing after its end, of wires that end with it', async () => {
  const leecher = await peer('ours', null)
  const { wire, puppet } = await withPuppet(leecher)
  puppet.haveAll()
  puppet.unchoke()
  await vi.waitFor(() => expect(wire.requests.length).toBeGreaterThan(0), SLOW)
  for (const driver of drivers.splice(0)) driver.end()
  const told = (['peerLeft', 'refused', 'choked', 'interested'] as const).map((name) =>
    vi.spyOn(Scheduler.prototype, name),
  )
  wire.destroy()
  await vi.waitFor(() => expect(wire.destroyed).toBe(true), SLOW)
  await Promise.resolve()
  for (const each of told) expect(each).not.toHaveBeenCalled()
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
