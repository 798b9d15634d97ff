import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { hasRoomFor, MOST_IN_THREAD, shareOfEach } from '../../src/notes/fullThread.ts'
import { NoteReader } from '../../src/notes/noteReader.ts'
import { Pauses } from '../../src/notes/pauses.ts'
import { NoteReplica } from '../../src/notes/replica.ts'
import { finished } from '../../src/notes/steps.ts'
import { threadsIn } from '../../src/notes/threads.ts'
import type { AuthorId } from '../../src/wire/noteEnvelope.ts'
import { baseOf, shortNotes } from './hostileBase.ts'
import { identify } from './mesh.ts'
import { ANN, BEN, someNote } from './someNote.ts'

/** A thread has room for so much and no more, the same on every page, however many write in it without end. */

const pauses = new Pauses(Date.now, () => Promise.resolve())

describe('the room in a thread', () => {
  test.each([
    [[], Infinity],
    [[1000], Infinity],
    [[1001], 1000],
    [[10_000, 3], 997],
    [[500, 500], Infinity],
    [[501, 500], 500],
    [[10_000, 10_000, 10_000, 1], 333],
    [Array<number>(400).fill(50), 2],
  ])('is shared evenly by those who have written %j', (counts, share) => {
    expect(shareOfEach(counts)).toBe(share)
    const shown = counts.reduce((sum, count) => sum + Math.min(count, share), 0)
    expect(shown).toBeLessThanOrEqual(MOST_IN_THREAD)
  })

  test('is there for who has written little, when those who wrote much have no more', () => {
    const written = new Map([
      [ANN, 9000],
      [BEN, 10],
    ])
    expect(hasRoomFor(written, ANN)).toBe(false)
    expect(hasRoomFor(written, BEN)).toBe(true)
    expect(hasRoomFor(written, null)).toBe(true)
    const everybody = new Map(
      Array.from({ length: MOST_IN_THREAD }, (_, at) => [String(at) as AuthorId, 1] as const),
    )
    expect(hasRoomFor(everybody, null)).toBe(false)
  })
})

test('a thread shows the oldest of each, and says how many there are', () => {
  const first = someNote('first')
  const many = Array.from({ length: 3000 }, (_, at) => someNote(`a${at}`, { made: at, answers: first.ref }))
  const few = Array.from({ length: 3 }, (_, at) =>
    someNote(`b${at}`, { author: BEN, made: 5000 + at, answers: many[2999]?.ref ?? null }),
  )
  const { threads, leftOut } = finished(threadsIn([...many, first, ...few]))
  expect(threads.map(({ note }) => note)).toEqual([first])
  expect(threads[0]?.answers).toEqual([...many.slice(0, 997), ...few])
  expect(threads[0]?.full).toEqual(
    new Map([
      [ANN, 3000],
      [BEN, 3],
    ]),
  )
  expect(leftOut.size).toBe(2003)
})

test('six who fill a thread, in any order: every page shows the same, and they go on elsewhere', async () => {
  const root = await baseOf(await identify(null), [['n:root', { t: 'Look', m: 1 }]])
  const ref = `${root.author}/root`
  const crowd = await Promise.all(
    Array.from({ length: 6 }, async (_, at) => {
      const entries = [
        ...shortNotes({ r: ref }, at === 5 ? 20 : 1000),
        ['n:own', { t: 'Mine', m: 2 }] as const,
      ]
      return baseOf(await identify(null), entries)
    }),
  )
  const random = seededRandom(5)
  const all: unknown[] = []
  for (let page = 0; page < 4; page++) {
    const replica = new NoteReplica()
    for (const envelope of [root, ...crowd].sort(() => random() - 0.5)) {
      expect(replica.accept(envelope, await replica.prepare(envelope, pauses))).toBe('applied')
    }
    const { notes, threads } = finished(new NoteReader().read(replica))
    expect(threads.map(({ answers }) => answers.length).sort()).toEqual([0, 0, 0, 0, 0, 0, 1000])
    expect(notes).toHaveLength(7 + 1000)
    const [few] = crowd.slice(5)
    expect(notes.filter(({ author }) => author === few?.author)).toHaveLength(21)
    all.push(threads)
  }
  for (const threads of all) expect(threads).toEqual(all[0])
})
