import type { Milliseconds } from '../../src/core/brand.ts'
import { networkOf } from './addressCount.ts'
import { MessageRate } from './messageRate.ts'

/** Networks kept in mind; beyond it the longest silent is forgotten, and starts afresh. */
const MOST_NETWORKS = 100_000

/** How often each address may ask for something. */
export class AddressRates {
  readonly #perSecond: number
  readonly #now: () => Milliseconds
  /** The longest silent first. */
  readonly #rates = new Map<string, MessageRate>()

  /** `perSecond` 0 means no limit. */
  constructor(perSecond: number, now: () => Milliseconds) {
    this.#perSecond = perSecond
    this.#now = now
  }

  /** Counts one request; false when the address has made too many. Refused ones do not count. */
  allow(address: string): boolean {
    if (this.#perSecond === 0) return true
    const now = this.#now()
    const network = networkOf(address)
    const rate = this.#rates.get(network) ?? new MessageRate(this.#perSecond, now)
    this.#rates.delete(network)
    this.#rates.set(network, rate)
    if (this.#rates.size > MOST_NETWORKS) {
      for (const oldest of this.#rates.keys()) {
        this.#rates.delete(oldest)
        break
      }
    }
    return rate.spend(now)
  }
}
