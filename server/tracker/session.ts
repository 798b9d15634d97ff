import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { TrackerMessage } from '../../src/wire/trackerMessages.ts'
import type { PendingOffer } from './pendingOffers.ts'
import type { Peer } from './swarm.ts'

/** One connection of one client, for as long as it is open. */
export interface Session {
  readonly send: (message: TrackerMessage) => void
  /** At most one peer a swarm: a client that changes its peer id stays the same peer. */
  readonly peers: Map<InfoHash, Peer>
  /** Its offers that others have yet to answer, the oldest first. */
  readonly outbox: Set<PendingOffer>
  /** When the client last sent a ping of its own. */
  pingedAt: Milliseconds
}

export function createSession(send: Session['send']): Session {
  return { send, peers: new Map(), outbox: new Set(), pingedAt: -Infinity }
}
