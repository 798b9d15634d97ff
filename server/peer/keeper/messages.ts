import type { Bytes, BytesPerSecond } from '../../../src/core/brand.ts'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import type { IceServer } from '../../../src/wire/siteConfig.ts'

/** What the server and the keeper's process say to each other. */

/** How the keeper's process is to work; the first that it is told. */
export interface KeeperStart {
  readonly kind: 'start'
  /** Where shares and their records are. */
  readonly folder: string
  /** Announce address of the site's own tracker, on this machine. */
  readonly tracker: string
  /** By which the tracker knows the keeper. */
  readonly passkey: string
  readonly site: string
  readonly iceServers: readonly IceServer[]
  readonly giveRate: BytesPerSecond
  /** How it meets ordinary BitTorrent peers; null for not at all. */
  readonly bridge: BridgeStart | null
  /** What is to be kept: anything else in the folder is deleted. */
  readonly known: readonly InfoHash[]
}

export interface BridgeStart {
  readonly port: number
  /** `host:port` of nodes by which the DHT is entered. */
  readonly dht: readonly string[]
  readonly near: boolean
}

export type KeeperCommand =
  | KeeperStart
  /**
   * Join the swarm; go on with what is here of the share, or find out what it holds. `bridged`: among ordinary BitTorrent
   * peers as well.
   */
  | { readonly kind: 'join'; readonly infoHash: InfoHash; readonly bridged: boolean }
  /** Fetch all of a share that was told as `known`. */
  | { readonly kind: 'fetch'; readonly infoHash: InfoHash }
  /** Leave the swarm, and keep what is here. */
  | { readonly kind: 'leave'; readonly infoHash: InfoHash }
  /** Leave the swarm, and delete what is here. */
  | { readonly kind: 'drop'; readonly infoHash: InfoHash }
  | { readonly kind: 'stop' }

export type KeeperEvent =
  | { readonly kind: 'up' }
  /** What the share holds is known. Nothing of it is fetched before that is asked for. */
  | { readonly kind: 'known'; readonly infoHash: InfoHash; readonly name: string; readonly size: Bytes }
  | {
      readonly kind: 'progress'
      readonly infoHash: InfoHash
      readonly here: Bytes
      readonly isComplete: boolean
    }
  | {
      readonly kind: 'failed'
      readonly infoHash: InfoHash
      readonly failure: 'disk-full' | 'broken' | 'refused'
    }
  | ({ readonly kind: 'figures' } & KeeperFigures)

/** For the metrics. */
export interface KeeperFigures {
  readonly connections: number
  /** Bytes given since its process started. */
  readonly given: Bytes
  /** Resident, of its process. */
  readonly memoryBytes: Bytes
  /** Since its process started. */
  readonly cpuSeconds: number
}
