import type { Milliseconds } from '../src/core/brand.ts'
import { networkOf } from './tracker/addressCount.ts'

export interface BytesInFlightOptions {
  /** 0 for no limit, as with {@link inAll}. */
  readonly perAddress: number
  readonly inAll: number
  readonly now: () => Milliseconds
  /** Runs a function soon, once what is being handled is done. */
  readonly soon: (work: () => void) => void
}

/** Bytes that one answer holds in memory until its client has read them. */
interface Charge {
  readonly network: string
  readonly bytes: number
  readonly since: Milliseconds
  readonly cutOff: () => void
}

interface Waiting {
  readonly start: () => void
}

/** Who takes nothing of an answer for so long is cut off when others wait for its room. */
export const STALLED_MS: Milliseconds = 10_000

/**
 * What answers hold in memory until their clients read them, bounded for each address and in all. Whatever does not
 * fit waits; addresses take turns. A bound is passed by one answer at most, since it is checked before one begins.
 */
export class BytesInFlight {
  readonly #options: BytesInFlightOptions
  /** The oldest first. */
  readonly #charges = new Set<Charge>()
  readonly #bytes = new Map<string, number>()
  /** By network; the one whose turn is next comes first. */
  readonly #waiting = new Map<string, Set<Waiting>>()
  #total = 0
  #isWaking = false

  constructor(options: BytesInFlightOptions) {
    this.#options = options
  }

  get total(): number {
    return this.#total
  }

  /** Calls `start` as soon as there is room, at once if there is some. Returns what takes that back. */
  whenRoom(address: string, start: () => void): () => void {
    const network = networkOf(address)
    if (!this.#waiting.has(network) && this.#hasRoom(network)) {
      start()
      return () => undefined
    }
    const waiting = { start }
    const queue = this.#waiting.get(network) ?? new Set()
    this.#waiting.set(network, queue.add(waiting))
    return () => this.#dequeue(network, waiting)
  }

  /** Counts bytes until they are released by what is returned. `cutOff` has to lead to that. */
  charge(address: string, bytes: number, cutOff: () => void): () => void {
    const network = networkOf(address)
    const charge: Charge = { network, bytes, since: this.#options.now(), cutOff }
    this.#charges.add(charge)
    this.#add(network, bytes)
    return () => {
      if (!this.#charges.delete(charge)) return
      this.#add(network, -bytes)
      this.#wake()
    }
  }

  /** Makes room where others wait for it; to be called every now and then. */
  relieve(): void {
    if (this.#waiting.size === 0) return
    const stalledSince = this.#options.now() - STALLED_MS
    const isAllFull = !isBelow(this.#total, this.#options.inAll)
    for (const { network, since, cutOff } of [...this.#charges]) {
      if (since > stalledSince) break
      if (isAllFull || this.#waiting.has(network)) cutOff()
    }
  }

  #hasRoom(network: string): boolean {
    const { perAddress, inAll } = this.#options
    return isBelow(this.#bytes.get(network) ?? 0, perAddress) && isBelow(this.#total, inAll)
  }

  #add(network: string, bytes: number): void {
    this.#total += bytes
    const sum = (this.#bytes.get(network) ?? 0) + bytes
    if (sum > 0) this.#bytes.set(network, sum)
    else this.#bytes.delete(network)
  }

  /** One at a time: each charges what it holds before the next is let in. */
  #wake(): void {
    if (this.#isWaking || this.#waiting.size === 0) return
    this.#isWaking = true
    this.#options.soon(() => {
      this.#isWaking = false
      if (this.#startNext()) this.#wake()
    })
  }

  #startNext(): boolean {
    for (const [network, queue] of this.#waiting) {
      if (!this.#hasRoom(network)) continue
      const [next] = queue
      this.#waiting.delete(network)
      if (!next) continue
      queue.delete(next)
      // Back to the end of the line, if more of its own wait.
      if (queue.size > 0) this.#waiting.set(network, queue)
      next.start()
      return true
    }
    return false
  }

  #dequeue(network: string, waiting: Waiting): void {
    const queue = this.#waiting.get(network)
    if (queue?.delete(waiting) && queue.size === 0) this.#waiting.delete(network)
  }
}

function isBelow(bytes: number, most: number): boolean {
  return most === 0 || bytes < most
}
