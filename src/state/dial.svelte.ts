import { dialText, FULL_PART, parseDial, type Dial } from '../core/dial.ts'
import type { DialAccess } from '../swarm/startEngine.ts'
import { DayBudget } from './dayBudget.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'

const KEY = 'shoal.dial'

/** How far the visitor takes part, by choice, which this browser keeps. */
export class TakingPart {
  dial: Dial = $state.raw(FULL_PART)

  /** For the engine, which asks whenever it matters: before it connects to anybody, and before each block. */
  readonly access: DialAccess
  readonly #engine: LazyEngine
  readonly #storage: Storage | null

  constructor(engine: LazyEngine, storage: Storage | null) {
    this.#engine = engine
    this.#storage = storage
    this.dial = parseDial(storage?.getItem(KEY) ?? '') ?? this.dial
    const budget = new DayBudget(storage, Date.now)
    this.access = {
      peersFrom: () => this.dial.peersFrom,
      contactsAll: () => this.dial.contactsAll,
      gave: (bytes) => budget.gave(bytes, this.dial.aDay),
      mayGive: () => budget.isOpen(this.dial.aDay),
    }
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
}
