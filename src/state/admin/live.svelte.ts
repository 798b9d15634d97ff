import { growthOf, type Reading } from '../../core/timeChart.ts'
import type { AdminApi } from './adminApi.ts'
import type { History, LiveSwarm, Overview, Sample } from './adminTypes.ts'
import { Polled } from './polled.svelte.ts'
import type { Fault } from '../faults.ts'

export type Span = 'hour' | 'day'

export const SPAN_MS: Record<Span, number> = { hour: 3_600_000, day: 86_400_000 }

const MOST_SWARMS = 8

/** What goes on at this moment, and over time. */
export class Live {
  span: Span = $state('hour')

  readonly #overview: Polled<Overview>
  readonly #history: Polled<History>
  readonly #swarms: Polled<readonly LiveSwarm[]>

  constructor(api: AdminApi) {
    this.#overview = new Polled(() => api.overview())
    this.#history = new Polled(() => api.history())
    this.#swarms = new Polled(() => api.swarms(MOST_SWARMS))
  }

  get overview(): Overview | null {
    return this.#overview.value
  }

  get swarms(): readonly LiveSwarm[] | null {
    return this.#swarms.value
  }

  get problem(): Fault | null {
    return this.#overview.problem ?? this.#history.problem ?? this.#swarms.problem
  }

  /** The samples of the chosen span and the present one, the oldest first. */
  readonly samples: readonly Sample[] = $derived.by(() => {
    const past = this.#history.value?.[this.span] ?? []
    const now = this.#overview.value?.now
    const last = past.at(-1)
    return now && (!last || now.at > last.at) ? [...past, now] : past
  })

  async refresh(): Promise<void> {
    await Promise.all([this.#overview.refresh(), this.#history.refresh(), this.#swarms.refresh()])
  }

  /** One figure over time. */
  readings(pick: (sample: Sample) => number): Reading[] {
    return this.samples.map((sample) => ({ at: sample.at, value: pick(sample) }))
  }

  /** How much a count grew a second, over time. */
  growth(pick: (sample: Sample) => number): Reading[] {
    return growthOf(this.readings(pick))
  }
}
