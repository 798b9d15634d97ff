import { describe, expect, it } from 'vitest'
import { RateMeter } from '../../src/core/rateMeter.ts'

describe('RateMeter', () => {
  it('tells the rate over the last seconds, not since the beginning', () => {
    const meter = new RateMeter()
    expect(meter.sample(0, 0)).toBe(0)
    let rate = 0
    for (let second = 1; second <= 10; second++) rate = meter.sample(second * 1000, second * 1000)
    expect(rate).toBeCloseTo(1000)
    for (let second = 11; second <= 20; second++) rate = meter.sample(10_000, second * 1000)
    expect(rate).toBe(0)
  })

  it('never tells a negative rate, as when a share begins anew', () => {
    const meter = new RateMeter()
    meter.sample(1000, 0)
    expect(meter.sample(0, 1000)).toBe(0)
  })
})
