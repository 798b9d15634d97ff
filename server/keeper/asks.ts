import type { Milliseconds } from '../../src/core/brand.ts'
import type { MemberId } from '../tracker/admission.ts'

/** Members and networks whose wishes of a day are remembered. */
const MOST_ASKERS = 100_000

const DAY: Milliseconds = 86_400_000

/** How often each member or network has asked for something within a day; forgotten with this process. */
export class Asks {
  readonly #asked = new Map<MemberId | string, readonly Milliseconds[]>()

  /** Counts one more; answers why it may not be: that one has asked too often, or too many have. */
  count(who: MemberId | string, most: number, now: Milliseconds): 'often' | 'full' | null {
    const asked = (this.#asked.get(who) ?? []).filter((at) => now - at < DAY)
    if (asked.length >= most) return 'often'
    if (!this.#asked.has(who) && this.#asked.size >= MOST_ASKERS) return 'full'
    this.#asked.set(who, [...asked, now])
    return null
  }

  /** Forgets what is older than a day. */
  tidy(now: Milliseconds): void {
    for (const [who, asked] of this.#asked) if (asked.every((at) => now - at >= DAY)) this.#asked.delete(who)
  }
}
