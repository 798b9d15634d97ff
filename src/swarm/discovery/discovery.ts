import type { IntroductionMessage } from '../../wire/introductionMessages.ts'
import type { OfferRelay, PeerId } from '../../wire/trackerMessages.ts'
import { PeerLink } from '../link/peerLink.ts'
import { networkOf, type Place } from '../link/strangers.ts'
import { wayOutOf, type WayOut } from '../link/wayOut.ts'
import { Announcer, COMPANY } from './announcer.ts'
import type { DiscoveryOptions } from './discoveryOptions.ts'
import type { Neighbour } from './introducer.ts'
import { Introductions } from './introductions.ts'
import type { TrackerStatus } from './trackerConnection.ts'

/** Proved peers a share may have; beyond this a swarm gains nothing and the browser suffers (it allows 500). */
const MOST_LINKS = 50

/**
 * Links of our own offers that were answered and are not proved: who answers all of them with dead addresses gets no
 * more. Two announces' offers.
 */
const MOST_ANSWERED = 10

interface KnownLink {
  readonly link: PeerLink
  readonly offeredBy: PeerId
  /** The peer has sent a handshake. Until then it takes no place of those that others need. */
  proved: boolean
  /** The one that this is to replace, because nothing comes over it: it may recover before this one is open. */
  readonly before: KnownLink | null
}

/** What became of this page's own tries to connect to others, since it joined the swarm. */
export interface Attempts {
  /** Offers that trackers were given to hand to others. */
  readonly offered: number
  /** Those that were answered. */
  readonly answered: number
  /** Where the last one that came to nothing has ended: no path was found (ICE), or nobody spoke at its end (DTLS). */
  readonly lastFailure: 'path' | 'handshake' | null
}

/** What the page can be told about finding peers. */
export interface DiscoveryStatus {
  readonly trackers: readonly TrackerStatus[]
  /** What a tracker refused us with, if all that answered did. */
  readonly refusal: string | null
  /** Whether a tracker serves members alone and this page is none, and none that answered did any better. */
  readonly excluded: boolean
  /** Counts of the most populous tracker, this page included; null before any reply. */
  readonly swarm: { seeds: number; leechers: number } | null
  readonly connecting: number
  readonly open: number
  /** Links that failed since the last one that opened. */
  readonly failed: number
  readonly attempts: Attempts
  /** How many people have to be there before it connects to any; null once they are. */
  readonly heldUntil: number | null
  /** How far this page gets by itself. */
  readonly wayOut: WayOut
}

/**
 * Finds the peers of one share through its trackers and makes the links to them. The two ends of a pair may
 * offer to each other at the same moment; then the link that the lower peer id offered is kept by both. A link over
 * which nothing comes any more is replaced: no description reaches its other end but by a tracker, which hands offers to
 * whom it likes, so that ICE cannot be restarted, and another link is as quick.
 */
export class Discovery {
  readonly #options: DiscoveryOptions
  readonly #announcers: Announcer[] = []
  readonly #trackers = new Set<string>()
  readonly #introductions: Introductions
  /** By remote peer id, once that is known. */
  readonly #links = new Map<string, KnownLink>()
  /** Whose offers are being answered. */
  readonly #answering = new Set<PeerId>()
  #failed = 0
  #lastFailure: Attempts['lastFailure'] = null
  #wayOut: WayOut = 'unknown'
  #stopped = false

  constructor(options: DiscoveryOptions) {
    this.#options = options
    this.#introductions = new Introductions({
      ...options,
      wanted: () => this.#wantsIntroductions,
      room: () => this.#room,
      isLinked: (id) => this.#answering.has(id) || !this.#isBest(id, options.peerId),
      described: (sdp) => this.#described(sdp),
      adopt: (link) => this.#adoptOwn(link),
      answer: (offer, by) => this.#answer(offer, `peer ${by}`),
    })
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
          linked: () => this.#sound,
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

  /** While no tracker answers, those who are connected tell of others, until there are enough. */
  get #wantsIntroductions(): boolean {
    const { satisfied, isSociable } = this.#options
    if (this.#stopped || this.#announcers.some(({ status }) => status.kind === 'open')) return false
    return (!satisfied() || isSociable()) && this.#sound < COMPANY
  }

  /** How many more links this share may make. */
  get #room(): number {
    if (this.#heldUntil !== null) return 0
    return Math.min(MOST_LINKS - this.#proved - this.#offering, this.#options.link.budget.room)
  }

  /** How many links there are but for those over which nothing comes. */
  get #sound(): number {
    let count = 0
    for (const { link } of this.#links.values()) if (!link.isFaltering) count++
    return count
  }

  /** How many links have a peer that proved itself. */
  get #proved(): number {
    let count = 0
    for (const { proved } of this.#links.values()) if (proved) count++
    return count
  }

  get status(): DiscoveryStatus {
    const { swarm } = this
    const refusals = this.#announcers.flatMap((announcer) => announcer.refusal ?? [])
    const links = [...this.#links.values()]
    const open = links.filter(({ link }) => link.connected).length
    return {
      trackers: this.#announcers.map((announcer) => announcer.status),
      refusal: swarm ? null : (refusals[0] ?? null),
      excluded: !swarm && this.#announcers.some(({ isExcluded }) => isExcluded),
      swarm,
      connecting: links.length - open,
      open,
      failed: this.#failed,
      attempts: {
        offered: this.#announcers.reduce((sum, { offered }) => sum + offered, this.#introductions.offered),
        answered: this.#announcers.reduce(
          (sum, { answered }) => sum + answered,
          this.#introductions.answered,
        ),
        lastFailure: this.#lastFailure,
      },
      heldUntil: this.#heldUntil,
      wayOut: this.#wayOut,
    }
  }

  /** Counts of the most populous tracker. */
  get swarm(): DiscoveryStatus['swarm'] {
    return this.#announcers
      .flatMap((announcer) => announcer.swarm ?? [])
      .reduce<DiscoveryStatus['swarm']>(
        (most, swarm) => (most && most.seeds + most.leechers >= swarm.seeds + swarm.leechers ? most : swarm),
        null,
      )
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
    for (const announcer of this.#announcers) announcer.stop()
    this.#introductions.stop()
    for (const { link, before } of [...this.#links.values()]) {
      before?.link.destroy()
      link.destroy()
    }
  }

  /**
   * Answers an offer, and takes the link into the swarm. One and the same offer may come twice, over two trackers:
   * two links that answer it would both be connected to the one that made it, and neither work.
   *
   * @param source who brought it
   */
  async #answer(
    { peerId: from, sdp }: Pick<OfferRelay, 'peerId' | 'sdp'>,
    source: string,
  ): Promise<string | null> {
    const { peerId, link: options } = this.#options
    if (from === peerId || this.#heldUntil !== null || this.#proved >= MOST_LINKS) return null
    if (this.#answering.has(from) || !this.#isBest(from, from)) return null
    let link: PeerLink | null = null
    const evict = () => link?.destroy()
    const place = options.budget.strangers.admit(this, `${source} ${networkOf(sdp)}`, evict)
    if (!place) return null
    this.#answering.add(from)
    const answered = await PeerLink.answer(sdp, from, options).catch(() => null)
    this.#answering.delete(from)
    if (!answered) return null
    this.#described(answered.sdp)
    link = answered.link
    if (place.lost) link.destroy()
    return this.#adopt(link, from, place) ? answered.sdp : null
  }

  #described(sdp: string): void {
    this.#wayOut = wayOutOf(sdp, this.#options.link.iceServers)
  }

  /** Takes a link that was offered here and has been answered. */
  #adoptOwn(link: PeerLink): void {
    const { peerId } = this.#options
    const answered = [...this.#links.values()].filter((each) => each.offeredBy === peerId && !each.proved)
    if (answered.length >= MOST_ANSWERED) answered[0]?.link.destroy()
    this.#adopt(link, peerId, null)
  }

  /** Whether there is no better link to the peer than one that this one offered. */
  #isBest(id: string, offeredBy: PeerId): boolean {
    if (this.#stopped) return false
    const present = this.#links.get(id)
    if (!present) return true
    return present.link.connected ? present.link.isFaltering : present.offeredBy > offeredBy
  }

  /** Takes a link into the swarm, unless it has ended or there is a better one to the same peer: false then, and it is closed. */
  #adopt(link: PeerLink, offeredBy: PeerId, place: Place | null): boolean {
    if (link.destroying || !this.#isBest(link.id, offeredBy)) {
      link.destroy()
      return false
    }
    const present = this.#links.get(link.id) ?? null
    const before = present?.link.connected ? present : (present?.before ?? null)
    if (present !== before) present?.link.destroy()
    const known: KnownLink = { link, offeredBy, proved: false, before }
    this.#links.set(link.id, known)
    let opened = false
    link.once('proved', () => {
      place?.leave()
      if (this.#proved >= MOST_LINKS) link.destroy()
      else known.proved = true
    })
    link.once('connect', () => {
      opened = true
      this.#failed = 0
      this.#options.found(link)
      before?.link.destroy()
      this.#options.changed()
    })
    link.on('faltered', () => {
      if (opened && link.isFaltering) this.#lookAgain(true)
      this.#options.changed()
    })
    link.once('close', () => {
      if (this.#links.get(link.id) === known) {
        if (before && !opened && !before.link.destroying) this.#links.set(link.id, before)
        else this.#links.delete(link.id)
      }
      if (opened) this.#lookAgain(link.isFaltering)
      this.#options.changed()
    })
    link.once('error', () => {
      this.#failed++
      if (!opened) this.#lastFailure = link.hadPath ? 'handshake' : 'path'
    })
    this.#options.changed()
    return true
  }

  /** @param isLost nobody has ended the link; see {@link Announcer.lookAgain} */
  #lookAgain(isLost: boolean): void {
    if (this.#stopped) return
    for (const announcer of this.#announcers) announcer.lookAgain(isLost)
    this.#introductions.look(true)
    // Nothing comes from anybody: it may be this page's own line, and the tracker's socket as dead as the links.
    if (isLost && this.#sound === 0) for (const announcer of this.#announcers) announcer.check()
  }
}
