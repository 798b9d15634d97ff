import { Allowance } from '../core/allowance.ts'
import type { Milliseconds } from '../core/brand.ts'
import { Queue } from '../core/queue.ts'

/** Signatures that the browser checks at the same time. */
const SIDE_BY_SIDE = 64
/**
 * Each takes about 0.1 ms of a core: a second's worth at once, and a fifth of a core for as long as more come. A
 * late arrival has a review of ten thousand changes at once, and the rest a little later.
 */
const TERMS = { burst: 10_000, perSecond: 2000 }
/** So long until there is something to spend again. */
const PAUSE: Milliseconds = 100

/** Has the signatures that all connections bring checked a few at a time, however many come at once. */
export class Checks {
  readonly #allowance: Allowance
  readonly #wait: (time: Milliseconds) => Promise<void>
  readonly #waiting = new Queue<() => Promise<unknown>>()
  #underWay = 0
  #pausing = false

  constructor(now: () => Milliseconds, wait: (time: Milliseconds) => Promise<void>) {
    this.#allowance = new Allowance(TERMS, now)
    this.#wait = wait
  }

  /** Begins those that were handed in first first. */
  run<Result>(check: () => Promise<Result>): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    this.#waiting.push(() => check().then(resolve, reject))
    void this.#goOn()
    return promise
  }

  async #goOn(): Promise<void> {
    if (this.#pausing) return
    while (this.#underWay < SIDE_BY_SIDE) {
      const next = this.#waiting.shift()
      if (!next) return
      this.#underWay++
      if (!this.#allowance.spend(1)) {
        this.#pausing = true
        await this.#wait(PAUSE)
        this.#pausing = false
      }
      void next().finally(() => {
        this.#underWay--
        void this.#goOn()
      })
    }
  }
}
