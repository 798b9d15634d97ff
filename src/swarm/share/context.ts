import type { Milliseconds } from '../../core/brand.ts'
import type { InfoHash } from '../../core/infoHash.ts'
import type { PeerId } from '../../wire/trackerMessages.ts'
import type { Urgency } from '../changes.ts'
import type { SiteConfig } from '../config.ts'
import type { TrackerPool } from '../discovery/trackerConnection.ts'
import type { Home } from '../home.ts'
import type { PeerLink } from '../link/peerLink.ts'
import type { ReadyOffers } from '../link/readyOffers.ts'
import type { ConnectionBudget } from '../link/connectionBudget.ts'
import type { People } from '../people/people.ts'
import type { Registrar } from '../registrar.ts'
import type { RelayBudget } from '../relayBudget.ts'
import type { Uplink } from '../scheduler/uplink.ts'
import type { Space } from '../space.ts'
import type { NotesOf } from '../wireNotes.ts'

/** What a share needs of the home, and of the engine that it is in. */
export interface ShareContext extends Pick<
  Home,
  'connect' | 'classic' | 'library' | 'openKept' | 'hashPieces' | 'sha1' | 'readTorrent'
> {
  /** The line that all shares send over, and the page's limits. */
  readonly uplink: Uplink
  readonly relay: RelayBudget
  /** People who have to be there before one connects to any, of what a web server has a copy of. */
  readonly peersFrom: () => number
  /** Whether all trackers that links name may be contacted without asking. */
  readonly contactsAll: () => boolean
  /** See {@link Dial.onlyOnClick}. */
  readonly onlyOnClick: () => boolean
  readonly budget: ConnectionBudget
  readonly readyOffers: ReadyOffers<PeerLink>
  readonly peerId: PeerId
  readonly people: People
  readonly config: SiteConfig
  readonly pool: TrackerPool
  readonly space: Space
  readonly registrar: Registrar
  readonly notes: NotesOf
  readonly now: () => Milliseconds
  readonly changed: (urgency: Urgency) => void
  /** Runs work that nobody waits for, one piece of it after the other. */
  readonly whenIdle: (work: () => Promise<void>) => void
  /** Files just hashed have told their info hash; settles when any other share that has the same one has made way. */
  readonly identified: (id: string, infoHash: InfoHash) => Promise<void>
}
