import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { Commands, PeerKey } from './commands.ts'
import type { Receiver } from './receiver.ts'

/** Peers served at once. Fewer would leave lines idle, more would share pieces too thinly. */
const SLOTS = 8

/** Of those, how many are given away by turns and not earned, while we fetch ourselves. */
const OPTIMISTIC = 2

/** How often it is decided anew. */
const EVERY: Milliseconds = 10_000

/** A seed serves a peer for at least so long before it is another one's turn. */
const TURN: Milliseconds = 20_000

export interface ChokerOptions {
  readonly receivers: ReadonlyMap<PeerKey, Receiver>
  readonly commands: Commands
  readonly now: () => Milliseconds
  readonly random: () => number
  /** We have all that we want. */
  readonly seeding: () => boolean
  /** What we have to give is used up: nobody is served any more. */
  readonly exhausted: () => boolean
}

/**
 * Whom to serve. Who fetches serves those who give it the most, and a few by turns, so that newcomers have
 * something to give (BEP 3). Who has everything serves all by turns, whoever is fastest.
 */
export class Choker {
  readonly #options: ChokerOptions
  #decidedAt: Milliseconds = -Infinity

  constructor(options: ChokerOptions) {
    this.#options = options
  }

  /** A peer wants something, or no longer does; there may be a free slot for it or for another. */
  changed(): void {
    if (this.#options.exhausted()) return
    const served = this.#wanting().filter((receiver) => !receiver.choked)
    const waiting = this.#wanting().filter((receiver) => receiver.choked)
    let free = SLOTS - served.length
    while (free-- > 0 && waiting.length > 0) {
      const [next] = waiting.splice(Math.floor(this.#options.random() * waiting.length), 1)
      if (next) this.#unchoke(next)
    }
  }

  tick(): void {
    const now = this.#options.now()
    if (this.#options.exhausted()) {
      for (const receiver of this.#options.receivers.values()) this.#choke(receiver)
      return
    }
    if (now - this.#decidedAt < EVERY) return
    this.#decidedAt = now
    const wanting = this.#wanting()
    const chosen = new Set(this.#options.seeding() ? this.#byTurns(wanting, now) : this.#byMerit(wanting))
    for (const receiver of this.#options.receivers.values()) {
      receiver.gotBefore = receiver.got
      if (!chosen.has(receiver)) this.#choke(receiver)
    }
    for (const receiver of chosen) this.#unchoke(receiver)
  }

  #wanting(): Receiver[] {
    return [...this.#options.receivers.values()].filter(({ interested, seed }) => interested && !seed)
  }

  /** Those who gave the most since the last time, and some of the rest, those who were served longest ago first. */
  #byMerit(wanting: readonly Receiver[]): Receiver[] {
    const earned = (receiver: Receiver): Bytes => receiver.got - receiver.gotBefore
    const best = shuffled(wanting, this.#options.random)
      .sort((left, right) => earned(right) - earned(left))
      .slice(0, SLOTS - OPTIMISTIC)
    const rest = wanting.filter((receiver) => !best.includes(receiver))
    return [...best, ...this.#longestAgo(rest).slice(0, OPTIMISTIC)]
  }

  /** Those in the middle of their turn, and then those whose last turn was longest ago. */
  #byTurns(wanting: readonly Receiver[], now: Milliseconds): Receiver[] {
    const inTurn = wanting.filter(
      (receiver) => !receiver.choked && (now - receiver.unchokedAt < TURN || wanting.length <= SLOTS),
    )
    const rest = wanting.filter((receiver) => !inTurn.includes(receiver))
    return [...inTurn, ...this.#longestAgo(rest)].slice(0, SLOTS)
  }

  #longestAgo(receivers: readonly Receiver[]): Receiver[] {
    return shuffled(receivers, this.#options.random).sort((left, right) => left.unchokedAt - right.unchokedAt)
  }

  #choke(receiver: Receiver): void {
    if (receiver.choked) return
    receiver.choke()
    this.#options.commands.choke(receiver.key)
  }

  #unchoke(receiver: Receiver): void {
    if (!receiver.choked) return
    receiver.unchoke(this.#options.now())
    this.#options.commands.unchoke(receiver.key)
  }
}

function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  const keyed = values.map((value) => ({ value, key: random() }))
  return keyed.sort((left, right) => left.key - right.key).map(({ value }) => value)
}
