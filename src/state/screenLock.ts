import type { Milliseconds } from '../core/brand.ts'

/** What moved a moment ago may be waiting for its turn: a screen that went off and on would be worse. */
const LINGER: Milliseconds = 30_000

/** A lock that the browser has granted, until it is released by either. */
export interface Sentinel {
  addEventListener(type: 'release', released: () => void): void
  release(): Promise<void>
}

export interface ScreenLockOptions {
  /** Asks the browser; null where it has no such thing. It refuses when the battery is low, say. */
  readonly request: (() => Promise<Sentinel>) | null
  /** No browser grants one to a page that is not. */
  readonly isVisible: () => boolean
  /** See {@link ScreenLock.isHeld}. */
  readonly changed: () => void
}

/** Keeps the screen on while something moves, so that the machine does not fall asleep in the middle of it. */
export class ScreenLock {
  readonly #options: ScreenLockOptions
  #isAllowed: boolean
  #isMoving = false
  #rest: ReturnType<typeof setTimeout> | undefined
  #sentinel: Sentinel | null = null
  #isAsking = false

  constructor(isAllowed: boolean, options: ScreenLockOptions) {
    this.#isAllowed = isAllowed
    this.#options = options
  }

  get isHeld(): boolean {
    return this.#sentinel !== null
  }

  allow(isAllowed: boolean): void {
    this.#isAllowed = isAllowed
    this.#settle()
  }

  /** Told again and again, whether something moves. */
  tell(isMoving: boolean): void {
    if (isMoving) {
      clearTimeout(this.#rest)
      this.#rest = undefined
      if (this.#isMoving) return
      this.#isMoving = true
      this.#settle()
    } else if (this.#isMoving) {
      this.#rest ??= setTimeout(() => {
        this.#rest = undefined
        this.#isMoving = false
        this.#settle()
      }, LINGER)
    }
  }

  /** The page is visible now, or no more: browsers let go of a lock by themselves, and never take it again. */
  visibilityChanged(): void {
    this.#settle()
  }

  get #isWanted(): boolean {
    return this.#isAllowed && this.#isMoving && this.#options.isVisible()
  }

  #settle(): void {
    if (this.#isWanted) void this.#take()
    else this.#letGo()
  }

  async #take(): Promise<void> {
    const { request, changed } = this.#options
    if (!request || this.#sentinel || this.#isAsking) return
    this.#isAsking = true
    // Refused: there will be another moment.
    const sentinel = await request().catch(() => null)
    this.#isAsking = false
    if (!sentinel) return
    if (!this.#isWanted) {
      void sentinel.release()
      return
    }
    this.#sentinel = sentinel
    sentinel.addEventListener('release', () => {
      if (this.#sentinel === sentinel) this.#letGo()
    })
    changed()
  }

  #letGo(): void {
    const sentinel = this.#sentinel
    if (!sentinel) return
    this.#sentinel = null
    sentinel.release().catch(() => undefined)
    this.#options.changed()
  }
}
