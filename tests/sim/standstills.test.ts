import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { Air } from './air.ts'
import { Clock } from './clock.ts'
import { Channel, Line } from './link.ts'
import { Standstills } from './standstills.ts'

describe('what stands still now and then', () => {
  it('holds back what happens meanwhile, for no longer than it may, and never changes the order', () => {
    const standstills = new Standstills(40, seededRandom(1))
    const times = Array.from({ length: 60_000 }, (_, at) => standstills.after(at))
    expect(times).toEqual([...times].sort((left, right) => left - right))
    const waits = times.map((after, at) => after - at)
    expect(Math.min(...waits)).toBe(0)
    expect(Math.max(...waits)).toBeLessThanOrEqual(40)
    const held = waits.filter((wait) => wait > 0).length
    // 20 ms of every 90, on the average.
    expect(held / 60_000).toBeGreaterThan(0.18)
    expect(held / 60_000).toBeLessThan(0.27)
  })

  it('never does so when it may for no time', () => {
    const standstills = new Standstills(0, seededRandom(1))
    const times = Array.from({ length: 5000 }, (_, at) => at)
    expect(times.map((at) => standstills.after(at))).toEqual(times)
  })
})

describe('a channel', () => {
  /** When each of many messages is delivered that are sent a millisecond apart. */
  function deliveries(standstill: number, busy: number): number[] {
    const clock = new Clock()
    const stills = (longest: number) => (longest > 0 ? new Standstills(longest, seededRandom(longest)) : null)
    const air = () => (standstill > 0 ? new Air(standstill, seededRandom(standstill)) : null)
    const line = () => new Line(10_000_000, clock, air())
    const channel = new Channel({
      clock,
      random: seededRandom(1),
      up: line(),
      down: line(),
      delay: 5,
      loss: 0,
      busy: stills(busy),
      processor: null,
    })
    const times: number[] = []
    for (let at = 0; at < 2000; at++) clock.at(at, () => channel.send(100, () => times.push(clock.now)))
    clock.run(60_000, () => false)
    return times
  }

  it.each([
    ['a Wi-Fi that stands still', 40, 0],
    ['a busy processor', 0, 100],
  ])('delivers everything, in clumps, over %s', (_, standstill, busy) => {
    const steady = deliveries(0, 0)
    const times = deliveries(standstill, busy)
    expect(times).toHaveLength(2000)
    expect(times).toEqual([...times].sort((left, right) => left - right))
    const longestGap = (all: readonly number[]) => Math.max(...all.map((at, n) => at - (all[n - 1] ?? at)))
    expect(longestGap(steady)).toBeLessThan(5)
    expect(longestGap(times)).toBeGreaterThan(20)
  })
})
