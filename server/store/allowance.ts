/** No announce is booked for more time than this; a client that was away longer begins again anyway. */
export const LONGEST_GAP_MS = 86_400_000

/**
 * How much somebody with a line of a certain rate can have moved: what is taken never adds up to more than the
 * rate times the time since `since`.
 */
export class Allowance {
  /** 0 for no limit. */
  readonly #bytesPerSecond: number
  /** Up to when the line's time is used up; milliseconds since 1970. */
  #usedUntil: number

  constructor(bytesPerSecond: number, since: number) {
    this.#bytesPerSecond = bytesPerSecond
    this.#usedUntil = since
  }

  /** Where to begin with `since` when this allowance is taken up again later. */
  get usedUntil(): number {
    return this.#usedUntil
  }

  /** As many of `bytes` as there is room for. */
  take(bytes: number, now: number): number {
    if (this.#bytesPerSecond === 0) return bytes
    const from = Math.max(this.#usedUntil, now - LONGEST_GAP_MS)
    const most = Math.floor((Math.max(0, now - from) / 1_000) * this.#bytesPerSecond)
    const taken = Math.min(bytes, most)
    this.#usedUntil = from + (taken / this.#bytesPerSecond) * 1_000
    return taken
  }
}
