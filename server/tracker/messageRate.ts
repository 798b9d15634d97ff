import type { Milliseconds } from '../../src/core/brand.ts'

/** How many seconds' worth of messages may come at once: a client that reconnects announces all it has. */
const BURST_SECONDS = 10

/**
 * A longer message counts as several, since its length is what it costs to read. Ten offers of 3 KB, more than
 * any known client sends at once, come to eight messages.
 */
const BYTES_PER_MESSAGE = 4_096

/**
 * A token bucket that may go into debt: the caller stops reading until the debt is paid, so that nothing that a
 * quick client sends is lost, and it gets no more than its rate.
 */
export class MessageRate {
  readonly #perSecond: number
  #tokens: number
  #at: Milliseconds

  /** `perSecond` 0 means no limit. */
  constructor(perSecond: number, now: Milliseconds) {
    this.#perSecond = perSecond
    this.#tokens = perSecond * BURST_SECONDS
    this.#at = now
  }

  /** Counts one message of so many bytes: as one for each 4 KiB begun. */
  count(now: Milliseconds, bytes = 0): void {
    this.#earn(now)
    this.#tokens -= Math.max(1, Math.ceil(bytes / BYTES_PER_MESSAGE))
  }

  /** Counts what went elsewhere: it takes what there is, and makes no debt. */
  charge(now: Milliseconds, messages: number): void {
    this.#earn(now)
    this.#tokens = Math.max(Math.min(this.#tokens, 0), this.#tokens - messages)
  }

  /** Counts one message if the rate has room for it now, and else leaves it uncounted. */
  spend(now: Milliseconds): boolean {
    this.#earn(now)
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }

  /** How many messages the client is ahead of its rate; 0 while it is not. */
  debt(now: Milliseconds): number {
    if (this.#perSecond === 0) return 0
    this.#earn(now)
    return Math.max(0, -this.#tokens)
  }

  /** How long the client has to be kept waiting for `debt` messages. */
  waitFor(debt: number): Milliseconds {
    return debt === 0 ? 0 : (debt / this.#perSecond) * 1_000
  }

  #earn(now: Milliseconds): void {
    const earned = ((now - this.#at) / 1_000) * this.#perSecond
    this.#tokens = Math.min(this.#perSecond * BURST_SECONDS, this.#tokens + earned)
    this.#at = now
  }
}
