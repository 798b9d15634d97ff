import type { InfoHash } from '../../core/infoHash.ts'
import type { OfferId, PeerId } from '../../wire/trackerMessages.ts'
import type { PeerLink } from '../link/peerLink.ts'

/** A share, as a place to meet people whom one knows from another. */
export interface Meeting {
  readonly infoHash: InfoHash
  /** Its peers are met through its trackers alone (BEP 27). */
  readonly isPrivate: boolean
  /** It has nobody yet. */
  readonly isLonely: boolean
  /** Whether a link to this one would be taken, which leads over a connection that is there already. */
  wants(id: PeerId): boolean
  isLinked(id: PeerId): boolean
  /** Whether this offer of ours waits, which a tracker or a neighbour was given. */
  hasOffered(offerId: OfferId): boolean
  withdraw(offerId: OfferId): void
  take(link: PeerLink): void
}
