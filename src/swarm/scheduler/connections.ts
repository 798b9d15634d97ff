import type { Milliseconds } from '../../core/brand.ts'
import type { PeerKey } from './commands.ts'
import { PeerAbout, PeerState } from './peerState.ts'
import type { PieceTable } from './pieceTable.ts'
import { Receiver } from './receiver.ts'

export interface ConnectionsOptions {
  readonly table: PieceTable
  /** The queue that what is sent may leave on the line. */
  readonly targetQueue: () => Milliseconds
  /** A connection is no more: as one to fetch over, and as one to give over. */
  readonly closed: (path: PeerState | null, outlet: Receiver | null) => void
}

/**
 * Blocks on their way over a byte stream that stays in the house. It has no buffer of its own that could overflow, and
 * while they are under way the pieces of the next are read and looked at, a few at once.
 */
const STREAM_MOST = 256

/** Who is there: peers and web seeds, and every connection to them; the first to each, and lanes beside it. */
export class Connections {
  readonly peers: Map<PeerKey, PeerAbout>
  /** The peers as those to give to, by their first connection; web seeds take nothing. */
  readonly receivers = new Map<PeerKey, Receiver>()
  /** Every connection, as one to fetch over. */
  readonly paths = new Map<PeerKey, PeerState>()
  /** Every connection, as one to give over. */
  readonly outlets = new Map<PeerKey, Receiver>()
  readonly #options: ConnectionsOptions

  constructor(options: ConnectionsOptions) {
    this.#options = options
    this.peers = options.table.peers
  }

  /** @param isStream see {@link STREAM_MOST} */
  joined(key: PeerKey, isStream = false): Receiver {
    const localMost = isStream ? STREAM_MOST : undefined
    this.#meet(new PeerAbout(key, this.#pieceCount), localMost)
    const receiver = new Receiver(key, { target: this.#options.targetQueue, localMost })
    this.receivers.set(key, receiver)
    this.outlets.set(key, receiver)
    return receiver
  }

  originJoined(key: PeerKey): void {
    const origin = new PeerAbout(key, this.#pieceCount, true)
    origin.choked = false
    this.#meet(origin)
  }

  left({ key }: PeerAbout): void {
    for (const lane of this.receivers.get(key)?.lanes ?? []) this.#close(lane.key)
    this.peers.delete(key)
    this.receivers.delete(key)
    this.#close(key)
  }

  /** Answers the lane as one to fetch over; null when there is no such peer. */
  laneJoined(lane: PeerKey, key: PeerKey, own: boolean): PeerState | null {
    const [about, main] = [this.peers.get(key), this.receivers.get(key)]
    if (!about || !main) return null
    const [path, outlet] = [
      new PeerState(lane, about),
      new Receiver(lane, { target: this.#options.targetQueue }, main, own),
    ]
    this.paths.set(lane, path)
    this.outlets.set(lane, outlet)
    main.lanes.add(outlet)
    return path
  }

  laneLeft(lane: PeerKey): void {
    const outlet = this.outlets.get(lane)
    if (!outlet?.main) return
    outlet.main.lanes.delete(outlet)
    this.#close(lane)
  }

  /** All connections to the peer. */
  pathsOf({ key }: PeerAbout): PeerState[] {
    const lanes = [...(this.receivers.get(key)?.lanes ?? [])]
    return [key, ...lanes.map((lane) => lane.key)].flatMap((each) => this.paths.get(each) ?? [])
  }

  get #pieceCount(): number {
    return this.#options.table.geometry.pieceCount
  }

  #meet(about: PeerAbout, localMost?: number): void {
    this.peers.set(about.key, about)
    this.paths.set(about.key, new PeerState(about.key, about, localMost))
  }

  #close(key: PeerKey): void {
    const [path, outlet] = [this.paths.get(key) ?? null, this.outlets.get(key) ?? null]
    this.paths.delete(key)
    this.outlets.delete(key)
    this.#options.closed(path, outlet)
  }
}
