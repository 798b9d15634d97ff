import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { parseInfoHash } from '../../src/core/infoHash.ts'
import { Discovery } from '../../src/swarm/discovery/discovery.ts'
import type { TrackerListener, TrackerPool } from '../../src/swarm/discovery/trackerConnection.ts'
import { ConnectionBudget } from '../../src/swarm/link/connectionBudget.ts'
import type { PeerConnection } from '../../src/swarm/link/peerConnection.ts'
import { ReadyOffers } from '../../src/swarm/link/readyOffers.ts'
import { People } from '../../src/swarm/people/people.ts'
import { parseOfferId, parsePeerId, type ClientMessage, type PeerId } from '../../src/wire/trackerMessages.ts'

/* What a page says to its trackers of connections, over connections that are never made. */

/** Describes itself once it is let. */
class StubConnection {
  static made = 0
  static closed = 0
  static gather = Promise.resolve()
  static refuses = false
  readonly iceGatheringState = 'complete'
  localDescription: { sdp: string } | null = null
  constructor() {
    StubConnection.made++
  }
  createDataChannel = () => ({ close: () => undefined })
  createOffer = () => Promise.resolve({ sdp: 'an offer' })
  createAnswer = () => Promise.resolve({ sdp: 'an answer' })
  setRemoteDescription = () =>
    StubConnection.refuses ? Promise.reject(new Error('It is no description.')) : Promise.resolve()
  async setLocalDescription(description: { sdp: string }): Promise<void> {
    await StubConnection.gather
    this.localDescription = description
  }
  close = () => {
    StubConnection.closed++
  }
}

/** Trackers that are open, and keep what is said to them. */
class StubTrackers {
  readonly said: ClientMessage[] = []
  readonly listeners: TrackerListener[] = []
  readonly pool = {
    join: (_url: string, _infoHash: string, listener: TrackerListener) => {
      this.listeners.push(listener)
      return { status: { kind: 'open' }, send: (message: ClientMessage) => this.said.push(message) }
    },
    leave: () => undefined,
  } as unknown as TrackerPool
}

function known<T>(value: T | null): T {
  if (value === null) throw new Error('The test names something that is none.')
  return value
}

const INFO_HASH = known(parseInfoHash('1'.repeat(40)))
const OWN = known(parsePeerId('5'.repeat(40)))
const OFFER_ID = known(parseOfferId('7'.repeat(40)))

function discover(
  trackers: readonly string[],
  budget = new ConnectionBudget(),
): StubTrackers & { discovery: Discovery } {
  const stub = new StubTrackers()
  const discovery = new Discovery({
    infoHash: INFO_HASH,
    peerId: OWN,
    trackers,
    pool: stub.pool,
    satisfied: () => false,
    isSociable: () => false,
    people: new People({ peerId: OWN, keys: null }, () => performance.now()),
    isPrivate: () => false,
    readyOffers: new ReadyOffers(),
    link: {
      connect: () => new StubConnection() as unknown as PeerConnection,
      iceServers: [],
      budget,
    },
    neighbours: () => [],
    random: Math.random,
    peersFrom: () => 0,
    now: () => performance.now(),
    stats: () => ({ uploaded: 0, downloaded: 0, left: 1 }),
    found: () => undefined,
    changed: () => undefined,
    refused: () => undefined,
  })
  return Object.assign(stub, { discovery })
}

beforeEach(() => {
  vi.useFakeTimers()
  StubConnection.gather = Promise.resolve()
  StubConnection.refuses = false
  StubConnection.made = 0
  StubConnection.closed = 0
})
afterEach(() => {
  vi.useRealTimers()
})

test('a search while the first announce waits for its offers sends none of them a second time', async () => {
  const gathered = Promise.withResolvers<undefined>()
  StubConnection.gather = gathered.promise
  const { discovery, listeners, said } = discover(['wss://one.example'])
  listeners[0]?.opened()
  discovery.search()
  gathered.resolve(undefined)
  await vi.advanceTimersByTimeAsync(0)
  const offers = said.flatMap((message) => (message.kind === 'announce' ? message.offers : []))
  expect(offers).toHaveLength(2)
  expect(new Set(offers.map(({ offerId }) => offerId)).size).toBe(2)
  expect(said.map((message) => message.kind === 'announce' && message.event)).toEqual(['started'])

  discovery.search()
  await vi.advanceTimersByTimeAsync(0)
  expect(said).toHaveLength(2)
  discovery.stop()
})

test('as many others as the first reply tells of are offered something at once, and nobody twice', async () => {
  const { discovery, listeners, said } = discover(['wss://one.example'])
  listeners[0]?.opened()
  await vi.advanceTimersByTimeAsync(0)
  const reply = {
    kind: 'reply',
    infoHash: INFO_HASH,
    intervalSeconds: 120,
    complete: 3,
    incomplete: 9,
  } as const
  listeners[0]?.received(reply)
  await vi.advanceTimersByTimeAsync(0)
  listeners[0]?.received(reply)
  await vi.advanceTimersByTimeAsync(0)
  expect(said.map((message) => message.kind === 'announce' && message.offers.length)).toEqual([2, 3])
  discovery.stop()
})

test('how far the page gets is seen from what it offers', async () => {
  const { discovery, listeners } = discover(['wss://one.example'])
  expect(discovery.status.wayOut).toBe('unknown')
  listeners[0]?.opened()
  await vi.advanceTimersByTimeAsync(0)
  // What stands in for a connection names no address.
  expect(discovery.status.wayOut).toBe('no-addresses')
  discovery.stop()
})

test('an offer that comes over two trackers is answered by one connection', async () => {
  const { discovery, listeners, said } = discover(['wss://one.example', 'wss://two.example'])
  await vi.advanceTimersByTimeAsync(0)
  StubConnection.made = 0
  const gathered = Promise.withResolvers<undefined>()
  StubConnection.gather = gathered.promise
  const peerId = known(parsePeerId('9'.repeat(40)))
  const offer = { kind: 'offer', infoHash: INFO_HASH, peerId, offerId: OFFER_ID, sdp: 'v=0' } as const
  for (const listener of listeners) listener.received(offer)
  expect(StubConnection.made).toBe(1)
  gathered.resolve(undefined)
  await vi.advanceTimersByTimeAsync(0)
  // Nor when it comes again, once it is answered.
  for (const listener of listeners) listener.received(offer)
  await vi.advanceTimersByTimeAsync(0)
  expect(StubConnection.made).toBe(1)
  expect(said.filter(({ kind }) => kind === 'answer')).toHaveLength(1)
  discovery.stop()
})

/** Answers the first of the offers that were sent, as a peer does. */
function answer({ said, listeners }: StubTrackers): void {
  const [offer] = said.flatMap((message) => (message.kind === 'announce' ? message.offers : []))
  if (!offer) throw new Error('Nothing was offered.')
  const peerId = known(parsePeerId('9'.repeat(40)))
  listeners[0]?.received({
    kind: 'answer',
    infoHash: INFO_HASH,
    peerId,
    offerId: offer.offerId,
    sdp: 'v=0',
  })
}

test('an offer waits for a tracker that is slow to open, and its connection has its time from the answer on', async () => {
  const stub = discover(['wss://one.example'])
  await vi.advanceTimersByTimeAsync(40_000)
  stub.listeners[0]?.opened()
  await vi.advanceTimersByTimeAsync(5000)
  answer(stub)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(stub.discovery.status.connecting).toBe(1)
  await vi.advanceTimersByTimeAsync(11_000)
  expect(stub.discovery.status.connecting).toBe(0)
  stub.discovery.stop()
})

test('offers that have expired are not sent, nor is an answer to one taken for a connection', async () => {
  const stub = discover(['wss://one.example'])
  await vi.advanceTimersByTimeAsync(51_000)
  expect(StubConnection.closed).toBe(2)
  stub.listeners[0]?.opened()
  await vi.advanceTimersByTimeAsync(0)
  // Made anew.
  expect(StubConnection.made).toBe(4)
  await vi.advanceTimersByTimeAsync(60_000)
  answer(stub)
  await vi.advanceTimersByTimeAsync(0)
  expect(stub.discovery.status.connecting).toBe(0)
  stub.discovery.stop()
})

/** A peer's offer, from an address of its own. */
function offerOf(peer: number, sdp: string) {
  const peerId = known(parsePeerId(peer.toString(16).padStart(40, '0')))
  return { kind: 'offer', infoHash: INFO_HASH, peerId, offerId: OFFER_ID, sdp } as const
}

const DEAD = 'v=0\r\na=candidate:1 1 udp 2113937151 203.0.113.7 9 typ host\r\n'
const ALIVE = 'v=0\r\na=candidate:1 1 udp 2113937151 198.51.100.4 9 typ host\r\n'

function answeredIds({ said }: StubTrackers): PeerId[] {
  return said.flatMap((message) => (message.kind === 'answer' ? [message.toPeerId] : []))
}

test('a newcomer is answered while somebody fills the page with offers from a dead address', async () => {
  const stub = discover(['wss://one.example'])
  await vi.advanceTimersByTimeAsync(0)
  // Four announces of five offers a second, a new peer id each.
  for (let peer = 1; peer <= 400; peer++) {
    stub.listeners[0]?.received(offerOf(peer, DEAD))
    await vi.advanceTimersByTimeAsync(50)
  }
  const newcomer = offerOf(0xfeed, ALIVE)
  stub.listeners[0]?.received(newcomer)
  await vi.advanceTimersByTimeAsync(0)
  expect(answeredIds(stub)).toContain(newcomer.peerId)
  // Each costs a connection: few are made, and few are held.
  expect(StubConnection.made).toBeLessThan(150)
  expect(StubConnection.made - StubConnection.closed).toBeLessThan(30)
  stub.discovery.stop()
})

test('junk in place of descriptions is tried a few times a second, and keeps nobody out', async () => {
  const stub = discover(['wss://one.example'])
  await vi.advanceTimersByTimeAsync(0)
  StubConnection.made = 0
  for (let peer = 1; peer <= 450; peer++) {
    StubConnection.refuses = true
    stub.listeners[0]?.received(offerOf(peer, 'junk'))
    await vi.advanceTimersByTimeAsync(22)
  }
  expect(StubConnection.made).toBeLessThan(100)
  StubConnection.refuses = false
  const newcomer = offerOf(0xfeed, ALIVE)
  stub.listeners[0]?.received(newcomer)
  await vi.advanceTimersByTimeAsync(0)
  expect(answeredIds(stub)).toEqual([newcomer.peerId])
  stub.discovery.stop()
})

test('of offers that more people could have taken than are there, those wait that were handed to somebody', async () => {
  const { discovery, listeners } = discover(['wss://one.example'])
  listeners[0]?.opened()
  await vi.advanceTimersByTimeAsync(0)
  const reply = { kind: 'reply', infoHash: INFO_HASH, intervalSeconds: 120 } as const
  listeners[0]?.received({ ...reply, complete: 1, incomplete: 2 })
  await vi.advanceTimersByTimeAsync(0)
  expect(StubConnection.made - StubConnection.closed).toBe(2)
  discovery.stop()
  await vi.advanceTimersByTimeAsync(0)
  expect(StubConnection.made - StubConnection.closed).toBe(0)
})

test('fifty shares that are opened together keep no more than forty offers, and each comes to its turn', async () => {
  const budget = new ConnectionBudget()
  const shares = Array.from({ length: 50 }, () => discover(['wss://one.example'], budget))
  const open = () => StubConnection.made - StubConnection.closed
  for (const { listeners } of shares) listeners[0]?.opened()
  await vi.advanceTimersByTimeAsync(0)
  expect(open()).toBe(40)
  const having = () => shares.filter(({ said }) => offersIn(said) > 0).length
  expect(having()).toBeGreaterThan(15)
  const reply = { kind: 'reply', infoHash: INFO_HASH, intervalSeconds: 120 } as const
  for (const { listeners } of shares) listeners[0]?.received({ ...reply, complete: 1, incomplete: 1 })
  await vi.advanceTimersByTimeAsync(0)
  // Nobody answers: others take the places of those that are given up.
  await vi.advanceTimersByTimeAsync(120_000)
  expect(having()).toBe(50)
  expect(open()).toBeLessThanOrEqual(40)
  for (const { discovery } of shares) discovery.stop()
  await vi.advanceTimersByTimeAsync(0)
  expect(open()).toBe(0)
  expect(budget.offers.share).toBe(5)
})

function offersIn(said: readonly ClientMessage[]): number {
  return said.reduce((sum, message) => sum + (message.kind === 'announce' ? message.offers.length : 0), 0)
}
