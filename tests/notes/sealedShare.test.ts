import { afterEach, expect, test } from 'vitest'
import { parseInfoHash } from '../../src/core/infoHash.ts'
import { reviewToken } from '../../src/core/reviewToken.ts'
import { NoteRooms } from '../../src/notes/noteRooms.ts'
import type { NotePeer } from '../../src/swarm/wireNotes.ts'

/* Notes on a sealed share: for those who can open it, and for nobody else. */

const SHARE = parseInfoHash('00112233445566778899aabbccddeeff00112233') ?? expect.fail('It is one.')
const TOKEN = reviewToken(new Uint8Array(32).fill(9), 'write')
const SAID = 'what nobody else may know'

const open: NoteRooms[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((rooms) => rooms.close()))
})

async function page(): Promise<NoteRooms> {
  const rooms = await NoteRooms.open(() => ({ name: 'Ann', colour: 1 }), null)
  open.push(rooms)
  return rooms
}

/** Connects two pages; answers all that the second is told. */
function connect(a: NoteRooms, b: NoteRooms): Uint8Array[] {
  const heard: Uint8Array[] = []
  const end = (to: () => { rooms: NoteRooms; peer: NotePeer }, tap: Uint8Array[] | null): NotePeer => ({
    id: 'peer',
    busy: false,
    send: (message) => {
      tap?.push(message)
      const { rooms, peer } = to()
      queueMicrotask(() => rooms.handler(SHARE).received(peer, message))
    },
    drop: (why) => expect.fail(why),
  })
  const atA: NotePeer = end(() => ({ rooms: b, peer: atB }), heard)
  const atB: NotePeer = end(() => ({ rooms: a, peer: atA }), null)
  a.handler(SHARE).joined(atA)
  b.handler(SHARE).joined(atB)
  return heard
}

const note = {
  text: SAID,
  file: null,
  at: null,
  until: null,
  page: null,
  drawing: null,
  by: null,
  answers: null,
}
const texts = (rooms: NoteRooms) => rooms.room(SHARE).notes.map(({ text }) => text)

test('they are the same for all who opened it, and noise to who carries it', async () => {
  const [ann, ben, carrier] = [await page(), await page(), await page()]
  ann.seal(SHARE, TOKEN)
  connect(ann, ben)
  const heard = connect(ann, carrier)
  // Ben is connected before he has opened it.
  ben.seal(SHARE, TOKEN)
  await ann.room(SHARE).add(note)
  await expect.poll(() => texts(ben), { timeout: 30_000 }).toEqual([SAID])
  expect(Buffer.concat(heard).includes(SAID)).toBe(false)
  expect(texts(carrier)).toEqual([])
})

test('what is written openly on a sealed share is not read', async () => {
  const [ann, stranger] = [await page(), await page()]
  ann.seal(SHARE, TOKEN)
  connect(stranger, ann)
  await stranger.room(SHARE).add({ ...note, text: 'let me in' })
  await ann.room(SHARE).add(note)
  await expect.poll(() => texts(ann)).toEqual([SAID])
  expect(texts(stranger)).toEqual(['let me in'])
})

test('a smaller circle has a review of its own beside it', async () => {
  const ann = await page()
  ann.seal(SHARE, TOKEN)
  await ann.room(SHARE).add(note)
  const review = await ann.makePrivate(SHARE)
  expect(texts(ann)).toEqual([])
  expect(ann.reviews(SHARE)).toEqual([review])
  const everybodys = ann.room(SHARE)
  await ann.show(SHARE, null)
  expect(ann.review(SHARE)).toBeNull()
  expect(ann.room(SHARE)).not.toBe(everybodys)
})
