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

it('lets more be spent that was granted, but never more than may be spent at once', () => {
  let burst = 10
  const allowance = new Allowance(
    {
      get burst() {
        return burst
      },
      perSecond: 0,
    },
    () => 0,
  )
  allowance.grant(5)
  expect(allowance.afford(11)).toBe(false)
  burst = 20
  allowance.grant(5)
  expect(allowance.afford(15)).toBe(true)
  allowance.grant(5)
  expect(allowance.afford(5)).toBe(true)
  expect(allowance.afford(1)).toBe(false)
})
