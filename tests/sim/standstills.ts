import type { Milliseconds } from '../../src/core/brand.ts'

/** From the end of one to the beginning of the next. */
const SHORTEST_GAP: Milliseconds = 20
const LONGEST_GAP: Milliseconds = 120

/**
 * When something stands still for a moment, again and again, as a busy Wi-Fi or a busy processor does: at random,
 * each time for up to so long. What would happen meanwhile happens at the end, all at once.
 */
export class Standstills {
  readonly #longest: Milliseconds
  readonly #random: () => number
  /** How long what was asked for last has to wait. */
  waited: Milliseconds = 0
  #from: Milliseconds = 0
  #to: Milliseconds = 0

  constructor(longest: Milliseconds, random: () => number) {
    this.#longest = longest
    this.#random = random
  }

  /** When what would happen at `at` does. To be asked in the order of time. */
  after(at: Milliseconds): Milliseconds {
    while (at >= this.#to) {
      this.#from = this.#to + SHORTEST_GAP + this.#random() * (LONGEST_GAP - SHORTEST_GAP)
      this.#to = this.#from + this.#random() * this.#longest
    }
    this.waited = at > this.#from ? this.#to - at : 0
    return at + this.waited
  }
}
