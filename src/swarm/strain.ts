import type { Milliseconds } from '../core/brand.ts'

/** A task that takes so long is one that people notice (Long Tasks, W3C). */
const LONG: Milliseconds = 50

/** Of so many looks, one a second, so many have to find the page late: one may be a piece that is hashed, or a film's start. */
const LOOKS = 5
const STRAINED = 3

/** So many looks in a row have to find it in time again. */
const CALM = 15

/**
 * Tells whether the processor has more to do than it can: whether what comes to the page, or the process, waits longer
 * than people do not notice, and not just once.
 */
export class Strain {
  isStrained = false
  #late: readonly boolean[] = []
  #calm = 0

  /** @param lag how long a task has just waited for its turn */
  look(lag: Milliseconds): void {
    const isLate = lag > LONG
    this.#late = [...this.#late, isLate].slice(-LOOKS)
    this.#calm = isLate ? 0 : this.#calm + 1
    if (this.#late.filter(Boolean).length >= STRAINED) this.isStrained = true
    else if (this.#calm >= CALM) this.isStrained = false
  }
}
