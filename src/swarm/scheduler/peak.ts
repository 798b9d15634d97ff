import type { Milliseconds } from '../../core/brand.ts'

/** How long a value counts; in two halves, so that one that is still true is never forgotten at once. */
const HALF_LIFE: Milliseconds = 1000

/** The greatest of the last seconds' values. */
export class Peak {
  #current = 0
  #previous = 0
  #since: Milliseconds = -Infinity

  /** 0 before the first. */
  get value(): number {
    return Math.max(this.#current, this.#previous)
  }

  note(value: number, now: Milliseconds): void {
    const age = now - this.#since
    if (age > HALF_LIFE) {
      this.#previous = age > 2 * HALF_LIFE ? 0 : this.#current
      this.#current = 0
      this.#since = now
    }
    this.#current = Math.max(this.#current, value)
  }

  forget(): void {
    this.#current = 0
    this.#previous = 0
  }
}
