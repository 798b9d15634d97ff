import { describe, expect, it } from 'vitest'
import { DayBudget } from '../../src/core/dayBudget.ts'
import { dialText, FULL_PART, parseDial } from '../../src/core/dial.ts'

describe('how far somebody takes part', () => {
  it('is kept as text, and read back', () => {
    for (const dial of [
      FULL_PART,
      { peersFrom: Infinity, aDay: null, contactsAll: true, onlyOnClick: false },
      { peersFrom: 3, aDay: 5e8, contactsAll: false, onlyOnClick: true },
    ])
      expect(parseDial(dialText(dial))).toEqual(dial)
    expect(parseDial('')).toBeNull()
    expect(parseDial('7')).toBeNull()
    expect(parseDial('{"peersFrom":-1,"aDay":"much"}')).toEqual(FULL_PART)
  })
})

/** What a visit to the page leaves is there for the next one. */
function visit(kept: Map<string, string>, clock: { now: number }): DayBudget {
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  return new DayBudget('shoal.givenToday', storage, () => clock.now)
}

describe('a day’s budget', () => {
  const noon = new Date(2026, 5, 1, 12).getTime()
  const DAY = 86_400_000
  const LIMIT = 5_000_000

  it('counts over all visits of a day, and begins anew with the next', () => {
    const kept = new Map<string, string>()
    const clock = { now: noon }
    const first = visit(kept, clock)
    expect(first.isOpen(LIMIT)).toBe(true)
    first.count(3_000_000, LIMIT)
    expect(first.isOpen(LIMIT)).toBe(true)

    const second = visit(kept, clock)
    second.count(2_000_000, LIMIT)
    expect(second.isOpen(LIMIT)).toBe(false)
    expect(visit(kept, clock).isOpen(LIMIT)).toBe(false)
    expect(second.isOpen(null)).toBe(true)

    clock.now += DAY
    expect(second.isOpen(LIMIT)).toBe(true)
    second.count(1_000_000, LIMIT)
    expect(second.isOpen(LIMIT)).toBe(true)
    expect(visit(kept, clock).isOpen(LIMIT)).toBe(true)
  })

  it('takes back what was not given after all, but never more than was given that day', () => {
    const clock = { now: noon }
    const budget = visit(new Map(), clock)
    budget.count(6_000_000, LIMIT)
    budget.count(-2_000_000, LIMIT)
    expect(budget.isOpen(LIMIT)).toBe(true)
    clock.now += DAY
    budget.count(-4_000_000, LIMIT)
    budget.count(5_000_000, LIMIT)
    expect(budget.isOpen(LIMIT)).toBe(false)
  })

  it('takes what it cannot read for nothing', () => {
    expect(visit(new Map([['shoal.givenToday', 'nonsense']]), { now: noon }).isOpen(1)).toBe(true)
  })
})
