import type { Bytes, BytesPerSecond, Milliseconds } from '../../core/brand.ts'
import type { PieceRange } from '../../torrent/pieces.ts'
import { Blame } from './blame.ts'
import { Choker } from './choker.ts'
import type { Commands, PeerKey } from './commands.ts'
import { Fetcher, type Arrival } from './fetcher.ts'
import { Geometry, type Block } from './geometry.ts'
import { Giver } from './giver.ts'
import { Haves } from './haves.ts'
import { LanePlan } from './lanePlan.ts'
import { PeerAbout, PeerState } from './peerState.ts'
import { Picker } from './picker.ts'
import type { PieceSet } from './pieceSet.ts'
import { PieceTable } from './pieceTable.ts'
import { Receiver } from './receiver.ts'
import { MOST_SUGGESTED, Suggester } from './suggester.ts'
import { TokenBucket } from './tokenBucket.ts'
import { Urgency } from './urgency.ts'
import type { Uplink } from './uplink.ts'
import { Widener } from './widener.ts'

export interface SchedulerOptions {
  readonly size: Bytes
  readonly pieceLength: Bytes
  /** The pieces that are here, as a bitfield (BEP 3). */
  readonly have: Uint8Array
  readonly now: () => Milliseconds
  /** 0…1 */
  readonly random: () => number
  readonly commands: Commands
  /** The line that all shares of the page send over. */
  readonly uplink: Uplink
}

/** What one share may move; null for no limit. See `core/limits.ts` for what the user sets. */
export interface TransferLimits {
  readonly up: BytesPerSecond | null
  readonly down: BytesPerSecond | null
  /** Bytes to give from now on, after which nobody is served any more. */
  readonly give: Bytes | null
}

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
  readonly #options: SchedulerOptions
  readonly #geometry: Geometry
  readonly #peers = new Map<PeerKey, PeerAbout>()
  readonly #receivers = new Map<PeerKey, Receiver>()
  /** Every connection, as one to fetch and one to give over: the first to each peer, and lanes. */
  readonly #paths = new Map<PeerKey, PeerState>()
  readonly #outlets = new Map<PeerKey, Receiver>()
  readonly #table: PieceTable
  readonly #urgency = new Urgency()
  readonly #blame = new Blame()
  readonly #fetcher: Fetcher
  readonly #giver: Giver
  readonly #choker: Choker
  readonly #haves: Haves
  readonly #suggester: Suggester
  readonly #widener: Widener
  readonly #up = new TokenBucket()
  readonly #down = new TokenBucket()
  #give: Bytes | null = null
  #given: Bytes = 0

  constructor(options: SchedulerOptions) {
    this.#options = options
    const { commands, uplink, now, random } = options
    this.#geometry = new Geometry(options.size, options.pieceLength)
    this.#table = new PieceTable(this.#geometry, this.#peers, random)
    for (const piece of piecesOf(options.have, this.#geometry.pieceCount)) this.#table.setHere(piece, true)
    this.#fetcher = new Fetcher({
      table: this.#table,
      picker: new Picker(this.#table, this.#urgency, this.#blame),
      peers: this.#paths,
      commands,
      now,
      limits: [this.#down, uplink.downLimit],
    })
    const receivers = this.#receivers
    const limit = this.#up
    const widener = (this.#widener = new Widener({ receivers, commands, now }))
    const outlets = this.#outlets
    this.#giver = new Giver({
      geometry: this.#geometry,
      receivers: outlets,
      commands,
      uplink,
      limit,
      mayGive: () => this.#mayGive,
      widener,
      now,
      random,
    })
    this.#suggester = new Suggester({
      geometry: this.#geometry,
      peers: this.#peers,
      commands,
      random,
      count: (piece) => this.#table.rarity.count(piece),
    })
    this.#choker = new Choker({
      receivers,
      commands,
      now,
      random,
      seeding: () => this.#table.wantsNothing,
      exhausted: () => uplink.exhausted || this.#mayGive <= 0,
    })
    this.#haves = new Haves(this.#peers, commands, this.#choker)
  }

  /** Bytes of blocks that came and were here already. */
  get wasted(): Bytes {
    return this.#fetcher.wasted
  }

  /** Bytes of blocks sent. */
  get given(): Bytes {
    return this.#given
  }

  /** Bytes that may be given still. */
  get #mayGive(): Bytes {
    return this.#give === null ? Infinity : this.#give - this.#given
  }

  /** What is here. */
  get here(): Pick<PieceSet, 'full' | 'size' | 'has' | 'bitfield'> {
    return this.#table.here
  }

  has(piece: number): boolean {
    return this.here.has(piece)
  }

  setLimits(limits: TransferLimits): void {
    const now = this.#options.now()
    this.#up.limit(limits.up, now)
    this.#down.limit(limits.down, now)
    this.#give = limits.give === null ? null : this.#given + limits.give
    this.#fetcher.fillAll()
    this.budgetChanged()
  }

  /** What may be given is something else now: those who wait are served at once, or nobody is. */
  budgetChanged(): void {
    this.#choker.tick()
    this.#choker.changed()
    this.#options.uplink.pump()
  }

  // ── What is wanted ──────────────────────────────────────────────────────────────────────────────────────

  /** Fetches these pieces and no others. */
  select(ranges: readonly PieceRange[]): void {
    let next = 0
    for (const { from, to } of [...ranges].sort((left, right) => left.from - right.from)) {
      for (; next < from; next++) this.#table.want(next, false)
      for (next = Math.max(next, from); next <= to; next++) this.#table.want(next, true)
    }
    for (; next < this.#geometry.pieceCount; next++) this.#table.want(next, false)
    this.#updateInterest()
    this.#fetcher.fillAll()
  }

  /**
   * The pieces are needed in order, the first at `deadline`; null: no more than the rest. Only selected pieces
   * are fetched.
   */
  want(range: PieceRange, deadline: Milliseconds | null): void {
    this.#urgency.want(range, deadline)
    this.#table.version++
    this.#fetcher.fillAll()
  }

  // ── Peers ───────────────────────────────────────────────────────────────────────────────────────────────

  peerJoined(key: PeerKey): void {
    const [about, receiver] = [new PeerAbout(key, this.#geometry.pieceCount), this.#newReceiver(key)]
    this.#peers.set(key, about)
    this.#paths.set(key, new PeerState(key, about))
    this.#receivers.set(key, receiver)
    this.#outlets.set(key, receiver)
  }

  /** A publisher's HTTP copy that may be asked for what it is said to {@link have}, and takes nothing. */
  originJoined(key: PeerKey): void {
    const origin = new PeerAbout(key, this.#geometry.pieceCount, true)
    origin.choked = false
    this.#peers.set(key, origin)
    this.#paths.set(key, new PeerState(key, origin))
  }

  /** The pieces that are wanted and not here. */
  *missing(): Generator<number> {
    if (this.#table.wantsNothing) return
    for (let piece = 0; piece < this.#geometry.pieceCount; piece++)
      if (this.#table.isMissing(piece)) yield piece
  }

  /** Whether the piece is wanted and not here. */
  needs(piece: number): boolean {
    return this.#table.isMissing(piece)
  }

  /** Whether a peer that is no origin has the piece: `open` lets us fetch, `choked` may soon. */
  amongPeers(piece: number): 'nobody' | 'choked' | 'open' {
    let found: 'nobody' | 'choked' = 'nobody'
    for (const peer of this.#peers.values()) {
      if (peer.origin || !peer.pieces.has(piece)) continue
      if (!peer.choked) return 'open'
      found = 'choked'
    }
    return found
  }

  /** The peer sends no faster than its line takes, as we do. */
  peerPaces(key: PeerKey): void {
    const peer = this.#peers.get(key)
    if (peer) peer.paces = true
  }

  /** Whether what it sends comes over a TURN server, for which somebody pays: then it is asked for less. */
  peerRelayed(key: PeerKey, isRelayed: boolean): void {
    const peer = this.#peers.get(key)
    if (peer) peer.relayed = isRelayed
  }

  peerLeft(key: PeerKey): void {
    const [peer, receiver] = [this.#peers.get(key), this.#receivers.get(key)]
    if (!peer) return
    for (const lane of receiver?.lanes ?? []) this.#disconnect(lane.key)
    this.#peers.delete(key)
    this.#haves.left(key)
    this.#receivers.delete(key)
    this.#table.forget(peer)
    this.#disconnect(key)
    this.#choker.changed()
  }

  // ── Lanes: further connections to a peer ────────────────────────────────────────────────────────────────

  /** The peer knows lanes: they may be opened when its connection alone is too slow. */
  peerWidens(key: PeerKey): void {
    const receiver = this.#receivers.get(key)
    if (receiver) receiver.plan ??= new LanePlan(this.#options.now())
  }

  /** A lane to the peer is open. `own`: this end opened it. */
  laneJoined(lane: PeerKey, key: PeerKey, own: boolean): void {
    const [about, main] = [this.#peers.get(key), this.#receivers.get(key)]
    if (!about || !main) return
    const [path, outlet] = [new PeerState(lane, about), this.#newReceiver(lane, main, own)]
    this.#paths.set(lane, path)
    this.#outlets.set(lane, outlet)
    main.lanes.add(outlet)
    if (own && main.lanes.size === 1) this.#options.uplink.widened()
    this.#fetcher.fill(path)
  }

  laneLeft(lane: PeerKey): void {
    const main = this.#outlets.get(lane)?.main
    if (!main) return
    for (const outlet of main.lanes) if (outlet.key === lane) main.lanes.delete(outlet)
    this.#disconnect(lane)
  }

  /** Not all lanes that were to be opened came about. */
  lanesRefused(key: PeerKey): void {
    this.#receivers.get(key)?.plan?.refused(this.#options.now())
  }

  #newReceiver(key: PeerKey, main: Receiver | null = null, own = false): Receiver {
    const { uplink } = this.#options
    return new Receiver(key, () => uplink.targetQueue, main, own)
  }

  #disconnect(key: PeerKey): void {
    const [path, outlet] = [this.#paths.get(key), this.#outlets.get(key)]
    this.#paths.delete(key)
    this.#outlets.delete(key)
    if (path) this.#fetcher.left(path)
    if (outlet) this.#giver.left(outlet)
  }

  #pathsOf(about: PeerAbout): PeerState[] {
    const lanes = [...(this.#receivers.get(about.key)?.lanes ?? [])]
    return [about.key, ...lanes.map(({ key }) => key)].flatMap((key) => this.#paths.get(key) ?? [])
  }

  #fill(about: PeerAbout): void {
    for (const path of this.#pathsOf(about)) this.#fetcher.fill(path)
  }

  // ── What peers have and allow ───────────────────────────────────────────────────────────────────────────

  /** The peer tells all that it has. */
  peerHas(key: PeerKey, bitfield: Uint8Array): void {
    const peer = this.#peers.get(key)
    if (!peer) return
    this.#table.replace(peer, piecesOf(bitfield, this.#geometry.pieceCount))
    this.#learnt(peer)
  }

  peerHasAll(key: PeerKey): void {
    const peer = this.#peers.get(key)
    if (!peer) return
    this.#table.replace(
      peer,
      Array.from({ length: this.#geometry.pieceCount }, (_, piece) => piece),
    )
    this.#learnt(peer)
  }

  have(key: PeerKey, piece: number): void {
    const peer = this.#peers.get(key)
    if (!peer || !this.#table.announce(peer, piece)) return
    if (peer.advised.has(piece)) this.#adviseOne(key)
    this.#learntInterest(peer)
    // As a seed it may be asked for what no leecher has.
    if (peer.seed) return this.#reconsider(peer)
    // Of a piece that is here, or that others are asked for whole, there is nothing to ask.
    const active = this.#table.active.get(piece)
    if (!this.#table.isMissing(piece)) return
    if (active) {
      for (const path of this.#pathsOf(peer)) this.#fetcher.handOver(piece, path)
    }
    if (active?.free !== 0) this.#reconsider(peer)
  }

  lostPiece(key: PeerKey, piece: number): void {
    const peer = this.#peers.get(key)
    if (!peer || !this.#table.withdraw(peer, piece)) return
    // It was to come from this peer alone, which now has not got it: it is to come from another.
    const active = this.#table.active.get(piece)
    if (active?.sole === peer) {
      this.#table.abandon(active)
      this.#fetcher.offer(piece)
    }
    this.#learntInterest(peer)
  }

  /** The peer wants us to fetch this piece from it. */
  suggested(key: PeerKey, piece: number): void {
    const peer = this.#peers.get(key)
    if (!peer || !this.#geometry.has(piece) || peer.suggested.size >= MOST_SUGGESTED) return
    peer.suggests = true
    if (peer.suggested.has(piece)) return
    peer.suggested.add(piece)
    if (this.#table.isMissing(piece) && !this.#table.active.has(piece)) this.#reconsider(peer)
  }

  /** @param refuses it says of each request that it will not answer any more that it will not (BEP 6) */
  choked(key: PeerKey, refuses = false): void {
    const peer = this.#peers.get(key)
    if (!peer || peer.choked) return
    peer.choked = true
    peer.suggested.clear()
    // What was to come from this peer alone may be asked of others now.
    this.#table.version++
    for (const path of this.#pathsOf(peer)) this.#fetcher.choked(path, refuses)
  }

  unchoked(key: PeerKey): void {
    const peer = this.#peers.get(key)
    if (!peer?.choked) return
    peer.choked = false
    peer.idleAt = -1
    this.#fill(peer)
  }

  interested(key: PeerKey, interested: boolean): void {
    const receiver = this.#receivers.get(key)
    if (!receiver || receiver.interested === interested) return
    receiver.interested = interested
    // What it was told of is not on its way to it: others are to be told.
    if (!interested) this.#peers.get(key)?.advised.clear()
    this.#choker.changed()
    this.#advise()
  }

  // ── Blocks that come ────────────────────────────────────────────────────────────────────────────────────

  /** A block came. After `complete` the piece has to be checked, and {@link verified} or {@link failed} called. */
  arrived(key: PeerKey, block: Block): Arrival {
    const path = this.#paths.get(key)
    if (!path) return 'unasked'
    const arrival = this.#fetcher.arrived(path, block)
    if (arrival === 'unasked') return arrival
    const receiver = this.#receivers.get(path.about.key)
    if (receiver && arrival !== 'unwanted') receiver.got += block.length
    if (arrival === 'complete') this.#updateInterest()
    this.#fetcher.fill(path, true)
    return arrival
  }

  /** The peer refuses to send a block that it was asked for. */
  refused(key: PeerKey, block: Block): void {
    const path = this.#paths.get(key)
    if (path) this.#fetcher.lost(path, block)
  }

  /**
   * The hash of a complete piece is right, and the piece is kept; or one was found to be here.
   *
   * @param wrong blocks that were different when the piece came wrong before
   */
  verified(piece: number, wrong: readonly number[] = []): void {
    if (!this.#geometry.has(piece)) return
    this.#fetcher.takeSenders(piece)
    const isNew = !this.#table.here.has(piece)
    this.#table.setHere(piece, true)
    if (isNew) this.#haves.add(piece)
    this.#ban(this.#blame.verified(piece, wrong))
    this.#updateInterest()
  }

  /** The hash of a complete piece is wrong. */
  failed(piece: number): void {
    if (!this.#table.isChecking(piece)) return
    const convicted = this.#blame.failed(piece, this.#fetcher.takeSenders(piece))
    this.#table.setHere(piece, false)
    this.#ban(convicted)
    this.#updateInterest()
    this.#fetcher.offer(piece)
  }

  /** A piece that was here is not: its data is damaged. */
  forget(piece: number): void {
    if (!this.#geometry.has(piece)) return
    this.#table.setHere(piece, false)
    this.#haves.forget(piece)
    this.#updateInterest()
    this.#fetcher.offer(piece)
  }

  // ── Blocks that go ──────────────────────────────────────────────────────────────────────────────────────

  /** The peer asks for a block. */
  asked(key: PeerKey, block: Block): void {
    const receiver = this.#outlets.get(key)
    if (!receiver || !this.#table.here.has(block.piece)) return
    if (!this.#giver.asked(receiver, block)) this.#options.commands.drop(key)
  }

  /** The peer takes a request back. */
  cancelled(key: PeerKey, block: Block): void {
    const receiver = this.#outlets.get(key)
    if (receiver) this.#giver.cancelled(receiver, block)
  }

  /** A block to be served was handed to the connection. */
  sent(key: PeerKey, block: Block): void {
    const receiver = this.#outlets.get(key)
    if (!receiver) return
    this.#given += block.length
    this.#giver.sent(receiver, block)
    const peer = this.#peers.get((receiver.main ?? receiver).key)
    if (!peer) return
    this.#suggester.sent(peer, block.piece)
    this.#adviseOne(peer.key)
  }

  /** A block to be served could not be read, or the peer took the request back. */
  notSent(key: PeerKey): void {
    const receiver = this.#outlets.get(key)
    if (receiver) this.#giver.notSent(receiver)
  }

  /** A ping was answered. `receivedAt`: when it arrived, by the peer's clock, if the peer told. */
  answered(key: PeerKey, token: number, receivedAt: Milliseconds | null): void {
    const receiver = this.#outlets.get(key)
    if (receiver) this.#giver.answered(receiver, token, receivedAt)
  }

  // ── Time ────────────────────────────────────────────────────────────────────────────────────────────────

  tick(): void {
    this.#fetcher.tick()
    this.#choker.tick()
    this.#giver.tick()
    this.#widener.tick()
    this.#haves.tick(this.#options.now(), this.#table.here.full)
    this.#advise()
  }

  /** Lets go of the line. Nothing may be called afterwards. */
  end(): void {
    this.#giver.end()
  }

  #advise(): void {
    if (this.#table.here.full) for (const key of this.#receivers.keys()) this.#adviseOne(key)
  }

  /** Only a seed advises: the rest see as little as the one they would advise. */
  #adviseOne(key: PeerKey): void {
    const [peer, receiver] = [this.#peers.get(key), this.#receivers.get(key)]
    if (!peer || !receiver || !receiver.interested || !this.#table.here.full) return
    // Who may not fetch will not: others are to be told of it.
    if (receiver.choked) return peer.advised.clear()
    this.#suggester.advise(peer, receiver.rate)
  }

  #learnt(peer: PeerAbout): void {
    this.#learntInterest(peer)
    this.#reconsider(peer)
  }

  /** There may be something to ask of the peer. */
  #reconsider(peer: PeerAbout): void {
    peer.idleAt = -1
    this.#fill(peer)
  }

  #learntInterest(peer: PeerAbout): void {
    const receiver = this.#receivers.get(peer.key)
    if (receiver) receiver.seed = peer.seed
    this.#updateInterestIn(peer)
  }

  #updateInterest(): void {
    for (const peer of this.#peers.values()) this.#updateInterestIn(peer)
  }

  #updateInterestIn(peer: PeerAbout): void {
    const interested = peer.useful > 0
    if (interested === peer.interested) return
    peer.interested = interested
    if (interested) this.#options.commands.interested(peer.key)
    else this.#options.commands.notInterested(peer.key)
  }

  #ban(keys: readonly PeerKey[]): void {
    for (const key of keys) {
      if (!this.#peers.has(key)) continue
      this.peerLeft(key)
      this.#options.commands.ban(key)
    }
  }
}

function piecesOf(bitfield: Uint8Array, count: number): number[] {
  const pieces: number[] = []
  for (let piece = 0; piece < count; piece++) {
    if ((bitfield[piece >> 3] ?? 0) & (0x80 >> (piece & 7))) pieces.push(piece)
  }
  return pieces
}
