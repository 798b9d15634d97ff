import type { Wire } from 'bittorrent-protocol'
import type { Bytes, Milliseconds } from '../core/brand.ts'
import type { Metainfo } from '../torrent/metainfo.ts'
import { OpenRequests, type Respond } from './openRequests.ts'
import { seedOf } from './origin/originGate.ts'
import { Origins, type OriginStatus, type OriginUse } from './origin/origins.ts'
import { PieceAssembly } from './pieceAssembly.ts'
import type { Commands, PeerKey } from './scheduler/commands.ts'
import type { Arrival } from './scheduler/fetcher.ts'
import type { Block } from './scheduler/geometry.ts'
import type { PieceTable } from './scheduler/pieceTable.ts'
import { Scheduler } from './scheduler/scheduler.ts'
import type { TransferLimits } from './scheduler/transferBudget.ts'
import type { Uplink } from './scheduler/uplink.ts'
import type { PieceRange } from '../torrent/pieces.ts'
import type { TorrentStore } from './torrentStore.ts'
import { sayLost } from './wireLosses.ts'
import { answerRequest, countBeside } from './wirePrivate.ts'
import { askEcho, knowsEcho } from './wireEcho.ts'
import type { Lane } from './link/lane.ts'
import { LOST_PIECE, UNASKED_BLOCK, type Units } from './link/prices.ts'
import type { WireLanes } from './wireLanes.ts'
import type { LaneMessage } from '../wire/laneMessages.ts'

/** How often the scheduler looks for what is overdue. All else happens when something arrives. */
const TICK: Milliseconds = 250

/** More than this at once nobody asks for (BEP 3 programs ask for 16 KiB). */
const MOST_BYTES: Bytes = 128 * 1024

/** Who has said nothing of its pieces for so long has none (BEP 3). */
const INTRODUCTION: Milliseconds = 1000

/** A wire, or a lane beside it. */
interface Connected {
  readonly wire: Wire
  readonly lane: Lane | null
  readonly asked: OpenRequests
  /** The peer has said which pieces it has. */
  introduced: boolean
  readonly since: Milliseconds
}

export interface DriverOptions {
  readonly metainfo: Metainfo
  /** Which pieces are here, and which peers have: from now on the driver's scheduler alone changes it. */
  readonly pieces: PieceTable
  readonly store: TorrentStore
  readonly peerId: string
  /** The page came by https, and may not ask web seeds by http. */
  readonly secure: boolean
  readonly uplink: Uplink
  /** The lanes beside a wire; null where there cannot be any. */
  readonly lanes: (wire: Wire) => WireLanes | null
  /** Bytes that wait in this browser to be sent over the wire's connection. */
  readonly waiting: (wire: Wire) => Bytes
  /** Whether the wire's connection leads over a TURN server. */
  readonly isRelayed: (wire: Wire) => boolean
  /** Has the wire's peer pay for work beyond what each of its messages costs; false when it is let go for it. */
  readonly charge: (wire: Wire, units: Units) => boolean
  /** 0…1 */
  readonly random: () => number
  /** A piece came, its hash is right, and it is kept. */
  readonly verified: (piece: number) => void
  /** A piece could not be kept. */
  readonly failed: (error: Error) => void
}

/**
 * Carries out what the {@link Scheduler} decides, over the share's wires, and tells it what they bring. What a
 * command sets off in a wire is told after the scheduler is done with its own work.
 */
export class TorrentDriver implements Commands {
  readonly #options: DriverOptions
  readonly #scheduler: Scheduler
  readonly #pieces: PieceTable
  readonly #assembly: PieceAssembly
  readonly #origins: Origins
  readonly #connected = new Map<PeerKey, Connected>()
  readonly #keys = new WeakMap<Wire | Lane, PeerKey>()
  /** Peers that sent what is false, by id: they may come back by another connection. */
  readonly #banned = new Set<string>()
  readonly #ticking: ReturnType<typeof setInterval>
  #got: Bytes = 0
  #given: Bytes = 0
  #nextKey = 0
  #ended = false

  constructor(options: DriverOptions) {
    this.#options = options
    const { metainfo, pieces, peerId, secure, uplink, random } = options
    this.#pieces = pieces
    this.#assembly = new PieceAssembly(metainfo)
    this.#scheduler = new Scheduler({
      pieces,
      now: uplink.now,
      random,
      commands: this,
      uplink,
    })
    this.#origins = new Origins({
      metainfo,
      secure,
      scheduler: this.#scheduler,
      now: uplink.now,
      seed: seedOf(peerId),
      random,
      fetch: (...request) => fetch(...request),
      newKey: () => this.#nextKey++,
      arrived: (key, block, bytes) => void this.#arrived(key, block, bytes),
    })
    this.#ticking = setInterval(() => {
      this.#lookAtPaths()
      this.#scheduler.tick()
      this.#origins.tick()
    }, TICK)
  }

  select(runs: readonly PieceRange[]): void {
    this.#scheduler.select(runs)
  }

  want(run: PieceRange, deadline: Milliseconds | null): void {
    this.#scheduler.want(run, deadline)
    if (deadline !== null) this.#origins.tick()
  }

  /** Bytes of pieces that came from peers. What the protocol adds is nobody's merit, and no account's. */
  get got(): Bytes {
    return this.#got
  }

  /** Bytes of pieces that went to peers. */
  get given(): Bytes {
    return this.#given
  }

  /** The publisher's HTTP copies, and how much each one was of use. */
  get origins(): readonly OriginStatus[] {
    return this.#origins.status
  }

  useOrigins(use: OriginUse): void {
    this.#origins.use(use)
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
    for (const { wire, lane } of this.#connected.values()) if (!lane) sayLost(wire, piece)
    this.#scheduler.forget(piece)
  }

  /** A piece turned out to be here already, right in every byte. */
  recall(piece: number): void {
    if (this.#pieces.here.has(piece)) return
    this.#assembly.forget(piece)
    this.#verified(piece, [])
  }

  end(): void {
    this.#ended = true
    clearInterval(this.#ticking)
    this.#origins.end()
    this.#scheduler.end()
  }

  /** An answer to a ping came over this wire. */
  answered(wire: Wire, token: number, receivedAt: Milliseconds | null): void {
    const key = this.#keys.get(wire)
    if (key !== undefined) this.#scheduler.answered(key, token, receivedAt)
  }

  /** The peer has a piece no longer. */
  lost(wire: Wire, piece: number): void {
    const key = this.#keys.get(wire)
    if (key !== undefined && !this.#ended && this.#options.charge(wire, LOST_PIECE))
      this.#scheduler.lostPiece(key, piece)
  }

  /** What the wire's peer has: 0…1 of the pieces, and whether something that is missing here is among it. */
  has(wire: Wire): { progress: number; useful: boolean } {
    const key = this.#keys.get(wire) ?? -1
    const [peer, connected] = [this.#pieces.peers.get(key), this.#connected.get(key)]
    if (!peer || !connected) return { progress: 0, useful: false }
    const { pieceCount } = this.#pieces.geometry
    const isNew = !connected.introduced && this.#options.uplink.now() - connected.since < INTRODUCTION
    return {
      progress: pieceCount > 0 ? peer.pieces.size / pieceCount : 0,
      useful: isNew || this.#pieces.lacksOf(peer),
    }
  }

  /** Takes a wire, after the handshake and with the metadata known. */
  attach(wire: Wire): void {
    if (this.#ended || wire.destroying || this.#keys.has(wire)) return
    if (this.#banned.has(wire.peerId)) {
      wire.destroy()
      return
    }
    const key = this.#nextKey++
    this.#connected.set(key, newConnected(wire, null, this.#options.uplink.now()))
    this.#keys.set(wire, key)
    this.#introduce(wire)
    this.#scheduler.peerJoined(key)
    this.#lookAtPieces(wire, key)
    if (wire.peerInterested) this.#scheduler.interested(key, true)
    if (!wire.peerChoking) this.#scheduler.unchoked(key)
    this.#listen(wire, key)
    this.#lookAtExtensions(wire, key)
  }

  // ── Commands ────────────────────────────────────────────────────────────────────────────────────────────

  request(key: PeerKey, block: Block): void {
    if (this.#origins.request(key, block)) return
    const { wire, lane } = this.#connected.get(key) ?? {}
    if (lane) return lane.send({ kind: 'request', ...block })
    wire?.request(block.piece, block.offset, block.length, (error) => {
      if (error) this.#later(() => this.#scheduler.refused(key, block))
    })
  }

  cancel(key: PeerKey, { piece, offset, length }: Block): void {
    const { wire, lane } = this.#connected.get(key) ?? {}
    if (lane) return lane.send({ kind: 'cancel', piece, offset, length })
    wire?.cancel(piece, offset, length)
    this.#origins.cancel(key, { piece, offset, length })
  }

  interested(key: PeerKey): void {
    this.#connected.get(key)?.wire.interested()
  }

  notInterested(key: PeerKey): void {
    this.#connected.get(key)?.wire.uninterested()
  }

  choke(key: PeerKey): void {
    const connected = this.#connected.get(key)
    if (!connected) return
    // The wire refuses by itself what it was asked for.
    connected.asked.takeAll()
    connected.wire.choke()
    for (const { wire, lane, asked } of this.#connected.values()) {
      if (!lane || wire !== connected.wire) continue
      for (const respond of asked.takeAll()) respond(null)
    }
  }

  unchoke(key: PeerKey): void {
    this.#connected.get(key)?.wire.unchoke()
  }

  have(key: PeerKey, pieces: readonly number[]): void {
    const wire = this.#connected.get(key)?.wire
    for (const piece of pieces) wire?.have(piece)
  }

  suggest(key: PeerKey, piece: number): void {
    const wire = this.#connected.get(key)?.wire
    if (wire?.hasFast) wire.suggest(piece)
  }

  serve(key: PeerKey, block: Block): void {
    void this.#serve(key, block)
  }

  ping(key: PeerKey, token: number): boolean {
    const { wire, lane } = this.#connected.get(key) ?? {}
    if (!lane) return wire !== undefined && askEcho(wire, token)
    lane.send({ kind: 'ask', token })
    return true
  }

  waiting(key: PeerKey): Bytes {
    const { wire, lane } = this.#connected.get(key) ?? {}
    if (lane) return lane.waiting
    return wire ? this.#options.waiting(wire) : 0
  }

  widen(key: PeerKey, count: number): void {
    const wire = this.#connected.get(key)?.wire
    if (wire) void this.#options.lanes(wire)?.open(count)
  }

  narrow(key: PeerKey): void {
    queueMicrotask(() => this.#connected.get(key)?.lane?.close())
  }

  ban(key: PeerKey): void {
    const wire = this.#connected.get(key)?.wire
    if (wire) this.#banned.add(wire.peerId)
    queueMicrotask(() => this.#origins.distrust(key))
    this.drop(key)
  }

  drop(key: PeerKey): void {
    queueMicrotask(() => {
      const { wire, lane } = this.#connected.get(key) ?? {}
      if (lane) lane.close()
      else wire?.destroy()
      this.#origins.giveUp(key)
    })
  }

  /** Tells the scheduler what came of a command, after its own work, and nothing after its end. */
  #later(tell: () => void): void {
    queueMicrotask(() => {
      if (!this.#ended) tell()
    })
  }

  #lookAtPaths(): void {
    for (const [key, { wire, lane }] of this.#connected) {
      if (!lane) this.#scheduler.peerRelayed(key, this.#options.isRelayed(wire))
    }
  }

  // ── What wires bring ────────────────────────────────────────────────────────────────────────────────────

  /** What we have: the first message, where there is anything to say (BEP 3, BEP 6). */
  #introduce(wire: Wire): void {
    const { here } = this.#pieces
    if (wire.hasFast && here.full) wire.haveAll()
    else if (wire.hasFast && here.size === 0) wire.haveNone()
    else wire.bitfield(here.bitfield())
  }

  #listen(wire: Wire, key: PeerKey): void {
    const scheduler = this.#scheduler
    // A wire that ends tells of a choke, and more, and it may end after the scheduler.
    const on = (event: string, told: (...values: never[]) => void) =>
      wire.on(event, (...values) => {
        if (!this.#ended) told(...values)
      })
    const hasNow = () => {
      const connected = this.#connected.get(key)
      // Once a connection (BEP 3, BEP 6): it costs the peer five bytes, and us a look at every piece.
      if (!connected || connected.introduced) {
        wire.destroy()
        return
      }
      connected.introduced = true
      this.#lookAtPieces(wire, key)
    }
    on('bitfield', hasNow)
    on('have-all', hasNow)
    on('have-none', hasNow)
    on('have', (piece: number) => scheduler.have(key, piece))
    on('suggest', (piece: number) => scheduler.suggested(key, piece))
    on('extended', (name: unknown) => {
      if (name === 'handshake') this.#lookAtExtensions(wire, key)
    })
    on('choke', () => scheduler.choked(key, wire.hasFast))
    on('unchoke', () => scheduler.unchoked(key))
    on('interested', () => scheduler.interested(key, true))
    on('uninterested', () => scheduler.interested(key, false))
    on('piece', (piece: number, offset: Bytes, bytes: Uint8Array) => {
      this.#arrivedFrom(wire, key, { piece, offset, length: bytes.length }, bytes)
    })
    on('request', (piece: number, offset: Bytes, length: Bytes) => {
      const block = { piece, offset, length }
      this.#requested(key, block, (bytes) => answerRequest(wire, block, bytes, this.#options.waiting(wire)))
    })
    on('cancel', (piece: number, offset: Bytes, length: Bytes) => {
      this.#connected.get(key)?.asked.take({ piece, offset, length })
      scheduler.cancelled(key, { piece, offset, length })
    })
    wire.once('close', () => {
      this.#connected.delete(key)
      if (!this.#ended) scheduler.peerLeft(key)
    })
  }

  /** What the peer has is in the ledger from now on, and the wire reads it there. */
  #lookAtPieces(wire: Wire, key: PeerKey): void {
    const { peerPieces } = wire
    const told: number[] = []
    for (let piece = 0; piece < this.#pieces.geometry.pieceCount; piece++)
      if (peerPieces.get(piece)) told.push(piece)
    wire.peerPieces = {
      get: (piece) => this.#pieces.peers.get(key)?.pieces.has(piece) ?? false,
      // The wire tells of each change as well, and the scheduler enters it.
      set: () => undefined,
    }
    this.#scheduler.peerHas(key, told)
  }

  #lookAtExtensions(wire: Wire, key: PeerKey): void {
    if (knowsEcho(wire)) this.#scheduler.peerPaces(key)
    const lanes = this.#options.lanes(wire)
    if (!lanes?.known) return
    this.#scheduler.peerWidens(key)
    lanes.use({
      opened: (lane, own) => {
        const laneKey = this.#nextKey++
        this.#connected.set(laneKey, newConnected(wire, lane, this.#options.uplink.now()))
        this.#keys.set(lane, laneKey)
        this.#scheduler.laneJoined(laneKey, key, own)
      },
      received: (lane, message) => {
        const laneKey = this.#keys.get(lane)
        if (laneKey !== undefined) this.#receivedOver(lane, laneKey, message)
      },
      closed: (lane) => {
        const laneKey = this.#keys.get(lane)
        if (laneKey === undefined) return
        this.#connected.delete(laneKey)
        if (!this.#ended) this.#scheduler.laneLeft(laneKey)
      },
      refused: () => this.#later(() => this.#scheduler.lanesRefused(key)),
    })
  }

  #receivedOver(lane: Lane, key: PeerKey, message: LaneMessage): void {
    const connected = this.#connected.get(key)
    if (this.#ended || !connected) return
    switch (message.kind) {
      case 'request':
        return this.#requested(key, blockOf(message), (bytes) => {
          if (!bytes) return lane.send({ ...message, kind: 'refusal' })
          lane.send({ kind: 'block', piece: message.piece, offset: message.offset, bytes })
          countBeside(connected.wire, 'upload', bytes.length)
        })
      case 'cancel':
        connected.asked.take(message)
        return this.#scheduler.cancelled(key, blockOf(message))
      case 'refusal':
        return this.#scheduler.refused(key, blockOf(message))
      case 'block': {
        const { piece, offset, bytes } = message
        const { wire } = connected
        if (this.#arrivedFrom(wire, key, { piece, offset, length: bytes.length }, bytes))
          countBeside(wire, 'download', bytes.length)
        return
      }
      case 'ask':
        return lane.send({ kind: 'answer', token: message.token, receivedAt: this.#options.uplink.now() })
      case 'answer':
        return this.#scheduler.answered(key, message.token, message.receivedAt)
    }
  }

  #requested(key: PeerKey, block: Block, respond: Respond): void {
    const connected = this.#connected.get(key)
    if (!connected) return
    if (!this.#pieces.geometry.holds(block) || block.length > MOST_BYTES || connected.asked.full) {
      connected.wire.destroy()
      return
    }
    if (!this.#pieces.here.has(block.piece)) {
      respond(null)
      return
    }
    // A wire that chokes refuses by itself; what a lane brings may have been sent before the peer knew.
    if (connected.lane && connected.wire.amChoking) {
      respond(null)
      return
    }
    if (connected.asked.add(block, respond)) this.#scheduler.asked(key, block)
    else respond(null)
  }

  async #serve(key: PeerKey, block: Block): Promise<void> {
    const { piece, offset, length } = block
    const bytes = await this.#options.store.read(piece, offset, length).catch(() => null)
    if (this.#ended) return
    const respond = this.#connected.get(key)?.asked.take(block)
    if (!respond) {
      this.#scheduler.notSent(key)
      return
    }
    respond(bytes)
    if (!bytes) {
      this.#scheduler.notSent(key)
      return
    }
    this.#given += bytes.length
    this.#scheduler.sent(key, block)
  }

  /** False for what nobody asked for: it is no part of what was fetched, which a private tracker books. */
  #arrivedFrom(wire: Wire, key: PeerKey, block: Block, bytes: Uint8Array): boolean {
    if (this.#arrived(key, block, bytes) === 'unasked') {
      this.#options.charge(wire, UNASKED_BLOCK)
      return false
    }
    this.#got += bytes.length
    return true
  }

  #arrived(key: PeerKey, block: Block, bytes: Uint8Array): Arrival {
    const arrival = this.#scheduler.arrived(key, block)
    if (arrival === 'taken' || arrival === 'complete') this.#assembly.add(block, bytes)
    if (arrival === 'complete') void this.#complete(block.piece)
    return arrival
  }

  async #complete(piece: number): Promise<void> {
    const bytes = await this.#assembly.complete(piece)
    if (this.#ended) return
    if (!bytes) {
      this.#scheduler.failed(piece)
      return
    }
    await this.#keep(piece, bytes)
  }

  async #keep(piece: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { store, failed } = this.#options
    let kept: Uint8Array
    try {
      kept = await store.write(piece, bytes)
    } catch (error) {
      if (!this.#ended) failed(error instanceof Error ? error : new Error(String(error)))
      return
    }
    if (!this.#ended) this.#verified(piece, this.#assembly.compare(piece, kept))
  }

  #verified(piece: number, wrong: readonly number[]): void {
    if (this.#scheduler.verified(piece, wrong)) this.#options.verified(piece)
  }
}

function newConnected(wire: Wire, lane: Lane | null, since: Milliseconds): Connected {
  return { wire, lane, asked: new OpenRequests(), introduced: false, since }
}

function blockOf({ piece, offset, length }: Block): Block {
  return { piece, offset, length }
}
