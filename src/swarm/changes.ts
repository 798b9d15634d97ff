import type { Milliseconds } from '../core/brand.ts'

/** The page hears of changes at most this often: each time it is laid out and painted anew. */
const QUIET: Milliseconds = 200

/** The same of what somebody waits for. */
const AWAITED_QUIET: Milliseconds = 20

/**
 * Tells the page of changes: of the first at once, and of what follows it within {@link QUIET} together. What somebody
 * waits for is told with all that waits to be told by then.
 */
export class Changes {
  readonly #now: () => Milliseconds
  readonly #listeners = new Set<() => void>()
  #telling: ReturnType<typeof setTimeout> | undefined
  #toldAt: Milliseconds = 0

  constructor(now: () => Milliseconds) {
    this.#now = now
  }

  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  tell(isAwaited = false): void {
    if (this.#telling !== undefined && !isAwaited) return
    clearTimeout(this.#telling)
    const quiet = isAwaited ? AWAITED_QUIET : QUIET
    const wait = Math.max(0, this.#toldAt + quiet - this.#now())
    this.#telling = setTimeout(() => {
      this.#telling = undefined
      this.#toldAt = this.#now()
      for (const listener of this.#listeners) listener()
    }, wait)
  }
}
