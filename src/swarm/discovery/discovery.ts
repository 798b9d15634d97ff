import type { IntroductionMessage } from '../../wire/introductionMessages.ts'
import type { ShortOpening } from '../../wire/shortOpening.ts'
import type { OfferRelay, PeerId } from '../../wire/trackerMessages.ts'
import { PeerLink } from '../link/peerLink.ts'
import { networkOf } from '../link/strangers.ts'
import { wayOutOf, type WayOut } from '../link/wayOut.ts'
import { Announcer, COMPANY } from './announcer.ts'
import type { DiscoveryOptions } from './discoveryOptions.ts'
import {
  attemptsOf,
  mostPopulous,
  statusOfTrackers,
  type DiscoveryStatus,
  type Population,
} from './discoveryStatus.ts'
import type { Meeting } from '../people/meeting.ts'
import type { Neighbour } from './introducer.ts'
import { Introductions } from './introductions.ts'
import { Links, MOST_LINKS } from './links.ts'

/**
 * Finds the peers of one share through its trackers, or by way of neighbours, and makes the links to them. ICE cannot
 * be restarted over a link over which nothing comes any more: no description reaches its other end but by a tracker,
 * which hands offers to whom it likes. So it is replaced by another, which is as quick.
 */
export class Discovery {
  readonly #options: DiscoveryOptions
  readonly #announcers: Announcer[] = []
  readonly #trackers = new Set<string>()
  readonly #introductions: Introductions
  readonly #links: Links
  /** Whose offers are being answered. */
  readonly #answering = new Set<PeerId>()
  /** The share, as those see it whom one knows from another. */
  readonly #meeting: Meeting
  /** Whoever is here already is asked first: what is offered to strangers depends on what comes of it. */
  readonly #asked: Promise<void> | null
  #wayOut: WayOut = 'unknown'
  #stopped = false

  constructor(options: DiscoveryOptions) {
    this.#options = options
    const { peerId, found, changed } = options
    this.#links = new Links({ peerId, found, changed, lost: (isLost) => this.#lookAgain(isLost) })
    this.#introductions = new Introductions({
      ...options,
      wanted: () => this.#wantsIntroductions,
      room: () => this.#room,
      isLinked: (id) => this.#answering.has(id) || !this.#links.isBest(id, options.peerId),
      opening: () => this.#opening,
      described: (sdp) => this.#described(sdp),
      adopt: (link) => this.#adoptOwn(link),
      answer: (offer, by) => this.#answer(offer, `peer ${by}`),
      reach: (id) => options.people.reach(this.#meeting, id, null),
    })
    this.#meeting = this.#openMeeting()
    this.#asked = options.people.join(this.#meeting)
    this.useTrackers(options.trackers)
  }

  /** Announces to those of the trackers, too, that are not in use yet. */
  useTrackers(urls: readonly string[]): void {
    for (const url of urls) {
      if (this.#trackers.has(url)) continue
      this.#trackers.add(url)
      this.#announcers.push(
        new Announcer(url, {
          ...this.#options,
          room: () => this.#room,
          held: () => this.#heldUntil !== null,
          linked: () => this.#links.sound,
          asked: this.#asked,
          opening: () => this.#opening,
          described: (sdp) => this.#described(sdp),
          adopt: (link) => this.#adoptOwn(link),
          answer: (offer) => this.#answer(offer, `tracker ${url}`),
          changed: () => {
            this.#introductions.look()
            this.#options.changed()
          },
        }),
      )
    }
  }

  /** A neighbour says something about introductions. */
  heard(from: Neighbour, message: IntroductionMessage): void {
    this.#introductions.received(from, message)
  }

  /** While no tracker answers, or it leaves somebody out, those who are connected tell of others, until there are enough. */
  get #wantsIntroductions(): boolean {
    const { satisfied, isSociable } = this.#options
    const answering = this.#announcers.filter(({ status }) => status.kind === 'open')
    if (this.#stopped || (answering.length > 0 && !answering.some(({ isShort }) => isShort))) return false
    return (!satisfied() || isSociable()) && this.#links.sound < COMPANY
  }

  /** How many more links this share may make. */
  get #room(): number {
    if (this.#heldUntil !== null) return 0
    const has = this.#links.proved + this.#offering
    return Math.min(MOST_LINKS - has, this.#options.link.budget.roomFor(has))
  }

  get status(): DiscoveryStatus {
    const { failed, lastFailure, open, size } = this.#links
    return {
      ...statusOfTrackers(this.#announcers),
      connecting: size - open,
      open,
      failed,
      attempts: { ...attemptsOf([...this.#announcers, this.#introductions]), lastFailure },
      heldUntil: this.#heldUntil,
      wayOut: this.#wayOut,
    }
  }

  /** Counts of the most populous tracker. */
  get swarm(): Population | null {
    return mostPopulous(this.#announcers)
  }

  /** Who is connected stays so, should others leave. */
  get #heldUntil(): number | null {
    const from = this.#options.peersFrom()
    if (from < 2 || this.#links.size > 0) return null
    const { seeds, leechers } = this.swarm ?? { seeds: 0, leechers: 1 }
    return seeds + leechers < from ? from : null
  }

  /** Links that wait for an answer, with whichever tracker or neighbour. */
  get #offering(): number {
    return this.#announcers.reduce((sum, { offering }) => sum + offering, this.#introductions.offering)
  }

  /** Tells the trackers that everything is here. */
  completed(): void {
    for (const announcer of this.#announcers) announcer.announce('completed')
  }

  /** Asks the trackers for peers now: a share that had everything needs some again. */
  search(): void {
    for (const announcer of this.#announcers) announcer.announce()
    this.#introductions.look()
  }

  /** Leaves the swarm: tells the trackers and ends every link. */
  stop(): void {
    this.#stopped = true
    this.#options.people.leave(this.#meeting)
    for (const announcer of this.#announcers) announcer.stop()
    this.#introductions.stop()
    this.#links.end()
  }

  /**
   * Answers an offer, and takes the link into the swarm. One and the same offer may come twice, over two trackers:
   * two links that answer it would both be connected to the one that made it, and neither work.
   *
   * @param source who brought it
   */
  async #answer(
    { peerId: from, offerId, sdp }: Pick<OfferRelay, 'peerId' | 'offerId' | 'sdp'>,
    source: string,
  ): Promise<string | null> {
    if (!this.#mayAnswer(from)) return null
    const { link: options, people } = this.#options
    const reaching = people.reach(this.#meeting, from, offerId)
    if (reaching) {
      this.#answering.add(from)
      const isReached = await reaching
      this.#answering.delete(from)
      if (isReached || !this.#mayAnswer(from)) return null
    }
    let link: PeerLink | null = null
    const evict = () => link?.destroy()
    const place = options.budget.strangers.admit(this, `${source} ${networkOf(sdp)}`, evict)
    if (!place) return null
    this.#answering.add(from)
    const answering = PeerLink.answer(sdp, from, options, this.#opening).catch(() => null)
    people.making(
      from,
      answering.then((made) => made?.link ?? null),
    )
    const answered = await answering
    this.#answering.delete(from)
    if (!answered) return null
    this.#described(answered.sdp)
    link = answered.link
    if (place.lost) link.destroy()
    return this.#links.adopt(link, from, place) ? answered.sdp : null
  }

  #mayAnswer(from: PeerId): boolean {
    return (
      !this.#stopped &&
      from !== this.#options.peerId &&
      this.#heldUntil === null &&
      this.#links.proved < MOST_LINKS &&
      !this.#answering.has(from) &&
      this.#links.isBest(from, from)
    )
  }

  #openMeeting(): Meeting {
    const { infoHash, isPrivate } = this.#options
    const links = this.#links
    const hosts = () => [...this.#announcers, this.#introductions]
    return {
      infoHash,
      get isPrivate() {
        return isPrivate()
      },
      get isLonely() {
        return links.size === 0
      },
      wants: (id) =>
        !this.#stopped && this.#heldUntil === null && links.proved < MOST_LINKS && links.isBest(id, null),
      isLinked: (id) => links.has(id),
      hasOffered: (offer) => hosts().some((host) => host.hasOffered(offer)),
      withdraw: (offer) => hosts().forEach((host) => host.withdraw(offer)),
      take: (link) => void links.adopt(link, null, null),
    }
  }

  /** What this end says of itself to other pages. */
  get #opening(): ShortOpening {
    return { lacksInfo: this.#options.stats().left === null }
  }

  #adoptOwn(link: PeerLink): void {
    this.#links.adoptOwn(link)
    void this.#options.people.meet(link.carrier)
  }

  #described(sdp: string): void {
    this.#wayOut = wayOutOf(sdp, this.#options.link.iceServers)
  }

  /** @param isLost nobody has ended the link; see {@link Announcer.lookAgain} */
  #lookAgain(isLost: boolean): void {
    if (this.#stopped) return
    for (const announcer of this.#announcers) announcer.lookAgain(isLost)
    this.#introductions.look(true)
    // Nothing comes from anybody: it may be this page's own line, and the tracker's socket as dead as the links.
    if (isLost && this.#links.sound === 0) for (const announcer of this.#announcers) announcer.check()
  }
}
