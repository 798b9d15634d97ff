import type { Milliseconds } from '../../core/brand.ts'
import type { ShortOpening } from '../../wire/shortOpening.ts'
import type { Offer, OfferId, PeerId } from '../../wire/trackerMessages.ts'
import type { LinkOptions } from '../link/connection.ts'
import { PeerLink } from '../link/peerLink.ts'
import type { ReadyOffers } from '../link/readyOffers.ts'
import { randomOfferId } from './randomOfferId.ts'

/** Offers that nobody has answered by then are closed; trackers forget them sooner. */
const LIFETIME: Milliseconds = 50_000

export interface OpenOffersOptions {
  readonly link: LinkOptions
  /** Those that were made before anybody asked for them. */
  readonly readyOffers: ReadyOffers<PeerLink>
  /** What this end says of itself to other pages. */
  readonly opening: () => ShortOpening
  /** A connection was described so, to be offered. */
  readonly described: (sdp: string) => void
  /** Takes over a link that was offered here. */
  readonly adopt: (link: PeerLink) => void
}

/** Our own offers that wait for their answers. */
export class OpenOffers<About> {
  /** Those that were answered. */
  answered = 0
  readonly #options: OpenOffersOptions
  readonly #open = new Map<OfferId, { readonly link: PeerLink; readonly about: About }>()
  #making = 0
  #ended = false

  constructor(options: OpenOffersOptions) {
    this.#options = options
  }

  /** Links that wait for an answer. */
  get count(): number {
    return this.#open.size + this.#making
  }

  get isEmpty(): boolean {
    return this.#open.size === 0
  }

  /** Whether it still waits. */
  has(offer: OfferId): boolean {
    return this.#open.has(offer)
  }

  about(offer: OfferId): About | undefined {
    return this.#open.get(offer)?.about
  }

  get abouts(): About[] {
    return [...this.#open.values()].map(({ about }) => about)
  }

  /** Null when the page makes no more connections, or it is too late. */
  async make(about: About): Promise<Offer | null> {
    const { link: options } = this.#options
    if (!options.budget.offers.take()) return null
    this.#making++
    const made = await this.#offer().catch(() => null)
    this.#making--
    if (!made || this.#ended || made.link.destroying) {
      options.budget.offers.giveBack()
      made?.link.destroy()
      return null
    }
    const { link, sdp } = made
    this.#options.described(sdp)
    const offerId = randomOfferId()
    this.#open.set(offerId, { link, about })
    link.once('close', () => this.#take(offerId))
    return { offerId, sdp }
  }

  async #offer(): Promise<{ link: PeerLink; sdp: string }> {
    const { link: options, readyOffers, opening } = this.#options
    const link = readyOffers.take(options.iceServers)
    if (!link) return PeerLink.offer(options, LIFETIME, opening())
    return { link, sdp: link.offerAs(opening(), LIFETIME) }
  }

  /** An answer came; nothing happens when the offer waits no longer. */
  accept(offer: OfferId, sdp: string, from: PeerId): void {
    const link = this.#take(offer)
    if (!link) return
    this.answered++
    void link.accept(sdp, from)
    this.#options.adopt(link)
  }

  /** Nobody will answer it. */
  withdraw(offer: OfferId): void {
    this.#take(offer)?.destroy()
  }

  end(): void {
    this.#ended = true
    for (const offer of [...this.#open.keys()]) this.withdraw(offer)
  }

  #take(offer: OfferId): PeerLink | null {
    const link = this.#open.get(offer)?.link ?? null
    if (this.#open.delete(offer)) this.#options.link.budget.offers.giveBack()
    return link
  }
}
