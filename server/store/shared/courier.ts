import { setTimeout as sleep } from 'node:timers/promises'
import { reasonOf, StoreAway } from '../trouble.ts'
import { isRefusedEntry, type Postgres, type Query } from './postgres.ts'
import type { Outbox, OutboxEntry } from './outbox.ts'

export interface CourierOptions {
  readonly outbox: Outbox
  readonly postgres: Pick<Postgres, 'write'>
  /** By which PostgreSQL knows this outbox. */
  readonly node: string
  /** Writes entries down, in their order, in the transaction of `query`. */
  readonly take: (query: Query, entries: readonly OutboxEntry[]) => Promise<void>
  /** Something has arrived. */
  readonly onArrival: () => void
  /** It cannot be written, for this reason. Said once a reason, however often it is tried. */
  readonly onTrouble: (reason: string) => void
  /** PostgreSQL will never take this; it is left out. */
  readonly onRefusal: (reason: string) => void
}

/** What comes meanwhile goes together. */
const GATHERING_MS = 25
const MOST_AT_A_TIME = 2_000
const FIRST_RETRY_MS = 100
const LONGEST_RETRY_MS = 5_000

/**
 * Carries the outbox to PostgreSQL: in order, many entries in a transaction, each of them once. PostgreSQL remembers in
 * the same transaction up to which number it has heard this node, and leaves out what it has heard before: an answer
 * that was lost, or a process that was killed before it had crossed out what had arrived, books nothing twice.
 */
export class Courier {
  readonly #options: CourierOptions
  readonly #ended = new AbortController()
  #running: Promise<void> | null = null
  #atATime = MOST_AT_A_TIME
  #trouble: string | null = null

  constructor(options: CourierOptions) {
    this.#options = options
  }

  /** Why it cannot be written at present; null while it can. */
  get trouble(): string | null {
    return this.#trouble
  }

  /** There is something in the outbox. */
  due(): void {
    if (this.#ended.signal.aborted) return
    this.#running ??= this.#run().finally(() => {
      this.#running = null
      // What came while it ended.
      if (this.#options.outbox.length > 0) this.due()
    })
  }

  /** Sends all that is there, now. Throws {@link StoreAway} where that cannot be, and nothing is lost then. */
  async drain(): Promise<void> {
    while (this.#options.outbox.length > 0) await this.#send()
  }

  /** Nothing is sent by itself any more; settles when what was under way has come to an end. */
  async stop(): Promise<void> {
    this.#ended.abort()
    await this.#running
  }

  async #run(): Promise<void> {
    let failures = 0
    while (this.#options.outbox.length > 0 && !this.#ended.signal.aborted) {
      await this.#pause(GATHERING_MS)
      try {
        await this.#send()
        failures = 0
        this.#trouble = null
      } catch (error) {
        failures += 1
        const reason = reasonOf(error)
        // That PostgreSQL is away has been said where it was found out.
        if (reason !== this.#trouble && !(error instanceof StoreAway)) this.#options.onTrouble(reason)
        this.#trouble = reason
        await this.#pause(Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS))
      }
    }
  }

  async #pause(delayMs: number): Promise<void> {
    await sleep(delayMs, undefined, { signal: this.#ended.signal }).catch(() => undefined)
  }

  async #send(): Promise<void> {
    const { outbox, onArrival, onRefusal } = this.#options
    const entries = outbox.first(this.#atATime)
    const last = entries.at(-1)
    if (!last) return
    try {
      await this.#write(entries, last.number)
      this.#atATime = Math.min(this.#atATime * 2, MOST_AT_A_TIME)
    } catch (error) {
      if (!isRefusedEntry(error)) throw error
      // One of them stops nobody else's: it is looked for one by one.
      if (entries.length > 1) {
        this.#atATime = 1
        return
      }
      onRefusal(reasonOf(error))
      await this.#write([], last.number)
    }
    outbox.forget(last.number)
    onArrival()
  }

  async #write(entries: readonly OutboxEntry[], last: number): Promise<void> {
    const { postgres, node, take } = this.#options
    await postgres.write(async (query) => {
      const [known] = await query('SELECT taken FROM nodes WHERE id = $1', [node])
      const taken = Number(known?.['taken'] ?? 0)
      const fresh = entries.filter(({ number }) => number > taken)
      if (fresh.length > 0) await take(query, fresh)
      await query(
        `INSERT INTO nodes (id, taken) VALUES ($1, $2)
         ON CONFLICT (id) DO UPDATE SET taken = greatest(nodes.taken, excluded.taken)`,
        [node, last],
      )
    })
  }
}
