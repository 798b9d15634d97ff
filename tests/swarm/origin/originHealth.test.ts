import { describe, expect, it, test } from 'vitest'
import { OriginHealth } from '../../../src/swarm/origin/originHealth.ts'
import { OriginError } from '../../../src/swarm/origin/problems.ts'
import { retryAfterOf } from '../../../src/swarm/origin/rangeRequest.ts'

/** When a web server that fails is asked again, without one and without waiting. */

const AWAY = new OriginError('passing', { code: 'origin-error', status: 503 })

class Clock {
  now = 1000
  readonly health: OriginHealth

  constructor(random = 0.5) {
    this.health = new OriginHealth(
      () => this.now,
      () => random,
    )
  }

  /** Fails once, and answers how long it rests. */
  fail(error = AWAY): number {
    this.health.failed(this.health.began(), error)
    return this.waitForEnd()
  }

  waitForEnd(): number {
    const { state } = this.health
    const from = this.now
    if (state.kind === 'resting') this.now = state.until
    return this.now - from
  }
}

describe('a web server that fails', () => {
  it('rests longer each time, half a minute at most, and is never given up', () => {
    const clock = new Clock()
    const rests = Array.from({ length: 40 }, () => clock.fail())
    expect(rests.slice(0, 4)).toEqual([1000, 1500, 2250, 3375])
    expect(rests.at(-1)).toBe(30_000)
    expect(clock.health.state.kind).toBe('working')
  })

  it('rests as long as it asks for, within reason', () => {
    const clock = new Clock()
    const asked = (ms: number) =>
      clock.fail(new OriginError('passing', { code: 'origin-error', status: 503 }, ms))
    expect(asked(20_000)).toBeGreaterThanOrEqual(20_000)
    expect(asked(1e12)).toBeLessThan(11 * 60_000)
  })

  it('comes back at another moment for everybody', () => {
    expect(new Clock(0).fail()).toBe(500)
    expect(new Clock(0.99).fail()).toBe(1490)
  })

  it('has failed once when four requests at a time fail', () => {
    const clock = new Clock()
    const { health } = clock
    const spells = [1, 2, 3, 4].map(() => health.began())
    expect(spells.map((spell) => health.failed(spell, AWAY))).toEqual([true, false, false, false])
    expect(clock.waitForEnd()).toBe(1000)
    expect(clock.fail()).toBe(1500)
  })

  it('begins anew once something went well, but not for what had begun before it failed', () => {
    const clock = new Clock()
    const before = clock.health.began()
    clock.fail()
    clock.health.succeeded(before)
    expect(clock.health.proven).toBe(false)
    clock.health.succeeded(clock.health.began())
    expect(clock.health.proven).toBe(true)
    expect(clock.fail()).toBe(1000)
  })

  it('is looked at again after minutes when the fault is its own', () => {
    const clock = new Clock()
    expect(clock.fail(new OriginError('no-ranges', { code: 'origin-without-ranges' }))).toBeGreaterThan(
      5 * 60_000,
    )
    clock.health.fault({ code: 'origin-false' })
    expect(clock.health.state).toMatchObject({ kind: 'resting', why: { code: 'origin-false' } })
    expect(clock.waitForEnd()).toBeLessThan(10 * 60_000)
    expect(clock.health.state.kind).toBe('working')
  })
})

test.each([
  ['120', 120_000],
  ['Thu, 01 Jan 1970 00:01:40 GMT', 90_000],
  ['Thu, 01 Jan 1970 00:00:01 GMT', 0],
  ['soon', null],
  [null, null],
])('Retry-After: %s', (header, wait) => {
  expect(retryAfterOf(header, 10_000)).toBe(wait)
})
