import type { Milliseconds } from '../core/brand.ts'
import { waitForTurn } from './nextTask.ts'

/** How often it is looked at while somebody asks. */
const LOOK: Milliseconds = 10

/**
 * No more of it is told: with a window that has room for any delay, a processor that is too slow for its line would
 * have ever more waiting in front of it, and the page would answer ever later.
 */
const MOST: Milliseconds = 200

/** What was found so long ago says nothing of now. */
const STALE: Milliseconds = 250

/**
 * How long what comes waits until the page, or the process, has time for it. A block that waited for that has been on
 * no line meanwhile.
 */
export class Lag {
  readonly #now: () => Milliseconds
  #lookedAt: Milliseconds = -Infinity
  #looking = false
  #foundAt: Milliseconds = -Infinity
  #last: Milliseconds = 0
  #before: Milliseconds = 0

  constructor(now: () => Milliseconds) {
    this.#now = now
  }

  /** As it was found last; to be asked again and again while something comes. */
  get value(): Milliseconds {
    const now = this.#now()
    if (!this.#looking && now - this.#foundAt >= STALE) this.#last = 0
    if (!this.#looking && now - this.#lookedAt >= LOOK) void this.#look(now)
    return Math.min(MOST, this.#last)
  }

  /** The less of what was found the last two times: for who takes one answer that is too high for a whole minute. */
  get sure(): Milliseconds {
    return Math.min(this.value, this.#before)
  }

  async #look(now: Milliseconds): Promise<void> {
    this.#looking = true
    this.#lookedAt = now
    const waited = await waitForTurn(this.#now)
    this.#looking = false
    this.#before = this.#last
    this.#foundAt = now + waited
    this.#last = waited
  }
}
