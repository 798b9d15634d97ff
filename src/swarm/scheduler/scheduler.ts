import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { PieceSet } from '../../core/pieceSet.ts'
import type { PieceRange } from '../../torrent/pieces.ts'
import type { PeerKey } from './commands.ts'
import type { Arrival } from './fetcher.ts'
import type { Block } from './geometry.ts'
import { LanePlan } from './lanePlan.ts'
import { partsOf, type Parts, type SchedulerOptions } from './parts.ts'
import type { PieceTable } from './pieceTable.ts'
import type { TransferLimits } from './transferBudget.ts'

/**
 * Decides for one share what to ask of whom, how much at once, whom to serve, and with what. Has no I/O, no
 * timer and no clock of its own: it is told what happens, and answers through {@link Commands}. `tick` has to
 * be called now and then, several times a second where timers allow; everything that keeps bytes moving
 * happens when something arrives.
 *
 * Whatever a peer sends may be passed in: blocks nobody asked for, pieces that do not exist, announcements
 * without end cost no more than a look.
 */
export class Scheduler {
  /** The share's ledger. */
  readonly pieces: PieceTable
  readonly #options: SchedulerOptions
  readonly #parts: Parts

  constructor(options: SchedulerOptions) {
    this.#options = options
    this.pieces = options.pieces
    this.#parts = partsOf(options, (keys) => this.#ban(keys))
  }

  /** Bytes of blocks that came and were here already. */
  get wasted(): Bytes {
    return this.#parts.fetcher.wasted
  }

  /** Bytes of blocks sent. */
  get given(): Bytes {
    return this.#parts.budget.given
  }

  setLimits(limits: TransferLimits): void {
    this.#parts.budget.limit(limits, this.#options.now())
    this.#parts.fetcher.fillAll()
    this.budgetChanged()
  }

  /** What may be given is something else now: those who wait are served at once, or nobody is. */
  budgetChanged(): void {
    this.#parts.choker.tick()
    this.#parts.choker.changed()
    this.#options.uplink.pump()
  }

  // ── What is wanted ──────────────────────────────────────────────────────────────────────────────────────

  /** Fetches these pieces and no others. */
  select(ranges: readonly PieceRange[]): void {
    this.pieces.select(ranges)
    this.#parts.interest.updateAll()
    this.#parts.fetcher.fillAll()
  }

  /**
   * The pieces are needed in order, the first at `deadline`; null: no more than the rest. Only selected pieces
   * are fetched.
   */
  want(range: PieceRange, deadline: Milliseconds | null): void {
    this.#parts.urgency.want(range, deadline)
    this.pieces.version++
    this.#parts.fetcher.fillAll()
  }

  // ── Who is there ────────────────────────────────────────────────────────────────────────────────────────

  /** @param isStream it is met over a byte stream, not over data channels */
  peerJoined(key: PeerKey, isStream = false): void {
    this.#parts.choker.joined(this.#parts.connections.joined(key, isStream))
  }

  /** A publisher's HTTP copy that may be asked for what it is said to {@link have}, and takes nothing. */
  originJoined(key: PeerKey): void {
    this.#parts.connections.originJoined(key)
  }

  peerLeft(key: PeerKey): void {
    const peer = this.pieces.peers.get(key)
    if (!peer) return
    this.#parts.haves.left(key)
    this.pieces.forget(peer)
    this.#parts.connections.left(peer)
    this.#parts.choker.changed()
  }

  /** The peer sends no faster than its line takes, as we do. */
  peerPaces(key: PeerKey): void {
    const peer = this.pieces.peers.get(key)
    if (peer) peer.paces = true
  }

  /**
   * Whether what it sends comes over a TURN server, for which somebody pays: then it is asked for less.
   *
   * @param mayMove whether anything may be moved over one; else it is neither asked nor served
   */
  peerRelayed(key: PeerKey, isRelayed: boolean, mayMove = true): void {
    const peer = this.pieces.peers.get(key)
    const receiver = this.#parts.connections.receivers.get(key)
    if (!peer) return
    peer.relayed = isRelayed
    const isBarred = isRelayed && !mayMove
    if (peer.barred === isBarred) return
    peer.barred = isBarred
    if (receiver) receiver.barred = isBarred
    this.#parts.choker.reconsider()
    if (isBarred) for (const path of this.#parts.connections.pathsOf(peer)) this.#parts.fetcher.barred(path)
  }

  /** The peer knows lanes: they may be opened when its connection alone is too slow. */
  peerWidens(key: PeerKey): void {
    const receiver = this.#parts.connections.receivers.get(key)
    if (receiver) receiver.plan ??= new LanePlan(this.#options.now())
  }

  /** A lane to the peer is open. `own`: this end opened it. */
  laneJoined(lane: PeerKey, key: PeerKey, own: boolean): void {
    const path = this.#parts.connections.laneJoined(lane, key, own)
    if (!path) return
    if (own && this.#parts.connections.receivers.get(key)?.lanes.size === 1) this.#options.uplink.widened()
    this.#parts.fetcher.fill(path)
  }

  laneLeft(lane: PeerKey): void {
    this.#parts.connections.laneLeft(lane)
  }

  /** Not all lanes that were to be opened came about. */
  lanesRefused(key: PeerKey): void {
    this.#parts.connections.receivers.get(key)?.plan?.refused(this.#options.now())
  }

  // ── What peers have and allow ───────────────────────────────────────────────────────────────────────────

  /** The peer tells all that it has. */
  peerHas(key: PeerKey, pieces: PieceSet | readonly number[]): void {
    this.#parts.announcements.peerHas(key, pieces)
  }

  have(key: PeerKey, piece: number): void {
    this.#parts.announcements.have(key, piece)
  }

  lostPiece(key: PeerKey, piece: number): void {
    this.#parts.announcements.lostPiece(key, piece)
  }

  /** The peer wants us to fetch this piece from it. */
  suggested(key: PeerKey, piece: number): void {
    this.#parts.announcements.suggested(key, piece)
  }

  /** @param refuses it says of each request that it will not answer any more that it will not (BEP 6) */
  choked(key: PeerKey, refuses = false): void {
    this.#parts.announcements.choked(key, refuses)
  }

  unchoked(key: PeerKey): void {
    this.#parts.announcements.unchoked(key)
  }

  interested(key: PeerKey, interested: boolean): void {
    this.#parts.announcements.interested(key, interested)
  }

  // ── Blocks that come ────────────────────────────────────────────────────────────────────────────────────

  /** A block came. After `complete` the piece has to be checked, and {@link verified} or {@link failed} called. */
  arrived(key: PeerKey, block: Block): Arrival {
    return this.#parts.arrivals.arrived(key, block)
  }

  /** The peer refuses to send a block that it was asked for. */
  refused(key: PeerKey, block: Block): void {
    this.#parts.arrivals.refused(key, block)
  }

  /**
   * The hash of a complete piece is right, and the piece is kept; or one was found to be here.
   *
   * @param wrong blocks that were different when the piece came wrong before
   * @returns false when it was here already
   */
  verified(piece: number, wrong: readonly number[] = []): boolean {
    return this.#parts.arrivals.verified(piece, wrong)
  }

  /** The hash of a complete piece is wrong. */
  failed(piece: number): void {
    this.#parts.arrivals.failed(piece)
  }

  /** A piece that was here is not: its data is damaged. */
  forget(piece: number): void {
    this.#parts.arrivals.forget(piece)
  }

  // ── Blocks that go ──────────────────────────────────────────────────────────────────────────────────────

  /** The peer asks for a block. */
  asked(key: PeerKey, block: Block): void {
    const receiver = this.#parts.connections.outlets.get(key)
    if (!receiver || !this.pieces.here.has(block.piece)) return
    if (!this.#parts.giver.asked(receiver, block)) this.#options.commands.drop(key)
  }

  /** The peer takes a request back. */
  cancelled(key: PeerKey, block: Block): void {
    const receiver = this.#parts.connections.outlets.get(key)
    if (receiver) this.#parts.giver.cancelled(receiver, block)
  }

  /** A block to be served was handed to the connection. */
  sent(key: PeerKey, block: Block): void {
    const receiver = this.#parts.connections.outlets.get(key)
    if (!receiver) return
    this.#parts.budget.given += block.length
    this.#parts.giver.sent(receiver, block)
    this.#parts.advisor.sent((receiver.main ?? receiver).key, block)
  }

  /** A block to be served could not be read, or the peer took the request back. */
  notSent(key: PeerKey): void {
    const receiver = this.#parts.connections.outlets.get(key)
    if (receiver) this.#parts.giver.notSent(receiver)
  }

  /** A ping was answered. `receivedAt`: when it arrived, by the peer's clock, if the peer told. */
  answered(key: PeerKey, token: number, receivedAt: Milliseconds | null): void {
    const receiver = this.#parts.connections.outlets.get(key)
    if (receiver) this.#parts.giver.answered(receiver, token, receivedAt)
  }

  // ── Time ────────────────────────────────────────────────────────────────────────────────────────────────

  tick(): void {
    this.#parts.fetcher.tick()
    this.#parts.choker.tick()
    this.#parts.giver.tick()
    this.#parts.widener.tick()
    this.#parts.haves.tick(this.#options.now(), this.pieces.here.full)
    this.#parts.advisor.adviseAll()
  }

  /** Lets go of the line, and of all peers. Nothing may be called afterwards. */
  end(): void {
    this.#parts.giver.end()
    this.pieces.letGo()
  }

  #ban(keys: readonly PeerKey[]): void {
    for (const key of keys) {
      if (!this.pieces.peers.has(key)) continue
      this.peerLeft(key)
      this.#options.commands.ban(key)
    }
  }
}
