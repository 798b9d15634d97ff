import type { Milliseconds } from '../../core/brand.ts'
import { BaseDelay } from './baseDelay.ts'

/** The queue that a window may add to a path: calls and games on the same line hardly notice it. */
export const TARGET_QUEUE: Milliseconds = 50

/** Doubling ends when this much queue shows. */
const SLOW_START_QUEUE: Milliseconds = 25

/** Below this the path is idle enough to grow faster than by one block each round trip. */
const IDLE_QUEUE: Milliseconds = 12

/** A window at its least for so long, with a queue all the same: the queue is not its own, the path has changed. */
const REBASE_AFTER: Milliseconds = 3000

/** How often the queue is drained for a moment, so that the base can be measured. */
const DRAIN_EVERY: Milliseconds = 10_000

/** Samples whose least is looked at before doubling ends: one late block is no queue. */
const RECENT = 4

export interface WindowOptions {
  /** Blocks. */
  readonly least: number
  readonly most: number
  readonly initial: number
}

/**
 * How many blocks may be on their way at once, found by how long they take (in the manner of TCP Vegas and
 * LEDBAT++, RFC 6817): it grows while the round trip stays near the least that was ever seen, and shrinks when
 * a queue shows. Doubles each round trip at first, until the first queue.
 *
 * The queue of a round trip is the *least* of its samples, so that one retransmission does not shrink it.
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
  #boost = 1
  #roundEnd: Milliseconds = -Infinity
  #roundLeast = Infinity
  #recent: Milliseconds[] = []
  #leastSince: Milliseconds | null = null
  #drained: Milliseconds | null = null
  #drainUntil: Milliseconds = -Infinity
  #drainSize = 0

  constructor(options: WindowOptions) {
    this.#options = options
    this.#size = options.initial
  }

  /** Blocks that may be on their way now. */
  at(now: Milliseconds): number {
    return Math.floor(now < this.#drainUntil ? Math.min(this.#size, this.#drainSize) : this.#size)
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

  /** The same for one whose queue was measured against another base. */
  sampleQueue(queue: Milliseconds, roundTrip: Milliseconds, now: Milliseconds): void {
    this.#smooth(roundTrip)
    this.#drained ??= now
    this.#roundLeast = Math.min(this.#roundLeast, queue)
    this.#recent.push(queue)
    if (this.#recent.length > RECENT) this.#recent.shift()
    if (this.#slowStart) this.#grow(queue)
    if (now >= this.#roundEnd) this.#endRound(now)
  }

  /** Nothing came for far too long: begins again with half as much. */
  stalled(): void {
    this.#set(this.#size / 2)
    this.#slowStart = true
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

  #grow(queue: Milliseconds): void {
    if (this.#recent.length >= RECENT && Math.min(...this.#recent) > SLOW_START_QUEUE) {
      this.#slowStart = false
      // What was sent in the last round trip is queueing; go back to what the path holds.
      this.#set((this.#size * this.base.value) / (this.base.value + queue) || this.#size / 2)
      this.#recent = []
    } else if (this.#limited) {
      this.#set(this.#size + 1)
    }
  }

  #endRound(now: Milliseconds): void {
    const queue = this.#roundLeast
    this.queue = queue
    if (!this.#slowStart && now >= this.#drainUntil) this.#adjust(queue)
    this.#rebase(queue, now)
    this.#drain(now)
    this.#limited = false
    this.#roundLeast = Infinity
    this.#roundEnd = now + this.roundTrip
  }

  #adjust(queue: Milliseconds): void {
    if (queue > TARGET_QUEUE) {
      this.#boost = 1
      this.#set(this.#size * (1 - 0.5 * Math.min(1, (queue - TARGET_QUEUE) / TARGET_QUEUE)))
    } else if (this.#limited) {
      // An idle path may have grown wide since: look further with each round trip.
      this.#boost = queue < IDLE_QUEUE ? Math.min(this.#boost * 1.5, Math.max(1, this.#size / 4)) : 1
      this.#set(this.#size + this.#boost * (1 - queue / TARGET_QUEUE))
    }
  }

  #rebase(queue: Milliseconds, now: Milliseconds): void {
    if (queue <= TARGET_QUEUE || this.#size > this.#options.least || !Number.isFinite(this.base.value)) {
      this.#leastSince = null
    } else {
      this.#leastSince ??= now
      if (now - this.#leastSince < REBASE_AFTER) return
      this.#leastSince = null
      this.base.restart(this.base.value + queue, now)
      this.#slowStart = true
      this.#recent = []
    }
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
    this.#size = Math.min(this.#options.most, Math.max(this.#options.least, size))
  }
}
