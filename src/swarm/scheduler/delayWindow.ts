import type { Milliseconds } from '../../core/brand.ts'
import { BaseDelay } from './baseDelay.ts'

/** The queue that a window may add to a path: calls and games on the same line hardly notice it. */
export const TARGET_QUEUE: Milliseconds = 40

/** Doubling ends when this much queue shows. */
const SLOW_START_QUEUE: Milliseconds = 25

/** With less than this for some round trips, the window being full, the path holds far more. */
const IDLE_QUEUE: Milliseconds = 12
const IDLE_PART = 0.3
const IDLE_ROUNDS = 2

/** Below so many blocks, one more each round trip is as good. */
const LEAST_DOUBLED = 8

/** A queue that ends doubling in any case: routers drop what waits for longer than two or three of these. */
const LONG_QUEUE: Milliseconds = 100

/**
 * The part of a queue that has to stay, when the window has shrunk to half, for it to be none of its own: a busy
 * processor delays what arrives, a path has become longer, others fill the line.
 */
const STAYS = 0.75

/** A window that is hardly more than its least cannot shrink to find out; so long a queue is never its own. */
const CLEARLY_MORE = 1.4
const FOREIGN_QUEUE: Milliseconds = 80
const EXCUSE_AFTER: Milliseconds = 2000

/** How long it is put up with, and how much of it at most: routers drop what waits much longer. */
const MOST_EXCUSED: Milliseconds = 200
const EXCUSED_FOR: Milliseconds = 20_000

/** A round trip is looked at as a whole once so many blocks came in it, or so much time has passed. */
const ROUND_SAMPLES = 4
const LONGEST_ROUND: Milliseconds = 200

/** A path so short stays in the house: there is no line to keep free, and what delays is a busy processor. */
const LOCAL: Milliseconds = 8
const LOCAL_LEAST = 32

/** How long the best rate counts, in two halves. */
const RATE_HALF_LIFE: Milliseconds = 1000

/** How often the queue is drained for a moment, so that the base can be measured. */
const DRAIN_EVERY: Milliseconds = 10_000

/** Doubling goes on in spite of a queue while each round trip brings so much more than the best before. */
const STILL_FASTER = 1.25

export interface WindowOptions {
  /** Blocks. */
  readonly least: number
  readonly most: number
  readonly initial: number
  /** Which of a round trip's samples tells its queue: 0 the least, 0.5 the median. */
  readonly quantile: number
  /** The queue that it may add; the usual one when it is not given. */
  readonly target?: () => Milliseconds
}

/**
 * How many blocks may be on their way at once, found by how long they take (in the manner of TCP Vegas and
 * LEDBAT++, RFC 6817): it grows while the round trip stays near the least that was ever seen, and shrinks when
 * a queue shows. Doubles each round trip at first, until the first queue.
 *
 * The queue of a round trip is one of the lesser of its samples, so that one retransmission does not shrink it.
 */
export class DelayWindow {
  readonly base = new BaseDelay()
  /** The last round trip's queue. */
  queue: Milliseconds = 0
  /** Smoothed round trip; 0 before the first sample. */
  roundTrip: Milliseconds = 0
  /** Mean deviation of the round trip. */
  deviation: Milliseconds = 0

  readonly #options: WindowOptions
  #size: number
  #slowStart = true
  #limited = false
  #idleRounds = 0
  #roundEnd: Milliseconds = -Infinity
  /** Of the samples of this round trip. */
  readonly #queues: Milliseconds[] = []
  #roundStart: Milliseconds = 0
  /** Blocks each millisecond in the best round trip of this slow start. */
  #bestRate = 0
  /** A queue that is not this window's own, and until when it is put up with. */
  #excused: Milliseconds = 0
  #excusedUntil: Milliseconds = -Infinity
  /** Where the window was when it began to shrink. */
  #shrinking: {
    readonly size: number
    /** The longest queue since. */
    queue: Milliseconds
    readonly at: Milliseconds
    /** When it has shrunk enough, and what was sent since has come. */
    judgedAt: Milliseconds | null
  } | null = null
  /** The longest round trip of this round. */
  #longest: Milliseconds = 0
  /** Blocks of this round. */
  #delivered = 0
  /** Blocks each millisecond in the best rounds lately. */
  #rates = { current: 0, previous: 0, since: -Infinity }
  #drained: Milliseconds | null = null
  #drainUntil: Milliseconds = -Infinity
  #drainSize = 0

  constructor(options: WindowOptions) {
    this.#options = options
    this.#size = options.initial
  }

  /** Blocks that may be on their way now. */
  at(now: Milliseconds): number {
    if (this.local) return Math.floor(this.#size)
    return Math.floor(now < this.#drainUntil ? Math.min(this.#size, this.#drainSize) : this.#size)
  }

  /** Whether the peer is on the same machine or network. */
  get local(): boolean {
    return this.base.value < LOCAL
  }

  /** Blocks each millisecond that came in the best rounds of the last seconds. */
  get rate(): number {
    return Math.max(this.#rates.current, this.#rates.previous)
  }

  /** Told when more would have been sent, had the window been larger: only then may it grow. */
  filled(): void {
    this.#limited = true
  }

  /** A block took this long. */
  sample(roundTrip: Milliseconds, now: Milliseconds): void {
    this.base.sample(roundTrip, now)
    this.sampleQueue(roundTrip - this.base.value, roundTrip, now)
  }

  /** The same for one, or several that came together, whose queue was measured against another base. */
  sampleQueue(queue: Milliseconds, roundTrip: Milliseconds, now: Milliseconds, blocks = 1): void {
    this.#delivered += blocks
    this.#smooth(roundTrip)
    this.#drained ??= now
    const own = now < this.#excusedUntil ? Math.max(0, queue - this.#excused) : queue
    this.#queues.push(own)
    this.#longest = Math.max(this.#longest, roundTrip)
    if (this.#slowStart) this.#grow(own)
    const enough = this.#queues.length >= ROUND_SAMPLES || now - this.#roundStart >= LONGEST_ROUND
    if (enough && now >= this.#roundEnd) this.#endRound(now)
  }

  /** What held it back is known not to be the path: begins to double again, from so many blocks at least. */
  widen(least: number): void {
    this.#shrinking = null
    this.#set(Math.max(this.#size, least))
    this.#restart()
  }

  /** Nothing came for far too long: begins again with half as much. */
  stalled(): void {
    this.#rates = { current: 0, previous: 0, since: -Infinity }
    this.#set(this.#size / 2)
    this.#restart()
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

  /** Each block that comes makes room for two: twice as many each round trip. */
  #grow(queue: Milliseconds): void {
    if (this.#limited) this.#set(this.#size + (queue < SLOW_START_QUEUE ? 1 : 0.5))
  }

  /**
   * A queue alone does not end it: the transport below has a slow start of its own, which looks the same. But
   * while that goes on, more comes through each round trip.
   */
  #endSlowStart(queue: Milliseconds, rate: number, now: Milliseconds): void {
    const faster = rate > STILL_FASTER * this.#bestRate
    this.#bestRate = Math.max(this.#bestRate, rate)
    if (queue <= SLOW_START_QUEUE || this.#queues.length < 2) return
    if (faster && queue < Math.max(LONG_QUEUE, this.base.value)) return
    this.#slowStart = false
    this.#shrinking = { size: this.#size, queue, at: now, judgedAt: null }
    // What was sent in the last round trip, the wider half, is the queue; on a very short path half of it may stay.
    const base = Math.max(0, this.roundTrip - queue)
    this.#set(this.#size * Math.max(0.5, (base + this.#target / 2) / (base + queue)))
  }

  #endRound(now: Milliseconds): void {
    const queue = this.#queueOfRound()
    this.queue = queue
    const rate = this.#queues.length / Math.max(1, now - this.#roundStart)
    this.#noteRate(this.#delivered / Math.max(1, now - this.#roundStart), now)
    if (this.#slowStart) this.#endSlowStart(queue, rate, now)
    else if (now >= this.#drainUntil) this.#adjust(queue)
    this.#judge(queue, now)
    this.#drain(now)
    this.#limited = false
    this.#roundStart = now
    this.#queues.length = 0
    this.#longest = 0
    this.#delivered = 0
    // Not for a round trip that is itself the queue.
    this.#roundEnd = now + Math.min(this.roundTrip, LONGEST_ROUND)
  }

  #noteRate(rate: number, now: Milliseconds): void {
    if (now - this.#rates.since > RATE_HALF_LIFE)
      this.#rates = { current: 0, previous: this.#rates.current, since: now }
    this.#rates.current = Math.max(this.#rates.current, rate)
  }

  #queueOfRound(): Milliseconds {
    const sorted = this.#queues.sort((left, right) => left - right)
    return sorted[Math.floor(sorted.length * this.#options.quantile)] ?? 0
  }

  #adjust(queue: Milliseconds): void {
    const target = this.#target
    if (queue > target) {
      this.#set(this.#size * (1 - 0.25 * Math.min(1, (queue - target) / target)))
    } else if (this.#limited) {
      this.#set(this.#size + 1 - queue / target)
    }
    // Doubling ended too soon, or the path has grown wide since.
    this.#idleRounds =
      queue < Math.min(IDLE_QUEUE, IDLE_PART * target) && this.#limited ? this.#idleRounds + 1 : 0
    if (this.#idleRounds >= IDLE_ROUNDS && this.#size >= LEAST_DOUBLED) this.#restart()
  }

  #restart(): void {
    this.#slowStart = true
    this.#bestRate = 0
    this.#idleRounds = 0
  }

  /** Looks whether the queue gives way as the window shrinks. */
  #judge(queue: Milliseconds, now: Milliseconds): void {
    if (queue <= this.#target) {
      this.#shrinking = null
      return
    }
    const { least } = this.#options
    this.#shrinking ??= { size: this.#size, queue, at: now, judgedAt: null }
    const { size, at, judgedAt } = this.#shrinking
    const longest = (this.#shrinking.queue = Math.max(this.#shrinking.queue, queue))
    if (size < CLEARLY_MORE * least) {
      if (queue > FOREIGN_QUEUE && now - at >= EXCUSE_AFTER) this.#excuse(queue, size, now)
    } else if (judgedAt === null) {
      // What was sent until now was sent from a wider window.
      if (this.#size <= Math.max(size / 2, least)) this.#shrinking.judgedAt = now + 1.5 * this.#longest
    } else if (now >= judgedAt) {
      if (queue >= STAYS * longest) this.#excuse(queue, size, now)
      else this.#shrinking = null
    }
  }

  #excuse(queue: Milliseconds, size: number, now: Milliseconds): void {
    this.#shrinking = null
    const before = now < this.#excusedUntil ? this.#excused : 0
    this.#excused = Math.min(MOST_EXCUSED, before + queue)
    this.#excusedUntil = now + EXCUSED_FOR
    this.#set(size)
    this.#restart()
  }

  /** Sends a little less than the path holds for a round trip, unless its base was seen lately anyway. */
  #drain(now: Milliseconds): void {
    const last = Math.max(this.#drained ?? now, this.base.confirmedAt)
    if (this.#slowStart || now - last < DRAIN_EVERY || this.queue <= 0) return
    this.#drained = now
    const own = Math.max(0.1, 1 - this.queue / this.roundTrip)
    this.#drainSize = Math.max(this.#options.least, 0.75 * own * this.#size)
    this.#drainUntil = now + 2 * this.roundTrip
  }

  #set(size: number): void {
    this.#size = Math.min(this.#options.most, Math.max(this.#least, size))
  }

  get #target(): Milliseconds {
    return this.#options.target?.() ?? TARGET_QUEUE
  }

  /**
   * At the rate of the last seconds a window of this size adds no more than the target: what shows beyond it is
   * not its own.
   */
  get #least(): number {
    const { least } = this.#options
    if (this.local) return Math.max(least, LOCAL_LEAST)
    const base = this.base.value
    if (!Number.isFinite(base)) return least
    return Math.max(least, Math.min(this.#size, this.rate * (base + this.#target)))
  }
}
