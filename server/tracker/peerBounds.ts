import type { PeerId } from '../../src/wire/trackerMessages.ts'
import type { Buckets, TokenBucket } from './tokenBucket.ts'

/** What the bounds remember of a peer. */
export interface PeerBounds {
  /** What the session has called itself in this swarm lately, the newest last. */
  readonly ids: PeerId[]
  newIds: TokenBucket | null
  offers: TokenBucket | null
  /** Whether its address had room for its present peer id. */
  isAdmitted: boolean
  /** What this peer got, by the network that it came from. */
  sources: Buckets | null
}

export function newPeerBounds(): PeerBounds {
  return { ids: [], newIds: null, offers: null, isAdmitted: false, sources: null }
}
