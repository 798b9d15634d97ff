import { describe, expect, it } from 'vitest'
import { Uplink } from '../../../src/swarm/scheduler/uplink.ts'

describe('the grace of a line', () => {
  it.each([
    ['50 Mbit/s', 2.6, 0],
    ['10 Mbit/s', 13, 12],
    ['4 Mbit/s', 33, 92],
    ['1 Mbit/s', 131, 100],
  ])('of %s, where a block takes %d ms, is %d ms more than elsewhere', (_line, each, grace) => {
    let now = 0
    const uplink = new Uplink(() => now)
    expect(uplink.grace).toBe(0)
    for (let blocks = 0; blocks < 400; blocks++) {
      now += each
      uplink.sample(0, 40 + each, 1)
    }
    expect(uplink.grace).toBeGreaterThan(0.75 * grace - 5)
    expect(uplink.grace).toBeLessThan(1.1 * grace + 5)
    uplink.talked()
    expect(uplink.grace).toBe(0)
  })
})
