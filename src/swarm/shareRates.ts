import type { Bytes, BytesPerSecond, Milliseconds } from '../core/brand.ts'
import { RateMeter } from '../core/rateMeter.ts'
import type { RateSample } from './snapshot.ts'

const HISTORY_SECONDS = 60

/** The rates of one share, and what they were in the last minute. */
export class ShareRates {
  current: RateSample = { get: 0, give: 0 }
  /** One sample a second, oldest first. */
  history: readonly RateSample[] = []
  /** Bytes hashed a second. */
  hashing: BytesPerSecond = 0
  /** Bytes hashed so far. */
  hashed: Bytes = 0

  readonly #get = new RateMeter()
  readonly #give = new RateMeter()
  #hash = new RateMeter()

  /** Called once a second with the totals so far. */
  sample(totals: { got: Bytes; given: Bytes }, now: Milliseconds): void {
    this.current = { get: this.#get.sample(totals.got, now), give: this.#give.sample(totals.given, now) }
    this.history = [...this.history, this.current].slice(-HISTORY_SECONDS)
  }

  /** Called as hashing goes on, from 0: most shares are hashed before the first second is over. */
  sampleHashing(hashed: Bytes, now: Milliseconds): void {
    if (hashed === 0) this.#hash = new RateMeter()
    this.hashed = hashed
    this.hashing = this.#hash.sample(hashed, now)
  }
}
