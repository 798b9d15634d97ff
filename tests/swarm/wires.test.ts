import { createHash } from 'node:crypto'
import type { Wire as WireType } from 'bittorrent-protocol'
import Wire from 'bittorrent-protocol'
import bencode from 'bencode'
import { expect, it, onTestFinished, vi } from 'vitest'
import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import { HeldMemory } from '../../src/swarm/link/heldMemory.ts'
import { sayLost, useLosses } from '../../src/swarm/wireLosses.ts'
import { tellMetadata, useMetadata } from '../../src/swarm/wireMetadata.ts'
import { Wires } from '../../src/swarm/wires.ts'
import type { PeerId } from '../../src/wire/trackerMessages.ts'
import { startPlain } from './support/plainClient.ts'
import { join } from './support/tcp.ts'

/* Handshakes, metadata and losses, between two ends that are one process, and with a real webtorrent client. */

const PIECE = 16_384
const [OURS, THEIRS, LINK] = ['a', 'b', 'c'].map((digit) => digit.repeat(40) as PeerId) as [
  PeerId,
  PeerId,
  PeerId,
]

/** A description that is legal, and that decoding and encoding again would change. */
const ODD_INFO = Buffer.concat([
  Buffer.from(`d6:pieces20:${'p'.repeat(20)}4:name1:a12:piece lengthi${PIECE}e6:lengthi1e2:`),
  Buffer.from([0xff, 0xfe]),
  Buffer.from('i9007199254740993e9:__proto__d7:privatei1ee4:infod1:ai1eee'),
])

function hashOf(info: Uint8Array): InfoHash {
  const hash = parseInfoHash(createHash('sha1').update(info).digest('hex'))
  if (!hash) throw new Error('A digest is an info hash.')
  return hash
}

interface Ours {
  readonly wires: Wires
  /** In their order. */
  readonly greeted: WireType[]
  readonly opened: WireType[]
}

function ours(infoHash: InfoHash, extend: (wire: WireType) => void = () => undefined): Ours {
  const [greeted, opened]: WireType[][] = [[], []]
  const wires = new Wires({
    infoHash,
    peerId: OURS,
    greeted: (wire) => {
      greeted?.push(wire)
      extend(wire)
    },
    opened: (wire) => opened?.push(wire),
  })
  onTestFinished(() => wires.end())
  return { wires, greeted: greeted ?? [], opened: opened ?? [] }
}

/** The other end of a connection to our wires: a wire by itself, before its handshake. */
function meet({ wires }: Ours, id = LINK): WireType {
  const wire = new Wire('webrtc')
  wires.add(Object.assign(wire, { id, kind: 'webrtc' as const }))
  return wire
}

const HASH = hashOf(ODD_INFO)

it('hands a wire over once both ends have shaken hands, and forgets it at its end', async () => {
  const us = ours(HASH)
  const other = meet(us)
  expect(us.wires.all).toEqual([])
  other.handshake(HASH, THEIRS, { fast: true })
  await expect.poll(() => us.opened).toHaveLength(1)
  expect(us.wires.all).toEqual(us.opened)
  expect(us.opened[0]?.hasFast).toBe(true)
  us.opened[0]?.haveAll()
  await expect.poll(() => other.peerPieces.get(7)).toBe(true)
  other.destroy()
  await expect.poll(() => us.wires.all).toEqual([])
})

it('knows a peer by whom it was introduced as, not by what it says that it is', async () => {
  const us = ours(HASH)
  meet(us).handshake(HASH, THEIRS, { fast: true })
  await expect.poll(() => us.opened.map(({ peerId }) => peerId)).toEqual([LINK])
})

it.each([
  ['another share', hashOf(Buffer.from('d1:ai1ee')), THEIRS],
  ['ourselves', HASH, OURS],
])('ends a connection to %s', async (_what, infoHash, id) => {
  const us = ours(HASH)
  const other = meet(us)
  other.handshake(infoHash, id, { fast: true })
  await expect.poll(() => other.destroyed).toBe(true)
  expect(us.greeted).toEqual([])
})

it('ends a connection whose peer says nothing', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const us = ours(HASH)
  const other = meet(us)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(other.destroyed).toBe(false)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(other.destroyed).toBe(true)
})

it('takes the newer of two connections to the same peer', async () => {
  const us = ours(HASH)
  const [first, second] = [meet(us), meet(us)]
  second.handshake(HASH, THEIRS, { fast: true })
  await expect.poll(() => us.opened).toHaveLength(1)
  await expect.poll(() => first.destroyed).toBe(true)
  expect(second.destroyed).toBe(false)
})

/** The same over TCP, opened by one end or by the other. */
function meetByTcp({ wires }: Ours, id: string, isOwn: boolean): WireType {
  const wire = new Wire('tcp')
  wires.add(Object.assign(wire, { id, kind: 'tcp' as const, isOwn }))
  wire.handshake(HASH, THEIRS, { fast: true })
  return wire
}

it('keeps, of two connections that two peers opened to each other at once, the same that the other keeps', async () => {
  const us = ours(HASH)
  const theirs = meetByTcp(us, '127.0.0.1:1', false)
  await expect.poll(() => us.opened).toHaveLength(1)
  const own = meetByTcp(us, '127.0.0.1:2', true)
  // The lower id's.
  await expect.poll(() => theirs.destroyed).toBe(true)
  expect(own.destroyed).toBe(false)
})

it('keeps one that has lasted, whoever opens another', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const us = ours(HASH)
  const theirs = meetByTcp(us, '127.0.0.1:1', false)
  await expect.poll(() => us.opened).toHaveLength(1)
  vi.advanceTimersByTime(5_000)
  const own = meetByTcp(us, '127.0.0.1:2', true)
  await expect.poll(() => own.destroyed).toBe(true)
  expect(theirs.destroyed).toBe(false)
  expect(us.wires.all).toHaveLength(1)
})

it('hears that a peer lost a piece, once, and tells who listens of our own', async () => {
  const lost: string[] = []
  const us = ours(HASH, (wire) => useLosses(wire, (piece) => lost.push(`ours ${piece}`)))
  const other = meet(us)
  useLosses(other, (piece) => lost.push(`theirs ${piece}`))
  other.handshake(HASH, THEIRS, { fast: true })
  await expect.poll(() => us.opened).toHaveLength(1)
  const [wire] = us.opened
  await expect.poll(() => wire?.peerExtendedMapping).toHaveProperty('lt_donthave')
  await expect.poll(() => other.peerExtendedMapping).toHaveProperty('lt_donthave')
  other.have(3)
  for (const piece of [3, 3, 4]) sayLost(other, piece)
  wire?.have(5)
  if (wire) sayLost(wire, 5)
  await expect.poll(() => lost.toSorted()).toEqual(['ours 3', 'theirs 5'])
})

// ── Metadata ──────────────────────────────────────────────────────────────────────────────────────────────

interface Told {
  readonly info: Uint8Array | null
  readonly received: Uint8Array[]
  readonly memory: HeldMemory
}

function withMetadata(infoHash: InfoHash, told: Partial<Told> = {}) {
  const { info = null, received = [], memory = new HeldMemory() } = told
  return (wire: WireType) =>
    useMetadata(wire, { infoHash, known: () => info, received: (came) => received.push(came), memory })
}

it('fetches metadata from a plain client, byte for byte', async () => {
  const info = {
    length: PIECE,
    name: 'a',
    'piece length': PIECE,
    pieces: createHash('sha1').update(new Uint8Array(PIECE)).digest(),
    // More than one message brings.
    padding: 'x'.repeat(40_000),
  }
  const torrent = bencode.encode({ info })
  const has = new Uint8Array(PIECE)
  const { port, peerId } = await startPlain(torrent, { size: PIECE, pieceLength: PIECE, has })
  const infoHash = hashOf(bencode.encode(info))
  const received: Uint8Array[] = []
  const us = ours(infoHash, withMetadata(infoHash, { received }))
  await join(us.wires, port, peerId)
  await expect
    .poll(() => received.map((came) => Buffer.from(came).toString('latin1')))
    .toEqual([Buffer.from(bencode.encode(info)).toString('latin1')])
})

it('gives on what cannot be encoded again, byte for byte', async () => {
  const us = ours(HASH, withMetadata(HASH, { info: ODD_INFO }))
  const other = meet(us)
  const received: Uint8Array[] = []
  withMetadata(HASH, { received })(other)
  other.handshake(HASH, THEIRS, { fast: true })
  await expect.poll(() => received).toHaveLength(1)
  expect(Buffer.compare(received[0] ?? new Uint8Array(), ODD_INFO)).toBe(0)
})

it('gives on what has come since the wire was opened', async () => {
  let info: Uint8Array | null = null
  const memory = new HeldMemory()
  const us = ours(HASH, (wire) =>
    useMetadata(wire, { infoHash: HASH, known: () => info, received: () => undefined, memory }),
  )
  const other = meet(us)
  const received: Uint8Array[] = []
  withMetadata(HASH, { received })(other)
  other.handshake(HASH, THEIRS, { fast: true })
  await expect.poll(() => us.opened).toHaveLength(1)
  await expect.poll(() => other.peerExtendedMapping).toHaveProperty('ut_metadata')
  expect(received).toEqual([])
  info = ODD_INFO
  for (const wire of us.opened) tellMetadata(wire, ODD_INFO)
  await expect.poll(() => received).toHaveLength(1)
  expect(Buffer.compare(received[0] ?? new Uint8Array(), ODD_INFO)).toBe(0)
})

it('ends the wire of a peer whose metadata has another hash', async () => {
  const received: Uint8Array[] = []
  const us = ours(HASH, withMetadata(HASH, { received }))
  const other = meet(us)
  withMetadata(HASH, { info: Buffer.from('d4:name1:be') })(other)
  other.handshake(HASH, THEIRS, { fast: true })
  await expect.poll(() => us.greeted[0]?.destroyed).toBe(true)
  expect(received).toEqual([])
})

it('ends the wire of a peer that asks for the metadata again and again', async () => {
  const us = ours(HASH, withMetadata(HASH, { info: ODD_INFO }))
  const other = meet(us)
  withMetadata(HASH)(other)
  other.handshake(HASH, THEIRS, { fast: true })
  await expect.poll(() => other.peerExtendedMapping).toHaveProperty('ut_metadata')
  for (let time = 0; time < 10; time++) other.extended('ut_metadata', { msg_type: 0, piece: 0 })
  await expect.poll(() => us.greeted[0]?.destroyed).toBe(true)
})

it('refuses metadata that it has not, and pieces of it that there are not', async () => {
  const us = ours(HASH, withMetadata(HASH))
  const other = meet(us)
  withMetadata(HASH)(other)
  const said: string[] = []
  other.on('extended', (name: unknown, bytes: unknown) => {
    if (name === 'ut_metadata') said.push(Buffer.from(bytes as Uint8Array).toString())
  })
  other.handshake(HASH, THEIRS, { fast: true })
  await expect.poll(() => other.peerExtendedMapping).toHaveProperty('ut_metadata')
  for (const piece of [0, -1, 1_000_007]) other.extended('ut_metadata', { msg_type: 0, piece })
  await expect
    .poll(() => said)
    .toEqual(['d8:msg_typei2e5:piecei0ee', 'd8:msg_typei2e5:piecei-1ee', 'd8:msg_typei2e5:piecei1000007ee'])
})

/** A peer that has metadata of a size, as it says, and sends what a test makes it send. */
async function liar(us: Ours, size: unknown): Promise<WireType> {
  const other = meet(us)
  withMetadata(HASH)(other)
  Object.assign(other.extendedHandshake, { metadata_size: size })
  other.handshake(HASH, THEIRS, { fast: true })
  await expect.poll(() => other.peerExtendedMapping).toHaveProperty('ut_metadata')
  return other
}

function sendPart(other: WireType, piece: number, length: number): void {
  const header = bencode.encode({ msg_type: 1, piece, total_size: 1 })
  other.extended('ut_metadata', Uint8Array.from([...header, ...new Uint8Array(length)]))
}

it('hashes metadata once, when all of it has come, and takes no part that it did not ask for', async () => {
  const digest = vi.spyOn(crypto.subtle, 'digest').mockReturnValue(new Promise(() => undefined))
  const us = ours(HASH, withMetadata(HASH))
  const size = 600 * PIECE + 1
  const other = await liar(us, size)
  const wire = us.greeted[0]
  for (const piece of [-1, 601, 1e9]) sendPart(other, piece, PIECE)
  for (let piece = 0; piece < 600; piece++) {
    if (piece === 300) sendPart(other, piece, 5)
    sendPart(other, piece, PIECE)
  }
  let heard = 0
  wire?.on('extended', () => heard++)
  await expect.poll(() => heard).toBeGreaterThan(603)
  expect(digest).not.toHaveBeenCalled()
  for (let time = 0; time < 10; time++) sendPart(other, 600, 1)
  await expect.poll(() => heard).toBeGreaterThan(613)
  expect(digest.mock.calls.map(([, bytes]) => bytes.byteLength)).toEqual([size])
})

it.each([0, -1, 10_000_001, '7'])('asks for no metadata of %j bytes', async (size) => {
  const us = ours(HASH, withMetadata(HASH))
  const other = await liar(us, size)
  const asked: unknown[] = []
  other.on('extended', (name: unknown) => name === 'ut_metadata' && asked.push(name))
  us.opened[0]?.have(1)
  await expect.poll(() => other.peerPieces.get(1)).toBe(true)
  expect(asked).toEqual([])
})

it('ends the wire that has brought most of some metadata when all together hold too much', async () => {
  const memory = new HeldMemory()
  for (let other = 0; other < 15; other++) {
    memory.join({ held: 8 * 1024 * 1024, end: () => expect.fail('It holds less.') })
  }
  const us = ours(HASH, withMetadata(HASH, { memory }))
  const other = await liar(us, 10_000_000)
  for (let piece = 0; piece < 600; piece++) sendPart(other, piece, PIECE)
  await expect.poll(() => us.greeted[0]?.destroyed).toBe(true)
})

it.each(['', 'd8:msg_typei1e5:piecei0e', 'i5e', 'd8:msg_type1:x5:piecei0ee', 'd'.repeat(1000)])(
  'is not disturbed by %j in a message',
  async (text) => {
    const us = ours(HASH, withMetadata(HASH, { info: ODD_INFO }))
    const other = await liar(us, 5)
    other.extended('ut_metadata', Buffer.from(text))
    other.have(2)
    await expect.poll(() => us.opened[0]?.peerPieces.get(2)).toBe(true)
  },
)
