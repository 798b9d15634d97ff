import type { Wire } from 'bittorrent-protocol'
import type { Bytes } from '../core/brand.ts'
import type { InfoHash } from '../core/infoHash.ts'
import type { PeerId } from '../wire/trackerMessages.ts'
import type { Population } from './discovery/discoveryStatus.ts'
import type { SwarmLink } from './link/swarmLink.ts'

export type { Wire }

/*
 * The swarm of a share as programs know it that are no pages: its peers are met by TCP, and found by trackers over HTTP
 * and UDP, by the DHT, by each other and in the network that one is in. A home that has sockets brings it along.
 */

export interface ClassicOptions {
  readonly infoHash: InfoHash
  /** Ours. */
  readonly peerId: PeerId
  /** Those over HTTP and UDP that may be asked at the moment. */
  readonly trackers: () => readonly string[]
  /** Whether its trackers alone may be asked for peers (BEP 27); null while that is not known. */
  readonly isPrivate: () => boolean | null
  /** Whether nothing more is wanted. */
  readonly satisfied: () => boolean
  /** What to tell the trackers; `left` is null before the metadata is here. */
  readonly stats: () => { uploaded: Bytes; downloaded: Bytes; left: Bytes | null }
  /** Whether the peer at its other end and this one have nothing to give each other. */
  readonly isIdle: (link: SwarmLink) => boolean
  /** A link that is open; the receiver owns it from then on. */
  readonly found: (link: SwarmLink) => void
  readonly changed: () => void
  /** 0…1 */
  readonly random: () => number
}

export interface ClassicSwarm {
  /** As the tracker with the most of them counts; null before any has answered. */
  readonly population: Population | null
  /** Teaches a wire what peers of this kind say to each other besides. To be called before the handshakes of extensions. */
  extend(wire: Wire, link: SwarmLink): void
  /** The trackers that may be asked, or what is known of the share, are others now. */
  changed(): void
  /** Looks for peers now. */
  search(): void
  /** Tells the trackers that everything is here. */
  completed(): void
  /** Leaves; ends no link. */
  stop(): void
}

/** Null where a share is not to be met in this way. */
export type JoinClassic = (options: ClassicOptions) => ClassicSwarm | null
