import type { Bytes, BytesPerSecond, Milliseconds } from './brand.ts'

/** How far back the shown rate looks: long enough to be calm, short enough to notice a stall. */
const WINDOW: Milliseconds = 4000

/** The rate of a growing total over the last few seconds. Pure: it is told the time. */
export class RateMeter {
  #samples: { at: Milliseconds; total: Bytes }[] = []

  /** Notes that `total` had been reached at `now` and answers the rate. */
  sample(total: Bytes, now: Milliseconds): BytesPerSecond {
    this.#samples.push({ at: now, total })
    while (this.#samples.length > 2 && now - this.#second.at >= WINDOW) this.#samples.shift()
    const oldest = this.#samples[0]
    if (!oldest || now === oldest.at) return 0
    return Math.max(0, ((total - oldest.total) / (now - oldest.at)) * 1000)
  }

  get #second(): { at: Milliseconds } {
    return this.#samples[1] ?? { at: Infinity }
  }
}
