import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ScreenLock, type Sentinel } from '../../src/state/screenLock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A browser that grants locks to visible pages, as a test says. */
class Browser {
  visible = true
  refuses = false
  asked = 0
  held = 0
  readonly #released: (() => void)[] = []

  request(): Promise<Sentinel> {
    this.asked++
    if (this.refuses || !this.visible) return Promise.reject(new Error('NotAllowedError'))
    this.held++
    let isHeld = true
    const release = () => {
      if (isHeld) this.held--
      isHeld = false
    }
    this.#released.push(release)
    return Promise.resolve({
      addEventListener: (_type: 'release', released: () => void) => void this.#released.push(released),
      release: () => {
        release()
        return Promise.resolve()
      },
    })
  }

  /** The browser lets go of all locks, as it does when the page is hidden. */
  release(): void {
    for (const released of this.#released.splice(0)) released()
  }
}

function locked(isAllowed = true) {
  const browser = new Browser()
  const changed = vi.fn<() => void>()
  const lock = new ScreenLock(isAllowed, {
    request: () => browser.request(),
    isVisible: () => browser.visible,
    changed,
  })
  return { browser, lock, changed }
}

const settled = () => vi.advanceTimersByTimeAsync(0)

describe('the screen', () => {
  it('stays on while something moves and for half a minute more, by one lock', async () => {
    const { browser, lock, changed } = locked()
    lock.tell(false)
    await settled()
    expect(browser.asked).toBe(0)
    lock.tell(true)
    lock.tell(true)
    await settled()
    expect([browser.held, lock.isHeld]).toEqual([1, true])
    lock.tell(false)
    await vi.advanceTimersByTimeAsync(20_000)
    // It was only a pause.
    lock.tell(true)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(browser.held).toBe(1)
    lock.tell(false)
    await vi.advanceTimersByTimeAsync(30_000)
    expect([browser.held, browser.asked, lock.isHeld]).toEqual([0, 1, false])
    expect(changed).toHaveBeenCalledTimes(2)
  })

  it('stays on again when a page is back in front that was hidden', async () => {
    const { browser, lock } = locked()
    lock.tell(true)
    await settled()
    browser.visible = false
    browser.release()
    lock.visibilityChanged()
    await settled()
    expect([browser.held, lock.isHeld]).toEqual([0, false])
    browser.visible = true
    lock.visibilityChanged()
    await settled()
    expect([browser.held, lock.isHeld]).toEqual([1, true])
  })

  it('goes off where nobody wants it on, at once', async () => {
    const { browser, lock } = locked(false)
    lock.tell(true)
    await settled()
    expect(browser.asked).toBe(0)
    lock.allow(true)
    await settled()
    expect(browser.held).toBe(1)
    lock.allow(false)
    await settled()
    expect(browser.held).toBe(0)
  })

  it('goes off when that was said while the browser was being asked', async () => {
    const { browser, lock } = locked()
    lock.tell(true)
    lock.allow(false)
    await settled()
    expect([browser.asked, browser.held, lock.isHeld]).toEqual([1, 0, false])
  })

  it('is the browser’s own business when it refuses, or has no such thing', async () => {
    const { browser, lock } = locked()
    browser.refuses = true
    lock.tell(true)
    await settled()
    expect(lock.isHeld).toBe(false)
    browser.refuses = false
    lock.visibilityChanged()
    await settled()
    expect(lock.isHeld).toBe(true)
    const none = new ScreenLock(true, { request: null, isVisible: () => true, changed: () => undefined })
    none.tell(true)
    await settled()
    expect(none.isHeld).toBe(false)
  })
})
