import type { Bytes, BytesPerSecond, Milliseconds } from '../core/brand.ts'
import type { InfoHash } from '../core/infoHash.ts'
import type { ShareLimits } from '../core/limits.ts'
import type { ContactsSnapshot } from './contacts.ts'
import type { Attempts } from './discovery/discoveryStatus.ts'
import type { WayOut } from './link/wayOut.ts'
import type { OriginProblem } from './origin/problems.ts'
import type { Failure } from './problems.ts'

/**
 * The life of a share.
 *
 *     hashing ──────────────────────────────► seeding
 *     fetching ─► ready ─► waiting ⇄ downloading ─► seeding
 *     any ⇄ paused      any ─► failed      seeding ─► asleep (its files must be picked again)
 */
export type ShareState =
  'hashing' | 'fetching' | 'ready' | 'waiting' | 'downloading' | 'seeding' | 'paused' | 'failed' | 'asleep'

/**
 * What stands between this page and the data, most basic first. Each is told apart so that the page can
 * say in words why nothing moves.
 */
export type Situation =
  | { kind: 'idle' } // nothing is expected to move (hashing, paused, failed)
  | { kind: 'tracker-connecting' }
  | { kind: 'tracker-unreachable'; retryInSeconds: number }
  | { kind: 'tracker-refused'; reason: string }
  | { kind: 'members-only' } // the tracker serves members alone, and this page is none
  | { kind: 'peers-off' } // the visitor, or the publisher, wants no other people
  | { kind: 'too-few'; wanted: number } // nor before so many are there
  | { kind: 'alone' } // the tracker knows nobody else
  | { kind: 'connecting'; others: number } // others are known, connections are being made
  | { kind: 'unreachable'; others: number; wayOut: WayOut } // others are known, no connection came about
  | { kind: 'peers-without-data'; peers: number } // connected, but nobody has what is missing here
  | { kind: 'relay-used-up'; peers: number } // connected, but over a relay that may carry no more today
  | { kind: 'choked'; peers: number } // connected to somebody who has it, but it is not our turn
  | { kind: 'moving'; peers: number } // bytes flow, or would if anybody wanted them

export interface FileSnapshot {
  readonly index: number
  /** Folder names and the file's own, cleaned: never empty, never `..`, no separators. */
  readonly path: readonly string[]
  readonly size: Bytes
  /** Its place among the torrent's files, padding and all: how links name files (BEP 53). */
  readonly place: number
  /** Where it begins among the bytes of the share. */
  readonly start: Bytes
  /** 0…1 of this file's bytes, verified. */
  readonly progress: number
  /** Whether the user wants it. */
  readonly wanted: boolean
}

export interface PeerSnapshot {
  /** Hex peer id, or a number of our own before the handshake. */
  readonly id: string
  /** The program at the other end as it names itself in its peer id or extended handshake; cleaned text, empty where it tells none. */
  readonly client: string
  /** Its connection leads over a TURN server. */
  readonly relayed: boolean
  /** 0…1 of the pieces that it has. */
  readonly progress: number
  /** Bytes a second from it to us. */
  readonly getRate: BytesPerSecond
  /** Bytes a second from us to it. */
  readonly giveRate: BytesPerSecond
  readonly got: Bytes
  readonly given: Bytes
}

/** Piece by piece, for the mosaic. The arrays are live: read them, and compare `version` to see a change. */
export interface PieceMap {
  readonly count: number
  readonly pieceLength: Bytes
  /** 0 missing, 1 in flight, 2 here (verified). */
  readonly status: Uint8Array
  /** How many connected peers have the piece, at most 255. */
  readonly availability: Uint8Array
  readonly version: number
}

/** A publisher's HTTP copy of the share. */
export interface OriginSnapshot {
  /** Where it is, as people name it. */
  readonly host: string
  /** Bytes that came from it since the page was opened. */
  readonly got: Bytes
  /** Why it is not used at the moment; null while it is. */
  readonly why: OriginProblem | null
}

export interface ShareSnapshot {
  /** Local key, stable from the drop to the removal (the info hash is not known while hashing). */
  readonly id: string
  readonly infoHash: InfoHash | null
  readonly state: ShareState
  /** Whether its files are the user's own; else they come from the swarm. */
  readonly mine: boolean
  readonly name: string
  /**
   * Of a share that only who has the whole link can read: whether it is open here, only carried for others, or asks for
   * its password. Null for any other share.
   */
  readonly seal: 'open' | 'locked' | 'asks' | null
  /** When it is served no more, since 1970; null for never. */
  readonly endsAt: Milliseconds | null
  /** Whether it is made of the user's own files, of which nobody has fetched anything: it can still be sealed. */
  readonly isUnfetched: boolean
  /** Bytes in all; 0 until known. */
  readonly size: Bytes
  readonly files: readonly FileSnapshot[]
  /** 0…1: of hashing in `hashing`, else of the wanted bytes that are here and verified. */
  readonly progress: number
  /** Bytes a second: hashed in `hashing`, else fetched. */
  readonly getRate: BytesPerSecond
  readonly giveRate: BytesPerSecond
  /** Totals since the page was opened. */
  readonly got: Bytes
  readonly given: Bytes
  readonly limits: ShareLimits
  /** It has given as much as {@link ShareLimits.ratio} says, and gives no more. */
  readonly exhausted: boolean
  /** Null when it cannot be told. */
  readonly secondsLeft: number | null
  readonly peers: readonly PeerSnapshot[]
  /** What the tracker last counted, this page included; null before its first reply. */
  readonly swarm: { readonly seeds: number; readonly leechers: number } | null
  readonly situation: Situation
  /** Null while it looks for nobody. */
  readonly attempts: Attempts | null
  readonly pieces: PieceMap | null
  /** The link to send to people; null until the info hash is known. */
  readonly link: string | null
  readonly magnet: string | null
  readonly failure: Failure | null
  /** Paths of files that were brought with these and could not be read: they are no part of the share. */
  readonly leftOut: readonly string[]
  readonly origins: readonly OriginSnapshot[]
  readonly contacts: ContactsSnapshot
  /**
   * The most that may be fetched into memory, where the browser gives the page no disk; it is gone with the page.
   * Null where what is fetched goes to the disk, and for the user's own files.
   */
  readonly memoryLimit: Bytes | null
  /**
   * How much of one's own files is in this home's disk as well, 0…1; null where there can be no copy. With a whole one
   * the share needs nothing after a reload.
   */
  readonly copy: number | null
  /** In `asleep`: whether one click can open its files again; else they have to be chosen again. */
  readonly wakeable: boolean
  /** Rates of the last 60 seconds, one sample a second, oldest first. */
  readonly history: readonly RateSample[]
}

export interface RateSample {
  readonly get: BytesPerSecond
  readonly give: BytesPerSecond
}
