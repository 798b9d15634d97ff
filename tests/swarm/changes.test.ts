import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Changes } from '../../src/swarm/changes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function followed() {
  const changes = new Changes(() => Date.now())
  const told = vi.fn<() => void>()
  changes.subscribe(told)
  const within = (passing: number, happens: () => void): number => {
    told.mockClear()
    for (let passed = 0; passed < passing; passed += 10) {
      happens()
      vi.advanceTimersByTime(10)
    }
    return told.mock.calls.length
  }
  return { changes, told, within }
}

test('the first change is told at once, and those that follow five times a second at most', () => {
  const { changes, told, within } = followed()
  changes.tell('usual')
  vi.advanceTimersByTime(0)
  expect(told).toHaveBeenCalledTimes(1)
  const times = within(10_000, () => changes.tell('usual'))
  expect(times).toBeGreaterThanOrEqual(49)
  expect(times).toBeLessThanOrEqual(50)
})

test('what somebody waits for is told before what came earlier, and together with it', () => {
  const { changes, told } = followed()
  changes.tell('usual')
  vi.advanceTimersByTime(50)
  told.mockClear()
  changes.tell('usual')
  changes.tell('awaited')
  vi.advanceTimersByTime(0)
  expect(told).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1000)
  expect(told).toHaveBeenCalledTimes(1)
})

test('who does not look is told every five seconds, but of a step as ever, and of all at the next look', () => {
  const { changes, told, within } = followed()
  changes.seen(false)
  expect(within(20_000, () => changes.tell('usual'))).toBeLessThanOrEqual(5)
  told.mockClear()
  changes.tell('step')
  vi.advanceTimersByTime(200)
  expect(told).toHaveBeenCalledTimes(1)
  changes.tell('usual')
  vi.advanceTimersByTime(1000)
  expect(told).toHaveBeenCalledTimes(1)
  changes.seen(true)
  vi.advanceTimersByTime(0)
  expect(told).toHaveBeenCalledTimes(2)
})

test('a look at what has not changed tells nothing', () => {
  const { changes, told } = followed()
  changes.seen(false)
  changes.seen(true)
  vi.advanceTimersByTime(10_000)
  expect(told).not.toHaveBeenCalled()
})
