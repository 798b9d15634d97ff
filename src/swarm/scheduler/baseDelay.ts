import type { Milliseconds } from '../../core/brand.ts'

/** How long a minimum counts; in two halves, so that one that is still true is never forgotten at once. */
const HALF_LIFE: Milliseconds = 30_000

/**
 * The round trip of a path without any queue: the least that was measured lately. Paths change (a laptop moves
 * from cable to Wi-Fi), so what is long ago counts no more.
 */
export class BaseDelay {
  #current = Infinity
  #previous = Infinity
  #since: Milliseconds = -Infinity
  /** When the minimum was last confirmed. */
  confirmedAt: Milliseconds = -Infinity

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
    if (roundTrip <= this.value + 2) this.confirmedAt = now
    this.#current = Math.min(this.#current, roundTrip)
  }
}
