import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { shuffled } from '../../core/random.ts'
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

  serves(key: PeerKey): boolean {
    return this.#options.receivers.get(key)?.choked === false
  }

  /** Whether one more that wanted something would be served at once. */
  get hasRoom(): boolean {
    return this.#wanting().filter(({ choked }) => !choked).length < SLOTS
  }

  /** Somebody has come. While there are slots to spare it is told at once that it may ask: it need not wait for that. */
  joined(receiver: Receiver): void {
    if (this.#options.exhausted() || receiver.barred) return
    if (this.#served.length < SLOTS) this.#unchoke(receiver)
  }

  /** It wants something. If it may ask already, its turn begins now: it had no use for it before. */
  begun(receiver: Receiver): void {
    if (!receiver.choked) receiver.unchoke(this.#options.now())
  }

  /** A peer wants something, or no longer does; there may be a free slot for it or for another. */
  changed(): void {
    if (this.#options.exhausted()) return
    const served = this.#served
    const waiting = bestFirst(
      this.#wanting().filter(({ choked }) => choked),
      this.#options.random,
    )
    // Whoever wants nothing keeps its slot until somebody wants it who gave us as much.
    const idle = bestFirst(
      served.filter((receiver) => !wants(receiver)),
      this.#options.random,
    )
    let free = SLOTS - (served.length - idle.length)
    for (const receiver of waiting) {
      if (free-- <= 0) return
      if (idle.length > free) {
        const least = idle.pop()
        if (!least || earned(least) > earned(receiver)) return
        this.#choke(least)
      }
      this.#unchoke(receiver)
    }
  }

  /** Some may not be served any more, or may be again. */
  reconsider(): void {
    for (const receiver of this.#options.receivers.values()) if (receiver.barred) this.#choke(receiver)
    this.changed()
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
    for (const receiver of this.#served) {
      if (chosen.size >= SLOTS) break
      if (!wants(receiver) && !receiver.seed && !receiver.barred) chosen.add(receiver)
    }
    for (const receiver of this.#options.receivers.values()) {
      receiver.gotBefore = receiver.got
      if (!chosen.has(receiver)) this.#choke(receiver)
    }
    for (const receiver of chosen) this.#unchoke(receiver)
  }

  get #served(): Receiver[] {
    return [...this.#options.receivers.values()].filter(({ choked }) => !choked)
  }

  #wanting(): Receiver[] {
    return [...this.#options.receivers.values()].filter(wants)
  }

  /** Those who gave the most since the last time, and some of the rest, those who were served longest ago first. */
  #byMerit(wanting: readonly Receiver[]): Receiver[] {
    const best = bestFirst(wanting, this.#options.random).slice(0, SLOTS - OPTIMISTIC)
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
    return oldestFirst(shuffled(receivers, this.#options.random))
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

function wants({ interested, seed, barred }: Receiver): boolean {
  return interested && !seed && !barred
}

/** Those that were served longest ago first. */
function oldestFirst(receivers: readonly Receiver[]): Receiver[] {
  return [...receivers].sort((left, right) => left.unchokedAt - right.unchokedAt)
}

/** What it gave us since the last time. */
function earned({ got, gotBefore }: Receiver): Bytes {
  return got - gotBefore
}

/** Those that gave the most first. */
function bestFirst(receivers: readonly Receiver[], random: () => number): Receiver[] {
  return shuffled(receivers, random).sort((left, right) => earned(right) - earned(left))
}
