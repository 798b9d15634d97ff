import type { Milliseconds } from '../../core/brand.ts'
import { HeldMemory } from './heldMemory.ts'
import { OfferPlaces } from './offerPlaces.ts'
import { Strangers } from './strangers.ts'

/** All connections of the page, made and being made: browsers allow 500, and slow down long before. */
const MOST = 300

/** The part of them that further connections to peers who have one leave to others. */
const KEPT_FREE = 0.5

/** How many connections the page may have, and what they may hold, all shares together. */
export class ConnectionBudget {
  /** Those to peers who offered them and are not proved. */
  readonly strangers: Strangers
  readonly memory = new HeldMemory()
  /** Those that are offered, to whoever answers. */
  readonly offers = new OfferPlaces()
  #most = MOST
  #taken = 0

  constructor(now: () => Milliseconds = () => performance.now()) {
    this.strangers = new Strangers(now)
  }

  /** Those there are stay. @param most null for as many as a browser bears */
  limit(most: number | null): void {
    this.#most = Math.min(MOST, most ?? MOST)
  }

  /** How many more there may be. */
  get room(): number {
    return Math.max(0, this.#most - this.#taken)
  }

  /** How many more there may be to peers that have one already. */
  get roomForLanes(): number {
    return Math.max(0, Math.floor(this.#most * (1 - KEPT_FREE)) - this.#taken)
  }

  /** Throws when there are as many as there may be. */
  take(): void {
    if (this.room === 0) throw new Error('too-many-connections')
    this.#taken++
  }

  giveBack(): void {
    this.#taken--
  }
}
