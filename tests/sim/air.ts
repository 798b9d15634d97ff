import type { Bytes, BytesPerSecond, Milliseconds } from '../../src/core/brand.ts'
import { Standstills } from './standstills.ts'

/** How fast a Wi-Fi hands over what waited while it stood still: 200 Mbit/s. */
const RATE: BytesPerSecond = 25_000_000

/** One direction of a busy Wi-Fi: it stands still now and then, and hands over at once what came meanwhile, in order. */
export class Air {
  readonly #standstills: Standstills
  #freeAt: Milliseconds = 0

  /** @param longest of its standstills */
  constructor(longest: Milliseconds, random: () => number) {
    this.#standstills = new Standstills(longest, random)
  }

  /** When the last byte of what comes at `at` is through. To be asked in the order of time. */
  through(at: Milliseconds, bytes: Bytes): Milliseconds {
    this.#freeAt = Math.max(this.#freeAt, this.#standstills.after(at)) + (bytes * 1000) / RATE
    return this.#freeAt
  }
}
