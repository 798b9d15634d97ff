import { expect, it } from 'vitest'
import { Allowance } from '../../src/core/allowance.ts'

it('lets so much be spent at once, and so much more a second', () => {
  let now = 0
  const allowance = new Allowance({ burst: 10, perSecond: 2 }, () => now)
  expect(allowance.spend(10)).toBe(true)
  expect(allowance.spend(1)).toBe(false)
  now += 500
  expect(allowance.spend(0)).toBe(true)
  now += 1_000_000
  expect(allowance.spend(10)).toBe(true)
  expect(allowance.spend(1)).toBe(false)
})
