import type { Wire } from 'bittorrent-protocol'
import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { Loan } from '../../storage/loan.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import type { Units } from '../link/prices.ts'
import type { RelayBudget } from '../relayBudget.ts'
import type { PieceTable } from '../scheduler/pieceTable.ts'
import type { Scheduler } from '../scheduler/scheduler.ts'
import type { Uplink } from '../scheduler/uplink.ts'
import type { TorrentStore } from '../torrentStore.ts'
import type { WireLanes } from '../wireLanes.ts'
import type { ConnectedTable } from './connected.ts'

export interface DriverOptions {
  readonly metainfo: Metainfo
  /** Which pieces are here, and which peers have: from now on the driver's scheduler alone changes it. */
  readonly pieces: PieceTable
  readonly store: TorrentStore
  readonly peerId: string
  /** The page came by https, and may not ask web seeds by http. */
  readonly secure: boolean
  readonly uplink: Uplink
  readonly relay: RelayBudget
  /** The lanes beside a wire; null where there cannot be any. */
  readonly lanes: (wire: Wire) => WireLanes | null
  /** Bytes that wait in this browser to be sent over the wire's connection. */
  readonly waiting: (wire: Wire) => Bytes
  /** What is said over the wire is lent: its connection gives it back when it can tell that it is sent. */
  readonly lend: (wire: Wire, loan: Loan) => void
  /** See `SwarmLink.whenSent`. */
  readonly whenSent: (wire: Wire, done: () => void) => boolean
  /** Whether the wire's connection leads over a TURN server. */
  readonly isRelayed: (wire: Wire) => boolean
  /** Whom to blame for what comes over the wire. */
  readonly source: (wire: Wire) => string
  /** Has the wire's peer pay for work beyond what each of its messages costs; false when it is let go for it. */
  readonly charge: (wire: Wire, units: Units) => boolean
  /** 0…1 */
  readonly random: () => number
  /** A piece came, its hash is right, and it is kept. */
  readonly verified: (piece: number) => void
  /** A piece could not be kept. */
  readonly failed: (error: Error) => void
}

/** What the parts of a driver have in common. */
export interface DriverContext {
  readonly options: DriverOptions
  readonly connected: ConnectedTable
  /** See {@link TorrentDriver.arrivedAt}. */
  readonly arrivedAt: () => Milliseconds
  /** Who is told of what happens; null once the driver has ended, whatever its connections still say. */
  readonly scheduler: () => Scheduler | null
}
