import { afterEach, describe, expect, test } from 'vitest'
import { NoteRoom } from '../../src/notes/noteRoom.ts'
import { makeAuthor, openScope, type Identity } from '../../src/notes/signing.ts'
import type { NotePeer } from '../../src/swarm/wireNotes.ts'
import { DROPPED, LIES, strike } from '../support/node/attacks.ts'
import { SHARE } from './mesh.ts'
import { someNote } from './someNote.ts'

/** Peers that mean no good, against rooms as pages have them: they harm themselves, and nobody else's notes. */

const rooms: NoteRoom[] = []
afterEach(() => Promise.all(rooms.splice(0).map((room) => room.close())))

function openRoom(name: string): NoteRoom {
  const room = new NoteRoom({
    keys: Promise.resolve({ ...openScope(SHARE), certifier: null }),
    canWrite: true,
    store: null,
    profile: () => ({ name, colour: 0 }),
    now: Date.now,
    random: Math.random,
    changed: () => undefined,
    peopleChanged: () => undefined,
    shown: () => undefined,
  })
  rooms.push(room)
  return room
}

/** As a connection would: what one end sends, the other receives, and one that drops the other ends both. */
function connect(a: NoteRoom, b: NoteRoom): void {
  const ends: NotePeer[] = []
  for (const to of [b, a]) {
    const [here, there] = to === b ? [0, 1] : [1, 0]
    ends[here] = {
      id: 'peer',
      busy: false,
      send: (message) => {
        const back = ends[there]
        queueMicrotask(() => back && to.handler.received(back, message))
      },
      drop: (why) => expect.fail(`Honest peers dropped each other. ${why}`),
    }
  }
  const [ofA, ofB] = ends
  if (ofA) a.handler.joined(ofA)
  if (ofB) b.handler.joined(ofB)
}

async function stranger(): Promise<Identity> {
  return { review: openScope(SHARE).name, certificate: null, ...(await makeAuthor()) }
}

/** Attacks a room; answers what tells why it has dropped the attacker, null while it has not. */
function attack(room: NoteRoom, kind: string, identity: Identity, turn = 0): () => string | null {
  let why: string | null = null
  const peer: NotePeer = {
    id: 'peer',
    busy: false,
    send: () => undefined,
    drop: (words) => {
      why ??= words
      room.handler.left(peer)
    },
  }
  room.handler.joined(peer)
  void strike(kind, identity, turn, (message) => {
    if (why === null) room.handler.received(peer, message)
  })
  return () => why
}

const textsOf = (room: NoteRoom) => room.notes.map(({ text }) => text)

describe('whoever forges, floods, leaves gaps or sends junk', () => {
  test.each(DROPPED)('is dropped, and all notes stay: %s', async (kind) => {
    const [ann, ben] = [openRoom('Ann'), openRoom('Ben')]
    connect(ann, ben)
    await ann.add(someNote('Honest before'))
    await expect.poll(() => textsOf(ben)).toEqual(['Honest before'])
    await expect.poll(attack(ben, kind, await stranger()), { timeout: 30_000 }).not.toBeNull()
    await ben.add(someNote('Honest after'))
    const honest = ['Honest before', 'Honest after']
    for (const room of [ann, ben])
      await expect.poll(() => textsOf(room)).toEqual(expect.arrayContaining(honest))
    for (const room of [ann, ben]) for (const lie of LIES) expect(textsOf(room)).not.toContain(lie)
  })
})

test('who tells two people different things is believed by nobody', async () => {
  const [ann, ben] = [openRoom('Ann'), openRoom('Ben')]
  const liar = await stranger()
  attack(ann, 'equivocator', liar, 0)
  attack(ben, 'equivocator', liar, 1)
  await expect.poll(() => [textsOf(ann), textsOf(ben)]).toEqual([[LIES[1]], [LIES[2]]])
  connect(ann, ben)
  await ann.add(someNote('Honest'))
  for (const room of [ann, ben]) await expect.poll(() => textsOf(room)).toEqual(['Honest'])
})
