import type { EngineHandlers } from '../home/createEngine.ts'
import { HomeError, type HomeProblem } from '../home/problems.ts'
import type { Engine } from '../swarm/engineApi.ts'
import { StateError } from './problems.ts'

export type LoadEngine = (handlers: EngineHandlers) => Promise<Engine>

/**
 * The engine, loaded when it is first needed: it is far bigger than the page.
 *
 *     idle ─► loading ─► ready ─► elsewhere (another tab took it over)
 *                ├─► blocked (another tab is of an older version) ─► elsewhere or ready
 *                ├─► elsewhere ─► ready (claimed, or the other tab was closed)
 *                └─► failed ─► loading
 */
export class LazyEngine {
  /** Null until it is ready. */
  current: Engine | null = $state.raw(null)
  status: 'idle' | 'loading' | 'blocked' | 'elsewhere' | 'ready' | 'failed' = $state('idle')

  /** Why this browser cannot run it at all; null for a failure that another try may mend. */
  refusal: HomeProblem | null = $state.raw(null)
  /** A newer version of the page has been here: this one has to be loaded anew. */
  outdated = $state(false)

  readonly #load: LoadEngine
  #takeOver: (() => void) | null = null
  /** Whether somebody has acted in this tab before it was known that another one has the engine. */
  #claimed = false
  readonly #ready: () => void
  #pending: Promise<Engine> | null = null

  /** @param ready called each time that the engine has come to this tab */
  constructor(load: LoadEngine, ready: () => void) {
    this.#load = load
    this.#ready = ready
  }

  /** The engine; starts loading it, or tries again after a failure. Rejects when it cannot be loaded. */
  get(): Promise<Engine> {
    this.#pending ??= this.#start()
    return this.#pending
  }

  /** The engine, taken over if another tab has it: for what somebody does in this tab. */
  claim(): Promise<Engine> {
    // Not once it is here: the next tab that takes over would have it taken back at once.
    if (this.status !== 'ready') this.#claimed = true
    // Kept: of two tabs that ask at the same time one loses, and may ask again.
    this.#takeOver?.()
    return this.get()
  }

  /** Starts loading at a first sign that the engine will be needed; a failure shows when it really is. */
  prefetch(): void {
    if (this.status === 'idle') void this.get().catch(() => undefined)
  }

  async #start(): Promise<Engine> {
    this.status = 'loading'
    try {
      const engine = await this.#load({
        elsewhere: (takeOver) => {
          this.status = 'elsewhere'
          this.#takeOver = takeOver
          if (this.#claimed) takeOver()
        },
        waits: () => (this.status = 'blocked'),
        lost: () => {
          this.current = null
          // Waits for its turn again: closing the other tab brings the engine back here.
          this.#pending = null
          void this.get().catch(() => undefined)
        },
      })
      this.#takeOver = null
      this.#claimed = false
      this.current = engine
      this.status = 'ready'
      this.#ready()
      return engine
    } catch (cause) {
      this.#pending = null
      this.status = 'failed'
      this.refusal = cause instanceof HomeError ? cause.problem : null
      this.outdated = this.refusal?.code === 'outdated-page'
      // Its code could not be fetched or started: most often there is no connection to the site.
      throw this.refusal ? cause : new StateError({ code: 'engine-not-loaded' }, { cause })
    }
  }
}
