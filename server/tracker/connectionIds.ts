import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Milliseconds } from '../../src/core/brand.ts'

/** A client uses its id for a minute, the tracker takes it for two (BEP 15). */
const ROTATION_MS: Milliseconds = 60_000
const ID_BYTES = 8

/**
 * Connection ids of the UDP tracker: proof that a client receives at the address it sends from. They are
 * computed, not kept: a keyed hash of the address, under a secret that is replaced every minute and taken for
 * one more.
 */
export class ConnectionIds {
  readonly #now: () => Milliseconds
  #secret = randomBytes(32)
  #formerSecret = randomBytes(32)
  #rotatedAt: Milliseconds

  constructor(now: () => Milliseconds) {
    this.#now = now
    this.#rotatedAt = now()
  }

  /** `address` is of any fixed spelling. */
  issue(address: string): Buffer {
    this.#rotate()
    return idFor(this.#secret, address)
  }

  /** `id` is of 8 bytes. */
  isValid(id: Buffer, address: string): boolean {
    this.#rotate()
    return [this.#secret, this.#formerSecret].some((secret) => timingSafeEqual(id, idFor(secret, address)))
  }

  #rotate(): void {
    const elapsed = this.#now() - this.#rotatedAt
    if (elapsed < ROTATION_MS) return
    this.#formerSecret = elapsed < 2 * ROTATION_MS ? this.#secret : randomBytes(32)
    this.#secret = randomBytes(32)
    this.#rotatedAt = this.#now()
  }
}

function idFor(secret: Buffer, address: string): Buffer {
  return createHmac('sha256', secret).update(address).digest().subarray(0, ID_BYTES)
}
