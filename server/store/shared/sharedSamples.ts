import type { Sample, Samples, SampleStore } from '../samples.ts'
import type { Outbox } from './outbox.ts'
import type { Query } from './postgres.ts'

export interface SharedSamplesOptions {
  readonly copy: Samples
  readonly outbox: Outbox
  /** Something is in the outbox. */
  readonly sent: () => void
}

/** Each node takes them at its own times, all five minutes apart: of those that are so near one is kept. */
const NEAR_MS = 240_000

/** What all nodes carry together at one moment: whichever of them tells it first tells it for all. */
export class SharedSamples implements SampleStore {
  readonly #options: SharedSamplesOptions

  constructor(options: SharedSamplesOptions) {
    this.#options = options
  }

  add(sample: Sample): void {
    const { outbox, sent } = this.#options
    outbox.add('sample', [sample])
    sent()
  }

  since(at: number): readonly Sample[] {
    return this.#options.copy.since(at)
  }
}

export async function putSamples(query: Query, samples: readonly Sample[]): Promise<void> {
  for (const sample of samples) {
    await query(
      `INSERT INTO samples (at, figures) SELECT $1, $2
       WHERE NOT EXISTS (SELECT 1 FROM samples WHERE at BETWEEN $1 - $3::bigint AND $1 + $3::bigint)`,
      [sample.at, JSON.stringify(sample), NEAR_MS],
    )
  }
}
