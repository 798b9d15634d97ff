import { GENTLE, NO_PAGE_LIMITS, parsePageLimits, type PageLimits } from '../core/limits.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'

const KEY = 'shoal.limits'

/** What the browser tells of the line: https://wicg.github.io/netinfo/, Chromium's alone. */
interface NetworkInformation {
  readonly saveData?: boolean
  readonly type?: string
}

/** How much of the user's line the page may take, by choice, which this browser keeps. */
export class Limits {
  line: PageLimits = $state.raw(NO_PAGE_LIMITS)
  /** Nobody has chosen yet, and the line seems to be paid by the byte. */
  gentle = $state(false)

  readonly #engine: LazyEngine
  readonly #storage: Storage | null

  constructor(engine: LazyEngine, storage: Storage | null) {
    this.#engine = engine
    this.#storage = storage
    const chosen = parsePageLimits(storage?.getItem(KEY) ?? '')
    this.gentle = chosen === null && isMetered()
    this.line = chosen ?? (this.gentle ? GENTLE : this.line)
  }

  /** Something is limited. */
  get any(): boolean {
    return Object.values(this.line).some((limit) => limit !== null)
  }

  set(line: PageLimits): void {
    this.line = line
    this.gentle = false
    this.#storage?.setItem(KEY, JSON.stringify(line))
    this.apply()
  }

  /** Tells the engine: an engine that has just come to this tab knows of none. */
  apply(): void {
    this.#engine.current?.limit(this.line)
  }
}

function isMetered(): boolean {
  const { connection } = navigator as { connection?: NetworkInformation }
  return connection?.saveData === true || connection?.type === 'cellular'
}
