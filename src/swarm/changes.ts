import type { Milliseconds } from '../core/brand.ts'

/**
 * How soon a change has to be told: somebody sits and waits for just that; a share has got on to something else; or
 * it goes on as it did, and the numbers are others.
 */
export type Urgency = 'awaited' | 'step' | 'usual'

/** The page hears of changes at most this often: each time it is laid out and painted anew. */
const QUIET: Milliseconds = 200

/** The same of what somebody waits for. */
const AWAITED_QUIET: Milliseconds = 20

/** While nobody looks, only the tab's title and icon tell how far it is. */
const UNSEEN_QUIET: Milliseconds = 5000

/** Tells the page of changes: of the first at once, and of what follows within a while together, as urgent as it is. */
export class Changes {
  readonly #now: () => Milliseconds
  readonly #listeners = new Set<() => void>()
  #telling: ReturnType<typeof setTimeout> | undefined
  #dueAt: Milliseconds = Infinity
  #toldAt: Milliseconds = -Infinity
  #isSeen = true

  constructor(now: () => Milliseconds) {
    this.#now = now
  }

  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  /** Whether somebody looks at the page. */
  seen(isSeen: boolean): void {
    this.#isSeen = isSeen
    if (isSeen && this.#telling !== undefined) this.tell('step')
  }

  tell(urgency: Urgency): void {
    const now = this.#now()
    const dueAt = Math.max(now, this.#toldAt + this.#quiet(urgency))
    if (this.#telling !== undefined && this.#dueAt <= dueAt) return
    clearTimeout(this.#telling)
    this.#dueAt = dueAt
    this.#telling = setTimeout(() => {
      this.#telling = undefined
      this.#toldAt = this.#now()
      for (const listener of this.#listeners) listener()
    }, dueAt - now)
  }

  #quiet(urgency: Urgency): Milliseconds {
    if (urgency === 'awaited') return AWAITED_QUIET
    return urgency === 'usual' && !this.#isSeen ? UNSEEN_QUIET : QUIET
  }
}
