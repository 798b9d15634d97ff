import type { Bytes, Milliseconds } from '../../../src/core/brand.ts'

export interface LinkOptions {
  /** What it carries; kilobits (1,000 bits) a second. Infinity for a link that nothing waits at. */
  readonly rateKbit: number
  /** A packet that would have to wait longer is dropped: the size of the router's buffer, told as time. */
  readonly buffer: Milliseconds
}

/**
 * One direction of somebody's line: a first-in-first-out buffer before a wire of fixed rate. No queue is kept,
 * for what leaves when is settled as soon as a packet comes. It is told the time, which must not run backwards.
 */
export class Link {
  readonly #options: LinkOptions
  #busyUntil: Milliseconds = 0

  constructor(options: LinkOptions) {
    this.#options = options
  }

  /** How long a packet that comes now would wait before its first bit leaves. */
  wait(now: Milliseconds): Milliseconds {
    return Math.max(0, this.#busyUntil - now)
  }

  /** Takes a packet; answers when its last bit has left, or null if the buffer is full. */
  enqueue(now: Milliseconds, size: Bytes): Milliseconds | null {
    const wait = this.wait(now)
    if (wait > this.#options.buffer) return null
    // Kilobits a second are bits a millisecond.
    this.#busyUntil = now + wait + (size * 8) / this.#options.rateKbit
    return this.#busyUntil
  }
}
