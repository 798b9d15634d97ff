import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { PeerKey } from './commands.ts'
import { BaseDelay } from './baseDelay.ts'
import { DelayWindow, type WindowOptions } from './delayWindow.ts'
import { isSameBlock, weightOf, type Block } from './geometry.ts'
import type { LanePlan } from './lanePlan.ts'

/** Blocks one peer may have asked for and not been sent: 64 MiB, more than any line holds. */
export const MOST_ASKED = 4096

/** What a peer has asked for, and when. */
interface Asked extends Block {
  readonly askedAt: Milliseconds
}

/** A block that was sent to a peer, and when. */
interface Sent {
  readonly block: Block
  readonly at: Milliseconds
}

/** Pings under way for a whole window. */
const PINGS_PER_WINDOW = 8

/** What the way back may add to a round trip before it is held against the way there, whatever the peer says. */
const TRUSTED: Milliseconds = 200

/** Blocks on their way to a peer whose path cannot be measured: enough for most lines, and within any buffer. */
export const PINGLESS = 16

/** What came of a ping. */
export interface Arrived {
  /** Of 16 KiB. */
  readonly blocks: number
  readonly bytes: Bytes
  readonly roundTrip: Milliseconds
  /** The queue on the way there. */
  readonly queue: Milliseconds
}

/**
 * A connection to a peer as one to give over: what it asked for, and what is on its way to it. Whom to serve is
 * decided for the peer, with its first connection; lanes follow.
 */
export class Receiver {
  readonly key: PeerKey
  /** The first connection to the peer, when this is a lane. */
  readonly main: Receiver | null
  /** Lanes beside it. */
  readonly lanes = new Set<Receiver>()
  /** The lane was opened by this end, which alone decides when it is given back. */
  readonly own: boolean
  /** How many lanes it is to have; null when it knows none. */
  plan: LanePlan | null = null
  #choked = true
  /** It has told us that we have something it wants. */
  interested = false
  /** It has everything: it needs nothing. */
  seed = false
  /** As much as may be was moved over relays: it is served nothing. */
  barred = false
  /** What it asked for and was not sent, in the order of asking. */
  readonly asked: Asked[] = []
  /** Blocks handed out to be read and sent, in the order of handing out. */
  readonly reading: Block[] = []
  readonly window: DelayWindow
  /** It cannot be pinged: its requests are taken for the sign that what was sent has arrived. */
  pingless = false
  /** Nothing that was sent has arrived for too long. */
  stalled = false
  /** Bytes it has given us, and how many of them at the last choice of whom to serve. */
  got: Bytes = 0
  gotBefore: Bytes = 0
  /** Up to where it was served, on a count of blocks that goes on for all who are. */
  turn = 0
  /** When it was last unchoked. */
  unchokedAt: Milliseconds = 0
  /** What was sent and is not known to have arrived, oldest first. */
  readonly #sent: Sent[] = []
  /** The least that the way there took, by two clocks that do not agree. */
  readonly #oneWay = new BaseDelay()
  #pings: { readonly token: number; readonly upTo: number; readonly at: Milliseconds }[] = []
  /** Blocks of 16 KiB in {@link #sent}. */
  #sentWeight = 0
  #sentCount = 0
  #arrivedCount = 0
  #pinged = 0

  /** @param window `target`: the queue that what is sent may leave on the line */
  constructor(
    key: PeerKey,
    window: Pick<WindowOptions, 'target' | 'localMost'>,
    main: Receiver | null = null,
    own = false,
  ) {
    this.key = key
    this.window = new DelayWindow({ least: 1, most: 1024, initial: 4, ...window })
    this.main = main
    this.own = own
  }

  /** We do not let it fetch. */
  get choked(): boolean {
    return this.main ? this.main.choked : this.#choked
  }

  choke(): void {
    this.#choked = true
    for (const connection of [this, ...this.lanes]) connection.asked.length = 0
  }

  unchoke(now: Milliseconds): void {
    this.#choked = false
    this.unchokedAt = now
  }

  /** Blocks a millisecond that it took lately, over all its connections. */
  get rate(): number {
    return [...this.lanes].reduce((sum, lane) => sum + lane.window.rate, this.window.rate)
  }

  /** Blocks of 16 KiB being read, or sent and not known to have arrived. */
  get inFlight(): number {
    return this.reading.reduce((sum, block) => sum + weightOf(block), this.#sentWeight)
  }

  /** Blocks on their way that load the line, as far as can be told. */
  get load(): number {
    return this.stalled || this.pingless || this.window.local ? 0 : this.inFlight
  }

  /** Whether it asked for something, and what is sent to it comes through. */
  get waits(): boolean {
    return !this.choked && !this.stalled && this.asked.length > 0
  }

  /** How many blocks of 16 KiB may be sent to it now. */
  room(now: Milliseconds): number {
    return (this.pingless ? PINGLESS : this.window.at(now)) - this.inFlight
  }

  /** Whether it may be sent a block now. */
  ready(now: Milliseconds): boolean {
    if (!this.waits) return false
    if (this.room(now) > 0) return true
    this.window.filled()
    return false
  }

  /**
   * The reading of a block has come to its end. Null when it is not known of which: then it is taken to be the one
   * that was handed out first. Answers the block that is not read any more.
   */
  endReading(block: Block | null): Block | null {
    const at = block ? this.reading.findIndex((each) => isSameBlock(each, block)) : 0
    return this.reading.splice(Math.max(0, at), 1)[0] ?? null
  }

  sent(block: Block, now: Milliseconds): void {
    this.#sent.push({ block, at: now })
    this.#sentWeight += weightOf(block)
    this.#sentCount++
  }

  /** Whether it is time for another ping. */
  get pingDue(): boolean {
    const since = this.#sentCount - this.#pinged
    return since >= Math.max(1, Math.floor(this.#sent.length / PINGS_PER_WINDOW))
  }

  /** Something was sent since the last ping. */
  get unpinged(): boolean {
    return this.#sentCount > this.#pinged
  }

  pinged(token: number, now: Milliseconds): void {
    this.#pings.push({ token, upTo: this.#sentCount, at: now })
    this.#pinged = this.#sentCount
  }

  /**
   * A ping was answered: all that was sent before it has arrived. Null when it was none of ours.
   *
   * @param receivedAt when it arrived, by the peer's own clock, if the peer told: on the way back answers wait
   *   behind what the peer sends itself, and that is no queue of ours (as in LEDBAT, RFC 6817)
   */
  answered(token: number, receivedAt: Milliseconds | null, now: Milliseconds): Arrived | null {
    const found = this.#pings.findIndex((ping) => ping.token === token)
    const ping = this.#pings[found]
    if (!ping) return null
    this.#pings = this.#pings.slice(found + 1)
    const roundTrip = now - ping.at
    this.window.base.sample(roundTrip, now)
    const queue = this.#queueThere(roundTrip - this.window.base.value, ping.at, receivedAt, now)
    return { ...this.#arrive(ping.upTo), roundTrip, queue }
  }

  /**
   * What of the queue on the way there and back is on the way there: all of it, unless the peer tells when the ping
   * arrived. Whatever it tells, no more than all of it, and no less than all but {@link TRUSTED}.
   */
  #queueThere(
    both: Milliseconds,
    pingedAt: Milliseconds,
    receivedAt: Milliseconds | null,
    now: Milliseconds,
  ): Milliseconds {
    if (receivedAt === null) return both
    this.#oneWay.sample(receivedAt - pingedAt, now)
    const told = receivedAt - pingedAt - this.#oneWay.value
    return Math.min(both, Math.max(told, both - TRUSTED))
  }

  /** The oldest block is taken to have arrived: the peer cannot be pinged, and asked for something more. */
  oldestArrived(): void {
    if (this.#sent.length > 0) this.#arrive(this.#arrivedCount + 1)
  }

  /** The same for all of them. */
  allArrived(): void {
    this.#arrive(this.#sentCount)
  }

  /** When the oldest was sent that is not known to have arrived. */
  get waitingSince(): Milliseconds | null {
    return this.#sent[0]?.at ?? null
  }

  #arrive(upTo: number): { blocks: number; bytes: Bytes } {
    const count = Math.max(0, upTo - this.#arrivedCount)
    const arrived = this.#sent.splice(0, count)
    this.#arrivedCount += count
    const blocks = arrived.reduce((sum, { block }) => sum + weightOf(block), 0)
    this.#sentWeight -= blocks
    this.stalled = false
    return { blocks, bytes: arrived.reduce((sum, { block }) => sum + block.length, 0) }
  }
}
