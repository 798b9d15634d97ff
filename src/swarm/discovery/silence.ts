import type { Milliseconds } from '../../core/brand.ts'

/** Nothing is heard for so long: time to ask something. With {@link ANSWER} it is what the server allows a client. */
const QUIET: Milliseconds = 45_000

/** What was asked is answered by then, or never. */
const ANSWER: Milliseconds = 15_000

/** A timer that fires so late was held up, and what came meanwhile may be waiting behind it. */
const LATE: Milliseconds = 5_000

/** What the time has come for; null for nothing yet. */
export type SilenceVerdict = 'ask' | 'dead' | null

/**
 * Notices that a connection has gone silent without closing, as one does whose other end lost its power or whose network
 * was swapped: TCP itself takes minutes to tell. A page cannot ping by WebSocket, so it has to ask what is answered.
 *
 *     quiet ─(QUIET)─► ask ─► asked ─(ANSWER)─► dead      whatever is heard leads back to quiet
 */
export class Silence {
  /** Nothing was ever heard. */
  isUnbroken = true
  #heardAt: Milliseconds
  #askedAt: Milliseconds | null = null
  #isForgiven = false

  constructor(now: Milliseconds) {
    this.#heardAt = now
  }

  heard(now: Milliseconds): void {
    this.isUnbroken = false
    this.#heardAt = now
    this.#askedAt = null
    this.#isForgiven = false
  }

  /** Something was sent that has to be answered. */
  asked(now: Milliseconds): void {
    this.#askedAt ??= now
  }

  /** When to {@link look} next. */
  get due(): Milliseconds {
    return this.#askedAt === null ? this.#heardAt + QUIET : this.#askedAt + ANSWER
  }

  look(now: Milliseconds): SilenceVerdict {
    if (now < this.due) return null
    if (this.#askedAt === null) return 'ask'
    if (now - this.due < LATE || this.#isForgiven) return 'dead'
    this.#isForgiven = true
    this.#askedAt = now
    return null
  }
}
