import type { Milliseconds } from '../../src/core/brand.ts'

const FIRST: Milliseconds = 1_000
const LONGEST: Milliseconds = 60_000
/** What has lasted for so long has not failed at its start. */
const SOUND: Milliseconds = 60_000

/** How long to wait before something is tried again: twice as long each time that it fails at its start. */
export class Retries {
  #failures = 0
  #beganAt: Milliseconds = 0

  began(): void {
    this.#beganAt = performance.now()
  }

  wait(): Milliseconds {
    if (performance.now() - this.#beganAt >= SOUND) this.#failures = 0
    return Math.min(FIRST * 2 ** this.#failures++, LONGEST)
  }
}
