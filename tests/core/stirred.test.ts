import { expect, test } from 'vitest'
import { paceAfter } from '../../src/core/stirred.ts'

test('what was stirred swims at full pace, slows down, and rests for good', () => {
  expect(paceAfter(0)).toBe(1)
  expect(paceAfter(4)).toBe(1)
  expect(paceAfter(5)).toBe(0.5)
  expect(paceAfter(6)).toBe(0)
  expect(paceAfter(1_000)).toBe(0)
})
