import type { Bytes, Milliseconds } from '../core/brand.ts'

/** What one peer may send at once, and for each second after that. A late arrival is sent a whole share's notes. */
const BYTES: Allowance = { burst: 64 * 1024 * 1024, perSecond: 256 * 1024 }
/** Messages that bring nothing new: two ways lead from everybody to everybody. */
const USELESS: Allowance = { burst: 4000, perSecond: 50 }
/** Where people are: a peer passes on a word of each of 64 every second, and says five of its own. */
const PRESENCE: Allowance = { burst: 4000, perSecond: 150 }

interface Allowance {
  readonly burst: number
  readonly perSecond: number
}

/** What a peer may cost: one that floods is found out by it. */
export class PeerBudget {
  readonly #now: () => Milliseconds
  #bytes = BYTES.burst
  #useless = USELESS.burst
  #presence = PRESENCE.burst
  #counted: Milliseconds

  constructor(now: () => Milliseconds) {
    this.#now = now
    this.#counted = now()
  }

  /** False when it has sent too much. */
  received(bytes: Bytes): boolean {
    this.#refill()
    this.#bytes -= bytes
    return this.#bytes >= 0
  }

  /** The last message brought nothing. False when there were too many of them. */
  useless(): boolean {
    this.#refill()
    this.#useless--
    return this.#useless >= 0
  }

  /** The last message told where people are. False when there were too many of them. */
  presence(): boolean {
    this.#refill()
    this.#presence--
    return this.#presence >= 0
  }

  #refill(): void {
    const seconds = Math.max(0, this.#now() - this.#counted) / 1000
    this.#counted = this.#now()
    this.#bytes = Math.min(BYTES.burst, this.#bytes + seconds * BYTES.perSecond)
    this.#useless = Math.min(USELESS.burst, this.#useless + seconds * USELESS.perSecond)
    this.#presence = Math.min(PRESENCE.burst, this.#presence + seconds * PRESENCE.perSecond)
  }
}
