import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { joined } from '../../src/core/bytes.ts'
import { PEER_TERMS } from '../../src/swarm/link/prices.ts'
import {
  MOST_KNOWN,
  serialiseIntroduction,
  type IntroductionMessage,
} from '../../src/wire/introductionMessages.ts'
import { serialiseLaneMessage, serialiseLaneSignal } from '../../src/wire/laneMessages.ts'
import { Work } from '../support/work.ts'
import { extended, KEEP_ALIVE, message, u32 } from '../support/fuzz/messages.ts'
import { offerId, peerId } from '../wire/trackerIds.ts'
import { PageInNode, turns, type RawPeer } from './support/pageInNode.ts'
import { StubConnection } from './support/stubConnection.ts'

/*
 * Everything that a peer can send, as often as it likes in an instant: the page does no more work for it than for
 * what a peer may spend, or lets it go. Work is counted, not timed.
 */

const BLOCK = 16_384
const MANY_PIECES = 100_000
/** Blocks of code that are run in the 10 µs of a unit: 20 ns each, what the browser does for them counted in. */
const WORK_A_UNIT = 500
const MOST_WORK = PEER_TERMS.burst * WORK_A_UNIT
const TIMES = 12_000

let page: PageInNode
let work: Work

// Before anything is run: what was run before is counted less exactly.
beforeAll(async () => {
  work = await Work.begin()
})
afterAll(() => work.end())

beforeEach(() => {
  StubConnection.made = []
  // The allowance earns nothing meanwhile.
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(async () => {
  page.close()
  vi.useRealTimers()
})

const bitfield = new Uint8Array(MANY_PIECES / 8).fill(0xff)
const noise = new Uint8Array(BLOCK).map((_, at) => (at * 7) % 251)
const allBut = (piece: number) => {
  const bytes = bitfield.slice()
  bytes[piece >> 3] = (bytes[piece >> 3] ?? 0) & ~(0x80 >> (piece & 7))
  return bytes
}

type Say = (peer: RawPeer, time: number) => readonly Uint8Array[]
type Begin = (peer: RawPeer) => readonly Uint8Array[]

const has = (bits: Uint8Array) => () => [message(5, [], bits)]
const donthave = (peer: RawPeer, piece: number) => extended(peer.names['lt_donthave'] ?? 0, u32(piece))
const metadata = (peer: RawPeer, text: string) => extended(peer.names['ut_metadata'] ?? 0, text)

const meeting = (peer: RawPeer, said: IntroductionMessage) =>
  extended(peer.names['sh_meet'] ?? 0, serialiseIntroduction(said))
const NAMED = Array.from({ length: MOST_KNOWN }, (_, at) => peerId(at))

type Row = readonly [name: string, begin: Begin, say: Say]

const OVER_THE_WIRE: readonly Row[] = [
  ['keep-alive', () => [], () => [KEEP_ALIVE]],
  ['choke and unchoke', has(bitfield), () => [message(0), message(1)]],
  [
    'choke, unchoke and a block',
    has(bitfield),
    (_, time) => [message(1), message(7, [time % 9, 0], noise), message(0)],
  ],
  ['interested and not', has(allBut(0)), () => [message(2), message(3)]],
  ['have', () => [], (_, time) => [message(4, [time])]],
  ['have of what is no piece', () => [], (_, time) => [message(4, [4_000_000_000 - time])]],
  [
    'have and donthave of a seed',
    has(bitfield),
    (peer, time) => [donthave(peer, time % 1000), message(4, [time % 1000])],
  ],
  [
    'the same, let fetch',
    (peer) => [...has(bitfield)(), message(1), donthave(peer, 1)],
    (peer, time) => [donthave(peer, time % 1000), message(4, [time % 1000])],
  ],
  ['have and donthave of one piece', () => [message(1)], (peer) => [message(4, [5]), donthave(peer, 5)]],
  ['bitfield', () => [], () => [message(5, [], bitfield)]],
  ['have all', () => [], () => [message(14)]],
  ['have none', () => [], () => [message(15)]],
  ['request', () => [message(2)], (_, time) => [message(6, [time % 40, 0, BLOCK])]],
  ['cancel', () => [message(2)], (_, time) => [message(8, [time % 40, 0, BLOCK])]],
  [
    'request and cancel',
    () => [message(2)],
    (_, time) => [message(6, [time % 40, 0, BLOCK]), message(8, [(time + 1) % 40, 0, BLOCK])],
  ],
  ['block that nobody asked for', has(bitfield), (_, time) => [message(7, [time, 0], noise)]],
  ['the same, short', has(bitfield), (_, time) => [message(7, [time, 0], noise.subarray(0, 1))]],
  ['port', () => [], () => [message(9, [], Uint8Array.of(1, 2))]],
  ['suggest', () => [...has(bitfield)(), message(1)], (_, time) => [message(13, [time])]],
  ['suggest of one piece', () => [...has(bitfield)(), message(1)], () => [message(13, [7])]],
  ['reject', () => [...has(bitfield)(), message(1)], (_, time) => [message(16, [time % 100, 0, BLOCK])]],
  ['allowed fast', () => [], (_, time) => [message(17, [time])]],
  ['unknown', () => [], () => [message(99, [], noise)]],
  [
    'handshake of extensions',
    () => [],
    (_, time) => [
      extended(
        0,
        `d1:md${Array.from({ length: 900 }, (_each, at) => `10:${String(time * 900 + at).padStart(10, 'x')}i9e`).join('')}ee`,
      ),
    ],
  ],
  ['handshake of extensions, nested', () => [], () => [extended(0, 'l'.repeat(60_000) + 'e'.repeat(60_000))]],
  ['extension that is none', () => [], () => [extended(200, noise)]],
  ['request for metadata', () => [], (peer) => [metadata(peer, 'd8:msg_typei0e5:piecei0ee')]],
  [
    'request for metadata that is not',
    () => [],
    (peer) => [metadata(peer, 'd8:msg_typei0e5:piecei9999999ee')],
  ],
  [
    'metadata',
    () => [],
    (peer) => [metadata(peer, `d8:msg_typei1e5:piecei0e10:total_sizei9ee${'x'.repeat(BLOCK)}`)],
  ],
  ['metadata that is none', () => [], (peer) => [metadata(peer, 'l'.repeat(200_000))]],
  ['refusal of metadata', () => [], (peer) => [metadata(peer, 'd8:msg_typei2e5:piecei0ee')]],
  [
    'echo',
    () => [],
    (peer, time) => [extended(peer.names['sh_echo'] ?? 0, joined([Uint8Array.of(0), u32(time)]))],
  ],
  [
    'answer to no question',
    () => [],
    (peer) => [extended(peer.names['sh_echo'] ?? 0, new Uint8Array(13).fill(1))],
  ],
  [
    'lane',
    () => [],
    (peer, time) => [
      extended(peer.names['sh_lanes'] ?? 0, serialiseLaneSignal({ kind: 'offer', lane: time, sdp: 'v=0' })),
    ],
  ],
  [
    'answer to no lane',
    () => [],
    (peer, time) => [
      extended(peer.names['sh_lanes'] ?? 0, serialiseLaneSignal({ kind: 'answer', lane: time, sdp: 'v=0' })),
    ],
  ],
  ['who is known', () => [], (peer) => [extended(peer.names['sh_meet'] ?? 0, Uint8Array.of(0))]],
  ['peers that nobody asked for', () => [], (peer) => [meeting(peer, { kind: 'known', peers: NAMED })]],
  ...(['introduce', 'offer', 'accept', 'answer'] as const).map((kind): Row => [
    `introduction: ${kind}`,
    () => [],
    (peer, time) => [meeting(peer, { kind, peerId: peerId(time), offerId: offerId(time), sdp: 'v=0' })],
  ]),
  ...(['refuse', 'refused'] as const).map((kind): Row => [
    `introduction: ${kind}`,
    () => [],
    (peer, time) => [meeting(peer, { kind, peerId: peerId(time), offerId: offerId(time) })],
  ]),
  ['note, empty', () => [], (peer) => [extended(peer.names['sh_notes'] ?? 0, Uint8Array.of(0))]],
  [
    'note in short fragments',
    () => [],
    (peer) => [extended(peer.names['sh_notes'] ?? 0, Uint8Array.of(1, 0))],
  ],
]

/** Says it so often, and each time lets it have its effect: what is thrown away with its sender costs nothing. */
async function flood(peer: RawPeer, say: (time: number) => void): Promise<number> {
  await turns(20)
  await work.done()
  let time = 0
  for (; time < TIMES && !peer.dropped; time++) {
    say(time)
    await turns(1)
  }
  await turns(20)
  return work.done()
}

async function meetOne(): Promise<RawPeer> {
  const digests = new Uint8Array(20 * MANY_PIECES)
  page = await PageInNode.open({ pieces: MANY_PIECES, pieceLength: BLOCK, content: null, digests })
  return page.meet()
}

it.each(OVER_THE_WIRE)('a peer is let go, or costs little: %s', async (_, begin, say) => {
  const peer = await meetOne()
  for (const bytes of begin(peer)) peer.wire.receive(bytes)
  const done = await flood(peer, (time) => {
    for (const bytes of say(peer, time)) peer.wire.receive(bytes)
  })
  expect(done).toBeLessThan(MOST_WORK)
})

it('what nobody asked for is not counted as fetched', async () => {
  const peer = await meetOne()
  peer.wire.receive(message(5, [], bitfield))
  for (let piece = 0; piece < 100; piece++) {
    peer.wire.receive(message(7, [piece, 0], noise))
    await turns(1)
  }
  expect(peer.dropped).toBe(false)
  expect(page.session.got).toBe(0)
})

it.each([
  ['nothing', new Uint8Array()],
  ['an empty note', Uint8Array.of(0)],
  ['a fragment that says next to nothing', Uint8Array.of(1, 0)],
  ['junk', Uint8Array.of(9)],
])('a peer is let go, or costs little, beside the wire: %s', async (_, bytes) => {
  const peer = await meetOne()
  const done = await flood(peer, () => peer.side.receive(bytes))
  expect(done).toBeLessThan(MOST_WORK)
  expect(peer.dropped).toBe(true)
  expect(page.notes).toBeLessThan(5000)
})

const place = { offset: 0, length: BLOCK }
it.each([
  ['request', (piece: number) => serialiseLaneMessage({ kind: 'request', piece, ...place })],
  ['cancel', (piece: number) => serialiseLaneMessage({ kind: 'cancel', piece, ...place })],
  ['refusal', (piece: number) => serialiseLaneMessage({ kind: 'refusal', piece, ...place })],
  ['block', (piece: number) => serialiseLaneMessage({ kind: 'block', piece, offset: 0, bytes: noise })],
  ['ask', (token: number) => serialiseLaneMessage({ kind: 'ask', token })],
  ['answer', (token: number) => serialiseLaneMessage({ kind: 'answer', token, receivedAt: 1 })],
  ['junk', () => new Uint8Array()],
])('a peer is let go, or costs little, over a lane: %s', async (_, bytesOf) => {
  const peer = await meetOne()
  peer.wire.receive(message(5, [], bitfield))
  const offer = serialiseLaneSignal({ kind: 'offer', lane: 1, sdp: 'v=0' })
  peer.wire.receive(extended(peer.names['sh_lanes'] ?? 0, offer))
  await turns(20)
  const lane = StubConnection.made.at(-1)?.channels[0]
  expect(lane?.label).toBe('shoal-lane')
  lane?.open()
  const done = await flood(peer, (time) => lane?.receive(bytesOf(time)))
  expect(done).toBeLessThan(MOST_WORK)
  expect(peer.dropped).toBe(true)
  expect(page.session.got).toBe(0)
})

it('a peer that opens channels without end is let go', async () => {
  const peer = await meetOne()
  for (let each = 0; each < 50; each++) peer.connection.bring(`more ${each}`)
  await turns(20)
  expect(peer.dropped).toBe(true)
})

it('a piece that there cannot be does nothing to the peers that come later', async () => {
  const peer = await meetOne()
  for (const piece of [0x7fff_ffff, 0x8000_0000, 0xffff_ffff]) peer.wire.receive(message(4, [piece]))
  await turns(5)
  await page.meet()
  expect(page.session.peers).toHaveLength(2)
})
