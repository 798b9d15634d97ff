import { afterEach, expect, test, vi } from 'vitest'
import { NoteRoom } from '../../src/notes/noteRoom.ts'
import { openScope } from '../../src/notes/signing.ts'
import type { KeptEnvelope, NoteStore } from '../../src/storage/noteStore.ts'
import type { NotePeer } from '../../src/swarm/wireNotes.ts'
import { serialiseNoteMessage } from '../../src/wire/noteMessages.ts'
import { baseOf, shortNotes } from './hostileBase.ts'
import { identify, SHARE } from './mesh.ts'

/** What a room does at once, however much there is to do. */

const MB = 1024 * 1024
const SIDE_BY_SIDE = 64

let room: NoteRoom | null = null
afterEach(async () => {
  vi.restoreAllMocks()
  await room?.close()
})

/** @param kept what is read when it is opened */
function openRoom(kept: NoteStore | null): NoteRoom {
  return (room = new NoteRoom({
    keys: Promise.resolve({ ...openScope(SHARE), certifier: null }),
    canWrite: true,
    store: kept,
    profile: () => ({ name: 'Ann', colour: 1 }),
    now: Date.now,
    random: Math.random,
    changed: () => undefined,
    peopleChanged: () => undefined,
    shown: () => undefined,
  }))
}

/** Has these envelopes; what comes later is put. */
function storeOf(
  envelopes: Promise<Uint8Array[]>,
  put: NoteStore['put'] = () => Promise.resolve(),
): NoteStore {
  const nothing = () => Promise.resolve()
  return {
    load: async () => ({ envelopes: await envelopes, forks: [] }),
    identity: () => Promise.resolve(null),
    tokens: () => Promise.resolve(new Map()),
    hidden: () => Promise.resolve([]),
    seen: () => Promise.resolve([]),
    putIdentity: nothing,
    put,
    putFork: nothing,
    putToken: nothing,
    putHidden: nothing,
    putSeen: nothing,
    deleteAuthor: nothing,
    deleteReview: nothing,
    delete: nothing,
    close: () => undefined,
  }
}

function somebody(drop: (why: string) => void): NotePeer {
  return { id: 'peer', busy: false, send: () => undefined, drop }
}

/** By so many authors, a note each. */
function crowd(count: number) {
  return Promise.all(
    Array.from({ length: count }, async () => baseOf(await identify(null), shortNotes({}, 1))),
  )
}

/** Answers the most signatures that were being checked at one time. */
function watchChecks(): () => number {
  const verify = crypto.subtle.verify.bind(crypto.subtle)
  let [underWay, most] = [0, 0]
  vi.spyOn(crypto.subtle, 'verify').mockImplementation(async (...args) => {
    most = Math.max(most, ++underWay)
    return verify(...args).finally(() => underWay--)
  })
  return () => most
}

test('what was kept is checked a few at a time', async () => {
  const envelopes = await crowd(300)
  const most = watchChecks()
  const opened = openRoom(storeOf(Promise.resolve(envelopes.map(({ bytes }) => bytes))))
  await opened.loaded
  expect(opened.notes).toHaveLength(300)
  expect(most()).toBeLessThanOrEqual(SIDE_BY_SIDE)
})

test('what comes from all connections at once is checked a few at a time', async () => {
  const envelopes = await crowd(300)
  const opened = openRoom(null)
  await opened.loaded
  const most = watchChecks()
  const dropped: string[] = []
  const peers = Array.from({ length: 5 }, () => somebody((why) => dropped.push(why)))
  for (const peer of peers) opened.handler.joined(peer)
  for (const [at, envelope] of envelopes.entries()) {
    const peer = peers[at % peers.length]
    if (peer) opened.handler.received(peer, serialiseNoteMessage({ kind: 'envelope', envelope }))
  }
  await vi.waitFor(() => expect(opened.notes).toHaveLength(300), { timeout: 60_000 })
  expect(most()).toBeLessThanOrEqual(SIDE_BY_SIDE)
  expect(dropped).toEqual([])
})

test('what others have written is kept together, however much comes, and all of it before the room is closed', async () => {
  const kept: KeptEnvelope[] = []
  const allHere = Promise.withResolvers<undefined>()
  let strokes = 0
  const opened = openRoom(
    storeOf(Promise.resolve([]), async (_review, envelopes, durable) => {
      strokes++
      expect(durable).toBe(false)
      await allHere.promise
      kept.push(...envelopes)
    }),
  )
  await opened.loaded
  const peer = somebody(() => undefined)
  opened.handler.joined(peer)
  const envelopes = await crowd(300)
  for (const envelope of envelopes) {
    opened.handler.received(peer, serialiseNoteMessage({ kind: 'envelope', envelope }))
  }
  await vi.waitFor(() => expect(opened.notes).toHaveLength(300), { timeout: 60_000 })
  allHere.resolve(undefined)
  await opened.close()
  expect(kept.map(({ author }) => author)).toEqual(envelopes.map(({ author }) => author))
  // The first by itself, and those that have come meanwhile.
  expect(strokes).toBe(2)
})

test('who says much before it has been greeted is let go, by bytes as well as by messages', async () => {
  const reading = Promise.withResolvers<Uint8Array[]>()
  const { handler } = openRoom(storeOf(reading.promise))
  const [large, many, honest] = [vi.fn(), vi.fn(), vi.fn()]
  const peers = [somebody(large), somebody(many), somebody(honest)] as const
  for (const peer of peers) handler.joined(peer)
  for (let each = 0; each < 5; each++) handler.received(peers[0], new Uint8Array(MB))
  for (let each = 0; each < 5000; each++) handler.received(peers[1], new Uint8Array(1))
  const have = serialiseNoteMessage({ kind: 'have', answer: false, heads: new Map() })
  for (let each = 0; each < 100; each++) handler.received(peers[2], have)
  expect(large).toHaveBeenCalled()
  expect(many).toHaveBeenCalled()
  expect(honest).not.toHaveBeenCalled()
  reading.resolve([])
})
