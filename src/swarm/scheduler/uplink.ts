import type { Bytes, BytesPerSecond, Milliseconds } from '../../core/brand.ts'
import { DelayWindow, TARGET_QUEUE } from './delayWindow.ts'
import { TokenBucket } from './tokenBucket.ts'

/** The queue while people talk over the same line: what they say waits behind it. */
const TALKING_QUEUE: Milliseconds = 12
/** Who says something will soon hear or say more. */
const TALKING: Milliseconds = 15_000

/** Blocks for the lanes of a peer to begin with, beside all that its first connection holds back. */
const FIRST_OVER_LANES = 8

/** A share that has something to send over the line. */
export interface Sender {
  /** Hands out one block to be sent, if any is due, and charges the line for it. False when there is none. */
  sendOne(now: Milliseconds): boolean
}

/** What may be given over all, and what was: below 0 for what was counted and is not given after all. */
export interface GiveBudget {
  readonly gave: (bytes: Bytes) => void
  readonly mayGive: () => boolean
}

const NO_BUDGET: GiveBudget = { gave: () => undefined, mayGive: () => true }

/**
 * The user's line, as far as this page loads it. All shares and peers send over it, so besides the window of
 * each peer there is one for all of them together: it shrinks when *every* path shows a queue, which is the
 * line's own. Shares take turns.
 */
export class Uplink {
  readonly upLimit = new TokenBucket()
  readonly downLimit = new TokenBucket()
  /** The clock that all of it runs by. */
  readonly now: () => Milliseconds
  readonly #window = new DelayWindow({
    least: 1,
    most: 2048,
    initial: 2,
    spare: 1,
    shared: true,
    target: () => this.targetQueue,
  })
  readonly #senders = new Set<Sender>()
  readonly #budget: GiveBudget
  #inFlight = 0
  #pumping = false
  #talkingUntil: Milliseconds = -Infinity

  constructor(now: () => Milliseconds, budget = NO_BUDGET) {
    this.now = now
    this.#budget = budget
  }

  /** What may be given over all is used up. */
  get exhausted(): boolean {
    return !this.#budget.mayGive()
  }

  /** Limits for the whole page; null for none. */
  setLimits(limits: { up: BytesPerSecond | null; down: BytesPerSecond | null }): void {
    this.upLimit.limit(limits.up, this.now())
    this.downLimit.limit(limits.down, this.now())
    this.pump()
  }

  /** Somebody has said something that others are to see at once. */
  talked(): void {
    this.#talkingUntil = this.now() + TALKING
  }

  /** The queue that what is sent may leave on the line now. */
  get targetQueue(): Milliseconds {
    return this.now() < this.#talkingUntil ? TALKING_QUEUE : TARGET_QUEUE
  }

  join(sender: Sender): void {
    this.#senders.add(sender)
  }

  leave(sender: Sender): void {
    this.#senders.delete(sender)
  }

  /** So many blocks more are on their way, or fewer. */
  loaded(blocks: number): void {
    this.#inFlight += blocks
  }

  /**
   * A peer that one connection was too slow to has further ones now. What that connection holds back in the browser
   * counts as on its way, and its delays as a queue: neither says anything of the line.
   */
  widened(): void {
    this.#window.widen(this.#inFlight + FIRST_OVER_LANES)
    this.pump()
  }

  /** Blocks came through, with this queue on their path. */
  sample(queue: Milliseconds, roundTrip: Milliseconds, blocks: number): void {
    const now = this.now()
    this.#window.base.sample(roundTrip - queue, now)
    this.#window.sampleQueue(queue, roundTrip, now, blocks)
  }

  /** Counts a block that is handed out against the limit, and against what may be given over all. */
  charge(bytes: Bytes): void {
    this.upLimit.take(bytes)
    this.#budget.gave(bytes)
  }

  /** A block that was charged does not go. */
  giveBack(bytes: Bytes): void {
    this.upLimit.giveBack(bytes)
    this.#budget.gave(-bytes)
  }

  /** Sends as much as the line takes now. */
  pump(): void {
    // A sender may find something to send while it is asked for something.
    if (this.#pumping) return
    this.#pumping = true
    while (this.#sendNext());
    this.#pumping = false
  }

  #sendNext(): boolean {
    const now = this.now()
    if (!this.upLimit.open(now) || this.exhausted) return false
    if (this.#inFlight >= this.#window.at(now)) {
      this.#window.filled()
      return false
    }
    for (const sender of this.#senders) {
      if (!sender.sendOne(now)) continue
      // To the end of the line: a Set keeps the order of adding.
      this.#senders.delete(sender)
      this.#senders.add(sender)
      return true
    }
    return false
  }
}
