import { describe, expect, test } from 'vitest'
import { stepInto } from '../../src/state/review/inStep.ts'

/** What keeps the second version of a film in step with the first. */

const standing = { at: 3, paused: true, speed: 1 }
const running = { at: 3, paused: false, speed: 1.5 }

describe('a second version', () => {
  test('stands at the moment at which the first one stands, and is left alone there', () => {
    expect(stepInto(standing, { at: 2.9, duration: 10 })).toEqual({ seek: 3, plays: false, speed: 1 })
    expect(stepInto(standing, { at: 3, duration: 10 }).seek).toBeNull()
  })

  test('runs as fast as the first one, and a little faster or slower to be where that is', () => {
    expect(stepInto(running, { at: 3, duration: 10 })).toEqual({ seek: null, plays: true, speed: 1.5 })
    const behind = stepInto(running, { at: 2.9, duration: 10 })
    expect(behind.seek).toBeNull()
    expect(behind.speed).toBeGreaterThan(1.5)
    expect(stepInto(running, { at: 3.1, duration: 10 }).speed).toBeLessThan(1.5)
    for (const at of [2.61, 3.39])
      expect(Math.abs(stepInto(running, { at, duration: 10 }).speed / 1.5 - 1)).toBeLessThanOrEqual(
        0.1 + 1e-9,
      )
  })

  test('jumps where it is far away', () => {
    expect(stepInto(running, { at: 1, duration: 10 })).toEqual({ seek: 3, plays: true, speed: 1.5 })
  })

  test('stands at its last frame when the first one is longer', () => {
    const { seek, plays } = stepInto(running, { at: 2, duration: 2.5 })
    expect(plays).toBe(false)
    expect(seek).toBeCloseTo(2.499, 6)
    expect(stepInto(running, { at: 2.499, duration: 2.5 }).seek).toBeNull()
  })

  test('stands at its first frame until it begins', () => {
    expect(stepInto({ ...running, at: -2 }, { at: 0.5, duration: 10 })).toEqual({
      seek: 0,
      plays: false,
      speed: 1.5,
    })
    expect(stepInto({ ...standing, at: -2 }, { at: 0, duration: 10 }).seek).toBeNull()
  })

  test('catches up from any place, and stays', () => {
    for (const apart of [-0.35, -0.1, 0.05, 0.35]) {
      let [first, second] = [10, 10 + apart]
      for (let tick = 0; tick < 100; tick++) {
        const step = stepInto({ at: first, paused: false, speed: 1 }, { at: second, duration: 100 })
        expect(step.seek).toBeNull()
        first += 0.1
        second += 0.1 * step.speed
      }
      expect(Math.abs(first - second)).toBeLessThan(0.02)
    }
  })
})
