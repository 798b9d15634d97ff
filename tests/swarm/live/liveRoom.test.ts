import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { seedOf } from '../../../src/swarm/origin/seedOf.ts'
import { LiveRoom } from '../../../src/swarm/live/liveRoom.ts'
import type { LivePeer } from '../../../src/swarm/wireLive.ts'
import {
  livePieceLength,
  signedContent,
  textOfList,
  type LiveChannel,
  type LiveSegment,
} from '../../../src/wire/liveList.ts'
import { parseLiveMessage, serialiseLiveMessage } from '../../../src/wire/liveMessages.ts'

/** Viewers of a live channel in one process, each with its own room, and what their publisher is asked for. */

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const CHANNEL: LiveChannel = {
  key: new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')),
  stream: 'news/index.m3u8',
}
/** Of a segment: five pieces. */
const SIZE = 300_000

/** The publisher's server, as viewers ask it. */
class Publisher {
  readonly asked: number[] = []
  lists = 0
  #segments: LiveSegment[] = []
  readonly #bytes = new Map<number, Uint8Array<ArrayBuffer>>()
  #signed = new Uint8Array()
  #version = 0
  #waiting: (() => void)[] = []

  add(): number {
    const id = (this.#segments.at(-1)?.id ?? 99) + 1
    const bytes = new Uint8Array(SIZE).map((_, at) => (at * 7 + id * 31) & 0xff)
    const length = livePieceLength(SIZE)
    const hashes: Buffer[] = []
    for (let at = 0; at < SIZE; at += length)
      hashes.push(
        createHash('sha256')
          .update(bytes.subarray(at, at + length))
          .digest(),
      )
    this.#bytes.set(id, bytes)
    this.#segments.push({
      ...{ id, size: SIZE, hashes: new Uint8Array(Buffer.concat(hashes)) },
      ...{ duration: 1, at: null, discontinuous: false, map: null },
    })
    this.#signed = this.signed(this.#segments.slice(-6), ++this.#version)
    for (const wake of this.#waiting.splice(0)) wake()
    return id
  }

  signed(segments: readonly LiveSegment[], version: number, key = privateKey): Uint8Array<ArrayBuffer> {
    const { stream } = CHANNEL
    const text = textOfList({ stream, version, target: 1, ended: false, maps: [], segments })
    return new Uint8Array(Buffer.concat([sign(null, signedContent(text), key), text]))
  }

  bytes(id: number): Uint8Array<ArrayBuffer> {
    return this.#bytes.get(id) ?? new Uint8Array()
  }

  readonly fetch = (async (address: string, { signal }: RequestInit) => {
    const { pathname, searchParams } = new URL(address)
    const name = pathname.split('/').at(-1) ?? ''
    if (name !== 'list') {
      this.asked.push(Number(name))
      return new Response(this.bytes(Number(name)))
    }
    this.lists++
    const after = Number(searchParams.get('after') ?? 0)
    while (this.#version <= after) {
      await new Promise<void>((resolve, reject) => {
        this.#waiting.push(resolve)
        signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true })
      })
    }
    return new Response(this.#signed)
  }) as unknown as typeof fetch
}

const opened: LiveRoom[] = []
afterEach(() => {
  for (const room of opened.splice(0)) room.close()
})

function open(publisher: Publisher, id: string): LiveRoom {
  const room = new LiveRoom({
    channel: CHANNEL,
    addresses: () => ['https://origin.example/media/news.live'],
    seed: seedOf(id),
    joining: () => false,
    paused: () => false,
    mayGive: () => true,
    gave: () => undefined,
    now: () => performance.now(),
    fetch: publisher.fetch,
    closed: () => undefined,
  })
  opened.push(room)
  return room
}

const idOf = (at: number) => createHash('sha1').update(`viewer ${at}`).digest('hex')

/** Connects two rooms; what one sends comes to the other a little later. */
function connect(left: { id: string; room: LiveRoom }, right: { id: string; room: LiveRoom }): void {
  const end = (from: typeof left, to: typeof left): LivePeer => ({
    id: to.id,
    busy: false,
    send: (message) => void setTimeout(() => to.room.received(peers.get(from) as LivePeer, message), 5),
    drop: () => expect.fail('An honest viewer was dropped.'),
  })
  const peers = new Map<typeof left, LivePeer>()
  // By whose end it is that it leads to.
  const [toRight, toLeft] = [end(left, right), end(right, left)]
  peers.set(left, toLeft).set(right, toRight)
  left.room.joined(toRight)
  right.room.joined(toLeft)
}

test('ten viewers ask the publisher for each segment and each list about once', async () => {
  const publisher = new Publisher()
  for (let count = 0; count < 3; count++) publisher.add()
  const viewers = Array.from({ length: 10 }, (_, at) => ({ id: idOf(at), room: open(publisher, idOf(at)) }))
  viewers.forEach((viewer, at) => viewers.slice(at + 1).forEach((other) => connect(viewer, other)))
  const { signal } = new AbortController()
  await Promise.all(viewers.map(({ room }) => room.list(null, signal)))
  await Promise.all(viewers.map(({ room }) => room.part(102, signal)))
  const [before, lists] = [publisher.asked.length, publisher.lists]
  for (let count = 0; count < 5; count++) {
    const id = publisher.add()
    await Promise.all(
      viewers.map(async ({ room }) => {
        for (let list = await room.list(null, signal); list.segments.at(-1)?.id !== id;)
          list = await room.list(list.version, signal)
        expect(Buffer.compare(await room.part(id, signal), publisher.bytes(id))).toBe(0)
      }),
    )
  }
  const asked = publisher.asked.slice(before)
  expect(new Set(asked).size).toBe(5)
  expect(asked.length).toBeLessThanOrEqual(6)
  // A request that waits for the next list is under way all the time.
  expect(publisher.lists - lists).toBeLessThanOrEqual(8)
}, 20_000)

test('a piece that a viewer makes up is refused, and so is who gave it', async () => {
  const publisher = new Publisher()
  publisher.add()
  const room = open(publisher, idOf(0))
  const { signal } = new AbortController()
  await room.list(null, signal)
  let dropped = false
  const liar: LivePeer = {
    id: idOf(1),
    busy: false,
    send: (message) => {
      const told = parseLiveMessage(message)
      if (told?.kind !== 'want') return
      const { id, piece } = told
      for (let offset = 0; offset < Math.min(65_536, SIZE - piece * 65_536); offset += 16_384) {
        const data = new Uint8Array(Math.min(16_384, SIZE - piece * 65_536 - offset)).fill(66)
        queueMicrotask(() =>
          room.received(liar, serialiseLiveMessage({ kind: 'block', id, piece, offset, data })),
        )
      }
    },
    drop: () => {
      dropped = true
      room.left(liar)
    },
  }
  room.joined(liar)
  const say = (message: Parameters<typeof serialiseLiveMessage>[0]) =>
    room.received(liar, serialiseLiveMessage(message))
  say({ kind: 'hello', watching: true, version: 1 })
  say({ kind: 'has', id: 100, bits: Uint8Array.of(0xff) })
  expect(Buffer.compare(await room.part(100, signal), publisher.bytes(100))).toBe(0)
  expect(dropped).toBe(true)
  expect(publisher.asked).toEqual([100])
})

test('a viewer who says to have all and gives nothing holds a segment up for two of its lengths at most', async () => {
  const publisher = new Publisher()
  publisher.add()
  const room = open(publisher, idOf(0))
  const { signal } = new AbortController()
  await room.list(null, signal)
  const silent: LivePeer = { id: idOf(1), busy: false, send: () => undefined, drop: () => undefined }
  room.joined(silent)
  const timer = setInterval(() => {
    room.received(silent, serialiseLiveMessage({ kind: 'has', id: 100, bits: Uint8Array.of(0xff) }))
  }, 100)
  const began = performance.now()
  await room.part(100, signal)
  clearInterval(timer)
  expect(performance.now() - began).toBeLessThan(3000)
}, 10_000)

test('a list of another key, or of a version that is over, changes nothing', async () => {
  const publisher = new Publisher()
  publisher.add()
  const room = open(publisher, idOf(0))
  const { signal } = new AbortController()
  const list = await room.list(null, signal)
  const drops: string[] = []
  const liar = (id: string): LivePeer => ({
    id,
    busy: false,
    send: () => undefined,
    drop: () => drops.push(id),
  })
  const [forger, late] = [liar(idOf(1)), liar(idOf(2))]
  room.joined(forger)
  room.joined(late)
  const other = generateKeyPairSync('ed25519').privateKey
  const say = (peer: LivePeer, signed: Uint8Array<ArrayBuffer>) =>
    room.received(peer, serialiseLiveMessage({ kind: 'list', signed }))
  say(forger, publisher.signed([], 9, other))
  say(late, publisher.signed([], 1))
  await expect.poll(() => drops).toEqual([forger.id])
  expect(await room.list(null, signal)).toEqual(list)
})
