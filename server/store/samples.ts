import type { DatabaseSync } from 'node:sqlite'

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

export interface SamplesOptions {
  readonly database: DatabaseSync
  /** How far back they are kept, milliseconds before the newest. */
  readonly lifetimeMs: number
  /** One could not be written: the plots will lack it after a restart. */
  readonly onTrouble: (error: unknown) => void
}

/** Samples that outlive the process, those of the last while. */
export class Samples {
  readonly #options: SamplesOptions

  constructor(options: SamplesOptions) {
    this.#options = options
  }

  add(sample: Sample): void {
    const { database, lifetimeMs, onTrouble } = this.#options
    try {
      database
        .prepare('INSERT OR REPLACE INTO samples (at, figures) VALUES (?, ?)')
        .run(sample.at, JSON.stringify(sample))
      // A clock that was set back leaves some that are ahead of it.
      database.prepare('DELETE FROM samples WHERE at < ? OR at > ?').run(sample.at - lifetimeMs, sample.at)
    } catch (error) {
      onTrouble(error)
    }
  }

  /** The oldest first. */
  since(at: number): readonly Sample[] {
    const rows = this.#options.database
      .prepare('SELECT figures FROM samples WHERE at >= ? ORDER BY at')
      .all(at)
    return rows.map((row) => JSON.parse(String(row['figures'])) as Sample)
  }
}
