import type { Milliseconds } from '../../src/core/brand.ts'
import { MessageRate } from './messageRate.ts'

/** A rate that all sockets of one address have together. */
class SharedRate {
  sockets = 0
  readonly #perSecond: number
  readonly #rate: MessageRate

  constructor(perSecond: number, now: Milliseconds) {
    this.#perSecond = perSecond
    this.#rate = new MessageRate(perSecond, now)
  }

  /** What one socket may send in a second while all of them are ahead of the rate. */
  get part(): number {
    return this.#perSecond / this.sockets
  }

  /** Counts one message; whether the sockets are ahead of their rate. */
  isAhead(now: Milliseconds, bytes: number): boolean {
    this.#rate.count(now, bytes)
    return this.#rate.debt(now) > 0
  }
}

/**
 * One socket's part of what its address may send. While all of them are ahead of their rate, each gets an equal part:
 * who sends little, behind the address of somebody who floods, does not notice.
 */
export class RatePart {
  readonly #shared: SharedRate | null
  /** Messages since it last waited, of the times when the address was ahead of its rate. */
  #unpaid = 0

  /** Null has no limit. */
  constructor(shared: SharedRate | null) {
    this.#shared = shared
    if (shared) shared.sockets += 1
  }

  /** Counts one message of so many bytes, and says how long the socket should wait before the next; 0 for not at all. */
  count(now: Milliseconds, bytes: number): Milliseconds {
    if (!this.#shared?.isAhead(now, bytes)) return 0
    this.#unpaid += 1
    const seconds = this.#unpaid / this.#shared.part
    return seconds > 1 ? seconds * 1_000 : 0
  }

  /** It waits as long as it was told. */
  waits(): void {
    this.#unpaid = 0
  }
}

/** The rates of the addresses that have sockets. */
export class SharedRates {
  readonly #perSecond: number
  readonly #rates = new Map<string, SharedRate>()

  /** `perSecond` 0 means no limit. */
  constructor(perSecond: number) {
    this.#perSecond = perSecond
  }

  /** The part of one more socket of a network; null, this machine's own, has no limit. */
  enter(network: string | null, now: Milliseconds): RatePart {
    if (network === null || this.#perSecond === 0) return new RatePart(null)
    const rate = this.#rates.get(network) ?? new SharedRate(this.#perSecond, now)
    this.#rates.set(network, rate)
    return new RatePart(rate)
  }

  leave(network: string | null): void {
    const rate = network === null ? undefined : this.#rates.get(network)
    if (network === null || !rate) return
    rate.sockets -= 1
    if (rate.sockets === 0) this.#rates.delete(network)
  }
}
