import type { Milliseconds } from './brand.ts'

/** What somebody may spend: so much at once, and so much more each second. */
export interface AllowanceTerms {
  readonly burst: number
  readonly perSecond: number
}

/** Counts what somebody spends of an {@link AllowanceTerms allowance}. */
export class Allowance {
  readonly #terms: AllowanceTerms
  readonly #now: () => Milliseconds
  #left: number
  #at: Milliseconds

  constructor(terms: AllowanceTerms, now: () => Milliseconds) {
    this.#terms = terms
    this.#now = now
    this.#left = terms.burst
    this.#at = now()
  }

  /** False when more has been spent than there was: it has to be earned before anything else is. */
  spend(amount: number): boolean {
    this.#earn()
    this.#left -= amount
    return this.#left >= 0
  }

  /** Spends it if there is so much; else false, and nothing is spent. */
  afford(amount: number): boolean {
    this.#earn()
    return this.#left >= amount && this.spend(amount)
  }

  /** Has it spend so much more, as far as that is not more than may be spent at once. */
  grant(amount: number): void {
    this.#earn()
    this.#left = Math.min(this.#terms.burst, this.#left + amount)
  }

  #earn(): void {
    const { burst, perSecond } = this.#terms
    const now = this.#now()
    const earned = (Math.max(0, now - this.#at) / 1000) * perSecond
    this.#left = Math.min(burst, this.#left + earned)
    this.#at = now
  }
}
