import type { Bytes } from '../../../src/core/brand.ts'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import type { Population } from '../../../src/swarm/discovery/discoveryStatus.ts'
import type { PeerAddress } from '../../../src/wire/compactPeers.ts'
import type { PeerId } from '../../../src/wire/trackerMessages.ts'

/** Peers that a tracker is asked for, and that are taken from its answer. */
export const MOST_PEERS = 100

export interface AskedOfTracker {
  readonly infoHash: InfoHash
  readonly peerId: PeerId
  /** Where others reach this process. */
  readonly port: number
  readonly uploaded: Bytes
  readonly downloaded: Bytes
  readonly left: Bytes
  readonly event: 'started' | 'completed' | 'stopped' | null
  /** By which a tracker knows us again at another address; random. */
  readonly key: number
}

export interface AnnounceReply {
  readonly intervalSeconds: number
  readonly population: Population
  readonly peers: readonly PeerAddress[]
}

export interface ResolvedHost {
  readonly address: string
  readonly family: 4 | 6
}

export interface AnnounceMeans {
  /** Where a host is, if it may be contacted; else rejects. */
  readonly addressOf: (host: string) => Promise<ResolvedHost>
  readonly signal: AbortSignal
}

/** Tells a tracker of this peer, and asks it for others. Rejects with an {@link AnnounceFailed}, or as the system does. */
export type Announce = (url: string, asked: AskedOfTracker, means: AnnounceMeans) => Promise<AnnounceReply>

export class AnnounceFailed extends Error {}
