import type { Milliseconds } from '../../core/brand.ts'

/** A round is told by so many samples, or by those of this time. */
const SAMPLES = 4
const LONGEST: Milliseconds = 200

/** What came from one change of a window to the next. */
export class Round {
  readonly #from: Milliseconds
  /** The least first. */
  readonly #queues: Milliseconds[] = []
  #firstAt: Milliseconds = 0
  #bases: Milliseconds = 0
  #blocks = 0

  constructor(from: Milliseconds) {
    this.#from = from
  }

  /** Blocks came, whenever they were sent. */
  arrived(blocks: number): void {
    this.#blocks += blocks
  }

  /**
   * What was sent in this round came.
   *
   * @param base the round trip less the queue
   */
  sample(queue: Milliseconds, base: Milliseconds, now: Milliseconds): void {
    if (this.#queues.length === 0) this.#firstAt = now
    this.#queues.splice(this.#queues.findLastIndex((each) => each <= queue) + 1, 0, queue)
    this.#bases += base
  }

  /** For how long its samples have been coming. */
  seen(now: Milliseconds): Milliseconds {
    return now - this.#firstAt
  }

  enough(now: Milliseconds): boolean {
    return this.#queues.length >= SAMPLES || (this.#queues.length > 0 && this.seen(now) >= LONGEST)
  }

  /** Blocks each millisecond. */
  rate(now: Milliseconds): number {
    return this.#blocks / Math.max(1, now - this.#from)
  }

  /** The mean round trip less the queue. */
  get base(): Milliseconds {
    return this.#bases / this.#queues.length
  }

  /** @param quantile 0 for the least, 0.5 for the median */
  queue(quantile: number): Milliseconds {
    return this.#queues[Math.floor(this.#queues.length * quantile)] ?? 0
  }
}
