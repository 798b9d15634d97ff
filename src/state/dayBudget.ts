import type { Bytes } from '../core/brand.ts'
import { dayOf } from '../core/dial.ts'

const KEY = 'shoal.givenToday'

/** So much may be forgotten should the page crash: what was given is not written down block by block. */
const NOTED_EVERY: Bytes = 1_000_000

/** Counts what is given in a day, over all visits of this browser. */
export class DayBudget {
  readonly #storage: Storage | null
  readonly #now: () => number
  #day = 0
  #given: Bytes = 0
  #noted: Bytes = 0

  constructor(storage: Storage | null, now: () => number) {
    this.#storage = storage
    this.#now = now
    const [day, given] = (storage?.getItem(KEY) ?? '').split(' ').map(Number)
    if (day !== dayOf(now()) || given === undefined || !(given >= 0)) return
    this.#day = day
    this.#given = this.#noted = given
  }

  /** Whether less than that was given today; null: there is no limit. */
  isOpen(limit: Bytes | null): boolean {
    return limit === null || dayOf(this.#now()) !== this.#day || this.#given < limit
  }

  /** @param bytes below 0 for what was counted and is not given after all */
  gave(bytes: Bytes, limit: Bytes | null): void {
    const today = dayOf(this.#now())
    if (today !== this.#day) this.#given = this.#noted = 0
    this.#day = today
    // What is taken back may have been counted on the day before.
    this.#given = Math.max(0, this.#given + bytes)
    if (this.#given - this.#noted < NOTED_EVERY && this.isOpen(limit)) return
    this.#noted = this.#given
    try {
      this.#storage?.setItem(KEY, `${today} ${this.#given}`)
    } catch {
      // No room: then the next visit begins to count anew.
    }
  }
}
