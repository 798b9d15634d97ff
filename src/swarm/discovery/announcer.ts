import type { Milliseconds } from '../../core/brand.ts'
import type {
  AnnounceRequest,
  Offer,
  OfferId,
  OfferRelay,
  TrackerMessage,
} from '../../wire/trackerMessages.ts'
import type { DiscoveryOptions } from './discoveryOptions.ts'
import { OpenOffers, type OpenOffersOptions } from './openOffers.ts'
import type { TrackerConnection, TrackerListener, TrackerStatus } from './trackerConnection.ts'

/** Others that a seed meets for company: enough that what one says comes to everybody. */
export const COMPANY = 8

/** As many offers as other programs send: each costs the tracker a message and this page a connection. */
const MOST_OFFERS = 5

/** Peers that are missing are looked for sooner than the tracker's interval, ever more patiently. */
const FIRST_SEARCH: Milliseconds = 5_000
const SEARCH_GROWTH = 1.6

/** A peer that was lost is looked for so soon: others may be lost in the same moment. Not twice within a first search. */
const SOON: Milliseconds = 500

/** So many go with the first announce, for which somebody waits; the others when it is known how many are there. */
const AT_ONCE = 2

const DEFAULT_INTERVAL: Milliseconds = 120_000
const SHORTEST_INTERVAL: Milliseconds = 15_000

export interface AnnouncerOptions extends DiscoveryOptions, OpenOffersOptions {
  /** How many more links there may be. */
  readonly room: () => number
  /** It connects to nobody before more people are there. */
  readonly held: () => boolean
  /** How many links there are over which something comes. */
  readonly linked: () => number
  /** Settles when those who are connected already have been asked; null where there are none. */
  readonly asked: Promise<void> | null
  /** Answers a peer's offer; null when that would be of no use, or the offer is none. */
  readonly answer: (offer: OfferRelay) => Promise<string | null>
}

/**
 * One swarm at one tracker: announces when the socket opens, at the tracker's interval, and sooner while
 * peers that the tracker counts are not connected; makes and answers offers.
 */
export class Announcer implements TrackerListener {
  /** Counts of the last reply. */
  swarm: { seeds: number; leechers: number } | null = null
  refusal: string | null = null
  /** The tracker serves members alone, and this page is none, or no longer. */
  isExcluded = false
  /** Offers that were handed to the tracker. */
  offered = 0

  readonly #options: AnnouncerOptions
  readonly #url: string
  readonly #tracker: TrackerConnection
  readonly #offers: OpenOffers<null>
  #timer: ReturnType<typeof setTimeout> | undefined
  #interval: Milliseconds = DEFAULT_INTERVAL
  #search: Milliseconds = FIRST_SEARCH
  #stopped = false
  #lookedSoonAt: Milliseconds = -Infinity
  #openedAt: Milliseconds = Infinity
  /** Somebody came after the last reply, and maybe others who found other people. */
  #isStale = false
  /** When it announces next. */
  #dueAt: Milliseconds = Infinity
  #prepared: Promise<AnnounceRequest['offers']> | null = null
  /** An announce waits for its offers. */
  #taking = false
  /** The offers of announces whose replies are still to come. */
  #unreplied: (readonly OfferId[])[] = []
  /** The reply to `started` may show that somebody waits for us: then offers follow at once, one time. */
  #firstReply = true

  constructor(url: string, options: AnnouncerOptions) {
    this.#url = url
    this.#options = options
    this.#offers = new OpenOffers(options)
    // Offers are gathered while the socket opens, so that the first announce need not wait for them.
    if (!options.asked && this.#missing !== 0) this.#prepared = this.#makeOffers(this.#missing)
    this.#tracker = options.pool.join(url, options.infoHash, this)
  }

  get status(): TrackerStatus {
    return this.#tracker.status
  }

  opened(): void {
    this.#firstReply = true
    this.#openedAt = this.#options.now()
    this.#unreplied = []
    this.announce('started')
  }

  changed(): void {
    this.#options.changed()
  }

  received(message: TrackerMessage): void {
    switch (message.kind) {
      case 'reply':
        this.refusal = null
        this.isExcluded = false
        this.swarm = { seeds: message.complete, leechers: message.incomplete }
        this.#withdrawSpare()
        this.#interval = Math.max(message.intervalSeconds * 1000, SHORTEST_INTERVAL)
        if (this.#firstReply) this.#offerMore()
        else this.#schedule()
        this.#options.changed()
        break
      case 'failure':
        this.refusal = message.reason
        this.#unreplied.shift()
        // Counts of a swarm that one is no longer let into say nothing.
        this.swarm = null
        this.#options.refused()
        this.#options.changed()
        break
      case 'offer':
        this.#somebodyCame()
        void this.#answer(message)
        break
      case 'answer':
        this.#offers.accept(message.offerId, message.sdp, message.peerId)
        break
      case 'scrape':
        break
    }
  }

  /** Without offers, which would be made for nobody. */
  probe(): void {
    this.#say(undefined, [])
  }

  excluded(): void {
    this.isExcluded = true
    this.swarm = null
    this.#options.changed()
  }

  /** Sends an announce; offers go with it when more peers are wanted than are connected. */
  announce(event?: 'started' | 'completed'): void {
    void this.#announce(event)
  }

  /** Whether this offer waits for an answer. */
  hasOffered(offer: OfferId): boolean {
    return this.#offers.has(offer)
  }

  /** Who was handed the offer needs it no longer. */
  withdraw(offer: OfferId): void {
    this.#offers.withdraw(offer)
  }

  /**
   * Whether it has had time to bring everybody together, and has not: an offer goes to whom chance picks, so whoever is
   * missing may have to wait for long.
   */
  get isShort(): boolean {
    return this.#others > 0 && this.#options.now() - this.#openedAt >= FIRST_SEARCH
  }

  /** Links that wait for an answer. */
  get offering(): number {
    return this.#offers.count
  }

  /** Offers that were answered. */
  get answered(): number {
    return this.#offers.answered
  }

  /**
   * A connection has ended: looks for others soon, not at the tracker's interval.
   *
   * @param isLost nobody has ended it: it has to be made anew as quickly as possible
   */
  lookAgain(isLost: boolean): void {
    const now = this.#options.now()
    const isSoon = isLost && now - this.#lookedSoonAt >= FIRST_SEARCH
    if (isSoon) this.#lookedSoonAt = now
    if (isSoon || this.#search >= FIRST_SEARCH) this.#search = isSoon ? SOON : FIRST_SEARCH
    this.#scheduleSooner()
  }

  /** The tracker's socket may be dead. */
  check(): void {
    this.#tracker.check()
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#tracker.send(this.#request('stopped', []))
    this.#options.pool.leave(this.#url, this.#options.infoHash)
    this.#offers.end()
  }

  /** @param waiting offers that are for some of those who are missing */
  async #announce(event?: 'started' | 'completed', waiting = 0): Promise<void> {
    const isStale = this.#isStale
    this.#isStale = false
    this.#search = Math.max(FIRST_SEARCH, this.#search)
    this.#schedule()
    if (waiting === 0) this.#search *= SEARCH_GROWTH
    // Opening the socket announces anew; until then offers would be made for nobody.
    if (this.status.kind !== 'open') return
    // One that is about to go carries offers for all who are missing.
    if (event === undefined && this.#taking) return
    if (isStale) this.#firstReply = true
    const offers = event === 'completed' ? [] : await this.#takeOffers(waiting)
    if (this.#stopped) return
    this.#say(event, offers)
  }

  /** Counts of a reply are those of its moment: who has few people asks anew, or may miss whoever came since. */
  #somebodyCame(): void {
    if (this.#options.satisfied() || this.#options.linked() >= COMPANY) return
    this.#isStale = true
    this.#scheduleSooner()
  }

  /** The first reply tells how many are there: those who were offered nothing with the announce are now. */
  #offerMore(): void {
    this.#firstReply = false
    const waiting = this.#offers.count
    if (this.#missing > waiting) void this.#announce(undefined, waiting)
    else this.#schedule()
  }

  #say(event: AnnounceRequest['event'], offers: AnnounceRequest['offers']): void {
    this.offered += offers.length
    this.#unreplied.push(offers.map(({ offerId }) => offerId))
    this.#tracker.send(this.#request(event, offers))
  }

  /** Trackers keep no offers for who comes later: beyond as many as there are others, nobody was handed one. */
  #withdrawSpare(): void {
    const { seeds, leechers } = this.swarm ?? { seeds: 0, leechers: 0 }
    const handed = this.#unreplied.shift() ?? []
    for (const offer of handed.slice(Math.max(0, seeds + leechers - 1))) this.#offers.withdraw(offer)
  }

  #request(event: AnnounceRequest['event'], offers: AnnounceRequest['offers']): AnnounceRequest {
    const { infoHash, peerId, stats } = this.#options
    return {
      kind: 'announce',
      infoHash,
      peerId,
      ...stats(),
      numwant: offers.length,
      offers,
      ...(event ? { event } : {}),
    }
  }

  /** Peers that could be had and are not; unknown before the first reply. */
  get #others(): number {
    if (!this.swarm) return 0
    // This page itself is in the counts. A seed has no use for other seeds but to tell them something.
    const all = this.swarm.seeds + this.swarm.leechers - 1
    const company = this.#options.isSociable() ? Math.min(all, COMPANY) : 0
    const useful = this.#options.satisfied() ? Math.max(this.swarm.leechers, company) : all
    return Math.max(0, useful - this.#options.linked())
  }

  /** How many offers the next announce should carry. */
  get #missing(): number {
    // Before any reply a leecher who has nobody hopes for the best; a seed waits for someone to be there.
    const isAlone = this.#options.linked() === 0
    const hoped = this.swarm ? this.#others > 0 : isAlone && !this.#options.satisfied()
    // Of a socket that was lost the tracker may still hold a former self, of this page and of others: it hands offers to
    // them as well, and counts them from its next reply on.
    const wanted = this.#firstReply ? (hoped ? AT_ONCE : 0) : this.#others
    const { room, link } = this.#options
    return Math.max(0, Math.min(wanted, MOST_OFFERS, room(), link.budget.offers.share))
  }

  async #takeOffers(waiting: number): Promise<AnnounceRequest['offers']> {
    // An offer is for one peer, so that what was prepared goes with one announce.
    const preparing = this.#prepared
    this.#prepared = null
    this.#taking = true
    try {
      await this.#options.asked
      // The socket may have taken so long to open that they have expired.
      const alive = ((await preparing) ?? []).filter(({ offerId }) => this.#offers.has(offerId))
      return alive.length > 0 ? alive : await this.#makeOffers(Math.max(0, this.#missing - waiting))
    } finally {
      this.#taking = false
    }
  }

  async #makeOffers(count: number): Promise<readonly Offer[]> {
    const made = await Promise.all(Array.from({ length: count }, () => this.#offers.make(null)))
    return made.flatMap((offer) => offer ?? [])
  }

  async #answer(offer: OfferRelay): Promise<void> {
    const sdp = await this.#options.answer(offer)
    if (sdp === null) return
    const { infoHash, peerId } = this.#options
    const { peerId: toPeerId, offerId } = offer
    this.#tracker.send({ kind: 'answer', infoHash, peerId, toPeerId, offerId, sdp })
  }

  /** How long to wait until the next announce. */
  get #patience(): Milliseconds {
    const searching = this.#others > 0 && this.#options.room() > 0
    if (!searching) this.#search = FIRST_SEARCH
    const patience = this.#options.held() ? SHORTEST_INTERVAL : this.#interval
    if (searching) return Math.min(this.#search, patience)
    return this.#isStale ? Math.min(FIRST_SEARCH, patience) : patience
  }

  /** What is about to be looked for is not put off. */
  #scheduleSooner(): void {
    if (this.#options.now() + this.#patience < this.#dueAt) this.#schedule()
  }

  #schedule(): void {
    if (this.#stopped) return
    clearTimeout(this.#timer)
    const wait = this.#patience
    this.#dueAt = this.#options.now() + wait
    this.#timer = setTimeout(() => this.announce(), wait)
  }
}
