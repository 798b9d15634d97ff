import type { Bytes } from './brand.ts'
import { dayOf } from './dial.ts'

/** What outlives a visit; a browser's `Storage` fits. */
export interface KeptTexts {
  getItem(key: string): string | null
  setItem(key: string, text: string): void
}

/** So much may be forgotten should the page crash: what was moved is not written down block by block. */
const NOTED_EVERY: Bytes = 1_000_000

/** Counts what is moved in a day, over all visits of this browser. */
export class DayBudget {
  readonly #key: string
  readonly #storage: KeptTexts | null
  readonly #now: () => number
  #day = 0
  #moved: Bytes = 0
  #noted: Bytes = 0

  /**
   * @param key by which it is kept
   * @param storage null keeps it for this visit alone
   * @param now Unix time
   */
  constructor(key: string, storage: KeptTexts | null, now: () => number) {
    this.#key = key
    this.#storage = storage
    this.#now = now
    const [day, moved] = (storage?.getItem(key) ?? '').split(' ').map(Number)
    if (day !== dayOf(now()) || moved === undefined || !(moved >= 0)) return
    this.#day = day
    this.#moved = this.#noted = moved
  }

  /** Whether less than that was moved today; null: there is no limit. */
  isOpen(limit: Bytes | null): boolean {
    return limit === null || dayOf(this.#now()) !== this.#day || this.#moved < limit
  }

  /** @param bytes below 0 for what was counted and is not moved after all */
  count(bytes: Bytes, limit: Bytes | null): void {
    const today = dayOf(this.#now())
    if (today !== this.#day) this.#moved = this.#noted = 0
    this.#day = today
    // What is taken back may have been counted on the day before.
    this.#moved = Math.max(0, this.#moved + bytes)
    if (this.#moved - this.#noted < NOTED_EVERY && this.isOpen(limit)) return
    this.#noted = this.#moved
    try {
      this.#storage?.setItem(this.#key, `${today} ${this.#moved}`)
    } catch {
      // No room: then the next visit begins to count anew.
    }
  }
}
