import type { Bytes, Milliseconds } from '../core/brand.ts'
import { parsePeerId } from '../wire/trackerMessages.ts'
import type { Metainfo } from '../torrent/metainfo.ts'
import type { PieceRange } from '../torrent/pieces.ts'
import type { ClassicSwarm, JoinClassic } from './classic.ts'
import { Discovery } from './discovery/discovery.ts'
import { mostPopulous, type DiscoveryStatus } from './discovery/discoveryStatus.ts'
import type { DiscoveryOptions } from './discovery/discoveryOptions.ts'
import { TorrentDriver } from './driver/torrentDriver.ts'
import { isJoining, joiningFor } from './origin/joining.ts'
import { seedOf } from './origin/seedOf.ts'
import type { OriginStatus, OriginUse } from './origin/origins.ts'
import type { PeerStatus } from './peerStatus.ts'
import type { PieceTable } from './scheduler/pieceTable.ts'
import type { TransferLimits } from './scheduler/transferBudget.ts'
import type { Uplink } from './scheduler/uplink.ts'
import type { RelayBudget } from './relayBudget.ts'
import { SessionPeers } from './sessionPeers.ts'
import type { TorrentStore } from './torrentStore.ts'
import { tellMetadata } from './wireMetadata.ts'
import type { LivePeers } from './wireLive.ts'
import type { ShareNoteHandler } from './wireNotes.ts'

/** What the torrent holds, and which of its pieces are here. */
interface KnownTorrent {
  readonly metainfo: Metainfo
  readonly pieces: PieceTable
}

export interface SessionOptions extends Omit<
  DiscoveryOptions,
  'found' | 'isPrivate' | 'isSociable' | 'neighbours' | 'now'
> {
  /** See there; Infinity: to nobody at all, and no tracker is told of this page. */
  readonly peersFrom: () => number
  /** Null where there are none but pages. */
  readonly classic: JoinClassic | null
  /** Trackers over HTTP and UDP that may be asked at the moment. */
  readonly classicTrackers: () => readonly string[]
  /** What is shared here is for members alone, until the torrent itself tells. */
  readonly presumedPrivate: boolean
  readonly store: TorrentStore
  /** The page came by https, and may not ask web seeds by http. */
  readonly secure: boolean
  /** The line that all sessions of the page share. */
  readonly uplink: Uplink
  readonly relay: RelayBudget
  /** 0…1 */
  readonly random: () => number
  /** What is known from the start; null when it must come from a peer (BEP 9). */
  readonly known: KnownTorrent | null
  /** The info dictionary from a peer, its hash checked and nothing else. Called until {@link TorrentSession.accept}. */
  readonly metadata: (info: Uint8Array) => void
  /** Where notes of peers go. */
  readonly notes: ShareNoteHandler
  /** Where what peers say of a live channel goes. */
  readonly live: LivePeers
  /** A piece came and its hash is right. */
  readonly verified: (piece: number) => void
  /** It is known what the torrent holds, and pieces can be fetched. Never called at once. */
  readonly ready: () => void
  /** A piece could not be kept; the session has ended. */
  readonly failed: (error: Error) => void
}

/** One share in the swarm: discovery in front, wires to its peers, the scheduler on them, and the store behind. */
export class TorrentSession {
  readonly #options: SessionOptions
  readonly #peers: SessionPeers
  #discovery: Discovery | null = null
  #classic: ClassicSwarm | null = null
  /** From when it is known what the torrent holds. */
  #driver: TorrentDriver | null = null
  /** What is to be done then. */
  readonly #awaiting: ((driver: TorrentDriver) => void)[] = []
  readonly #unfollow: readonly (() => void)[]
  #metainfo: Metainfo | null = null
  #trackers: readonly string[]
  #paused = false
  #ended = false

  constructor(options: SessionOptions) {
    this.#options = options
    this.#trackers = options.trackers
    this.#peers = new SessionPeers({
      ...options,
      classic: () => this.#classic,
      now: options.uplink.now,
      driver: () => this.#driver,
      metainfo: () => this.#metainfo,
      heard: (neighbour, message) => this.#discovery?.heard(neighbour, message),
    })
    this.#unfollow = [options.notes, options.live].map((each) => each.onSociable(() => this.search()))
    if (options.known) this.#drive(options.known)
    queueMicrotask(() => this.#discover())
  }

  /** Those that we are connected to. */
  get peers(): readonly PeerStatus[] {
    return this.#peers.status
  }

  /** Bytes of pieces that came from peers; those of web servers are with the {@link origins}. */
  get got(): Bytes {
    return this.#driver?.got ?? 0
  }

  /** Bytes of pieces that went to peers. */
  get given(): Bytes {
    return this.#driver?.given ?? 0
  }

  get origins(): readonly OriginStatus[] {
    return this.#driver?.origins ?? []
  }

  get discovery(): DiscoveryStatus | null {
    const status = this.#discovery?.status ?? null
    const population = this.#classic?.population ?? null
    if (!status || !population) return status
    return { ...status, refusal: null, excluded: false, swarm: mostPopulous([status, { swarm: population }]) }
  }

  /** Others are known, and the first connection may come at any moment. */
  get isJoining(): boolean {
    return this.#peers.wires.length === 0 && isJoining(this.discovery, 0)
  }

  /** Goes on from metadata that a peer sent and the share found good. */
  accept(known: KnownTorrent): void {
    if (this.#driver || this.#ended) return
    const driver = this.#drive(known)
    this.#classic?.changed()
    for (const wire of this.#peers.wires) {
      tellMetadata(wire, known.metainfo.info)
      driver.attach(wire)
    }
  }

  /** Fetches these pieces and no others. */
  select(ranges: readonly PieceRange[]): void {
    this.#whenReady((driver) => driver.select(ranges))
  }

  /** The pieces are needed in order, the first at `deadline` (by the page's clock); null: no more than the rest. */
  want(range: PieceRange, deadline: Milliseconds | null): void {
    this.#whenReady((driver) => driver.want(range, deadline))
  }

  /**
   * Fetches from these HTTP copies as well (BEP 19).
   *
   * @param reading what somebody reads or is about to, and when it is due
   */
  useOrigins(urls: readonly string[], reading: Pick<OriginUse, 'due' | 'watched'>): void {
    if (urls.length === 0) return
    // Beside the metadata, if that is still to come.
    void import('./origin/origins.ts').catch(() => undefined)
    const startedAt = this.#options.uplink.now()
    const heard = () => this.#peers.wires.filter((wire) => this.#driver?.hasTold(wire) ?? false)
    const joining = () => {
      const age = this.#options.uplink.now() - startedAt
      const connected = this.#peers.wires.length
      return joiningFor(this.discovery, { connected, heard: heard().length, age })
    }
    // Who is met by TCP knows of no lots, and may want none of it.
    const peers = () => heard().flatMap(({ peerId }) => (parsePeerId(peerId) ? [seedOf(peerId)] : []))
    const use = { ...reading, urls, joining, peers, paused: () => this.#paused }
    this.#whenReady((driver) => driver.useOrigins(use))
  }

  /** Limits of this share; those of the page are the {@link Uplink}'s. */
  setLimits(limits: TransferLimits): void {
    this.#whenReady((driver) => driver.setLimits(limits))
  }

  /** A piece turned out to be damaged: it is missing again, and peers are told so. */
  forget(piece: number): void {
    this.#whenReady((driver) => driver.forget(piece))
  }

  /** A piece turned out to be here already, right in every byte. */
  recall(piece: number): void {
    this.#whenReady((driver) => driver.recall(piece))
  }

  /** Announces to these from now on; more than there were, never fewer. */
  useTrackers(urls: readonly string[]): void {
    this.#trackers = urls
    this.#discovery?.useTrackers(urls)
    this.#classic?.changed()
  }

  /** What {@link SessionOptions.peersFrom} answers, and what may be given in all, is something else now. */
  dialChanged(): void {
    this.#whenReady((driver) => driver.budgetChanged())
    if (this.#options.peersFrom() < Infinity) {
      this.#discover()
      this.search()
      return
    }
    this.#stopDiscovery()
  }

  /** Looks for peers now, not at the trackers' interval. */
  search(): void {
    this.#discovery?.search()
    this.#classic?.search()
  }

  completed(): void {
    this.#discovery?.completed()
    this.#classic?.completed()
  }

  /** Ends every connection and leaves the trackers: not a byte moves until {@link resume}. */
  pause(): void {
    this.#paused = true
    this.#stopDiscovery()
    this.#peers.end()
  }

  resume(): void {
    this.#paused = false
    this.#discover()
  }

  /** Ends the session; what the store wrote stays. */
  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#awaiting.length = 0
    for (const stop of this.#unfollow) stop()
    this.#stopDiscovery()
    this.#driver?.end()
    this.#peers.end()
  }

  #drive({ metainfo, pieces }: KnownTorrent): TorrentDriver {
    const { peerId, secure, store, uplink, relay, random, verified, ready } = this.#options
    this.#metainfo = metainfo
    store.shape(metainfo)
    const driver = (this.#driver = new TorrentDriver({
      metainfo,
      pieces,
      peerId,
      secure,
      store,
      uplink,
      relay,
      lanes: (wire) => this.#peers.lanesOf(wire),
      waiting: (wire) => this.#peers.linkOf(wire)?.waiting ?? 0,
      lend: (wire, loan) => this.#peers.linkOf(wire)?.lend?.(loan),
      whenSent: (wire, done) => this.#peers.linkOf(wire)?.whenSent(done) ?? false,
      isRelayed: (wire) => this.#peers.isRelayed(wire),
      source: (wire) => this.#peers.linkOf(wire)?.source ?? wire.peerId,
      charge: (wire, units) => this.#peers.linkOf(wire)?.charge(units) ?? false,
      random,
      verified,
      failed: (error) => {
        this.end()
        this.#options.failed(error)
      },
    }))
    for (const act of this.#awaiting.splice(0)) act(driver)
    queueMicrotask(() => {
      if (!this.#ended) ready()
    })
    return driver
  }

  #discover(): void {
    const { peersFrom } = this.#options
    if (this.#discovery || this.#paused || this.#ended || peersFrom() === Infinity) return
    this.#discovery = new Discovery({
      ...this.#options,
      trackers: this.#trackers,
      // Before that nobody else could tell what it is.
      peersFrom: () => (this.#metainfo ? peersFrom() : 0),
      isPrivate: () => this.#metainfo?.private ?? this.#options.presumedPrivate,
      isSociable: () => this.#options.notes.isSociable || this.#options.live.isSociable,
      neighbours: () => this.#peers.neighbours,
      now: this.#options.uplink.now,
      found: (link) => this.#peers.add(link),
    })
    this.#classic =
      this.#options.classic?.({
        ...this.#options,
        trackers: this.#options.classicTrackers,
        isPrivate: () => this.#metainfo?.private ?? (this.#options.presumedPrivate ? true : null),
        isIdle: (link) => this.#options.satisfied() && this.#peers.isIdle(link),
        found: (link) => this.#peers.add(link),
      }) ?? null
  }

  #stopDiscovery(): void {
    this.#discovery?.stop()
    this.#discovery = null
    this.#classic?.stop()
    this.#classic = null
  }

  #whenReady(act: (driver: TorrentDriver) => void): void {
    if (this.#ended) return
    if (this.#driver) act(this.#driver)
    else this.#awaiting.push(act)
  }
}
