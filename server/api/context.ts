import type { IncomingMessage } from 'node:http'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { TrackerMode } from '../../src/wire/siteConfig.ts'
import { trackerAddress } from '../site/siteAddress.ts'
import type { Sample } from '../store/samples.ts'
import type { Store } from '../store/store.ts'
import type { TorrentStatus } from '../store/torrents.ts'
import type { MemberId } from '../tracker/admission.ts'
import type { LiveSwarms } from '../tracker/liveSwarms.ts'
import type { SwarmTable } from '../tracker/swarmTable.ts'
import type { History } from './history.ts'

/** What the API acts on. */
export interface ApiContext {
  readonly store: Store
  readonly mode: TrackerMode
  /** What a torrent is that a member registers. */
  readonly uploads: Extract<TorrentStatus, 'listed' | 'pending'>
  readonly table: SwarmTable
  /** Of all nodes. */
  readonly live: LiveSwarms
  readonly history: History
  readonly sample: () => Sample
  /** The site as the one who asks names it; null when the request names nothing usable. */
  readonly site: (request: IncomingMessage) => URL | null
  /** False when an address has searched too often. */
  readonly allowSearch: (request: IncomingMessage) => boolean
  readonly udpPort: () => number | null
  readonly dataFolder: string | null
  /** Has the table know of swarms that other nodes have, before they are counted. */
  readonly counted: (infoHashes: readonly InfoHash[]) => Promise<void>
  /** Ends what a member does here at this moment. */
  readonly cutOffMember: (member: MemberId) => void
  /** Ends a torrent's swarm at this moment. */
  readonly evict: (infoHash: InfoHash) => void
}

export interface AnnounceAddresses {
  readonly webSocket: string
  readonly http: string
  /** Null without a UDP tracker. */
  readonly udp: string | null
}

/** A member's own announce addresses. */
export function announceAddresses(site: URL, udpPort: number | null, passkey: string): AnnounceAddresses {
  return {
    webSocket: `${trackerAddress(site)}/${passkey}`,
    http: new URL(`announce/${passkey}`, site).href,
    // There it is no part of the web site.
    udp: udpPort === null ? null : `udp://${site.hostname}:${udpPort}/announce/${passkey}`,
  }
}
