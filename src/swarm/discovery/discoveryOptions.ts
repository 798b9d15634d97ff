import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { InfoHash } from '../../core/infoHash.ts'
import type { PeerId } from '../../wire/trackerMessages.ts'
import type { LinkOptions } from '../link/connection.ts'
import type { PeerLink } from '../link/peerLink.ts'
import type { ReadyOffers } from '../link/readyOffers.ts'
import type { People } from '../people/people.ts'
import type { Neighbour } from './introducer.ts'
import type { TrackerPool } from './trackerConnection.ts'

export interface DiscoveryOptions {
  readonly infoHash: InfoHash
  readonly peerId: PeerId
  readonly trackers: readonly string[]
  readonly pool: TrackerPool
  /** Whether nothing more is wanted: other seeds are then of no use but for company. */
  readonly satisfied: () => boolean
  /** Whether there is something to be told besides what is shared: some others are then met, whatever they have. */
  readonly isSociable: () => boolean
  readonly link: LinkOptions
  /** Connections that were described before anybody asked for them. */
  readonly readyOffers: ReadyOffers<PeerLink>
  /** Those whom this page is connected to, in whichever share. */
  readonly people: People
  /** Whether peers are met through its trackers alone (BEP 27), as far as is known. */
  readonly isPrivate: () => boolean
  /** Those connected who may introduce others, and be introduced; none where trackers alone may (BEP 27). */
  readonly neighbours: () => Iterable<Neighbour>
  /** 0…1 */
  readonly random: () => number
  /** People who have to be there, this page counted, before it connects to any of them. */
  readonly peersFrom: () => number
  /** What to tell the trackers; `left` is null before the metadata is here. */
  readonly stats: () => { uploaded: Bytes; downloaded: Bytes; left: Bytes | null }
  /** A link that has opened; the receiver owns it from then on. */
  readonly found: (link: PeerLink) => void
  readonly changed: () => void
  /** By a clock that never goes back. */
  readonly now: () => Milliseconds
  /** A tracker does not serve this share, or not yet. */
  readonly refused: () => void
}
