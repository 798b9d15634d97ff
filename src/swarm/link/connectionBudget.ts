import type { Milliseconds } from '../../core/brand.ts'
import { HeldMemory } from './heldMemory.ts'
import { KnownCandidates } from './knownCandidates.ts'
import { OfferPlaces } from './offerPlaces.ts'
import { Strangers } from './strangers.ts'

/** All connections of the page, made and being made, unless the machine bears fewer (see `machine.ts`). */
const MOST = 300

/** So many there may be on any machine, however busy it is. */
const ALWAYS = 20

/**
 * What one share may have for each connection that is left to the others. Of 300 the first five shares may have 50 each,
 * and the next four still find some.
 */
const FOR_EACH_LEFT = 2

/** The part of them that further connections to peers who have one leave to others. */
const KEPT_FREE = 0.5

/** How many connections the page may have, and what they may hold, all shares together. */
export class ConnectionBudget {
  /** Those to peers who offered them and are not proved. */
  readonly strangers: Strangers
  readonly memory = new HeldMemory()
  readonly candidates = new KnownCandidates()
  /** Those that are offered, to whoever answers. */
  readonly offers = new OfferPlaces()
  /** What the visitor allows, and what the machine bears. */
  #allowed = MOST
  #borne = MOST
  #isStrained = false
  #taken = 0

  constructor(now: () => Milliseconds = () => performance.now()) {
    this.strangers = new Strangers(now)
  }

  /** Those there are stay. @param most null for as many as a browser bears */
  limit(most: number | null): void {
    this.#allowed = Math.min(MOST, most ?? MOST)
  }

  /** @param isStrained the machine has too much to do as it is: those there are stay, and hardly any come */
  bear(most: number, isStrained: boolean): void {
    this.#borne = most
    this.#isStrained = isStrained
  }

  /** How many more there may be. */
  get room(): number {
    const most = this.#isStrained ? Math.min(ALWAYS, this.#most) : this.#most
    return Math.max(0, most - this.#taken)
  }

  /** How many more one share may have that has so many. */
  roomFor(has: number): number {
    return Math.min(this.room, Math.max(0, this.room * FOR_EACH_LEFT - has))
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

  get #most(): number {
    return Math.min(this.#allowed, this.#borne)
  }
}
