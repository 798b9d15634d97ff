import type { PeerId } from '../../wire/trackerMessages.ts'
import type { PeerLink } from '../link/peerLink.ts'
import type { Place } from '../link/strangers.ts'

/** Proved peers a share may have; beyond this a swarm gains nothing and the browser suffers (it allows 500). */
export const MOST_LINKS = 50

/**
 * Links of our own offers that were answered and are not proved: who answers all of them with dead addresses gets no
 * more. Two announces' offers.
 */
const MOST_ANSWERED = 10

interface KnownLink {
  readonly link: PeerLink
  /** Null for one over a connection that was there. */
  readonly offeredBy: PeerId | null
  /** The peer has sent a handshake. Until then it takes no place of those that others need. */
  proved: boolean
  /** The one that this is to replace, because nothing comes over it: it may recover before this one is open. */
  readonly before: KnownLink | null
}

export interface LinksOptions {
  /** Ours. */
  readonly peerId: PeerId
  /** A link is open. */
  readonly found: (link: PeerLink) => void
  /** One has ended, or nothing comes over it. `isLost`: it was open, and nobody has ended it. */
  readonly lost: (isLost: boolean) => void
  /** Something else is to be told about them. */
  readonly changed: () => void
}

/**
 * The links of one share, at most one to each peer. The two ends of a pair may offer to each other at the same moment;
 * then the link that the lower peer id offered is kept by both. A link over which nothing comes any more is replaced.
 */
export class Links {
  /** Those that failed since the last one that opened, and where the last of them ended (see `Attempts`). */
  failed = 0
  lastFailure: 'path' | 'handshake' | null = null
  readonly #options: LinksOptions
  /** By remote peer id. */
  readonly #links = new Map<string, KnownLink>()
  #ended = false

  constructor(options: LinksOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#links.size
  }

  /** How many are open. */
  get open(): number {
    return this.#count(({ link }) => link.connected)
  }

  /** How many there are but for those over which nothing comes. */
  get sound(): number {
    return this.#count(({ link }) => !link.isFaltering)
  }

  /** How many have a peer that proved itself. */
  get proved(): number {
    return this.#count(({ proved }) => proved)
  }

  /** Whether there is a link to the peer, or one is being made. */
  has(id: string): boolean {
    return this.#links.has(id)
  }

  /**
   * Whether there is no better link to the peer than one that this one offered.
   *
   * @param offeredBy null for one over a connection that is there: such a one need not be waited for
   */
  isBest(id: string, offeredBy: PeerId | null): boolean {
    if (this.#ended) return false
    const present = this.#links.get(id)
    if (!present) return true
    const { link, offeredBy: by } = present
    if (link.connected) return link.isFaltering || link.isSpare
    return by !== null && (offeredBy === null || by > offeredBy)
  }

  /** Takes a link that was offered here and has been answered. */
  adoptOwn(link: PeerLink): void {
    const { peerId } = this.#options
    const answered = [...this.#links.values()].filter((each) => each.offeredBy === peerId && !each.proved)
    if (answered.length >= MOST_ANSWERED) answered[0]?.link.destroy()
    this.adopt(link, peerId, null)
  }

  /** Takes a link into the swarm, unless it has ended or there is a better one to the same peer: false then, and it is closed. */
  adopt(link: PeerLink, offeredBy: PeerId | null, place: Place | null): boolean {
    if (link.destroying || !this.isBest(link.id, offeredBy)) {
      link.destroy()
      return false
    }
    const present = this.#links.get(link.id) ?? null
    const before = present?.link.connected ? present : (present?.before ?? null)
    if (present !== before) present?.link.destroy()
    const known: KnownLink = { link, offeredBy, proved: false, before }
    this.#links.set(link.id, known)
    this.#listen(known, place)
    this.#options.changed()
    return true
  }

  /** Ends every link. */
  end(): void {
    this.#ended = true
    for (const { link, before } of [...this.#links.values()]) {
      before?.link.destroy()
      link.destroy()
    }
  }

  #listen(known: KnownLink, place: Place | null): void {
    const { found, lost, changed } = this.#options
    const { link, before } = known
    let opened = false
    link.once('proved', () => {
      place?.leave()
      if (this.proved >= MOST_LINKS) link.destroy()
      else known.proved = true
    })
    link.once('connect', () => {
      opened = true
      this.failed = 0
      found(link)
      before?.link.destroy()
      changed()
    })
    link.on('faltered', () => {
      if (opened && link.isFaltering) lost(true)
      changed()
    })
    link.once('close', () => {
      if (this.#links.get(link.id) === known) {
        if (before && !opened && !before.link.destroying) this.#links.set(link.id, before)
        else this.#links.delete(link.id)
      }
      // One that never opened was taken for somebody who need not be looked for.
      lost(opened && link.isFaltering)
      changed()
    })
    link.once('error', () => {
      this.failed++
      if (!opened) this.lastFailure = link.hadPath ? 'handshake' : 'path'
    })
  }

  #count(counts: (link: KnownLink) => boolean): number {
    let count = 0
    for (const link of this.#links.values()) if (counts(link)) count++
    return count
  }
}
