import type { Bytes } from '../core/brand.ts'
import { dialText, FULL_PART, parseDial, type Dial } from '../core/dial.ts'
import type { DialAccess } from '../swarm/createEngine.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'

const KEY = 'shoal.dial'
const TODAY_KEY = 'shoal.givenToday'

/** So much may be forgotten should the page crash: what was given is not written down block by block. */
const NOTED_EVERY: Bytes = 1_000_000

/** How far the visitor takes part, by choice, which this browser keeps. */
export class TakingPart {
  dial: Dial = $state.raw(FULL_PART)

  readonly #engine: LazyEngine
  readonly #storage: Storage | null
  readonly #now: () => number
  #day = 0
  #given: Bytes = 0
  #noted: Bytes = 0

  constructor(engine: LazyEngine, storage: Storage | null, now: () => number) {
    this.#engine = engine
    this.#storage = storage
    this.#now = now
    this.dial = parseDial(storage?.getItem(KEY) ?? '') ?? this.dial
    const [day, given] = (storage?.getItem(TODAY_KEY) ?? '').split(' ').map(Number)
    if (day !== this.#today() || given === undefined || !(given >= 0)) return
    this.#day = day
    this.#given = this.#noted = given
  }

  /** Something is held back. */
  get any(): boolean {
    return this.dial.peersFrom > 0 || this.dial.aDay !== null
  }

  set(dial: Dial): void {
    this.dial = dial
    this.#storage?.setItem(KEY, dialText(dial))
    this.#engine.current?.dialChanged()
  }

  /** For the engine, which asks whenever it matters: before it connects to anybody, and before each block. */
  readonly access: DialAccess = {
    peersFrom: () => this.dial.peersFrom,
    gave: (bytes) => this.#gave(bytes),
    mayGive: () => this.dial.aDay === null || this.#today() !== this.#day || this.#given < this.dial.aDay,
  }

  #gave(bytes: Bytes): void {
    const today = this.#today()
    if (today !== this.#day) this.#given = this.#noted = 0
    this.#day = today
    this.#given += bytes
    const spent = this.dial.aDay !== null && this.#given >= this.dial.aDay
    if (this.#given - this.#noted < NOTED_EVERY && !spent) return
    this.#noted = this.#given
    try {
      this.#storage?.setItem(TODAY_KEY, `${today} ${this.#given}`)
    } catch {
      // No room: then the next visit begins to count anew.
    }
  }

  /** Days since 1970, by the clock on the wall. */
  #today(): number {
    const now = this.#now()
    return Math.floor((now - new Date(now).getTimezoneOffset() * 60_000) / 86_400_000)
  }
}
