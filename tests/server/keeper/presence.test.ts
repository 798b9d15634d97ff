import { expect, test } from 'vitest'
import { ABSENT, LINGER, PRECEDENCE, presenceOf, type Others } from '../../../server/keeper/presence.ts'

const NOBODY: Others = { seeds: 0, leechers: 0, partialSeeds: 0 }
const there = (others: Partial<Others>): Others => ({ ...NOBODY, ...others })

test('a share that nobody asks for costs no connection', () => {
  for (const isComplete of [true, false]) {
    expect(presenceOf(ABSENT, isComplete, NOBODY, 0)).toEqual(ABSENT)
  }
  expect(presenceOf(ABSENT, true, there({ seeds: 3, partialSeeds: 2 }), 0).isIn).toBe(false)
})

test('what it lacks it fetches from whoever is there', () => {
  for (const others of [{ seeds: 1 }, { leechers: 1 }, { partialSeeds: 1 }]) {
    expect(presenceOf(ABSENT, false, there(others), 0).isIn).toBe(true)
  }
})

test('it comes at once where nobody else has all, and leaves a while after it is needed no more', () => {
  const serving = presenceOf(ABSENT, true, there({ leechers: 1 }), 0)
  expect(serving.isIn).toBe(true)
  const idle = presenceOf(serving, true, there({ seeds: 1 }), 1_000)
  expect(idle.isIn).toBe(true)
  expect(presenceOf(idle, true, there({ seeds: 1 }), 999 + LINGER).isIn).toBe(true)
  expect(presenceOf(idle, true, there({ seeds: 1 }), 1_000 + LINGER)).toEqual(ABSENT)
  // Whoever comes back meanwhile finds it still there, and it begins to wait anew.
  const again = presenceOf(idle, true, there({ leechers: 1 }), 20_000)
  expect(presenceOf(again, true, NOBODY, 999 + LINGER).isIn).toBe(true)
})

test('others who have all of it go first, for half a minute', () => {
  const both = there({ seeds: 1, leechers: 1 })
  const before = presenceOf(ABSENT, true, both, 0)
  expect(before.isIn).toBe(false)
  const still = presenceOf(before, true, both, PRECEDENCE - 1)
  expect(still.isIn).toBe(false)
  expect(presenceOf(still, true, both, PRECEDENCE).isIn).toBe(true)
  // They had served everybody in between.
  const served = presenceOf(still, true, there({ seeds: 2 }), PRECEDENCE - 1)
  expect(presenceOf(served, true, both, PRECEDENCE).isIn).toBe(false)
})
