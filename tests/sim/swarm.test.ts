import { describe, expect, it } from 'vitest'
import { simulateSwarm, type SwarmOptions } from './simSwarm.ts'

/** Mbit/s in bytes a second. */
const MBIT = 125_000

/** Lines as people have them at home. */
const HOME = { up: 4 * MBIT, down: 50 * MBIT, roundTrip: 40, size: 8_000_000 }

function simulate(options: Partial<SwarmOptions> & { leechers: number }) {
  return simulateSwarm({ seedOfRandom: 1, ...HOME, ...options })
}

describe('a simulated swarm', () => {
  it('is the same each time, for the same seed', () => {
    const small = { leechers: 3, size: 1_000_000 }
    expect(simulate(small)).toEqual(simulate(small))
    expect(simulate(small)).not.toEqual(simulate({ ...small, seedOfRandom: 2 }))
  })

  it.each([1, 2, 3])('of one seed and six leechers comes near the bound (%i)', (seedOfRandom) => {
    const { bound, last, seedCopies, wasted } = simulate({ leechers: 6, seedOfRandom })
    expect(bound).toBe(16_000)
    expect(last / bound).toBeLessThan(1.25)
    expect(seedCopies).toBeLessThan(1.15)
    expect(wasted).toBeLessThan(0.05)
  })

  it('of two fills a line, without a queue that others would notice', () => {
    const line = { leechers: 1, up: 50 * MBIT, size: 100_000_000 }
    const { bound, last, longestQueue, dropped } = simulate(line)
    expect(last / bound).toBeLessThan(1.15)
    expect(longestQueue).toBeLessThan(100)
    expect(dropped).toBe(0)
  })

  it.each([
    ['lines that stand still for up to 20 ms', { standstill: 20 }, 1.2],
    ['lines that stand still for up to 40 ms', { standstill: 40 }, 1.25],
    ['processors that are busy for up to 40 ms', { busy: 40 }, 1.2],
    ['processors that are busy for up to 100 ms', { busy: 100 }, 1.3],
    ['processors that are busy for up to 200 ms', { busy: 200 }, 1.6],
    ['a plain client behind Wi-Fi', { plainSeed: true, standstill: 40 }, 1.25],
    ['a plain client, while processors are busy for up to 200 ms', { plainSeed: true, busy: 200 }, 1.6],
  ])('of two fills %s', (_name, jumpy, most) => {
    for (const seedOfRandom of [1, 2, 3]) {
      const { bound, last } = simulate({
        leechers: 1,
        up: 50 * MBIT,
        size: 40_000_000,
        seedOfRandom,
        ...jumpy,
      })
      expect(last / bound).toBeLessThan(most)
    }
  })

  it.each([{ standstill: 40 }, { busy: 100 }])('of seven is no slower with %o', (jumpy) => {
    const { bound, last, seedCopies } = simulate({ leechers: 6, ...jumpy })
    expect(last / bound).toBeLessThan(1.25)
    expect(seedCopies).toBeLessThan(1.15)
  })

  it('finishes in spite of packets that are lost', () => {
    const { finished } = simulate({ leechers: 6, loss: 0.005 })
    expect(finished).toBe(6)
  })

  it.each([
    ['50 Mbit/s, 40 ms, 0.5 % loss', { up: 50 * MBIT, down: 50 * MBIT, roundTrip: 40, loss: 0.005 }, 6],
    ['20 Mbit/s, 100 ms, 0.2 % loss', { up: 20 * MBIT, down: 20 * MBIT, roundTrip: 100, loss: 0.002 }, 3],
  ])('of two opens lanes where packets get lost, and is several times as fast: %s', (_name, line, times) => {
    const lossy = { ...line, leechers: 1, size: 20_000_000 }
    const [alone, together] = [simulate({ ...lossy, lanes: false }), simulate(lossy)]
    expect(alone.lanes).toBe(0)
    expect(together.lanes).toBeGreaterThan(0)
    expect(alone.last / together.last).toBeGreaterThan(times)
    expect(together.wasted).toBeLessThan(0.05)
  })

  it('of two opens no more lanes than bring more', () => {
    const line = { up: 50 * MBIT, down: 50 * MBIT, roundTrip: 40, leechers: 1, size: 20_000_000 }
    // With about every other seed chance has more of them seem to help.
    for (const seedOfRandom of [5, 8, 10]) {
      // Four connections fill the line.
      const some = simulate({ ...line, seedOfRandom, loss: 0.0005 })
      expect(some.lanes).toBe(3)
      expect(some.last / some.bound).toBeLessThan(1.4)
    }
    for (const seedOfRandom of [1, 2, 3]) {
      // A slow processor has as much to wait for as a line that loses packets, but further connections bring nothing.
      const none = simulate({ ...line, seedOfRandom, processor: 1_500_000 })
      expect(none.lanes).toBeLessThanOrEqual(3)
      expect(none.lanesLeft).toBe(0)
    }
  })

  it('of two opens none where the line is what limits', () => {
    for (const up of [1, 4, 50]) {
      const { lanes } = simulate({ leechers: 1, up: up * MBIT, size: 3_000_000 })
      expect(lanes).toBe(0)
    }
  })

  it('finds liars, and finishes without them', () => {
    const { finished, bans } = simulate({ leechers: 10, liars: 20, pieceLength: 65_536 })
    expect(finished).toBe(8)
    expect(bans).toBeGreaterThan(0)
  })

  it('is not brought down by those who take and do not give', () => {
    const { finished, last, bound } = simulate({ leechers: 10, freeRiders: 30 })
    expect(finished).toBe(7)
    expect(last / bound).toBeLessThan(3)
  })

  it('goes on while people come and go', () => {
    const { finished } = simulate({
      leechers: 12,
      size: 3_000_000,
      churn: { every: 500, times: 10 },
      leaveWhenDone: true,
    })
    expect(finished).toBe(12)
  })

  it('waits for a slow seed no longer than it must', () => {
    const { last, bound } = simulate({ leechers: 6, up: 8 * MBIT, seedUp: MBIT, size: 4_000_000 })
    expect(last / bound).toBeLessThan(1.5)
  })
})
