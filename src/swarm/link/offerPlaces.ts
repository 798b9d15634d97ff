/**
 * Offers of all shares that wait for their answers: each is a connection that a browser keeps, with sockets and timers
 * of its own. Fifty shares that are opened together would keep 250 of them, and nearly all in vain.
 */
const MOST = 40

/** The fewer places are left, the fewer one swarm is given at once, so that many find one. */
const PART = 1 / 8

/**
 * The places for offers that wait. A swarm that finds none announces without an offer: it is offered something by
 * others all the same, and it asks again within seconds.
 *
 * One offer might as well be listed with several swarms, since it suits whoever answers first. All others who answered
 * it would then wait for a connection that never opens, for half a minute if they are other programs.
 */
export class OfferPlaces {
  #taken = 0

  /** How many more one swarm may take now. */
  get share(): number {
    return Math.ceil((MOST - this.#taken) * PART)
  }

  /** False when there is none. */
  take(): boolean {
    if (this.#taken >= MOST) return false
    this.#taken++
    return true
  }

  giveBack(): void {
    this.#taken--
  }
}
