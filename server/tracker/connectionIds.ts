import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Milliseconds } from '../../src/core/brand.ts'

/**
 * A client uses its id for a minute, the tracker takes it for two (BEP 15). The secret that an id was made with is up
 * to a minute old by then: it takes two former ones beside the newest, and an id holds for two to three minutes.
 */
const ROTATION_MS: Milliseconds = 60_000
const SECRETS = 3
const ID_BYTES = 8

type Secrets = readonly [Buffer, ...Buffer[]]

/**
 * Connection ids of the UDP tracker: proof that a client receives at the address it sends from. They are
 * computed, not kept: a keyed hash of the address, under a secret that is replaced every minute and taken for
 * two more.
 */
export class ConnectionIds {
  readonly #now: () => Milliseconds
  /** The newest first, and as many as {@link SECRETS} at most. */
  #secrets: Secrets = [randomBytes(32)]
  #rotatedAt: Milliseconds

  constructor(now: () => Milliseconds) {
    this.#now = now
    this.#rotatedAt = now()
  }

  /** `address` is of any fixed spelling. */
  issue(address: string): Buffer {
    return idFor(this.#rotated()[0], address)
  }

  /** `id` is of 8 bytes. */
  isValid(id: Buffer, address: string): boolean {
    return this.#rotated().some((secret) => timingSafeEqual(id, idFor(secret, address)))
  }

  /** The secrets that hold now. */
  #rotated(): Secrets {
    const turns = Math.floor((this.#now() - this.#rotatedAt) / ROTATION_MS)
    for (let turn = 0; turn < Math.min(turns, SECRETS); turn += 1) {
      this.#secrets = [randomBytes(32), ...this.#secrets.slice(0, SECRETS - 1)]
    }
    this.#rotatedAt += turns * ROTATION_MS
    return this.#secrets
  }
}

function idFor(secret: Buffer, address: string): Buffer {
  return createHmac('sha256', secret).update(address).digest().subarray(0, ID_BYTES)
}
