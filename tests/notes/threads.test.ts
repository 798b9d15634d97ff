import { describe, expect, test } from 'vitest'
import { followStep } from '../../src/notes/following.ts'
import type { Note } from '../../src/notes/noteModel.ts'
import { finished } from '../../src/notes/steps.ts'
import { EVERYTHING, filterThreads, threadsIn, writersOf } from '../../src/notes/threads.ts'
import { isInSight, timeMarks } from '../../src/notes/whereabouts.ts'
import { ANN, BEN, someNote as note } from './someNote.ts'

const threadsOf = (notes: readonly Note[]) => finished(threadsIn(notes)).threads

describe('threads', () => {
  const first = note('first')
  const answer = note('answer', { author: BEN, answers: first.ref, made: 3 })
  const further = note('further', { answers: answer.ref, made: 2 })

  test('hold answers, and answers to answers, the oldest first', () => {
    expect(threadsOf([first, answer, further])).toEqual([
      { note: first, answers: [further, answer], full: null },
    ])
  })

  test('an answer to what was deleted stands by itself', () => {
    expect(threadsOf([answer, further])).toEqual([{ note: answer, answers: [further], full: null }])
  })

  test('a circle of answers loses nobody', () => {
    const [a, b] = [note('a', { answers: `${ANN}/b` }), note('b', { answers: `${ANN}/a` })]
    const threads = threadsOf([a, b])
    expect(threads.flatMap((thread) => [thread.note, ...thread.answers])).toHaveLength(2)
  })

  test('of answers to answers to answers are one, each note’s way up gone once', () => {
    let asked = 0
    const chain = Array.from({ length: 3000 }, (_, at) => {
      const link = note(`n${at}`, { made: at })
      const above = at === 0 ? null : `${ANN}/n${at - 1}`
      return Object.defineProperty(link, 'answers', { get: () => (asked++, above) })
    })
    const threads = threadsOf([...chain].reverse())
    expect(threads.map(({ full }) => full?.get(ANN))).toEqual([2999])
    expect(asked).toBeLessThan(5 * chain.length)
  })

  test('are found by words, state, author and drawing', () => {
    const drawing = [{ tool: 'pen' as const, ink: 0, points: [{ x: 1, y: 1 }] }]
    const drawn = note('Sky too dark', { author: BEN, drawing, resolved: true })
    const threads = threadsOf([first, answer, drawn])
    const found = (filter: object) =>
      filterThreads(threads, { ...EVERYTHING, ...filter }).map((each) => each.note)
    expect(found({})).toEqual([first, drawn])
    expect(found({ words: 'DARK sky' })).toEqual([drawn])
    expect(found({ words: 'ben answer' })).toEqual([first])
    expect(found({ words: 'ben answer dark' })).toEqual([])
    expect(found({ state: 'open' })).toEqual([first])
    expect(found({ state: 'resolved' })).toEqual([drawn])
    expect(found({ author: BEN })).toEqual([first, drawn])
    expect(found({ drawn: true })).toEqual([drawn])
    expect(writersOf([drawn, first]).map(({ name }) => name)).toEqual(['Ann', 'Ben'])
  })
})

describe('a drawing is in sight', () => {
  const sight = { file: 0, at: 5000, running: false, page: null }

  test.each([
    [5000, null, false, true],
    [5080, null, false, true],
    [5200, null, false, false],
    [3600, null, true, true],
    [3400, null, true, false],
    [1000, 9000, false, true],
    [1000, 4000, true, false],
  ])('at %s until %s, running: %s → %s', (at, until, running, shown) => {
    expect(isInSight(note('a', { at, until }), { ...sight, running })).toBe(shown)
  })

  test('on its own file alone, and on a picture always', () => {
    expect(isInSight(note('a', { at: 5000, file: 1 }), sight)).toBe(false)
    expect(isInSight(note('a'), { ...sight, at: null })).toBe(true)
    expect(isInSight(note('a'), sight)).toBe(false)
    const page = { ...sight, at: null, page: 2 }
    expect(isInSight(note('a', { page: 2 }), page)).toBe(true)
    expect(isInSight(note('a', { page: 3 }), page)).toBe(false)
    expect(isInSight(note('a'), page)).toBe(false)
  })
})

test('marks stand in parts of the whole, one for each place, none for answers and other files', () => {
  const notes = [
    note('a', { at: 2500, until: 5000 }),
    note('b', { at: 2501 }),
    note('c', { at: 20_000 }),
    note('d', { at: 100, file: 2 }),
    note('e', { at: 100, answers: 'x' }),
  ]
  expect(timeMarks(notes, 0, 10_000)).toEqual([{ note: notes[0], from: 0.25, to: 0.5 }])
  // Of a version that is two seconds ahead.
  expect(timeMarks(notes, 0, 10_000, 2000)).toMatchObject([{ note: notes[0], from: 0.05, to: 0.3 }])
  expect(timeMarks(notes, 0, 10_000, 3000)).toEqual([])
  expect(timeMarks(notes, 0, 0)).toEqual([])
})

test.each([
  ['goes where the other stands', { at: 0, playing: false }, { at: 900, playing: false }, 5000, [900, null]],
  ['goes on and catches up', { at: 0, playing: false }, { at: 900, playing: true }, 600, [1500, true]],
  [
    'is not pulled about for a moment',
    { at: 1000, playing: true },
    { at: 900, playing: true },
    600,
    [null, null],
  ],
  ['stops with the other', { at: 910, playing: true }, { at: 900, playing: false }, 0, [null, false]],
])('who watches with another %s', (_, mine, theirs, age, [seek, play]) => {
  expect(followStep(mine, theirs, age)).toEqual({ seek, play })
})
