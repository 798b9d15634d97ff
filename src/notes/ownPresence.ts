import type { Milliseconds } from '../core/brand.ts'
import type { Whereabouts } from './presence.ts'

/** Five a second at most. */
const INTERVAL: Milliseconds = 200
/** Who does not move says so all the same: silence means that one has gone. */
const HEARTBEAT: Milliseconds = 3000

/** When to say where one is oneself. */
export class OwnPresence {
  readonly #say: (where: Whereabouts | null) => void
  readonly #now: () => Milliseconds
  #where: Whereabouts | null = null
  #saidAt: Milliseconds = -Infinity
  #timer: ReturnType<typeof setTimeout> | null = null

  /** @param say null: gone */
  constructor(say: (where: Whereabouts | null) => void, now: () => Milliseconds) {
    this.#say = say
    this.#now = now
  }

  get isHere(): boolean {
    return this.#where !== null
  }

  /** The page is there now; null: it shows the share no more. */
  show(where: Whereabouts | null): void {
    if (where === null && this.#where === null) return
    this.#where = where
    this.#plan()
  }

  /** Says it once more, as soon as it may: somebody has come. */
  again(): void {
    if (this.#where) this.#plan()
  }

  /** To be called each second or so. */
  tick(): void {
    if (this.#where && this.#now() - this.#saidAt >= HEARTBEAT) this.again()
  }

  /** Says nothing any more. */
  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#where = null
  }

  #plan(): void {
    const wait = this.#saidAt + INTERVAL - this.#now()
    if (wait <= 0) this.#sayNow()
    else this.#timer ??= setTimeout(() => this.#sayNow(), wait)
  }

  #sayNow(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#saidAt = this.#now()
    this.#say(this.#where)
  }
}
