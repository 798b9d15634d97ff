import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paced } from '../../src/core/paced.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first change is told at once, those after it together, and the last of all is told', () => {
  let told = 0
  const change = paced(() => told++, 50)
  change()
  expect(told).toBe(1)
  for (let count = 0; count < 1000; count++) change()
  expect(told).toBe(1)
  vi.advanceTimersByTime(50)
  expect(told).toBe(2)
  vi.advanceTimersByTime(1000)
  expect(told).toBe(2)
  change()
  expect(told).toBe(3)
  change()
  vi.advanceTimersByTime(50)
  expect(told).toBe(4)
})
