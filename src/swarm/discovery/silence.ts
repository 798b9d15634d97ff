import type { Milliseconds } from '../../core/brand.ts'

/** Nothing is heard for so long: time to ask something. With {@link ANSWER} a dead connection is known in 30 s. */
const QUIET: Milliseconds = 20_000

/** What was asked is answered by then, or never. */
const ANSWER: Milliseconds = 9_000

/** The same, where there is a reason to think that the connection is dead. */
const ANSWER_SOON: Milliseconds = 3_000

/** A timer that fires so late was held up, and what came meanwhile may be waiting behind it. */
const LATE: Milliseconds = 5_000

/** What the time has come for; null for nothing yet. */
export type SilenceVerdict = 'ask' | 'dead' | null

/**
 * Notices that a connection has gone silent without closing, as one does whose other end lost its power or whose network
 * was swapped: TCP itself takes minutes to tell. A page cannot ping by WebSocket, so it has to ask what is answered.
 *
 *     quiet ─(QUIET)─► ask ─► asked ─(ANSWER, or ANSWER_SOON if doubted)─► dead
 *
 * Whatever is heard leads back to quiet.
 */
export class Silence {
  /** Nothing was ever heard. */
  isUnbroken = true
  /** There was a reason to doubt the connection, and nothing was heard since. */
  isDoubted = false
  /** When to {@link look} next. */
  due: Milliseconds
  #isAsked = false
  #isForgiven = false

  constructor(now: Milliseconds) {
    this.due = now + QUIET
  }

  heard(now: Milliseconds): void {
    this.isUnbroken = false
    this.isDoubted = false
    this.due = now + QUIET
    this.#isAsked = false
    this.#isForgiven = false
  }

  /** Something was sent that has to be answered. */
  asked(now: Milliseconds): void {
    if (!this.#isAsked) this.due = now + ANSWER
    this.#isAsked = true
  }

  /** Something has to be answered soon, since the connection may be dead. However often this is said, it is one doubt. */
  doubted(now: Milliseconds): void {
    const soon = now + ANSWER_SOON
    this.due = this.#isAsked && this.due > now ? Math.min(this.due, soon) : soon
    this.#isAsked = true
    this.isDoubted = true
  }

  look(now: Milliseconds): SilenceVerdict {
    if (now < this.due) return null
    if (!this.#isAsked) return 'ask'
    if (now - this.due < LATE || this.#isForgiven) return 'dead'
    this.#isForgiven = true
    this.due = now + ANSWER
    return null
  }
}
