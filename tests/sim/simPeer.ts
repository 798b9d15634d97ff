import type { Bytes, BytesPerSecond, Milliseconds } from '../../src/core/brand.ts'
import { PieceSet } from '../../src/core/pieceSet.ts'
import { BLOCK_LENGTH } from '../../src/torrent/pieces.ts'
import { MOST_SUSPECTS } from '../../src/swarm/scheduler/blame.ts'
import type { Commands, PeerKey } from '../../src/swarm/scheduler/commands.ts'
import type { Block } from '../../src/swarm/scheduler/geometry.ts'
import { Scheduler } from '../../src/swarm/scheduler/scheduler.ts'
import { Uplink } from '../../src/swarm/scheduler/uplink.ts'
import type { Clock } from './clock.ts'
import { Channel, Line } from './link.ts'
import { ledgerOf } from '../swarm/support/ledger.ts'
import { Air } from './air.ts'
import { Standstills } from './standstills.ts'

export type Character = 'honest' | 'freeRider' | 'liar'

export interface PeerOptions {
  readonly clock: Clock
  readonly random: () => number
  readonly size: Bytes
  readonly pieceLength: Bytes
  readonly seed: boolean
  readonly up: BytesPerSecond
  readonly down: BytesPerSecond
  /** One way, from this peer to the middle of the network. */
  readonly delay: Milliseconds
  readonly loss: number
  /** The longest that its line stands still at a time; 0 for never. */
  readonly standstill: Milliseconds
  /** The longest that its processor is busy with something else at a time; 0 for never. */
  readonly busy: Milliseconds
  /** What its processor can send. */
  readonly processor: BytesPerSecond
  readonly character: Character
  /** Whether it knows lanes. */
  readonly lanes: boolean
  /** It is another program: it sends all that it is asked for at once, and answers no pings. */
  readonly plain?: boolean
  /** It has everything that it wants. */
  readonly done: (peer: SimPeer) => void
}

/** Sizes of messages on the wire (BEP 3), without what lies below. */
const SMALL: Bytes = 17
const PIECE_HEADER: Bytes = 13
const PING: Bytes = 40
const HAVE: Bytes = 9

/** What a packet of its own costs: its headers, and its acknowledgement's. */
const PACKET: Bytes = 80

/** Reading a block, and hashing a piece. */
const READ: Milliseconds = 1
const HASH: Milliseconds = 2

const TICK: Milliseconds = 250

/** In a piece: none is longer than 64 MiB. */
const MOST_BLOCKS = 4096

/** Round trips until a further connection is open: signals, ICE, DTLS, SCTP. */
const OPENING_ROUNDS = 6

/** One end of a connection. */
interface End {
  readonly other: SimPeer
  readonly otherKey: PeerKey
  readonly channel: Channel
  /** What it asked for and was not answered, as the wire remembers it. */
  readonly asked: Map<number, Block>
  /** The first connection to the same peer, when this one is a lane. */
  readonly main: PeerKey | null
}

/** A peer of the simulation: the very scheduler of the page, over simulated lines. */
export class SimPeer implements Commands {
  readonly options: PeerOptions
  readonly uplink: Uplink
  readonly up: Line
  readonly down: Line
  /** When its page has no time. */
  readonly busy: Standstills | null
  readonly processor: Line | null
  readonly scheduler: Scheduler
  joinedAt: Milliseconds
  doneAt: Milliseconds | null = null
  /** Payload of blocks. */
  given: Bytes = 0
  banned = 0
  /** Lanes opened, and those that are open now. */
  widened = 0
  gone = false
  readonly #ends = new Map<PeerKey, End>()
  /** Those who have told what they have. */
  readonly #heard = new Set<PeerKey>()
  readonly #false = new Map<number, Set<number>>()
  /** Blocks that were false when their piece first came wrong; see `Blame`. */
  readonly #wasFalse = new Map<number, Set<number>>()
  readonly #pieceCount: number
  /** No two clocks agree. */
  readonly #clockOffset: Milliseconds
  #here = 0
  #nextKey = 0

  constructor(options: PeerOptions) {
    this.options = options
    const { clock, random, size, pieceLength } = options
    this.up = new Line(options.up, clock, air(options.standstill, random))
    this.down = new Line(options.down, clock, air(options.standstill, random))
    this.busy = options.busy > 0 ? new Standstills(options.busy, random) : null
    this.processor = options.processor < Infinity ? new Line(options.processor, clock) : null
    this.joinedAt = clock.now
    this.#clockOffset = (random() - 0.5) * 1e9
    this.#pieceCount = Math.ceil(size / pieceLength)
    this.uplink = new Uplink(() => clock.now)
    this.scheduler = new Scheduler({
      pieces: ledgerOf(size, pieceLength, options.seed ? PieceSet.full(this.#pieceCount) : [], random),
      now: () => clock.now,
      random,
      commands: this,
      uplink: this.uplink,
      lag: () => this.#lag,
    })
    if (options.seed) this.#here = this.#pieceCount
    this.scheduler.select([{ from: 0, to: this.#pieceCount - 1 }])
    clock.after(random() * TICK, () => this.#tick())
  }

  /** How long what was just told waited for the processor. */
  get #lag(): Milliseconds {
    return this.busy?.waited ?? 0
  }

  get connections(): number {
    return this.#ends.size
  }

  get neighbours(): readonly SimPeer[] {
    return [...this.#ends.values()].map(({ other }) => other)
  }

  /** Those who have told what they have. */
  get heard(): readonly SimPeer[] {
    return [...this.#ends].flatMap(([key, { other }]) => (this.#heard.has(key) ? [other] : []))
  }

  get lanes(): number {
    return [...this.#ends.values()].filter(({ main }) => main !== null).length
  }

  /** Connects two peers, who tell each other what they have. */
  static connect(left: SimPeer, right: SimPeer): void {
    const [leftKey, rightKey] = SimPeer.#link(left, right, [null, null])
    left.#introduce(leftKey)
    right.#introduce(rightKey)
  }

  /** One more connection: the first between the two, or a lane beside the first. */
  static #link(
    left: SimPeer,
    right: SimPeer,
    mains: readonly [PeerKey | null, PeerKey | null],
  ): readonly [PeerKey, PeerKey] {
    const [leftKey, rightKey] = [left.#nextKey++, right.#nextKey++]
    left.#join(leftKey, right, rightKey, mains[0], true)
    right.#join(rightKey, left, leftKey, mains[1], false)
    return [leftKey, rightKey]
  }

  leave(): void {
    this.gone = true
    for (const key of [...this.#ends.keys()]) this.drop(key)
    this.scheduler.end()
  }

  // ── Commands ────────────────────────────────────────────────────────────────────────────────────────────

  request(key: PeerKey, block: Block): void {
    this.#tell(key, SMALL, (end) => end.other.#requested(end.otherKey, block))
  }

  cancel(key: PeerKey, block: Block): void {
    this.#tell(key, SMALL, ({ other, otherKey }) => {
      other.#ends.get(otherKey)?.asked.delete(nameOf(block))
      other.scheduler.cancelled(otherKey, block)
    })
  }

  interested(key: PeerKey): void {
    this.#tell(key, SMALL, ({ other, otherKey }) => other.scheduler.interested(otherKey, true))
  }

  notInterested(key: PeerKey): void {
    this.#tell(key, SMALL, ({ other, otherKey }) => other.scheduler.interested(otherKey, false))
  }

  choke(key: PeerKey): void {
    this.#tell(key, SMALL, ({ other, otherKey }) => other.scheduler.choked(otherKey, true))
    for (const [each, { asked, main }] of this.#ends) {
      if (each !== key && main !== key) continue
      for (const block of asked.values()) this.#refuse(each, block)
      asked.clear()
    }
  }

  unchoke(key: PeerKey): void {
    if (this.options.character === 'freeRider') return
    this.#tell(key, SMALL, ({ other, otherKey }) => other.scheduler.unchoked(otherKey))
  }

  have(key: PeerKey, pieces: readonly number[]): void {
    const { clock, delay } = this.options
    const end = this.#ends.get(key)
    // Not over the channel, which would be an event for each of dozens of neighbours several times.
    const through = this.up.take(PACKET + pieces.length * HAVE, false) ?? 0
    clock.after(through + delay + 20, () => {
      for (const piece of pieces) end?.other.scheduler.have(end.otherKey, piece)
    })
  }

  suggest(key: PeerKey, piece: number): void {
    this.#tell(key, SMALL, ({ other, otherKey }) => other.scheduler.suggested(otherKey, piece))
  }

  serve(key: PeerKey, block: Block): void {
    this.options.clock.after(READ, () => {
      const end = this.#ends.get(key)
      if (!end?.asked.delete(nameOf(block))) return this.scheduler.notSent(key)
      const wrong = this.options.character === 'liar' && this.options.random() < 0.2
      this.given += block.length
      end.channel.send(block.length + PIECE_HEADER, () => end.other.#received(end.otherKey, block, wrong))
      if (!this.options.plain) this.scheduler.sent(key, block)
    })
  }

  ping(key: PeerKey, token: number): boolean {
    if (this.#ends.get(key)?.other.options.plain) return false
    this.#tell(key, PING, ({ other, otherKey }) => {
      const receivedAt = other.options.clock.now - other.#lag + other.#clockOffset
      other.#tell(otherKey, PING, (end) => end.other.scheduler.answered(end.otherKey, token, receivedAt))
    })
    return true
  }

  waiting(key: PeerKey): Bytes {
    return this.#ends.get(key)?.channel.waiting ?? 0
  }

  widen(key: PeerKey, lanes: number): void {
    const end = this.#ends.get(key)
    if (!end) return
    const { clock, delay } = this.options
    const roundTrip = 2 * (delay + end.other.options.delay)
    this.widened += lanes
    clock.after(OPENING_ROUNDS * roundTrip, () => {
      if (!this.#ends.has(key) || !end.other.#ends.has(end.otherKey)) return
      for (let lane = 0; lane < lanes; lane++) SimPeer.#link(this, end.other, [key, end.otherKey])
    })
  }

  narrow(lane: PeerKey): void {
    this.drop(lane)
  }

  ban(key: PeerKey): void {
    this.banned++
    this.drop(key)
  }

  drop(key: PeerKey): void {
    const end = this.#ends.get(key)
    if (!end) return
    const { clock } = this.options
    this.#close(key)
    // The other end notices a moment later.
    clock.after(50, () => end.other.#close(end.otherKey))
  }

  // ── What happens at this end ────────────────────────────────────────────────────────────────────────────

  #join(key: PeerKey, other: SimPeer, otherKey: PeerKey, main: PeerKey | null, own: boolean): void {
    const { clock, random } = this.options
    const channel = new Channel({
      clock,
      random,
      up: this.up,
      down: other.down,
      delay: this.options.delay + other.options.delay,
      loss: Math.max(this.options.loss, other.options.loss),
      busy: other.busy,
      processor: this.processor,
    })
    this.#ends.set(key, { other, otherKey, channel, asked: new Map(), main })
    if (main !== null) return this.scheduler.laneJoined(key, main, own)
    this.scheduler.peerJoined(key)
    if (!other.options.plain) this.scheduler.peerPaces(key)
    if (this.options.lanes && other.options.lanes && !this.options.plain && !other.options.plain)
      this.scheduler.peerWidens(key)
  }

  #introduce(key: PeerKey): void {
    const bitfield = this.scheduler.pieces.here.bitfield()
    const pieces = new PieceSet(this.#pieceCount, bitfield)
    this.#tell(key, bitfield.length, ({ other, otherKey }) => {
      other.#heard.add(otherKey)
      other.scheduler.peerHas(otherKey, pieces)
    })
  }

  #requested(key: PeerKey, block: Block): void {
    const end = this.#ends.get(key)
    if (!end) return
    end.asked.set(nameOf(block), block)
    if (this.options.plain) this.serve(key, block)
    else this.scheduler.asked(key, block)
  }

  #refuse(key: PeerKey, block: Block): void {
    this.#tell(key, SMALL, ({ other, otherKey }) => other.scheduler.refused(otherKey, block))
  }

  #received(key: PeerKey, block: Block, wrong: boolean): void {
    if (this.#ends.has(key)) this.arrived(key, block, wrong)
  }

  /** A block came, from whomever. */
  protected arrived(key: PeerKey, block: Block, wrong: boolean): void {
    const arrival = this.scheduler.arrived(key, block)
    if (arrival === 'unasked' || arrival === 'unwanted') return
    if (wrong) {
      const found = this.#false.get(block.piece) ?? new Set()
      this.#false.set(block.piece, found.add(block.offset / 16384))
    }
    if (arrival === 'complete') this.options.clock.after(HASH, () => this.#check(block.piece))
  }

  #check(piece: number): void {
    if (this.gone) return
    const wrong = this.#false.get(piece)
    this.#false.delete(piece)
    if (wrong) {
      if (!this.#wasFalse.has(piece) && this.#wasFalse.size < MOST_SUSPECTS) this.#wasFalse.set(piece, wrong)
      this.scheduler.failed(piece)
      return
    }
    const wasFalse = [...(this.#wasFalse.get(piece) ?? [])]
    this.#wasFalse.delete(piece)
    this.scheduler.verified(piece, wasFalse)
    this.#here++
    if (this.#here === this.#pieceCount) {
      this.doneAt = this.options.clock.now
      this.options.done(this)
    }
  }

  #tell(key: PeerKey, bytes: Bytes, deliver: (end: End) => void): void {
    const end = this.#ends.get(key)
    end?.channel.send(bytes, () => {
      if (end.other.#ends.has(end.otherKey)) deliver(end)
    })
  }

  #close(key: PeerKey): void {
    const end = this.#ends.get(key)
    if (!end) return
    end.channel.close()
    this.#ends.delete(key)
    if (end.main !== null) return this.scheduler.laneLeft(key)
    for (const [lane, { main }] of this.#ends) if (main === key) this.#close(lane)
    this.scheduler.peerLeft(key)
  }

  #tick(): void {
    if (this.gone) return
    this.scheduler.tick()
    this.options.clock.after(TICK, () => this.#tick())
  }
}

function air(longest: Milliseconds, random: () => number): Air | null {
  return longest > 0 ? new Air(longest, random) : null
}

/** A number that no other block of the share has. */
function nameOf({ piece, offset }: Block): number {
  return piece * MOST_BLOCKS + offset / BLOCK_LENGTH
}
