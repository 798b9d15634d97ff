import type { Milliseconds } from '../core/brand.ts'

interface Allowance {
  readonly burst: number
  readonly perSecond: number
}

/** What one peer may send at once, and for each second after that. */
const ALLOWANCES = {
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
} satisfies Record<string, Allowance>

type Kind = keyof typeof ALLOWANCES

/** What a peer may cost: one that floods is found out by it. */
export class PeerBudget {
  readonly #now: () => Milliseconds
  readonly #left = new Map<Kind, { amount: number; at: Milliseconds }>()

  constructor(now: () => Milliseconds) {
    this.#now = now
  }

  /** False when it has spent more of that than it may. */
  spend(kind: Kind, amount = 1): boolean {
    const { burst, perSecond } = ALLOWANCES[kind]
    const now = this.#now()
    const last = this.#left.get(kind) ?? { amount: burst, at: now }
    const grown = (Math.max(0, now - last.at) / 1000) * perSecond
    const left = Math.min(burst, last.amount + grown) - amount
    this.#left.set(kind, { amount: left, at: now })
    return left >= 0
  }
}
