import { expect, test } from 'vitest'
import { LabClock } from '../support/lab/labClock.ts'

test('the time runs with the machine while nothing is overdue, and stands still while something is', () => {
  let real = 1000
  const clock = new LabClock(() => real, 4)
  expect(clock.now(Infinity)).toBe(1000)
  real = 2000
  expect(clock.now(1996)).toBe(2000)
  // Fifty milliseconds late: only the four that are allowed have passed.
  real = 2050
  expect(clock.now(2000)).toBe(2004)
  expect(clock.stood).toBe(46)
  // What was overdue is done; from there it goes on at the machine's pace.
  real = 2051
  expect(clock.now(2010)).toBe(2005)
  expect(clock.now(Infinity)).toBe(2005)
  expect(clock.stood).toBe(46)
})

test('it never runs backwards, however long something stays overdue', () => {
  let real = 0
  const clock = new LabClock(() => real, 4)
  let last = clock.now(Infinity)
  for (real = 1; real < 100; real++) {
    const now = clock.now(50)
    expect(now).toBeGreaterThanOrEqual(last)
    last = now
  }
  expect(last).toBe(54)
})
