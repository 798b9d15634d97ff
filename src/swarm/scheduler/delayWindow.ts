import type { Milliseconds } from '../../core/brand.ts'
import { BaseDelay } from './baseDelay.ts'
import { Peak } from './peak.ts'
import { Round } from './round.ts'

/** The queue that a window may add to a path: calls and games on the same line hardly notice it. */
export const TARGET_QUEUE: Milliseconds = 25

/**
 * Wi-Fi and busy processors hold data back and hand it over at once. So much of the longest standstill lately may be
 * on its way besides (BBR's `extra_acked` has the same purpose), and a queue has to last for so many of them to be one:
 * as in CoDel (RFC 8289), what counts is its least over a time in which a standstill ends.
 */
const EXTRA_STANDSTILLS = 0.5
const LASTING_STANDSTILLS = 3
const LONGEST_STANDSTILL: Milliseconds = 200

/** Blocks beyond what the rate calls for: each window has as many, which is what makes them even. */
const SPARE = 2

/** Doubling goes on in spite of a queue while each round brings so much more than the best before. */
const STILL_FASTER = 1.25

/** All windows are drained at once, for two round trips, to so much of what the path holds: so the base shows. */
const DRAIN_EVERY: Milliseconds = 5000
const LONGEST_DRAIN: Milliseconds = 500
const DRAINED = 0.75

/** So much of a queue that is left when the window has shrunk to a third was never its own. */
const STAYS = 0.75

/** A path so short stays in the house: there is no line to keep free, and what delays is a busy processor. */
const LOCAL: Milliseconds = 8
const LOCAL_LEAST = 32

/**
 * 1 MiB each round trip of that length is a gigabit a second. More of it would wait in the transport's own buffer (2 MB
 * in Chromium), which then takes what it is given by fits and starts: between two pages on one machine a bare channel
 * brings 25 MB/s with 40 blocks on their way, 20 with 80, and 11 with 160.
 */
const LOCAL_MOST = 64

export interface WindowOptions {
  /** Blocks. */
  readonly least: number
  readonly most: number
  readonly initial: number
  readonly spare?: number
  /** The queue that it may add; the usual one when it is not given. */
  readonly target?: () => Milliseconds
  /** It is for all paths that share a line, and not for one. */
  readonly shared?: boolean
  /** The most of a path that stays in the house, where that is not what a data channel's buffer takes. */
  readonly localMost?: number | undefined
}

/**
 * With many paths a queue that nearly all of them show is their line's. Nor is what their best rounds brought the most
 * that the line takes: transports that lose packets hold back what is on its way.
 */
const SHARED_QUANTILE = 0.25

/**
 * How many blocks may be on their way at once: the rate of the path times its least round trip and the queue that it
 * may have, and a few to spare. The rate is what is on its way by how long it takes, so that a queue of any length is
 * gone two round trips later (FAST TCP has the same law). Doubles each round trip at first, until the first queue.
 */
export class DelayWindow {
  readonly base = new BaseDelay()
  /** The last round's queue. */
  queue: Milliseconds = 0
  /** Smoothed round trip; 0 before the first sample. */
  roundTrip: Milliseconds = 0
  /** Mean deviation of the round trip. */
  deviation: Milliseconds = 0

  readonly #options: WindowOptions
  #size: number
  /** It may grow: more would have been sent. */
  #limited = false
  #round = new Round(0)
  #roundAt: Milliseconds = -Infinity
  readonly #rate = new Peak()
  readonly #standstill = new Peak()
  #arrivedAt: Milliseconds = -Infinity
  #starting = true
  /** Blocks each millisecond in the best round of this start. */
  #startRate = 0
  /** The last round's. */
  #pathBase: Milliseconds = 0
  /** The window when a queue began to be too long, and the longest since. */
  #shrinking: { readonly size: number; longest: Milliseconds } | null = null

  constructor(options: WindowOptions) {
    this.#options = options
    this.#size = options.initial
  }

  /** Blocks that may be on their way now. */
  at(now: Milliseconds): number {
    if (!this.#drains(now)) return Math.floor(this.#size)
    const drained = Math.max(this.#options.least, DRAINED * this.rate * this.#pathBase)
    return Math.floor(Math.min(this.#size, drained))
  }

  /** Whether the peer is on the same machine or network. */
  get local(): boolean {
    return this.base.value < LOCAL
  }

  /** Blocks each millisecond that came in the best rounds of the last seconds. */
  get rate(): number {
    return this.#rate.value
  }

  /** Told when more would have been sent, had the window been larger: only then may it grow. */
  filled(): void {
    this.#limited = true
  }

  /** A block took this long. `elsewhere`: what of it was on no line. */
  sample(roundTrip: Milliseconds, now: Milliseconds, elsewhere: Milliseconds = 0): void {
    this.base.sample(roundTrip, now)
    this.sampleQueue(Math.max(0, roundTrip - this.base.value - elsewhere), roundTrip, now)
  }

  /** The same for one, or several that came together, whose queue was measured against another base. */
  sampleQueue(queue: Milliseconds, roundTrip: Milliseconds, now: Milliseconds, blocks = 1): void {
    const base = roundTrip - queue
    const sentAt = now - roundTrip
    this.#smooth(roundTrip)
    this.#noteStandstill(sentAt + base, blocks, now)
    this.#round.arrived(blocks)
    // Each block that comes makes room for two: twice as many each round trip.
    if (this.#starting && this.#limited && queue < this.#allowed) this.#set(this.#size + blocks)
    // A window is judged by what was sent since it changed, but for a start, which changes it all the time.
    if (sentAt < this.#roundAt - (this.#starting ? roundTrip / 2 : 0) || this.#drains(sentAt)) return
    this.#round.sample(queue, base, now)
    if (!this.#round.enough(now)) return
    const lasts = this.#round.seen(now) >= LASTING_STANDSTILLS * this.#longestStandstill
    const roundQueue = this.#round.queue(this.#options.shared ? SHARED_QUANTILE : 0)
    if (lasts || roundQueue <= this.#allowed) this.#endRound(roundQueue, now)
  }

  /** What held it back is known not to be the path: begins to double again, from so many blocks at least. */
  widen(least: number): void {
    this.#set(Math.max(this.#size, least))
    this.#start()
  }

  /** Nothing came for far too long: begins again with half as much. */
  stalled(): void {
    this.#rate.forget()
    this.#set(this.#size / 2)
    this.#start()
  }

  #smooth(roundTrip: Milliseconds): void {
    if (this.roundTrip === 0) {
      this.roundTrip = roundTrip
      this.deviation = roundTrip / 2
      return
    }
    this.deviation += (Math.abs(roundTrip - this.roundTrip) - this.deviation) / 4
    this.roundTrip += (roundTrip - this.roundTrip) / 8
  }

  /**
   * A time in which nothing came, and which nothing explains: neither the way of what comes now, nor what came before
   * it, nor the time that the line takes for it. On a slow line, where a block takes long, there is none.
   *
   * @param dueAt when it would have come without a queue
   */
  #noteStandstill(dueAt: Milliseconds, blocks: number, now: Milliseconds): void {
    const ownTime = this.rate > 0 ? blocks / this.rate : Infinity
    this.#standstill.note(Math.max(0, now - Math.max(this.#arrivedAt, dueAt) - ownTime), now)
    this.#arrivedAt = now
  }

  get #longestStandstill(): Milliseconds {
    return Math.min(LONGEST_STANDSTILL, this.#standstill.value)
  }

  /** The queue that it may have now. */
  get #allowed(): Milliseconds {
    return (this.#options.target?.() ?? TARGET_QUEUE) + EXTRA_STANDSTILLS * this.#longestStandstill
  }

  #endRound(queue: Milliseconds, now: Milliseconds): void {
    const { base } = this.#round
    const rate = this.#round.rate(now)
    this.queue = queue
    this.#pathBase = base
    this.#rate.note(rate, now)
    if (this.#starting) this.#judgeStart(queue, rate)
    else this.#set(this.#judge(queue, now) ?? this.#sized(this.#size / (base + queue)))
    this.#limited = false
    this.#roundAt = now
    this.#round = new Round(now)
  }

  /** What the path holds at so many blocks a millisecond, in steps that are no larger than those of a start. */
  #sized(rate: number): number {
    const { spare = SPARE, shared } = this.#options
    const held = (shared ? rate : Math.min(rate, this.rate)) * (this.#pathBase + this.#allowed)
    return Math.min(held + spare, (this.#limited ? 2 : 1) * this.#size)
  }

  #start(): void {
    this.#starting = true
    this.#startRate = 0
    this.#shrinking = null
  }

  /**
   * A queue alone does not end it: the transport below has a slow start of its own, which looks the same. But
   * while that goes on, more comes through each round trip.
   */
  #judgeStart(queue: Milliseconds, rate: number): void {
    const isFaster = rate > STILL_FASTER * this.#startRate
    this.#startRate = Math.max(this.#startRate, rate)
    if (isFaster || queue <= this.#allowed) return
    this.#starting = false
    this.#set(this.#sized(rate))
  }

  /** Looks whether the queue gives way as the window shrinks. Answers the size to go back to if it does not. */
  #judge(queue: Milliseconds, now: Milliseconds): number | null {
    if (queue <= this.#allowed) {
      this.#shrinking = null
      return null
    }
    this.#shrinking ??= { size: this.#size, longest: 0 }
    const { size } = this.#shrinking
    const longest = (this.#shrinking.longest = Math.max(this.#shrinking.longest, queue))
    if (this.#size > size / 3) return null
    this.#shrinking = null
    if (queue < STAYS * longest) return null
    this.base.lengthen(queue, now)
    return size
  }

  #drains(now: Milliseconds): boolean {
    if (this.#starting || this.local) return false
    return now % DRAIN_EVERY < Math.min(LONGEST_DRAIN, 2 * this.#pathBase)
  }

  #set(size: number): void {
    const { least, most, localMost = LOCAL_MOST } = this.#options
    const [localLeast, bound] = this.local ? [LOCAL_LEAST, localMost] : [0, Infinity]
    this.#size = Math.min(most, bound, Math.max(localLeast, least, size))
  }
}
