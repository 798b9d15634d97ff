import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Registry } from '../../server/tracker/registry.ts'
import type { ByteText } from '../../server/tracker/byteText.ts'
import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import { seededRandom } from '../../src/core/random.ts'
import { Discovery } from '../../src/swarm/discovery/discovery.ts'
import type { Neighbour } from '../../src/swarm/discovery/introducer.ts'
import type { TrackerListener, TrackerPool } from '../../src/swarm/discovery/trackerConnection.ts'
import { ConnectionBudget } from '../../src/swarm/link/connectionBudget.ts'
import type { PeerConnection } from '../../src/swarm/link/peerConnection.ts'
import type { PeerLink } from '../../src/swarm/link/peerLink.ts'
import { nextTask } from '../../src/swarm/nextTask.ts'
import { ReadyOffers } from '../../src/swarm/link/readyOffers.ts'
import { People } from '../../src/swarm/people/people.ts'
import { handshakeOf } from '../../src/wire/shortOpening.ts'
import type { ClientMessage, PeerId, TrackerMessage } from '../../src/wire/trackerMessages.ts'

/*
 * Whether everybody in a swarm meets everybody, by the real tracker's registry and in virtual time, though some of the
 * connections that are tried come to nothing: nobody is to be left out for long.
 */

const INFO_HASH = parseInfoHash('1'.repeat(40)) as InfoHash
const PEOPLE = 8

const SEEDS = 12

/** How long a message takes to the tracker, or to another page. */
const WAY_MS = 20

/** How long connections come to nothing. */
const TROUBLE_MS = 5_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A channel of a connection, and its other end. */
class Channel {
  readyState = 'connecting'
  bufferedAmount = 0
  onopen: (() => void) | null = null
  onclose: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  other: Channel | null = null
  readonly label: string
  readonly id: number | null

  constructor(label: string, id: number | null) {
    this.label = label
    this.id = id
  }

  open(): void {
    if (this.readyState !== 'connecting') return
    this.readyState = 'open'
    this.onopen?.()
  }

  send(bytes: Uint8Array): void {
    const { buffer } = bytes.slice()
    setTimeout(() => this.other?.onmessage?.({ data: buffer }), WAY_MS)
  }

  close(): void {
    if (this.readyState === 'closed') return
    this.readyState = 'closed'
    this.onclose?.()
    setTimeout(() => this.other?.close(), WAY_MS)
  }
}

/** Connections between pages of one world, some of which never open in the beginning. */
class World {
  readonly random: () => number
  readonly lost: number
  readonly #since = performance.now()
  readonly #made: Connection[] = []

  constructor(seed: number, lost: number) {
    this.random = seededRandom(seed)
    this.lost = lost
  }

  connect(): PeerConnection {
    const connection = new Connection(this, this.#made.length)
    this.#made.push(connection)
    return connection as unknown as PeerConnection
  }

  /** An answer has come back to who made the offer. */
  join(offerer: Connection, answerer: Connection | undefined): void {
    const isLost = performance.now() - this.#since < TROUBLE_MS && this.random() < this.lost
    if (!answerer || isLost) return
    setTimeout(() => {
      if (offerer.closed || answerer.closed) return
      for (const channel of offerer.channels) {
        const agreed = channel.id === null ? null : answerer.channels.find(({ id }) => id === channel.id)
        const other = channel.id === null ? new Channel(channel.label, null) : agreed
        if (!other) continue
        ;[channel.other, other.other] = [other, channel]
        if (channel.id === null) answerer.ondatachannel?.({ channel: other })
        other.open()
        channel.open()
      }
    }, 5 * WAY_MS)
  }

  made(number: string): Connection | undefined {
    return this.#made[Number(number)]
  }
}

class Connection {
  readonly iceGatheringState = 'complete'
  connectionState = 'new'
  localDescription: { sdp: string } | null = null
  remoteDescription: { sdp: string } | null = null
  ondatachannel: ((event: { channel: Channel }) => void) | null = null
  readonly channels: Channel[] = []
  closed = false
  readonly #world: World
  readonly #number: number

  constructor(world: World, number: number) {
    this.#world = world
    this.#number = number
  }

  createDataChannel(label: string, options?: { id: number }): Channel {
    const channel = new Channel(label, options?.id ?? null)
    this.channels.push(channel)
    return channel
  }

  createOffer = () => Promise.resolve({ type: 'offer', sdp: `offer ${this.#number}\r\n` })
  createAnswer = () => Promise.resolve({ type: 'answer', sdp: `answer ${this.#number}\r\n` })
  getStats = () => Promise.resolve(new Map())

  setLocalDescription(description: { sdp: string }): Promise<void> {
    this.localDescription = description
    return Promise.resolve()
  }

  setRemoteDescription(description: { type: string; sdp: string }): Promise<void> {
    this.remoteDescription = description
    const [, answerer = ''] = /^answer (\d+)/.exec(description.sdp) ?? []
    if (description.type === 'answer') this.#world.join(this, this.#world.made(answerer))
    return Promise.resolve()
  }

  close(): void {
    this.closed = true
    for (const channel of this.channels) channel.close()
  }
}

/** One page in the swarm. */
class Page {
  readonly peerId: PeerId
  readonly discovery: Discovery
  readonly links = new Map<string, PeerLink>()
  readonly #neighbours = new Map<string, Neighbour>()

  constructor(at: number, registry: Registry, world: World, all: readonly Page[], isSeed: boolean) {
    const peerId = `${at}`.repeat(40) as PeerId
    this.peerId = peerId
    this.discovery = new Discovery({
      infoHash: INFO_HASH,
      peerId,
      trackers: ['wss://one.example'],
      pool: poolOf(registry),
      satisfied: () => isSeed,
      isSociable: () => false,
      people: new People({ peerId, keys: null }, () => performance.now()),
      isPrivate: () => false,
      readyOffers: new ReadyOffers(),
      link: { connect: () => world.connect(), iceServers: [], budget: new ConnectionBudget() },
      neighbours: () => [...this.links.keys()].flatMap((id) => this.#neighbour(all, id)),
      random: world.random,
      peersFrom: () => 0,
      now: () => performance.now(),
      stats: () => ({ uploaded: 0, downloaded: 0, left: isSeed ? 0 : 1 }),
      found: (link) => {
        this.links.set(link.id, link)
        link.once('close', () => {
          if (this.links.get(link.id) === link) this.links.delete(link.id)
        })
        link.on('data', () => undefined)
        link.write(handshakeOf(INFO_HASH, peerId))
      },
      changed: () => undefined,
      refused: () => undefined,
    })
  }

  /** As this page knows another, over the link between them. */
  #neighbour(all: readonly Page[], id: string): Neighbour | [] {
    const other = all.find(({ peerId }) => peerId === id)
    const known = this.#neighbours.get(id)
    if (!other || known) return known ?? []
    const neighbour: Neighbour = {
      id: other.peerId,
      send: (message) =>
        setTimeout(() => {
          const us = other.#neighbour(all, this.peerId)
          if ('id' in us) other.discovery.heard(us, message)
        }, WAY_MS),
    }
    this.#neighbours.set(id, neighbour)
    return neighbour
  }
}

/** The tracker, a message's way from it. */
function poolOf(registry: Registry): TrackerPool {
  const pool = {
    join(_url: string, _infoHash: string, listener: TrackerListener) {
      const hear = (message: TrackerMessage<ByteText>) =>
        setTimeout(() => listener.received(message as unknown as TrackerMessage), WAY_MS)
      const session = registry.connect(hear)
      queueMicrotask(() => listener.opened())
      return {
        status: { kind: 'open' },
        send: (message: ClientMessage) =>
          setTimeout(() => registry.receive(session, message as unknown as ClientMessage<ByteText>), WAY_MS),
      }
    },
    leave: () => undefined,
  }
  return pool as unknown as TrackerPool
}

/** How many each page is connected to, after so long. */
async function meet(seed: number, lost: number, seconds: number): Promise<number[]> {
  const world = new World(seed, lost)
  const limits = {
    intervalSeconds: 120,
    jitterPercent: 10,
    torrentsPerSocket: 0,
    peerIdsPerSocketPerMinute: 0,
    offersPerSocketPerMinute: 0,
    newPeersPerAddressPerMinute: 0,
    offersPerSourcePerMinute: 0,
  }
  const registry = new Registry({ now: () => performance.now(), random: world.random, limits })
  const pages: Page[] = []
  for (let at = 0; at < PEOPLE; at++) {
    pages.push(new Page(at, registry, world, pages, at === 0))
    await pass(world.random() * 300)
  }
  await pass(seconds * 1000)
  const met = pages.map(({ links }) => links.size)
  for (const { discovery } of pages) discovery.stop()
  await pass(100)
  return met
}

async function pass(ms: number): Promise<void> {
  for (let at = 0; at < ms; at += 50) {
    await vi.advanceTimersByTimeAsync(50)
    await nextTask()
  }
}

/** The seeds with which somebody has not met everybody, after so long. */
async function leftOut(lost: number, seconds: number): Promise<string[]> {
  const left: string[] = []
  for (let seed = 1; seed <= SEEDS; seed++) {
    const met = await meet(seed, lost, seconds)
    if (met.some((count) => count < PEOPLE - 1)) left.push(`${seed}: ${met.join(' ')}`)
  }
  return left
}

test('everybody meets everybody within seconds', async () => {
  expect(await leftOut(0, 15)).toEqual([])
}, 120_000)

test('whoever was missed, since a third of the connections came to nothing, is met as soon as that is known', async () => {
  // A connection is given up after 30 s.
  expect(await leftOut(0.33, 50)).toEqual([])
}, 120_000)
