import { ScreenLock } from './screenLock.ts'

const KEY = 'shoal.awake'

interface Around {
  readonly document: Document
  readonly storage: Storage | null
  /** The page stands in a page of another site. */
  readonly isEmbedded: boolean
}

/** Whether the screen stays on while something moves: by choice, which this browser keeps. */
export class Awake {
  isAllowed = $state(true)
  /** It does now. */
  isHeld = $state(false)
  /** Whether this browser can. */
  readonly isPossible: boolean
  readonly #lock: ScreenLock
  readonly #storage: Storage | null

  constructor({ document, storage, isEmbedded }: Around, lifetime: AbortSignal) {
    // Not on pages without https, nor in older browsers, whatever the types say. A frame may not unless its page lets
    // it, and need not: a film that plays keeps the screen on by itself.
    const { wakeLock } = isEmbedded ? {} : (navigator as { wakeLock?: WakeLock })
    this.isPossible = wakeLock !== undefined
    this.#storage = storage
    this.isAllowed = storage?.getItem(KEY) !== 'no'
    this.#lock = new ScreenLock(this.isAllowed, {
      request: wakeLock ? () => wakeLock.request('screen') : null,
      isVisible: () => document.visibilityState === 'visible',
      changed: () => (this.isHeld = this.#lock.isHeld),
    })
    document.addEventListener('visibilitychange', () => this.#lock.visibilityChanged(), { signal: lifetime })
    lifetime.addEventListener('abort', () => this.#lock.allow(false))
  }

  allow(isAllowed: boolean): void {
    this.isAllowed = isAllowed
    if (isAllowed) this.#storage?.removeItem(KEY)
    else this.#storage?.setItem(KEY, 'no')
    this.#lock.allow(isAllowed)
  }

  tell(isMoving: boolean): void {
    this.#lock.tell(isMoving)
  }
}
