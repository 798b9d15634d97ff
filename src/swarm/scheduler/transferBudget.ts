import type { Bytes, BytesPerSecond, Milliseconds } from '../../core/brand.ts'
import { TokenBucket } from './tokenBucket.ts'

/** What one share may move; null for no limit. See `core/limits.ts` for what the user sets. */
export interface TransferLimits {
  readonly up: BytesPerSecond | null
  readonly down: BytesPerSecond | null
  /** Bytes to give from now on, after which nobody is served any more. */
  readonly give: Bytes | null
}

/** What one share may move, and how much it has given. */
export class TransferBudget {
  readonly up = new TokenBucket()
  readonly down = new TokenBucket()
  /** Bytes of blocks sent. */
  given: Bytes = 0
  /** How far {@link given} may go. */
  #most: Bytes = Infinity

  /** Bytes that may be given still. */
  get mayGive(): Bytes {
    return this.#most - this.given
  }

  limit({ up, down, give }: TransferLimits, now: Milliseconds): void {
    this.up.limit(up, now)
    this.down.limit(down, now)
    this.#most = give === null ? Infinity : this.given + give
  }
}
