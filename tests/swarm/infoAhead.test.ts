import { createHash } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { parseInfoHash } from '../../src/core/infoHash.ts'
import { Discovery } from '../../src/swarm/discovery/discovery.ts'
import { InfoAhead, MOST_AHEAD } from '../../src/swarm/discovery/infoAhead.ts'
import type { TrackerListener, TrackerPool } from '../../src/swarm/discovery/trackerConnection.ts'
import { ConnectionBudget } from '../../src/swarm/link/connectionBudget.ts'
import type { PeerConnection } from '../../src/swarm/link/peerConnection.ts'
import { ReadyOffers } from '../../src/swarm/link/readyOffers.ts'
import { People } from '../../src/swarm/people/people.ts'
import { openingIn, parted, withInfo, withOpening } from '../../src/wire/shortOpening.ts'
import { parsePeerId, type ClientMessage } from '../../src/wire/trackerMessages.ts'
import { StubConnection } from './support/stubConnection.ts'

const INFO = new Uint8Array(MOST_AHEAD).map((_, at) => at % 251)
const SDP = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n'

async function ready(): Promise<InfoAhead> {
  const ahead = new InfoAhead()
  await expect.poll(() => ahead.key).not.toBeNull()
  return ahead
}

test('what was sealed for an offer comes with its answer, and nobody else can read it', async () => {
  const [asks, knows, tracker] = [await ready(), await ready(), await ready()]
  const offer = withOpening('offer', SDP, { lacksInfo: true, key: asks.key ?? '' })
  const key = openingIn('offer', offer)?.key ?? ''
  expect(key).toBe(asks.key)
  const sealed = (await knows.seal(INFO, key)) ?? ''
  const answer = withInfo(withOpening('answer', SDP, { lacksInfo: false }), sealed)
  // Trackers of others take 64 KB.
  expect(answer.length).toBeLessThan(24_000)
  expect(openingIn('answer', answer)).toEqual({ lacksInfo: false })
  expect(parted(answer)).toEqual({ sdp: withOpening('answer', SDP, { lacksInfo: false }), sealed })
  expect(await asks.open(sealed)).toEqual(INFO)
  expect(await tracker.open(sealed)).toBeNull()
  expect(await knows.open(sealed)).toBeNull()
})

test('each answer is sealed with a key of its own', async () => {
  const [asks, knows] = [await ready(), await ready()]
  const sealed = await Promise.all([1, 2].map(() => knows.seal(INFO, asks.key ?? '')))
  expect(new Set(sealed).size).toBe(2)
  for (const each of sealed) expect(await asks.open(each ?? '')).toEqual(INFO)
})

test.each(['', 'x', 'A'.repeat(87), 'A'.repeat(40_000), '*'.repeat(200)])(
  'nonsense opens nothing, and nothing is sealed for it',
  async (text) => {
    const ahead = await ready()
    expect(await ahead.open(text)).toBeNull()
    expect(await ahead.seal(INFO, text)).toBeNull()
  },
)

test('a damaged answer opens nothing', async () => {
  const [asks, knows] = [await ready(), await ready()]
  const sealed = (await knows.seal(INFO, asks.key ?? '')) ?? ''
  const at = sealed.length - 20
  const other = sealed[at] === 'A' ? 'B' : 'A'
  expect(await asks.open(sealed.slice(0, at) + other + sealed.slice(at + 1))).toBeNull()
})

test('a crowd is told at a pace that the tracker takes', async () => {
  const ahead = await ready()
  const told = Array.from({ length: 100 }, () => ahead.mayTell())
  expect(told.slice(0, 30)).not.toContain(false)
  expect(told.slice(50)).not.toContain(true)
})

test('who knows what the torrent holds names no key', () => {
  const sdp = withOpening('offer', SDP, { lacksInfo: false, key: 'A'.repeat(87) })
  expect(openingIn('offer', sdp)).toEqual({ lacksInfo: false })
  expect(parted(sdp)).toEqual({ sdp, sealed: null })
})

function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The test names something that is none.')
  return value
}

const INFO_HASH = known(parseInfoHash(createHash('sha1').update(INFO).digest('hex')))

/** Descriptions of whole lines. */
function describing(): PeerConnection {
  const connection = new StubConnection()
  connection.createOffer = () => Promise.resolve({ sdp: SDP })
  connection.createAnswer = () => Promise.resolve({ sdp: SDP })
  return connection as unknown as PeerConnection
}

/** A page in the swarm, and all that it says to its tracker. @param info what it knows of the torrent */
async function page(digit: string, info: Uint8Array | null) {
  const peerId = known(parsePeerId(digit.repeat(40)))
  const [said, came]: [ClientMessage[], Uint8Array[]] = [[], []]
  let listener: TrackerListener | undefined
  const pool = {
    join: (_url: string, _infoHash: string, joined: TrackerListener) => {
      listener = joined
      return { status: { kind: 'open' }, send: (message: ClientMessage) => said.push(message) }
    },
    leave: () => undefined,
  } as unknown as TrackerPool
  const discovery = new Discovery({
    infoHash: INFO_HASH,
    peerId,
    trackers: ['wss://one.example'],
    pool,
    satisfied: () => info !== null,
    isSociable: () => false,
    people: new People({ peerId, keys: null }, () => performance.now()),
    isPrivate: () => false,
    readyOffers: new ReadyOffers(),
    infoAhead: await ready(),
    info: () => info,
    metadata: (told) => came.push(told),
    link: { connect: describing, iceServers: [], budget: new ConnectionBudget() },
    neighbours: () => [],
    random: Math.random,
    peersFrom: () => 0,
    now: () => performance.now(),
    stats: () => ({ uploaded: 0, downloaded: 0, left: info === null ? null : 0 }),
    found: () => undefined,
    changed: () => undefined,
    refused: () => undefined,
  })
  onTestFinished(() => discovery.stop())
  return { peerId, said, came, tracker: known(listener) }
}

/** What comes of an offer by who knows nothing to who says that it knows this. */
async function introduced(info: Uint8Array) {
  const [asks, knows] = [await page('a', null), await page('b', info)]
  asks.tracker.opened()
  const isOffer = (message: ClientMessage) => message.kind === 'announce' && message.offers.length > 0
  await expect.poll(() => asks.said.some(isOffer)).toBe(true)
  const announce = known(asks.said.find(isOffer))
  const offer = known('offers' in announce ? announce.offers[0] : null)
  knows.tracker.received({ kind: 'offer', infoHash: INFO_HASH, peerId: asks.peerId, ...offer })
  const answered = () => knows.said.find((message) => message.kind === 'answer')
  await expect.poll(answered).toBeDefined()
  const { sdp } = known(answered())
  asks.tracker.received({
    kind: 'answer',
    infoHash: INFO_HASH,
    peerId: knows.peerId,
    offerId: offer.offerId,
    sdp,
  })
  return { sdp, came: asks.came }
}

test('who asks through a tracker is told with the answer', async () => {
  const { sdp, came } = await introduced(INFO)
  expect(sdp).toContain('a=x-shoal-info:')
  await expect.poll(() => came).toEqual([INFO])
})

test('what is not what the share is named after is not believed', async () => {
  const { sdp, came } = await introduced(INFO.with(0, 7))
  expect(sdp).toContain('a=x-shoal-info:')
  await new Promise((done) => setTimeout(done, 300))
  expect(came).toEqual([])
})

test('what is too long for an answer goes over the wire alone', async () => {
  const { sdp } = await introduced(new Uint8Array(MOST_AHEAD + 1))
  expect(sdp).not.toContain('a=x-shoal-info:')
})
