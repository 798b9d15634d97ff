import type { Milliseconds } from '../../core/brand.ts'
import type { OriginError, OriginProblem } from './problems.ts'

const FIRST_REST: Milliseconds = 1000
const REST_GROWTH = 1.5
/** Somebody may be waiting for a picture: longer pauses would spare the server little more. */
const LONGEST_REST: Milliseconds = 30_000
/** A server may ask for more patience than that (`Retry-After`), but not for ever. */
const LONGEST_ASKED: Milliseconds = 600_000
/** What a server does wrong by itself, such as other bytes, changes when somebody mends it. */
const FAULT_REST: Milliseconds = 300_000

/**
 * - `working`: it can be asked.
 * - `resting`: it failed, and is asked again from `until` on.
 */
export type OriginState =
  | { readonly kind: 'working' }
  | { readonly kind: 'resting'; readonly until: Milliseconds; readonly why: OriginProblem }

/** Names the time between two failures; see {@link OriginHealth.began}. */
export type Spell = number

/**
 * When to ask a web server again that failed. It is never given up: each failure makes the next pause half as long
 * again, up to 30 s. Chance varies every pause, so that a thousand viewers do not come back in one moment.
 */
export class OriginHealth {
  readonly #now: () => Milliseconds
  readonly #random: () => number
  #state: OriginState = { kind: 'working' }
  #failures = 0
  #spell: Spell = 0

  /** @param random 0…1 */
  constructor(now: () => Milliseconds, random: () => number) {
    this.#now = now
    this.#random = random
  }

  get state(): OriginState {
    if (this.#state.kind === 'resting' && this.#now() >= this.#state.until) this.#state = { kind: 'working' }
    return this.#state
  }

  /** Nothing failed since something last went well. Otherwise one request at a time is enough to find out. */
  get proven(): boolean {
    return this.#failures === 0
  }

  /** A request begins: pass what this answers to {@link succeeded} or {@link failed}. */
  began(): Spell {
    return this.#spell
  }

  succeeded(spell: Spell): void {
    if (spell === this.#spell) this.#failures = 0
  }

  /** Requests that ran side by side and fail for one reason count as one failure: false for all but the first. */
  failed(spell: Spell, { fault, problem, retryAfter }: OriginError): boolean {
    if (spell !== this.#spell) return false
    const rest = Math.min(LONGEST_REST, FIRST_REST * REST_GROWTH ** this.#failures)
    const varied = rest * (0.5 + this.#random())
    if (fault !== 'passing') this.#rest(FAULT_REST + varied, problem)
    else this.#rest(Math.max(varied, Math.min(retryAfter ?? 0, LONGEST_ASKED) + varied / 2), problem)
    return true
  }

  /** It sent what is not in the share, which only a look at whole pieces shows. */
  fault(why: OriginProblem): void {
    this.#rest(FAULT_REST * (1 + this.#random() / 4), why)
  }

  #rest(time: Milliseconds, why: OriginProblem): void {
    this.#spell++
    this.#failures++
    this.#state = { kind: 'resting', until: this.#now() + time, why }
  }
}
