import { Allowance, type AllowanceTerms } from '../../core/allowance.ts'
import type { Milliseconds } from '../../core/brand.ts'
import {
  MOST_KNOWN,
  type IntroductionMessage,
  type RelayedDescription,
} from '../../wire/introductionMessages.ts'
import type { OfferId, PeerId } from '../../wire/trackerMessages.ts'

/** Somebody at the other end of a wire who takes and makes introductions. */
export interface Neighbour {
  readonly id: PeerId
  send(message: IntroductionMessage): void
}

/** How often a neighbour may ask for something, and how often it is bothered by offers of others. */
const ASKING: AllowanceTerms = { burst: 12, perSecond: 0.5 }
const BOTHERING: AllowanceTerms = { burst: 12, perSecond: 0.5 }

/** Offers that may wait for their answers here. Beyond that the oldest are forgotten. */
const MOST_PENDING = 200

/** Those who offer wait no longer. */
const PENDING_FOR: Milliseconds = 50_000

interface Pending {
  readonly asker: Neighbour
  readonly target: PeerId
  readonly offerId: OfferId
  readonly until: Milliseconds
}

/**
 * Introduces the neighbours of one swarm to each other: names them to those who ask, and carries offers and answers
 * between them. Carries nothing that was not asked for: an answer goes only to whom its sender was offered something
 * by, once.
 */
export class Introducer {
  readonly #neighbours: () => Iterable<Neighbour>
  readonly #now: () => Milliseconds
  readonly #asking = new WeakMap<Neighbour, Allowance>()
  readonly #bothering = new WeakMap<Neighbour, Allowance>()
  /** Oldest first. */
  #pending: readonly Pending[] = []

  constructor(neighbours: () => Iterable<Neighbour>, now: () => Milliseconds) {
    this.#neighbours = neighbours
    this.#now = now
  }

  /** "Whom do you know?" */
  name(asker: Neighbour): void {
    if (!this.#may(this.#asking, ASKING, asker)) return
    const peers = [...this.#neighbours()].filter(({ id }) => id !== asker.id).map(({ id }) => id)
    asker.send({ kind: 'known', peers: peers.slice(0, MOST_KNOWN) })
  }

  /** "Take this offer to that peer." */
  introduce(asker: Neighbour, { peerId, offerId, sdp }: RelayedDescription): void {
    const target = [...this.#neighbours()].find(({ id }) => id === peerId)
    const mayAsk = this.#may(this.#asking, ASKING, asker)
    if (!mayAsk || !target || target.id === asker.id || !this.#may(this.#bothering, BOTHERING, target)) {
      asker.send({ kind: 'refused', peerId, offerId })
      return
    }
    const pending = { asker, target: target.id, offerId, until: this.#now() + PENDING_FOR }
    this.#pending = [...this.#pending, pending].slice(-MOST_PENDING)
    target.send({ kind: 'offer', peerId: asker.id, offerId, sdp })
  }

  /** "Take this answer to that peer." */
  answer(from: Neighbour, { peerId, offerId, sdp }: RelayedDescription): void {
    this.#settle(from, peerId, offerId)?.send({ kind: 'answer', peerId: from.id, offerId, sdp })
  }

  /** "That peer's offer is not answered." */
  refuse(from: Neighbour, peerId: PeerId, offerId: OfferId): void {
    this.#settle(from, peerId, offerId)?.send({ kind: 'refused', peerId: from.id, offerId })
  }

  /** Who waits for what this one says; null when nobody does, or not any more. */
  #settle(from: Neighbour, asker: PeerId, offerId: OfferId): Neighbour | null {
    const now = this.#now()
    const waiting = this.#pending.filter(({ until }) => until > now)
    const found = waiting.find(
      (each) => each.target === from.id && each.asker.id === asker && each.offerId === offerId,
    )
    this.#pending = waiting.filter((each) => each !== found)
    return found?.asker ?? null
  }

  #may(spent: WeakMap<Neighbour, Allowance>, terms: AllowanceTerms, who: Neighbour): boolean {
    const allowance = spent.get(who) ?? new Allowance(terms, this.#now)
    spent.set(who, allowance)
    return allowance.afford(1)
  }
}
