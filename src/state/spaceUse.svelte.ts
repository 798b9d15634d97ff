import type { SpaceSnapshot } from '../swarm/engineApi.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'
import type { Shares } from './shares.svelte.ts'

/** What the browser keeps for the site; asked again when a share comes, goes or changes its state. */
export class SpaceUse {
  current: SpaceSnapshot | null = $state.raw(null)

  readonly #engine: LazyEngine
  /** Changes when something worth asking again has happened. */
  readonly moment: string

  constructor(engine: LazyEngine, shares: Shares) {
    this.#engine = engine
    this.moment = $derived(
      [
        engine.status,
        ...shares.list.map(({ id, state, progress }) => `${id} ${state} ${Math.floor(progress * 10)}`),
      ].join(),
    )
  }

  async refresh(): Promise<void> {
    this.current = (await this.#engine.current?.space()) ?? null
  }

  async deleteLeftovers(): Promise<void> {
    await this.#engine.current?.deleteLeftovers()
    await this.refresh()
  }
}
