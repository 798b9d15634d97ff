/** What the registry knows of a client: its session, its peers, and its offers that wait for an answer. */
import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { PeerId, TrackerMessage } from '../../src/wire/trackerMessages.ts'
import type { MemberId } from './admission.ts'
import type { ByteText } from './byteText.ts'
import type { PeerBounds } from './peerBounds.ts'
import type { Swarm } from './swarm.ts'

/** One connection of one client, for as long as it is open. */
export interface Session {
  /** `about` is the offer that a message hands over or answers: what another node needs to find its peers. */
  readonly send: (message: TrackerMessage<ByteText>, about?: PendingOffer) => void
  /** Whose passkey the connection was opened with; null for none. */
  readonly member: MemberId | null
  /** Whose the connection is, as limits count it; null for this machine's own. */
  readonly network: string | null
  /** At most one peer a swarm: a client that changes its peer id stays the same peer. */
  readonly peers: Map<InfoHash, Peer>
  /** Its offers that others have yet to answer, the oldest first. */
  readonly outbox: Set<PendingOffer>
  /** When the client last sent a ping of its own. */
  pingedAt: Milliseconds
}

/** One session's place in one swarm. */
export interface Peer {
  readonly session: Session
  readonly swarm: Swarm<Peer>
  /** What the nodes of a cluster call it among themselves; never used again on this node. */
  readonly number: number
  /** Connected to another node: this one knows of it, and reaches it through that one. */
  readonly isElsewhere: boolean
  /** What the session called itself last. */
  peerId: PeerId
  isSeed: boolean
  /** A partial seed (BEP 21): it lacks something, and wants nothing of it. */
  isPartialSeed: boolean
  /** Whether its `completed` has been counted as a download. */
  hasCompleted: boolean
  /** When the session last sent something about this swarm. */
  heardAt: Milliseconds
  /** Offers that this peer, and no other, may answer, by {@link PendingOffer.key}; null until there are some. */
  inbox: Map<string, PendingOffer> | null
  /** Its place in the swarm; -1 once it has left. */
  index: number
  /** What is remembered to bound its offers, and those that it gets. */
  readonly bounds: PeerBounds
}

/**
 * An offer on its way. It is in `from.session.outbox` until it expires, and in `to.inbox` until it is answered; only
 * `to` may answer it, once, before it expires. The SDP itself is not kept.
 */
export interface PendingOffer {
  readonly from: Peer
  readonly to: Peer
  /** The offering peer's id and the offer's id, as the answer names them. */
  readonly key: string
  readonly expiresAt: Milliseconds
}
