import { createHash } from 'node:crypto'
import { afterEach, expect, it, vi } from 'vitest'
import type { Wire } from 'bittorrent-protocol'
import { PieceSet } from '../../src/core/pieceSet.ts'
import { seededRandom } from '../../src/core/random.ts'
import { MemoryStore } from '../../src/storage/memoryStore.ts'
import { makeMetainfo, torrentFileOf, type Metainfo } from '../../src/torrent/metainfo.ts'
import { HeldMemory } from '../../src/swarm/link/heldMemory.ts'
import { Scheduler } from '../../src/swarm/scheduler/scheduler.ts'
import { Uplink } from '../../src/swarm/scheduler/uplink.ts'
import { TorrentDriver } from '../../src/swarm/driver/torrentDriver.ts'
import type { RelayBudget } from '../../src/swarm/relayBudget.ts'
import { TorrentStore } from '../../src/swarm/torrentStore.ts'
import { useEcho } from '../../src/swarm/wireEcho.ts'
import { useMetadata } from '../../src/swarm/wireMetadata.ts'
import { sayLost, useLosses } from '../../src/swarm/wireLosses.ts'
import { Wires } from '../../src/swarm/wires.ts'
import type { PeerId } from '../../src/wire/trackerMessages.ts'
import { ledgerOf } from './support/ledger.ts'
import { startPlain } from './support/plainClient.ts'
import { join, listen } from './support/tcp.ts'

/* Whole transfers over TCP: wires driven by our scheduler, and real webtorrent clients. */

const BLOCK = 16_384
const PIECE = 2 * BLOCK
const SIZE = PIECE * 40 + 1000
const content = new Uint8Array(SIZE).map((_, index) => (index * 31 + (index >> 8)) % 251)

const drivers: TorrentDriver[] = []
const opened: Wires[] = []

afterEach(() => {
  for (const driver of drivers.splice(0)) driver.end()
  for (const wires of opened.splice(0)) wires.end()
})

interface Peer {
  /** By which others know it. */
  readonly id: string
  readonly port: number
  /** All that were ever handed over. */
  readonly wires: readonly Wire[]
  /** Ids of those it is connected to. */
  readonly connected: () => readonly string[]
  readonly join: (other: Peer) => void
  readonly bytes: () => Promise<Uint8Array>
  readonly whole: Promise<unknown>
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

let made = 0

/** @param kind a puppet says nothing over its wires but what the test makes it say */
async function peer(
  kind: Kind,
  initial: Uint8Array | null,
  extensions = true,
  relay: RelayBudget | null = null,
): Promise<Peer> {
  const metainfo = await metainfoOf(content)
  if (kind === 'plain') return plain(metainfo, initial)
  const id = (++made).toString(16).padStart(40, 'a')
  const memory = new MemoryStore(SIZE)
  if (initial) await memory.write(0, initial.slice())
  const store = new TorrentStore(() => undefined)
  store.shape(metainfo)
  store.use(memory)
  const whole = Promise.withResolvers<undefined>()
  const count = metainfo.pieces.length / 20
  let missing = initial ? 0 : count
  let driver: TorrentDriver | null = null
  const handed: Wire[] = []
  const wires = new Wires({
    infoHash: metainfo.infoHash,
    peerId: id as PeerId,
    greeted: (wire) => {
      if (!extensions) return
      useLosses(wire, (piece) => driver?.lost(wire, piece))
      useMetadata(wire, {
        infoHash: metainfo.infoHash,
        known: () => metainfo.info,
        received: () => undefined,
        memory: new HeldMemory(),
      })
      if (kind === 'ours') useEcho(wire, Date.now, (token, at) => driver?.answered(wire, token, at))
    },
    opened: (wire) => {
      handed.push(wire)
      driver?.attach(wire)
    },
  })
  opened.push(wires)
  if (kind === 'ours') {
    driver = new TorrentDriver({
      metainfo,
      pieces: ledgerOf(SIZE, PIECE, initial ? PieceSet.full(count) : []),
      peerId: '2d'.repeat(20),
      secure: false,
      store,
      uplink: new Uplink(() => performance.now()),
      lanes: () => null,
      waiting: () => 0,
      isRelayed: () => relay !== null,
      relay: relay ?? { moved: () => undefined, mayMove: () => true },
      source: ({ peerId }) => peerId,
      lend: () => undefined,
      whenSent: () => false,
      charge: () => true,
      random: seededRandom(1),
      verified: () => {
        if (--missing === 0) whole.resolve(undefined)
      },
      failed: (error) => {
        throw error
      },
    })
    drivers.push(driver)
    driver.select([{ from: 0, to: count - 1 }])
  }
  return {
    id,
    port: await listen(wires),
    wires: handed,
    connected: () => wires.all.map(({ peerId }) => peerId),
    join: (other) => void join(wires, other.port, other.id),
    bytes: () => memory.read(0, SIZE),
    whole: whole.promise,
  }
}

/** A webtorrent client. It serves what it has as it is; ours would notice that something in it is damaged. */
async function plain(metainfo: Metainfo, has: Uint8Array | null): Promise<Peer> {
  const client = await startPlain(torrentFileOf(metainfo, [], []), { size: SIZE, pieceLength: PIECE, has })
  return {
    id: client.peerId,
    port: client.port,
    wires: [],
    connected: () => [],
    join: ({ port }) => client.torrent.addPeer(`127.0.0.1:${port}`),
    bytes: () => Promise.resolve(client.bytes),
    whole: client.whole,
  }
}

/** A busy machine takes longer than the second that Vitest waits by itself. */
const SLOW = { timeout: 30_000 }

/** The two ends of a connection between one of ours and one that says only what the test makes it say. */
async function withPuppet(ours: Peer): Promise<{ wire: Wire; puppet: Wire }> {
  const other = await peer('puppet', null)
  other.join(ours)
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
  leecher.join(seed)
  await leecher.whole
  expect(Buffer.compare(await leecher.bytes(), content)).toBe(0)
})

it('serves a peer that cannot be asked whether anything has arrived', async () => {
  const [seed, leecher] = [await peer('ours', content, false), await peer('ours', null, false)]
  leecher.join(seed)
  await leecher.whole
  expect(Buffer.compare(await leecher.bytes(), content)).toBe(0)
})

it('counts what moves over a relay at both ends, and moves nothing that may not be moved', async () => {
  let isOpen = false
  const counted = { seed: 0, leecher: 0 }
  const budget = (end: keyof typeof counted): RelayBudget => ({
    moved: (bytes) => (counted[end] += bytes),
    mayMove: () => isOpen,
  })
  const seed = await peer('ours', content, true, budget('seed'))
  const leecher = await peer('ours', null, true, budget('leecher'))
  leecher.join(seed)
  await vi.waitFor(() => expect(leecher.wires).toHaveLength(1), SLOW)
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(counted).toEqual({ seed: 0, leecher: 0 })
  isOpen = true
  await leecher.whole
  await vi.waitFor(() => expect(counted).toEqual({ seed: SIZE, leecher: SIZE }), SLOW)
})

it('passes on what it has while it fetches', async () => {
  const [seed, middle, last] = [
    await peer('ours', content),
    await peer('ours', null),
    await peer('ours', null),
  ]
  last.join(middle)
  middle.join(seed)
  await last.whole
  expect(Buffer.compare(await last.bytes(), content)).toBe(0)
})

it('finds the one who sends what is false, and finishes with the other', async () => {
  const false_ = content.slice()
  for (let at = 0; at < SIZE; at += 5 * 16_384) false_[at] = 255 - (false_[at] ?? 0)
  const seed = await peer('plain', content)
  const liar = await peer('plain', false_)
  const leecher = await peer('ours', null)
  leecher.join(liar)
  leecher.join(seed)
  await leecher.whole
  expect(Buffer.compare(await leecher.bytes(), content)).toBe(0)
  await vi.waitFor(() => expect(leecher.connected()).toEqual([seed.id]), SLOW)
  // Nor is it met again.
  leecher.join(liar)
  await vi.waitFor(
    () => expect(leecher.wires.filter(({ peerId }) => peerId === liar.id)).toHaveLength(2),
    SLOW,
  )
  await vi.waitFor(() => expect(leecher.connected()).toEqual([seed.id]), SLOW)
})

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
  await vi.waitFor(() => expect(puppet.peerExtendedMapping).toHaveProperty('lt_donthave'), SLOW)
  puppet.haveAll()
  for (let piece = 0; piece * PIECE < SIZE; piece++) sayLost(puppet, piece)
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

it('hears a peer that says all that it has once more, for what it has got since', async () => {
  const { wire, puppet } = await withPuppet(await peer('ours', null))
  const asked = new Set<number>()
  puppet.on('request', (piece: number) => asked.add(piece))
  puppet.bitfield(Uint8Array.of(0b0001_0000, 0, 0, 0, 0, 0))
  puppet.unchoke()
  await vi.waitFor(() => expect([...asked]).toEqual([3]), SLOW)
  puppet.bitfield(Uint8Array.of(0b0001_0001, 0, 0, 0, 0, 0))
  await vi.waitFor(() => expect([...asked]).toEqual([3, 7]), SLOW)
  expect(wire.destroyed).toBe(false)
  expect(wire.peerPieces.get(7)).toBe(true)
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
