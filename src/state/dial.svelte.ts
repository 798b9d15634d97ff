import { DayBudget } from '../core/dayBudget.ts'
import { dialText, FULL_PART, parseDial, type Dial } from '../core/dial.ts'
import type { DialAccess } from '../swarm/startEngine.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'

const KEY = 'shoal.dial'
const GIVEN_KEY = 'shoal.givenToday'
const RELAYED_KEY = 'shoal.relayedToday'

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
    const budget = new DayBudget(GIVEN_KEY, storage, Date.now)
    this.access = {
      peersFrom: () => this.dial.peersFrom,
      contactsAll: () => this.dial.contactsAll,
      onlyOnClick: () => this.dial.onlyOnClick,
      gave: (bytes) => budget.count(bytes, this.dial.aDay),
      mayGive: () => budget.isOpen(this.dial.aDay),
      relayed: new DayBudget(RELAYED_KEY, storage, Date.now),
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
