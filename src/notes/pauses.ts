import type { Milliseconds } from '../core/brand.ts'

/** The page answers and draws in between: more than three portions would be felt. */
const PORTION: Milliseconds = 12

/** When work that others bring about has to wait, so that no task takes long however much of it there is. */
export class Pauses {
  readonly #now: () => Milliseconds
  readonly #pause: () => Promise<void>
  #since: Milliseconds

  /** @param pause lets everything else have its turn */
  constructor(now: () => Milliseconds, pause: () => Promise<void>) {
    this.#now = now
    this.#pause = pause
    this.#since = now()
  }

  /** To be asked between any two steps. */
  get due(): boolean {
    return this.#now() - this.#since >= PORTION
  }

  async rest(): Promise<void> {
    await this.#pause()
    this.#since = this.#now()
  }
}
