import { faultOf, type Fault } from '../faults.ts'

/** What was last asked of the server. Of answers that overtake each other the last request's counts. */
export class Polled<Value> {
  /** Null before the first answer. */
  value: Value | null = $state.raw(null)
  /** Why the last request failed; null when it did not. */
  problem: Fault | null = $state.raw(null)

  readonly #ask: () => Promise<Value>
  #latest = 0

  constructor(ask: () => Promise<Value>) {
    this.#ask = ask
  }

  async refresh(): Promise<void> {
    const request = ++this.#latest
    try {
      const value = await this.#ask()
      if (request !== this.#latest) return
      this.value = value
      this.problem = null
    } catch (error) {
      if (request === this.#latest) this.problem = faultOf(error)
    }
  }
}
