import { Allowance, type AllowanceTerms } from '../core/allowance.ts'
import type { Milliseconds } from '../core/brand.ts'

/** What one peer may send at once, and for each second after that. */
const TERMS = {
  /** A late arrival is sent a whole share's notes. */
  bytes: { burst: 96 * 1024 * 1024, perSecond: 256 * 1024 },
  /** Of all kinds, however short: each has to be looked at. A late arrival is sent one a change. */
  messages: { burst: 100_000, perSecond: 500 },
  /** Messages that bring nothing new: two ways lead from everybody to everybody. */
  useless: { burst: 4000, perSecond: 50 },
  /** It says what it has: each time it is told what it lacks. Honest peers do so on meeting and every 20 s. */
  asking: { burst: 60, perSecond: 0.5 },
  /** Where people are: a peer passes on a word of each of 64 every second, and says five of its own. */
  presence: { burst: 4000, perSecond: 150 },
} satisfies Record<string, AllowanceTerms>

type Kind = keyof typeof TERMS

/** What a peer may cost: one that floods is found out by it. */
export class PeerBudget {
  readonly #now: () => Milliseconds
  readonly #allowances = new Map<Kind, Allowance>()

  constructor(now: () => Milliseconds) {
    this.#now = now
  }

  /** False when it has spent more of that than it may. */
  spend(kind: Kind, amount = 1): boolean {
    let allowance = this.#allowances.get(kind)
    if (!allowance) this.#allowances.set(kind, (allowance = new Allowance(TERMS[kind], this.#now)))
    return allowance.spend(amount)
  }
}
