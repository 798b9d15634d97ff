import type { Milliseconds } from '../../core/brand.ts'
import { shuffled } from '../../core/random.ts'
import type { IntroductionMessage, RelayedDescription } from '../../wire/introductionMessages.ts'
import type { OfferId, OfferRelay, PeerId } from '../../wire/trackerMessages.ts'
import { Introducer, type Neighbour } from './introducer.ts'
import { OpenOffers, type OpenOffersOptions } from './openOffers.ts'

/** Neighbours that are asked at once whom they know. */
const ASKED_AT_ONCE = 3

/** Offers that wait for their answers. */
const MOST_OFFERS = 5

/** Whoever refused, or could not be reached, is not tried again sooner. */
const TRIED_FOR: Milliseconds = 15_000
const MOST_TRIED = 500

/** When others are looked for first, and at the latest. */
const SOON: Milliseconds = 1_000
const LATEST: Milliseconds = 30_000
const GROWTH = 1.6

export interface IntroductionsOptions extends OpenOffersOptions {
  readonly peerId: PeerId
  /** Those connected who take and make introductions. */
  readonly neighbours: () => Iterable<Neighbour>
  readonly now: () => Milliseconds
  /** 0…1 */
  readonly random: () => number
  /** Whether others are to be looked for by way of neighbours, because nobody else tells of them. */
  readonly wanted: () => boolean
  /** How many more links there may be. */
  readonly room: () => number
  /** Whether there is a link to this peer, or one is being made. */
  readonly isLinked: (id: PeerId) => boolean
  /** Answers an offer that came by way of this neighbour; null when that would be of no use, or it is none. */
  readonly answer: (
    offer: Pick<OfferRelay, 'peerId' | 'offerId' | 'sdp'>,
    by: PeerId,
  ) => Promise<string | null>
  /** Meets a peer over a connection that is there; false, or null, where there is none. */
  readonly reach: (id: PeerId) => Promise<boolean> | null
}

interface Offered {
  readonly to: PeerId
  readonly by: Neighbour
}

/**
 * Meets peers through those who are connected already (see `introductionMessages.ts`), so that a swarm goes on growing
 * together while no tracker answers. Nothing is said while one does.
 */
export class Introductions {
  /** Offers that neighbours were given to carry. */
  offered = 0

  readonly #options: IntroductionsOptions
  readonly #introducer: Introducer
  readonly #offers: OpenOffers<Offered>
  /** Who was asked whom it knows, and has not said it yet. */
  readonly #asked = new Set<Neighbour>()
  /** Peers that were tried, and until when they are not again. */
  readonly #tried = new Map<PeerId, Milliseconds>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #wait: Milliseconds = SOON
  #stopped = false

  constructor(options: IntroductionsOptions) {
    this.#options = options
    this.#offers = new OpenOffers(options)
    this.#introducer = new Introducer(options.neighbours, options.now)
  }

  /** Whether this offer waits for an answer. */
  hasOffered(offer: OfferId): boolean {
    return this.#offers.has(offer)
  }

  /** Who was handed the offer needs it no longer. */
  withdraw(offer: OfferId): void {
    this.#offers.withdraw(offer)
  }

  /** Links that wait for an answer. */
  get offering(): number {
    return this.#offers.count
  }

  /** Offers that were answered. */
  get answered(): number {
    return this.#offers.answered
  }

  /** Looks whether others are wanted, and asks for them in a while. `soon`: something has changed. */
  look(soon = false): void {
    if (soon && this.#wait > SOON) {
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.#wait = SOON
    }
    if (this.#stopped || this.#timer !== undefined || !this.#options.wanted()) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#ask()
      this.#wait = Math.min(LATEST, this.#wait * GROWTH)
      this.look()
    }, this.#wait)
  }

  received(from: Neighbour, message: IntroductionMessage): void {
    if (this.#stopped) return
    switch (message.kind) {
      case 'who':
        return this.#introducer.name(from)
      case 'introduce':
        return this.#introducer.introduce(from, message)
      case 'accept':
        return this.#introducer.answer(from, message)
      case 'refuse':
        return this.#introducer.refuse(from, message.peerId, message.offerId)
      case 'known':
        if (this.#asked.delete(from)) this.#meet(message.peers, from)
        return
      case 'offer':
        void this.#answer(from, message)
        return
      case 'answer':
        return this.#settle(from, message, message.sdp)
      case 'refused':
        this.#settle(from, message, null)
    }
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#offers.end()
  }

  #ask(): void {
    if (!this.#options.wanted() || this.#options.room() <= 0) return
    this.#asked.clear()
    for (const neighbour of shuffled([...this.#options.neighbours()], this.#options.random).slice(
      0,
      ASKED_AT_ONCE,
    )) {
      this.#asked.add(neighbour)
      neighbour.send({ kind: 'who' })
    }
  }

  #meet(peers: readonly PeerId[], by: Neighbour): void {
    const now = this.#options.now()
    for (const [peer, until] of this.#tried) if (until <= now) this.#tried.delete(peer)
    const offered = new Set(this.#offers.abouts.map(({ to }) => to))
    const strangers = peers.filter(
      (peer) =>
        peer !== this.#options.peerId &&
        !this.#options.isLinked(peer) &&
        !offered.has(peer) &&
        !this.#tried.has(peer),
    )
    const count = Math.min(MOST_OFFERS - this.offering, this.#options.room(), MOST_TRIED - this.#tried.size)
    for (const peer of shuffled(strangers, this.#options.random).slice(0, Math.max(0, count))) {
      this.#tried.set(peer, now + TRIED_FOR)
      void this.#offer(peer, by)
    }
  }

  async #offer(to: PeerId, by: Neighbour): Promise<void> {
    if ((await this.#options.reach(to)) || this.#stopped) return
    const offer = await this.#offers.make({ to, by })
    if (!offer) return
    this.offered++
    by.send({ kind: 'introduce', peerId: to, ...offer })
  }

  async #answer(from: Neighbour, offer: RelayedDescription): Promise<void> {
    const { peerId, offerId } = offer
    const sdp = await this.#options.answer(offer, from.id)
    if (sdp === null) from.send({ kind: 'refuse', peerId, offerId })
    else from.send({ kind: 'accept', peerId, offerId, sdp })
  }

  /** @param sdp the answer; null when there is none */
  #settle(
    from: Neighbour,
    { peerId, offerId }: Pick<RelayedDescription, 'peerId' | 'offerId'>,
    sdp: string | null,
  ): void {
    const about = this.#offers.about(offerId)
    if (about?.by !== from || about.to !== peerId) return
    if (sdp === null) this.#offers.withdraw(offerId)
    else this.#offers.accept(offerId, sdp, peerId)
  }
}
