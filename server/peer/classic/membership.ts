import type { Milliseconds } from '../../../src/core/brand.ts'
import type { ClassicOptions, ClassicSwarm, Wire } from '../../../src/swarm/classic.ts'
import { mostPopulous, type Population } from '../../../src/swarm/discovery/discoveryStatus.ts'
import type { ByteChannel } from '../../../src/swarm/link/byteChannel.ts'
import type { ByteLink } from '../../../src/swarm/link/byteLink.ts'
import type { SwarmLink } from '../../../src/swarm/link/swarmLink.ts'
import { useExchange } from '../../../src/swarm/wireExchange.ts'
import type { PeerAddress } from '../../../src/wire/compactPeers.ts'
import type { AnnounceMeans } from './announce.ts'
import { ClassicPeers } from './classicPeers.ts'
import type { Dht } from './dht.ts'
import type { LocalDiscovery } from './localDiscovery.ts'
import { TrackerClient } from './trackerClient.ts'

const LOOK: Milliseconds = 1_000

/** What trackers are told to be missing while nobody knows. */
const UNKNOWN_LEFT = 16_384

export interface MembershipMeans {
  /** Where others reach this process. */
  readonly port: number
  readonly dht: Dht | null
  readonly local: LocalDiscovery | null
  readonly addressOf: AnnounceMeans['addressOf']
  readonly dial: (address: PeerAddress) => Promise<ByteChannel>
  readonly mayDial: (address: PeerAddress) => boolean
  readonly left: () => void
}

/** This process in the swarm of one share, among peers that are no pages. */
export class Membership implements ClassicSwarm {
  readonly #options: ClassicOptions
  readonly #means: MembershipMeans
  readonly #peers: ClassicPeers
  readonly #trackers = new Map<string, TrackerClient>()
  /** Where peers that have connected by themselves say that they can be reached (BEP 10). */
  readonly #ports = new WeakMap<SwarmLink, number>()
  readonly #ticking: NodeJS.Timeout
  readonly #dht: { search(): void; stop(): void } | null
  readonly #leaveLocal: (() => void) | null
  #wasPrivate: boolean | null

  constructor(options: ClassicOptions, means: MembershipMeans) {
    this.#options = options
    this.#means = means
    const { infoHash, isPrivate, satisfied, isIdle, found, changed, random } = options
    this.#peers = new ClassicPeers({
      now: () => performance.now(),
      random,
      dial: means.dial,
      mayDial: means.mayDial,
      isIdle,
      isPrivate,
      found,
      changed,
    })
    this.#wasPrivate = isPrivate()
    // Whether it is private is not known before the metadata is here, which somebody has to be asked for.
    this.#dht =
      means.dht?.join({
        infoHash,
        allowed: () => isPrivate() !== true,
        announces: () => isPrivate() === false,
        wanted: () => !satisfied(),
        found: (peers) => this.#peers.heard(peers, 'dht'),
      }) ?? null
    this.#leaveLocal =
      means.local?.join({
        infoHash,
        calls: () => isPrivate() === false,
        hears: () => isPrivate() !== true,
        found: (peers) => this.#peers.heard(peers, 'local'),
      }) ?? null
    this.#ticking = setInterval(() => this.#peers.look(), LOOK)
    this.changed()
  }

  get population(): Population | null {
    return mostPopulous([...this.#trackers.values()].map(({ population }) => ({ swarm: population })))
  }

  extend(wire: Wire, link: SwarmLink): void {
    const { isPrivate } = this.#options
    wire.extendedHandshake.p = this.#means.port
    // One that is known to be private is not even spoken of.
    if (isPrivate() !== true)
      useExchange(wire, {
        tells: () => isPrivate() === false,
        others: () => this.#reachable(link),
        received: (addresses) => this.#peers.heard(addresses, 'exchange'),
      })
    wire.on('extended', (name: unknown) => {
      const { p: port } = wire.peerExtendedHandshake
      if (name === 'handshake' && typeof port === 'number' && port > 0 && port < 65_536)
        this.#ports.set(link, Math.floor(port))
    })
  }

  /** Somebody has connected by himself; false when there is no place. */
  came(channel: ByteChannel, from: PeerAddress): boolean {
    return this.#peers.came(channel, from)
  }

  changed(): void {
    const { trackers, isPrivate, stats, infoHash, peerId, changed } = this.#options
    const named = new Set(trackers())
    for (const [url, tracker] of this.#trackers) {
      if (named.has(url)) continue
      tracker.stop()
      this.#trackers.delete(url)
    }
    for (const url of named) {
      if (this.#trackers.has(url)) continue
      const client = new TrackerClient(url, {
        addressOf: this.#means.addressOf,
        asked: () => {
          const { uploaded, downloaded, left } = stats()
          return {
            infoHash,
            peerId,
            port: this.#means.port,
            uploaded,
            downloaded,
            left: left ?? UNKNOWN_LEFT,
          }
        },
        found: (peers) => this.#peers.heard(peers, 'tracker'),
        changed,
      })
      this.#trackers.set(url, client)
    }
    const isNow = isPrivate()
    if (isNow === this.#wasPrivate) return
    this.#wasPrivate = isNow
    if (isNow === true) this.#peers.becamePrivate()
    else {
      this.#dht?.search()
      this.#means.local?.call(infoHash)
    }
  }

  search(): void {
    for (const tracker of this.#trackers.values()) tracker.search()
    this.#dht?.search()
    this.#peers.look()
  }

  completed(): void {
    for (const tracker of this.#trackers.values()) tracker.completed()
  }

  stop(): void {
    clearInterval(this.#ticking)
    this.#peers.stop()
    this.#dht?.stop()
    this.#leaveLocal?.()
    for (const tracker of this.#trackers.values()) tracker.stop()
    this.#means.left()
  }

  /** Where the peers are reached that are connected, but for one. */
  #reachable(besides: SwarmLink): readonly PeerAddress[] {
    return this.#peers.links
      .filter((link) => link !== besides && link.hasProved)
      .flatMap((link) => this.#addressOf(link) ?? [])
  }

  #addressOf(link: ByteLink): PeerAddress | null {
    if (link.address) return link.address
    const port = this.#ports.get(link)
    return port === undefined ? null : { host: link.source, port }
  }
}
