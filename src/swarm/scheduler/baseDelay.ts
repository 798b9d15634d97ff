import type { Milliseconds } from '../../core/brand.ts'

/** How long a minimum counts; in two halves, so that one that is still true is never forgotten at once. */
const HALF_LIFE: Milliseconds = 10_000

/**
 * The round trip of a path without any queue: the least that was measured lately. Paths change (a laptop moves
 * from cable to Wi-Fi), so what is long ago counts no more.
 */
export class BaseDelay {
  #current = Infinity
  #previous = Infinity
  #since: Milliseconds = -Infinity

  /** Infinity before the first sample. */
  get value(): Milliseconds {
    return Math.min(this.#current, this.#previous)
  }

  sample(roundTrip: Milliseconds, now: Milliseconds): void {
    if (now - this.#since > HALF_LIFE) {
      this.#previous = this.#current
      this.#current = Infinity
      this.#since = now
    }
    this.#current = Math.min(this.#current, roundTrip)
  }

  /** The path has become longer by a queue that is not ours. */
  lengthen(by: Milliseconds, now: Milliseconds): void {
    this.#current = this.value + by
    this.#previous = Infinity
    this.#since = now
  }
}
