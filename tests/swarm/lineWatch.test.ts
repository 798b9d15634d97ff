import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchLine } from '../../src/swarm/lineWatch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watched() {
  const signs = { page: new EventTarget(), document: new EventTarget() }
  const changed = vi.fn<() => void>()
  const lifetime = new AbortController()
  watchLine({ ...signs, now: () => Date.now() }, changed, lifetime.signal)
  return { ...signs, changed, lifetime }
}

test('a line that nothing happens to has not changed, however lazily a hidden page looks', () => {
  const { changed } = watched()
  vi.advanceTimersByTime(600_000)
  // Timers of a busy page are late.
  vi.setSystemTime(Date.now() + 5_000)
  vi.advanceTimersByTime(600_000)
  expect(changed).not.toHaveBeenCalled()
})

test('a machine that has slept looks at its line, and so does one whose clock was set back', () => {
  const { changed } = watched()
  vi.setSystemTime(Date.now() + 90_000)
  vi.advanceTimersByTime(2_000)
  expect(changed).toHaveBeenCalledTimes(1)
  vi.setSystemTime(Date.now() - 3_600_000)
  vi.advanceTimersByTime(2_000)
  expect(changed).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(60_000)
  expect(changed).toHaveBeenCalledTimes(2)
})

test('a network that is back and a page that was thawed are told at once, until the end', () => {
  const { page, document, changed, lifetime } = watched()
  page.dispatchEvent(new Event('online'))
  expect(changed).toHaveBeenCalledTimes(1)
  document.dispatchEvent(new Event('resume'))
  expect(changed).toHaveBeenCalledTimes(2)
  lifetime.abort()
  page.dispatchEvent(new Event('online'))
  vi.setSystemTime(Date.now() + 90_000)
  vi.advanceTimersByTime(10_000)
  expect(changed).toHaveBeenCalledTimes(2)
})
