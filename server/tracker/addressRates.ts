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
  /** What each network has spent lately, for who tells other nodes of it; null where there are none. */
  spent: Map<string, number> | null = null

  /** `perSecond` 0 means no limit. */
  constructor(perSecond: number, now: () => Milliseconds) {
    this.#perSecond = perSecond
    this.#now = now
  }

  /** Counts one request; false when the address has made too many. Refused ones do not count. */
  allow(address: string): boolean {
    if (this.#perSecond === 0) return true
    const network = networkOf(address)
    const isAllowed = this.#rateOf(network).spend(this.#now())
    if (isAllowed && this.spent) this.spent.set(network, (this.spent.get(network) ?? 0) + 1)
    return isAllowed
  }

  get perSecond(): number {
    return this.#perSecond
  }

  /** Counts what a network has asked of another node. */
  charge(network: string, requests: number): void {
    if (this.#perSecond !== 0) this.#rateOf(network).charge(this.#now(), requests)
  }

  #rateOf(network: string): MessageRate {
    const rate = this.#rates.get(network) ?? new MessageRate(this.#perSecond, this.#now())
    this.#rates.delete(network)
    this.#rates.set(network, rate)
    if (this.#rates.size > MOST_NETWORKS) {
      for (const oldest of this.#rates.keys()) {
        this.#rates.delete(oldest)
        break
      }
    }
    return rate
  }
}
