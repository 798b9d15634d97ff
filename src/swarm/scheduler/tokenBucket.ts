import type { Bytes, BytesPerSecond, Milliseconds } from '../../core/brand.ts'

/** What may be saved up: a hidden page is woken once a second, and shall reach its limit all the same. */
const BURST: Milliseconds = 1000

/** At least two blocks, or none would ever pass. */
const LEAST_BURST: Bytes = 32 * 1024

/** A limit on a rate: what passes takes from a bucket that fills at that rate. */
export class TokenBucket {
  #rate: BytesPerSecond | null = null
  #tokens: Bytes = 0
  #at: Milliseconds = 0

  get limited(): boolean {
    return this.#rate !== null
  }

  /** Bytes a second; null for no limit, 0 for nothing at all. */
  limit(rate: BytesPerSecond | null, now: Milliseconds): void {
    this.#refill(now)
    this.#rate = rate
    this.#tokens = Math.min(this.#tokens, this.#burst())
  }

  /** Whether anything may pass now. A block may take more than there is: the next one waits the longer. */
  open(now: Milliseconds): boolean {
    if (this.#rate === null) return true
    this.#refill(now)
    return this.#rate > 0 && this.#tokens > 0
  }

  take(bytes: Bytes): void {
    if (this.#rate !== null) this.#tokens -= bytes
  }

  /** What was taken did not pass after all. */
  giveBack(bytes: Bytes): void {
    if (this.#rate !== null) this.#tokens = Math.min(this.#burst(), this.#tokens + bytes)
  }

  #refill(now: Milliseconds): void {
    const rate = this.#rate ?? 0
    this.#tokens = Math.min(this.#burst(), this.#tokens + (rate * Math.max(0, now - this.#at)) / 1000)
    this.#at = now
  }

  #burst(): Bytes {
    return Math.max(LEAST_BURST, ((this.#rate ?? 0) * BURST) / 1000)
  }
}
