import { expect, test } from 'vitest'
import { clockSkew } from '../../server/store/shared/clockSkew.ts'

test('clocks that agree have no skew, however long an answer takes', () => {
  for (const told of [1_000, 1_001, 1_400, 1_500]) {
    expect(clockSkew({ askedAt: 1_000, told, answeredAt: 1_500 })).toBe(0)
  }
})

test('clocks that differ do so by the least that explains the answer', () => {
  expect(clockSkew({ askedAt: 1_000, told: 61_010, answeredAt: 1_020 })).toBe(59_990)
  expect(clockSkew({ askedAt: 61_000, told: 1_010, answeredAt: 61_020 })).toBe(-59_990)
})
