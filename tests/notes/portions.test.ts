import { afterAll, beforeAll, expect, it } from 'vitest'
import { AuthorDocument, MOST_ENTRIES } from '../../src/notes/authorDocument.ts'
import { NoteReader } from '../../src/notes/noteReader.ts'
import { Pauses } from '../../src/notes/pauses.ts'
import { NoteReplica } from '../../src/notes/replica.ts'
import { threadsIn } from '../../src/notes/threads.ts'
import { Work } from '../support/work.ts'
import { baseOf, shortNotes } from './hostileBase.ts'
import { identify } from './mesh.ts'
import { ANN, someNote } from './someNote.ts'

/*
 * However much somebody brings, it is worked off in portions, and none of them is larger than it should be. Work is
 * counted, not timed: blocks of code that are run, about 20 ns each (see `tests/swarm/prices.test.ts`).
 */

/** Between two points at which the page can answer: half of what a portion may take (see `pauses.ts`). */
const PORTION = 300_000
const TOGETHER = 30

let work: Work
beforeAll(async () => {
  work = await Work.begin()
})
afterAll(() => work.end())

/** As on a machine so slow that each step takes as long as a portion may. */
function alwaysDue(portions: number[]): Pauses {
  let now = 0
  return new Pauses(
    () => (now += 1000),
    async () => void portions.push(await work.done()),
  )
}

it.each([
  ['as much as one author may have', 1, 'taken'],
  ['the same, written several times', 4, 'taken'],
  ['more than one author may have', 4.9, 'large'],
])('a base of %s is looked at and made in portions', async (_, times, outcome) => {
  const liar = new AuthorDocument(false)
  for (let time = 0; time < Math.floor(times); time++) liar.write(new Map(shortNotes({ t: String(time) })))
  if (outcome === 'large') liar.write(new Map(shortNotes({}, MOST_ENTRIES * 1.2)))
  const base = liar.state()
  await work.done()
  const portions: number[] = []
  const made = await AuthorDocument.of(base, alwaysDue(portions))
  expect(typeof made === 'string' ? made : 'taken').toBe(outcome)
  portions.push(await work.done())
  expect(Math.max(...portions)).toBeLessThan(PORTION)
})

/** Counts the work between any two points at which the page can answer. */
async function portionsOf<Result>(
  doing: Generator<void, Result>,
): Promise<{ result: Result; portions: number[] }> {
  const portions: number[] = []
  await work.done()
  let step = doing.next()
  // Counting takes longer than what is counted: several at once, which are still less than one may be.
  for (let count = 1; !step.done; count++) {
    if (count % TOGETHER === 0) portions.push(await work.done())
    step = doing.next()
  }
  portions.push(await work.done())
  return { result: step.value, portions }
}

it('a review that is as full as may be is read in portions', async () => {
  const replica = new NoteReplica()
  for (let author = 0; author < 2; author++) {
    const envelope = await baseOf(await identify(null), shortNotes())
    expect(replica.accept(envelope, await replica.prepare(envelope, alwaysDue([])))).toBe('applied')
  }
  const { result, portions } = await portionsOf(new NoteReader().read(replica))
  expect(result.notes).toHaveLength(2 * MOST_ENTRIES)
  expect(portions.length).toBeGreaterThan(10)
  expect(Math.max(...portions)).toBeLessThan(PORTION)
})

it.each([
  ['stand by themselves', () => null],
  ['all answer the first', (at: number) => (at > 0 ? 0 : null)],
  ['each answer the one before', (at: number) => (at > 0 ? at - 1 : null)],
])('notes become threads in portions, in a few steps each: they %s', async (_, answered) => {
  const refAt = (at: number | null) => (at === null ? null : `${ANN}/${at.toString(36)}`)
  // The last first: each one's way up is as long as it can be.
  const notes = Array.from({ length: 4 * MOST_ENTRIES }, (_note, at) =>
    someNote(at.toString(36), { made: at, answers: refAt(answered(at)) }),
  ).reverse()
  const { result, portions } = await portionsOf(threadsIn(notes))
  const shown = result.threads.reduce((sum, { answers }) => sum + 1 + answers.length, 0)
  expect(shown + result.leftOut.size).toBe(notes.length)
  expect(Math.max(...portions)).toBeLessThan(PORTION)
  expect(portions.reduce((sum, portion) => sum + portion, 0)).toBeLessThan(200 * notes.length)
})
