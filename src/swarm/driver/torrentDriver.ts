import type { Wire } from 'bittorrent-protocol'
import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { PieceRange } from '../../torrent/pieces.ts'
import { LOST_PIECE } from '../link/prices.ts'
import { Lag } from '../lag.ts'
import { seedOf } from '../origin/seedOf.ts'
import type { Origins, OriginStatus, OriginUse } from '../origin/origins.ts'
import { Scheduler } from '../scheduler/scheduler.ts'
import type { TransferLimits } from '../scheduler/transferBudget.ts'
import { sayLost } from '../wireLosses.ts'
import { Arriving } from './arriving.ts'
import { ConnectedTable, type Connected } from './connected.ts'
import type { DriverContext, DriverOptions } from './driverOptions.ts'
import { LaneEvents } from './laneEvents.ts'
import { Serving } from './serving.ts'
import { WireCommands } from './wireCommands.ts'
import { WireEvents } from './wireEvents.ts'

/** How often the scheduler looks for what is overdue. All else happens when something arrives. */
const TICK: Milliseconds = 250

/** Moves the pieces of one share: its {@link Scheduler}, between the wires to its peers and the store. */
export class TorrentDriver {
  readonly #options: DriverOptions
  readonly #scheduler: Scheduler
  readonly #connected: ConnectedTable
  readonly #events: WireEvents
  readonly #serving: Serving
  readonly #arriving: Arriving
  /** Null until it has any: what it takes to fetch from them is loaded then, for most shares have none. */
  #origins: Origins | null = null
  #loadingOrigins = false
  /** As was said last. */
  #originUse: OriginUse | null = null
  readonly #newOrigins: (make: typeof Origins) => Origins
  readonly #lag: Lag
  /** Sources of what is false: they may come back by another connection. */
  readonly #banned = new Set<string>()
  readonly #ticking: ReturnType<typeof setInterval>
  #ended = false

  constructor(options: DriverOptions) {
    this.#options = options
    const { metainfo, pieces, peerId, secure, uplink, random } = options
    const { now } = uplink
    const connected = (this.#connected = new ConnectedTable(now))
    const scheduler = () => (this.#ended ? null : this.#scheduler)
    this.#lag = new Lag(now)
    const context: DriverContext = { options, connected, scheduler, arrivedAt: () => this.arrivedAt }
    const serving = (this.#serving = new Serving(context))
    const arriving = (this.#arriving = new Arriving(context))
    this.#events = new WireEvents(context, serving, arriving, new LaneEvents(context, serving, arriving))
    const commands = new WireCommands({
      context,
      serving,
      origins: () => this.#origins,
      banned: (wire) => this.#banned.add(options.source(wire)),
    })
    this.#scheduler = new Scheduler({ pieces, now, random, commands, uplink, lag: () => this.#lag.value })
    this.#newOrigins = (Made) =>
      new Made({
        metainfo,
        secure,
        scheduler: this.#scheduler,
        now,
        seed: seedOf(peerId),
        random,
        fetch: (...request) => fetch(...request),
        newKey: () => connected.newKey(),
        arrived: (key, block, bytes) => void arriving.arrived(key, block, bytes),
      })
    this.#ticking = setInterval(() => {
      for (const each of connected.wires) this.#lookAtPath(each)
      this.#scheduler.tick()
      this.#origins?.tick()
    }, TICK)
  }

  select(ranges: readonly PieceRange[]): void {
    this.#scheduler.select(ranges)
  }

  want(range: PieceRange, deadline: Milliseconds | null): void {
    this.#scheduler.want(range, deadline)
    if (deadline !== null) this.#origins?.tick()
  }

  /** When what the page has just been told of came, at the latest: peers take the earliest of many for their measure. */
  get arrivedAt(): Milliseconds {
    return this.#options.uplink.now() - this.#lag.sure
  }

  /** See {@link Arriving.got}. */
  get got(): Bytes {
    return this.#arriving.got
  }

  /** See {@link Serving.given}. */
  get given(): Bytes {
    return this.#serving.given
  }

  /** The publisher's HTTP copies, and how much each one was of use. */
  get origins(): readonly OriginStatus[] {
    return this.#origins?.status ?? []
  }

  useOrigins(use: OriginUse): void {
    this.#originUse = use
    if (this.#origins) this.#origins.use(use)
    else void this.#loadOrigins()
  }

  async #loadOrigins(): Promise<void> {
    if (this.#loadingOrigins) return
    this.#loadingOrigins = true
    const loaded = await import('../origin/origins.ts').catch(() => null)
    this.#loadingOrigins = false
    // What cannot be loaded is tried again with the next word about them.
    if (!loaded || this.#ended || !this.#originUse) return
    this.#origins = this.#newOrigins(loaded.Origins)
    this.#origins.use(this.#originUse)
  }

  setLimits(limits: TransferLimits): void {
    this.#scheduler.setLimits(limits)
  }

  /** See {@link Scheduler.budgetChanged}. */
  budgetChanged(): void {
    this.#scheduler.budgetChanged()
  }

  /** A piece turned out to be damaged. */
  forget(piece: number): void {
    for (const { wire } of this.#connected.wires) sayLost(wire, piece)
    this.#scheduler.forget(piece)
  }

  /** See {@link Arriving.recall}. */
  recall(piece: number): void {
    this.#arriving.recall(piece)
  }

  end(): void {
    this.#ended = true
    clearInterval(this.#ticking)
    this.#origins?.end()
    this.#scheduler.end()
  }

  /** Takes a wire, after the handshake and with the metadata known. */
  attach(wire: Wire): void {
    if (this.#ended || wire.destroying || this.#connected.of(wire)) return
    if (this.#banned.has(this.#options.source(wire))) {
      wire.destroy()
      return
    }
    const connected = this.#connected.add(wire)
    this.#introduce(wire)
    this.#scheduler.peerJoined(connected.key, wire.type === 'tcp')
    this.#lookAtPath(connected)
    this.#events.listen(connected)
  }

  /** An answer to a ping came over this wire. */
  answered(wire: Wire, token: number, receivedAt: Milliseconds | null): void {
    const connected = this.#connected.of(wire)
    if (connected) this.#scheduler.answered(connected.key, token, receivedAt)
  }

  /** The peer has a piece no longer. */
  lost(wire: Wire, piece: number): void {
    const connected = this.#connected.of(wire)
    if (connected && !this.#ended && this.#options.charge(wire, LOST_PIECE))
      this.#scheduler.lostPiece(connected.key, piece)
  }

  /** Whether the wire's peer has told what it has, or has had the time to. */
  hasTold(wire: Wire): boolean {
    const connected = this.#connected.of(wire)
    return connected !== undefined && !connected.isNew(this.#options.uplink.now())
  }

  /** What the wire's peer has: 0…1 of the pieces, and whether something that is missing here is among it. */
  has(wire: Wire): { progress: number; useful: boolean } {
    const { pieces, uplink } = this.#options
    const connected = this.#connected.of(wire)
    const peer = connected && pieces.peers.get(connected.key)
    if (!peer) return { progress: 0, useful: false }
    const { pieceCount } = pieces.geometry
    return {
      progress: pieceCount > 0 ? peer.pieces.size / pieceCount : 0,
      useful: connected.isNew(uplink.now()) || pieces.lacksOf(peer),
    }
  }

  /** What we have: the first message, where there is anything to say (BEP 3, BEP 6). */
  #introduce(wire: Wire): void {
    const { here } = this.#options.pieces
    if (wire.hasFast && here.full) wire.haveAll()
    else if (wire.hasFast && here.size === 0) wire.haveNone()
    else wire.bitfield(here.bitfield())
  }

  /** By which way the wire leads, and what has moved over it since the last look. */
  #lookAtPath(connected: Connected): void {
    const { isRelayed, relay } = this.#options
    const { key, wire } = connected
    const moved = wire.downloaded + wire.uploaded
    if (isRelayed(wire)) relay.moved(moved - connected.moved)
    connected.moved = moved
    this.#scheduler.peerRelayed(key, isRelayed(wire), relay.mayMove())
  }
}
