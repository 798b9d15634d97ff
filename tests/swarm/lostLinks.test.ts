import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { parseInfoHash } from '../../src/core/infoHash.ts'
import { Discovery } from '../../src/swarm/discovery/discovery.ts'
import type { TrackerListener, TrackerPool } from '../../src/swarm/discovery/trackerConnection.ts'
import { ConnectionBudget } from '../../src/swarm/link/connectionBudget.ts'
import type { PeerConnection } from '../../src/swarm/link/peerConnection.ts'
import type { PeerLink } from '../../src/swarm/link/peerLink.ts'
import { ReadyOffers } from '../../src/swarm/link/readyOffers.ts'
import { People } from '../../src/swarm/people/people.ts'
import { parseOfferId, parsePeerId, type ClientMessage } from '../../src/wire/trackerMessages.ts'
import { StubConnection } from './support/stubConnection.ts'

/** Peers whose path dies: looked for at once, and replaced without letting go of what may recover. */

function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The test names something that is none.')
  return value
}

const INFO_HASH = known(parseInfoHash('1'.repeat(40)))
const OWN = known(parsePeerId('5'.repeat(40)))
const OTHER = known(parsePeerId('9'.repeat(40)))
const THIRD = known(parsePeerId('a'.repeat(40)))
const OFFER_ID = known(parseOfferId('7'.repeat(40)))

beforeEach(() => {
  vi.useFakeTimers()
  StubConnection.made.length = 0
})
afterEach(() => {
  vi.useRealTimers()
})

/** A seed that waits to be asked, so that it makes no offers of its own before somebody is missing. */
class Page {
  readonly said: ClientMessage[] = []
  readonly found: PeerLink[] = []
  checks = 0
  readonly discovery: Discovery
  #listener: TrackerListener | null = null

  constructor() {
    const pool = {
      join: (_url: string, _infoHash: string, listener: TrackerListener) => {
        this.#listener = listener
        return {
          status: { kind: 'open' },
          send: (message: ClientMessage) => this.said.push(message),
          check: () => this.checks++,
        }
      },
      leave: () => undefined,
    } as unknown as TrackerPool
    this.discovery = new Discovery({
      infoHash: INFO_HASH,
      peerId: OWN,
      trackers: ['wss://tracker.example'],
      pool,
      satisfied: () => true,
      isSociable: () => false,
      people: new People({ peerId: OWN, keys: null }, () => performance.now()),
      isPrivate: () => false,
      readyOffers: new ReadyOffers(),
      link: {
        connect: () => new StubConnection() as unknown as PeerConnection,
        iceServers: [],
        budget: new ConnectionBudget(),
      },
      neighbours: () => [],
      random: Math.random,
      peersFrom: () => 0,
      stats: () => ({ uploaded: 0, downloaded: 0, left: 0 }),
      now: () => performance.now(),
      found: (link) => this.found.push(link),
      changed: () => undefined,
      refused: () => undefined,
    })
    this.#listener?.opened()
  }

  /** The tracker says how many there are. */
  told(leechers: number): void {
    this.#listener?.received({
      kind: 'reply',
      infoHash: INFO_HASH,
      intervalSeconds: 120,
      complete: 1,
      incomplete: leechers,
    })
  }

  /** A peer offers a connection; answers the page's end of it, null if the page wants none. */
  async offered(peerId = OTHER): Promise<StubConnection | null> {
    const before = StubConnection.made.length
    this.#listener?.received({ kind: 'offer', infoHash: INFO_HASH, peerId, offerId: OFFER_ID, sdp: 'v=0' })
    await vi.advanceTimersByTimeAsync(0)
    return StubConnection.made[before] ?? null
  }

  async connected(peerId = OTHER): Promise<StubConnection> {
    const connection = known(await this.offered(peerId))
    connection.become('connected')
    connection.bring('shoal')
    return connection
  }

  get offers(): number {
    return this.said.reduce(
      (sum, message) => sum + (message.kind === 'announce' ? message.offers.length : 0),
      0,
    )
  }
}

test('a peer of whom nothing comes any more is looked for within a second, and the tracker as well', async () => {
  const page = new Page()
  const [one, two] = [await page.connected(OTHER), await page.connected(THIRD)]
  page.told(2)
  await vi.advanceTimersByTimeAsync(1000)
  expect(page.offers).toBe(0)
  one.become('disconnected')
  await vi.advanceTimersByTimeAsync(1000)
  expect(page.offers).toBe(1)
  // There is another over whom something comes: it is not this page's line.
  expect(page.checks).toBe(0)
  two.become('disconnected')
  expect(page.checks).toBe(1)
  page.discovery.stop()
})

test('a path that comes and goes costs no more than a search', async () => {
  const page = new Page()
  const connection = await page.connected()
  page.told(1)
  const before = page.said.length
  for (let times = 0; times < 20; times++) {
    connection.become('disconnected')
    await vi.advanceTimersByTimeAsync(600)
    connection.become('connected')
    await vi.advanceTimersByTimeAsync(400)
  }
  expect(page.said.length - before).toBeLessThan(6)
  page.discovery.stop()
})

test('another connection to the same peer is taken once nothing comes over the first, which ends when it is open', async () => {
  const page = new Page()
  const first = await page.connected()
  expect(await page.offered()).toBeNull()
  first.become('disconnected')
  const second = known(await page.offered())
  expect(first.closed).toBe(false)
  second.become('connected')
  second.bring('shoal')
  expect(page.found).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(0)
  expect(first.closed).toBe(true)
  expect(second.closed).toBe(false)
  // And that one is as good as the first was.
  expect(await page.offered()).toBeNull()
  page.discovery.stop()
})

test('a path that recovers goes on where another connection came to nothing', async () => {
  const page = new Page()
  const first = await page.connected()
  first.become('disconnected')
  const second = known(await page.offered())
  first.become('connected')
  second.become('failed')
  await vi.advanceTimersByTimeAsync(0)
  expect(second.closed).toBe(true)
  expect(first.closed).toBe(false)
  expect(page.discovery.status.open).toBe(1)
  expect(await page.offered()).toBeNull()
  page.discovery.stop()
  await vi.advanceTimersByTimeAsync(0)
  expect(first.closed).toBe(true)
})

test('all connections end with the share, those as well that are being replaced', async () => {
  const page = new Page()
  const first = await page.connected()
  first.become('disconnected')
  const second = known(await page.offered())
  page.discovery.stop()
  await vi.advanceTimersByTimeAsync(0)
  expect([first.closed, second.closed]).toEqual([true, true])
})
