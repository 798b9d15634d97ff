import { describe, expect, it } from 'vitest'
import { simulateAudience, type AudienceOptions } from './simAudience.ts'

/** Mbit/s in bytes a second. */
const MBIT = 125_000

/** A film of a minute, 4 Mbit/s; lines as people have them at home. */
const FILM: Omit<AudienceOptions, 'viewers' | 'seedOfRandom'> = {
  apart: 2000,
  size: 30_000_000,
  rate: 4 * MBIT,
  up: 10 * MBIT,
  down: 50 * MBIT,
  originUp: 200 * MBIT,
  roundTrip: 40,
}

/** A busy machine has to work out what passes in a minute. */
const LONG_MS = 120_000

describe('viewers of one film, with a web server behind them', { timeout: LONG_MS }, () => {
  it('cost it little more than one does, if there are twenty', () => {
    const audiences = [1, 2, 3].map((seedOfRandom) =>
      simulateAudience({ ...FILM, viewers: 20, seedOfRandom }),
    )
    for (const { stalls, finished } of audiences) {
      expect(finished).toBe(20)
      // A single pause in twenty minutes of film is what lines of this size may cost.
      expect(stalls).toBeLessThan(2)
    }
    // Who meets whom decides much in one of them: from 1.13 to 1.26.
    expect(audiences.reduce((sum, { copies }) => sum + copies, 0) / audiences.length).toBeLessThan(1.22)
  })

  it('cost it little more where it takes seconds until they are connected, as on a busy machine', () => {
    const slow = { ...FILM, viewers: 4, up: 1000 * MBIT, down: 1000 * MBIT, roundTrip: 2 }
    const copies = (changes: Partial<AudienceOptions>) =>
      simulateAudience({ ...slow, ...changes, seedOfRandom: 1 }).copies
    // While nobody is connected each fetches what it shows: three seconds of three viewers are 0.15 of a minute.
    expect(copies({ linkedAfter: 3000 })).toBeLessThan(1.2)
    expect(copies({ linkedAfter: 8000 })).toBeLessThan(1.6)
    expect(copies({ busy: 1000 })).toBeLessThan(1.15)
  })

  it('cost it the whole film, if there is one', () => {
    const { copies, stalls } = simulateAudience({ ...FILM, viewers: 1, seedOfRandom: 1 })
    expect(copies).toBeCloseTo(1, 2)
    expect(stalls).toBe(0)
  })

  it('are served whatever their lines give, by the web server where nobody else can', () => {
    const { finished, copies } = simulateAudience({ ...FILM, viewers: 6, up: MBIT / 4, seedOfRandom: 1 })
    expect(finished).toBe(6)
    expect(copies).toBeGreaterThan(5)
  })
})
