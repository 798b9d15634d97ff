import type { Wire } from 'bittorrent-protocol'
import type { Milliseconds } from '../core/brand.ts'
import type { InfoHash } from '../core/infoHash.ts'
import type { Metainfo } from '../torrent/metainfo.ts'
import type { IntroductionMessage } from '../wire/introductionMessages.ts'
import type { PeerId } from '../wire/trackerMessages.ts'
import type { Neighbour } from './discovery/introducer.ts'
import type { ClassicSwarm } from './classic.ts'
import type { TorrentDriver } from './driver/torrentDriver.ts'
import type { LinkOptions } from './link/connection.ts'
import type { Units } from './link/prices.ts'
import { PeerLink } from './link/peerLink.ts'
import type { SwarmLink } from './link/swarmLink.ts'
import { statusOf, type PeerStatus } from './peerStatus.ts'
import type { RelayBudget } from './relayBudget.ts'
import { useEcho } from './wireEcho.ts'
import { useIntroductions } from './wireIntroductions.ts'
import { WireLanes } from './wireLanes.ts'
import { useLosses } from './wireLosses.ts'
import { useMetadata } from './wireMetadata.ts'
import { useLive, type LivePeers } from './wireLive.ts'
import { useNotes, type ShareNoteHandler } from './wireNotes.ts'
import { limitWaiting } from './wirePrivate.ts'
import { Wires } from './wires.ts'

const NOTHING_UNASKED = { awaitsInfo: false, isOwedInfo: false }

export interface SessionPeersOptions {
  readonly infoHash: InfoHash
  /** Ours. */
  readonly peerId: PeerId
  readonly link: LinkOptions
  readonly relay: RelayBudget
  readonly now: () => Milliseconds
  /** Null until it is known what the torrent holds. */
  readonly metainfo: () => Metainfo | null
  readonly driver: () => TorrentDriver | null
  /** The info dictionary from a peer, its hash checked and nothing else. */
  readonly metadata: (info: Uint8Array) => void
  /** Where notes of peers go. */
  readonly notes: ShareNoteHandler
  /** Where what peers say of a live channel goes. */
  readonly live: LivePeers
  /** Null where there is none, or not at the moment. */
  readonly classic: () => ClassicSwarm | null
  /** A peer makes an introduction, of a share whose peers may. */
  readonly heard: (neighbour: Neighbour, message: IntroductionMessage) => void
  /** Somebody came or left. */
  readonly changed: () => void
}

/** The peers of one share: a link to each, the wire on it, and the extensions that both ends may know (BEP 10). */
export class SessionPeers {
  readonly #options: SessionPeersOptions
  readonly #wires: Wires
  /** By the peer's id. */
  readonly #links = new Map<string, SwarmLink>()
  readonly #lanes = new WeakMap<Wire, WireLanes>()
  readonly #neighbours = new Set<Neighbour>()
  /** Ids of peers that did with notes, or with a live channel, what no honest one does. */
  readonly #offenders = new Set<string>()

  constructor(options: SessionPeersOptions) {
    this.#options = options
    const { infoHash, peerId } = options
    this.#wires = new Wires({
      infoHash,
      peerId,
      greeted: (wire) => this.#extend(wire),
      opened: (wire) => options.driver()?.attach(wire),
    })
  }

  get wires(): readonly Wire[] {
    return this.#wires.all
  }

  /** Those who take and make introductions, where they may. */
  get neighbours(): Iterable<Neighbour> {
    return this.#introduces ? this.#neighbours : []
  }

  /** Peers of a private torrent are met through its trackers alone (BEP 27). */
  get #introduces(): boolean {
    return this.#options.metainfo()?.private === false
  }

  get status(): PeerStatus[] {
    return this.wires.map((wire) => {
      const before = { progress: 0, useful: wire.peerExtendedHandshake.metadata_size !== undefined }
      const { progress, useful } = this.#options.driver()?.has(wire) ?? before
      const faltering = this.linkOf(wire)?.isFaltering ?? false
      const relayed = this.isRelayed(wire)
      const barred = relayed && !this.#options.relay.mayMove()
      return statusOf(wire, { relayed, progress, faltering, useful, barred })
    })
  }

  /** Takes a link that is open. */
  add(link: SwarmLink): void {
    this.#links.set(link.id, link)
    link.once('close', () => {
      if (this.#links.get(link.id) === link) this.#links.delete(link.id)
    })
    this.#wires.add(link)
  }

  linkOf({ peerId }: Wire): SwarmLink | null {
    return this.#links.get(peerId) ?? null
  }

  /** The lanes beside a wire; null where there cannot be any. */
  lanesOf(wire: Wire): WireLanes | null {
    return this.#lanes.get(wire) ?? null
  }

  /** Whether both ends of a link have everything, and nothing to tell. */
  isIdle(link: SwarmLink): boolean {
    const { driver, notes, live } = this.#options
    const wire = this.wires.find(({ peerId }) => peerId === link.id)
    return wire !== undefined && !notes.isSociable && !live.isSociable && driver()?.has(wire).progress === 1
  }

  /** Whether the wire's connection leads over a TURN server. */
  isRelayed(wire: Wire): boolean {
    return this.linkOf(wire)?.isRelayed ?? false
  }

  /** Ends every connection. */
  end(): void {
    this.#wires.end()
  }

  /** Teaches a wire our extensions. */
  #extend(wire: Wire): void {
    const { infoHash, link, metadata, metainfo, driver, now, notes, live, changed } = this.#options
    const { memory } = link.budget
    const roundTrip = async () => (await this.linkOf(wire)?.roundTrip()) ?? Infinity
    const charge = (units: Units) => this.linkOf(wire)?.charge(units) ?? false
    const isRelayed = () => this.isRelayed(wire)
    limitWaiting(wire, memory)
    const own = this.linkOf(wire)
    const { awaitsInfo, isOwedInfo } = own instanceof PeerLink ? own : NOTHING_UNASKED
    const known = () => metainfo()?.info ?? null
    // The first: see `METADATA_ID`.
    useMetadata(wire, { infoHash, known, received: metadata, memory, awaitsInfo, isOwedInfo })
    useLosses(wire, (piece) => driver()?.lost(wire, piece))
    useEcho(
      wire,
      () => driver()?.arrivedAt ?? now(),
      (token, at) => driver()?.answered(wire, token, at),
    )
    useNotes(wire, () => this.linkOf(wire)?.side ?? null, notes, this.#offenders)
    useLive(wire, () => this.linkOf(wire)?.waiting ?? 0, live, this.#offenders)
    useIntroductions(wire, charge, {
      joined: (neighbour) => void this.#neighbours.add(neighbour),
      left: (neighbour) => void this.#neighbours.delete(neighbour),
      received: (neighbour, message) => {
        if (this.#introduces) this.#options.heard(neighbour, message)
      },
    })
    const lanes = own instanceof PeerLink ? own.lanes : { own: 0, theirs: 0 }
    if (own?.kind === 'tcp') this.#options.classic()?.extend(wire, own)
    // Over TCP there is nothing to widen: it makes up by itself for what is lost.
    else this.#lanes.set(wire, new WireLanes(wire, link, { roundTrip, charge, isRelayed, lanes }))
    wire.once('close', changed)
    changed()
  }
}
