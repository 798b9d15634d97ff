import type { Milliseconds } from '../../src/core/brand.ts'

/** So many at once, and as many again in each minute. */
export class TokenBucket {
  readonly #perMinute: number
  #tokens: number
  #at: Milliseconds

  constructor(perMinute: number, now: Milliseconds) {
    this.#perMinute = perMinute
    this.#tokens = perMinute
    this.#at = now
  }

  /** Takes as many of `count` as there are, whole ones. */
  take(count: number, now: Milliseconds): number {
    this.#earn(now)
    const taken = Math.min(count, Math.floor(this.#tokens))
    this.#tokens -= taken
    return taken
  }

  /** Whether it is as good as a new one. */
  isFull(now: Milliseconds): boolean {
    this.#earn(now)
    return this.#tokens >= this.#perMinute
  }

  #earn(now: Milliseconds): void {
    const earned = ((now - this.#at) / 60_000) * this.#perMinute
    this.#tokens = Math.min(this.#perMinute, this.#tokens + earned)
    this.#at = now
  }
}

/** A bucket for each network, made when it is first asked for. */
export type Buckets = Map<string, TokenBucket>

/** Forgets those that are as good as new ones. */
export function forgetFull(buckets: Buckets, now: Milliseconds): void {
  for (const [network, bucket] of buckets) if (bucket.isFull(now)) buckets.delete(network)
}
