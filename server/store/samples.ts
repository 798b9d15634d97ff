import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './database.ts'

/** What the machine carries at one moment. */
export interface Sample {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly swarms: number
  readonly peers: number
  /** Of {@link peers}, those over HTTP and UDP. */
  readonly addressedPeers: number
  readonly sockets: number
  /** Since the process started. */
  readonly webSocketMessages: number
  readonly httpRequests: number
  readonly udpDatagrams: number
  readonly cpuSeconds: number
  readonly memoryBytes: number
}

/** Samples that outlive the process. */
export interface SampleStore {
  add(sample: Sample): void
  /** The oldest first. */
  since(at: number): readonly Sample[]
}

export interface SamplesOptions {
  readonly database: DatabaseSync
  /** How far back they are kept, milliseconds before the newest. */
  readonly lifetimeMs: number
  /** There is something to {@link Samples.flush}. */
  readonly due: () => void
}

/** Those of the last while, in the database of this machine. */
export class Samples implements SampleStore {
  readonly #options: SamplesOptions
  /** Not written yet; no more than are kept. */
  #waiting: Sample[] = []

  constructor(options: SamplesOptions) {
    this.#options = options
  }

  add(sample: Sample): void {
    const oldest = sample.at - this.#options.lifetimeMs
    this.#waiting = [...this.#waiting.filter(({ at }) => at >= oldest), sample]
    this.#options.due()
  }

  /** Writes what is due. Throws when it cannot; nothing is lost then. */
  flush(): void {
    const newest = this.#waiting.at(-1)
    if (!newest) return
    const { database, lifetimeMs } = this.#options
    inTransaction(database, () => {
      const insert = database.prepare('INSERT OR REPLACE INTO samples (at, figures) VALUES (?, ?)')
      for (const sample of this.#waiting) insert.run(sample.at, JSON.stringify(sample))
      // A clock that was set back leaves some that are ahead of it.
      database.prepare('DELETE FROM samples WHERE at < ? OR at > ?').run(newest.at - lifetimeMs, newest.at)
    })
    this.#waiting = []
  }

  since(at: number): readonly Sample[] {
    const rows = this.#options.database
      .prepare('SELECT figures FROM samples WHERE at >= ? ORDER BY at')
      .all(at)
    return rows.map((row) => JSON.parse(String(row['figures'])) as Sample)
  }
}
