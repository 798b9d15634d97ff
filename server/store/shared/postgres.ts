import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { WRITERS_LOCK } from '../migrations.ts'
import { reasonOf, StoreAway } from '../trouble.ts'

export type Rows = readonly Readonly<Record<string, unknown>>[]

/** Asks PostgreSQL something. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<Rows>

export interface PostgresOptions {
  /** `postgres://…`; may hold a password, and is never written anywhere. */
  readonly url: string
  /** What is done with each new connection before it is used. */
  readonly greet: (query: Query) => Promise<void>
  /** PostgreSQL has told something on a channel that `greet` listens to. */
  readonly onNotice: () => void
  /** It is away, for this reason. Said once a reason. */
  readonly onTrouble: (reason: string) => void
  /** It can be reached again. */
  readonly onRecovered: () => void
}

const CONNECTING_MS = 3_000
const FIRST_RETRY_MS = 100
const LONGEST_RETRY_MS = 3_000
/** How long one who asks waits for PostgreSQL to be there, or to be there again. */
const PATIENCE_MS = 2_000
/** What takes longer is given up, and the connection with it. */
const QUERY_MS = 8_000

/** As PostgreSQL keeps them, so that a node that stands still holds up the others for no longer. */
const LIMITS = {
  connectionTimeoutMillis: CONNECTING_MS,
  query_timeout: QUERY_MS,
  statement_timeout: QUERY_MS - 1_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 3_000,
}

/** Two who wait for each other, or for somebody who takes too long: worth another try. */
const WORTH_A_RETRY = new Set(['40P01', '40001', '55P03'])
/** Of a server that stops, does not take anybody now, or has waited for this node for too long. */
const AWAY = /^(08|53|57|25P03)/

/** The connection was lost; whether what was under way has been done is not known by it. */
class Loss extends Error {}

/** One connection to PostgreSQL, which is made again whenever it is lost. */
export class Postgres {
  readonly #options: PostgresOptions
  readonly #ended = new AbortController()
  readonly #waiting = new Set<() => void>()
  readonly #running: Promise<void>
  #client: { readonly query: Query; readonly drop: (reason: string) => void } | null = null
  #trouble: string | null = null
  #isNew = true
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: PostgresOptions) {
    this.#options = options
    this.#running = this.#stayConnected()
  }

  /** Why it is away; null while it is there. */
  get trouble(): string | null {
    return this.#client === null ? (this.#trouble ?? 'not connected yet') : null
  }

  /** Asks once. Throws {@link StoreAway}, and what PostgreSQL says of a wrong question. */
  async query(text: string, values: readonly unknown[] = [], patienceMs = PATIENCE_MS): Promise<Rows> {
    return this.#inTurn(async () => {
      const { query } = await this.#connected(performance.now() + patienceMs)
      return query(text, values).catch((error: unknown) => {
        throw error instanceof Loss ? new StoreAway(error.message) : error
      })
    })
  }

  /** What `work` reads is of one moment. */
  async readAtOnce<Result>(work: (query: Query) => Promise<Result>): Promise<Result> {
    return this.#inTurn(async () => {
      const { query, drop } = await this.#connected(performance.now() + PATIENCE_MS)
      try {
        await query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
        const result = await work(query)
        await query('COMMIT')
        return result
      } catch (error) {
        drop(reasonOf(error))
        throw error instanceof Loss ? new StoreAway(error.message) : error
      }
    })
  }

  /**
   * All that `work` writes, once, or nothing, and nobody else writes meanwhile. `work` is done again when it came to
   * nothing because the connection was lost. Where that was lost while the end of it was under way, PostgreSQL is asked
   * what became of it. Throws {@link StoreAway} when it cannot be asked, and what `work` throws.
   */
  async write<Result>(work: (query: Query) => Promise<Result>): Promise<Result> {
    const until = performance.now() + PATIENCE_MS
    return this.#inTurn(async () => {
      for (;;) {
        const { query, drop } = await this.#connected(until)
        const attempt: Attempt<Result> = { transaction: null, outcome: null }
        try {
          return await writeOnce(query, work, attempt)
        } catch (error) {
          if (error instanceof Loss) {
            drop(error.message)
            if (attempt.outcome && (await this.#isCommitted(attempt.transaction, until))) {
              return attempt.outcome.result
            }
          } else {
            await query('ROLLBACK').catch((failure: unknown) => drop(reasonOf(failure)))
            if (!isWorthARetry(error)) throw error
            if (performance.now() >= until) throw new StoreAway(reasonOf(error))
          }
        }
      }
    })
  }

  async stop(): Promise<void> {
    this.#ended.abort()
    this.#client?.drop('the server stops')
    await this.#running
  }

  get #isEnded(): boolean {
    return this.#ended.signal.aborted
  }

  async #isCommitted(transaction: string | null, until: number): Promise<boolean> {
    for (;;) {
      const { query, drop } = await this.#connected(until)
      try {
        const [row] = await query('SELECT pg_xact_status($1::xid8) AS status', [transaction])
        if (row?.['status'] !== 'in progress') return row?.['status'] === 'committed'
        if (performance.now() >= until) throw new StoreAway('what became of the last change is not known')
        await sleep(FIRST_RETRY_MS)
      } catch (error) {
        if (!(error instanceof Loss)) throw error
        drop(error.message)
      }
    }
  }

  /** One after the other: a connection has one transaction at a time. */
  async #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => undefined)
    return result
  }

  async #connected(until: number): Promise<{ query: Query; drop: (reason: string) => void }> {
    while (this.#client === null) {
      const restMs = until - performance.now()
      if (restMs <= 0 || this.#isEnded) {
        throw new StoreAway(`PostgreSQL is away: ${this.trouble ?? 'it was lost'}`)
      }
      await new Promise<void>((resolve) => {
        const done = (): void => {
          clearTimeout(timer)
          this.#waiting.delete(done)
          resolve()
        }
        const timer = setTimeout(done, restMs)
        this.#waiting.add(done)
      })
    }
    return this.#client
  }

  async #stayConnected(): Promise<void> {
    let failures = 0
    for (;;) {
      const reason = await this.#holdOne(() => (failures = 0))
      this.#client = null
      if (this.#isEnded) break
      if (reason !== this.#trouble) this.#options.onTrouble(reason)
      this.#trouble = reason
      // By chance a little earlier or later, so that nodes do not come back all at once.
      const delayMs = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS) * (0.5 + Math.random() / 2)
      failures += 1
      await sleep(delayMs, undefined, { signal: this.#ended.signal }).catch(() => undefined)
    }
    for (const done of this.#waiting) done()
  }

  /** Connects, and returns why that has failed or ended. */
  async #holdOne(connected: () => void): Promise<string> {
    const socket = new Socket()
    let drop: (reason: string) => void = () => undefined
    const lost = new Promise<string>((resolve) => (drop = resolve))
    const onEnd = (): unknown => socket.destroy()
    this.#ended.signal.addEventListener('abort', onEnd)
    try {
      const client = new pg.Client({
        ...LIMITS,
        connectionString: this.#options.url,
        application_name: 'shoal',
        keepAlive: true,
        // Ours to destroy: one that hangs would not let itself be closed.
        stream: () => socket,
        types: numbersAsNumbers(),
      })
      client.on('error', (error) => drop(reasonOf(error)))
      client.on('end', () => drop('the connection was closed'))
      client.on('notification', () => this.#options.onNotice())
      await client.connect()
      const query = queryOf(client)
      await this.#options.greet(query)
      if (this.#isEnded) return 'the server stops'
      connected()
      this.#client = { query, drop }
      for (const done of this.#waiting) done()
      if (!this.#isNew && this.#trouble !== null) this.#options.onRecovered()
      this.#trouble = null
      this.#isNew = false
      return await lost
    } catch (error) {
      return reasonOf(error)
    } finally {
      this.#ended.signal.removeEventListener('abort', onEnd)
      socket.destroy()
    }
  }
}

interface Attempt<Result> {
  transaction: string | null
  /** What `work` has come to, once the end of the transaction is under way. */
  outcome: { readonly result: Result } | null
}

async function writeOnce<Result>(
  query: Query,
  work: (query: Query) => Promise<Result>,
  attempt: Attempt<Result>,
): Promise<Result> {
  await query('BEGIN')
  // All writers take turns: the changes get their numbers in the order in which they are seen, and what two nodes
  // book of one member is booked one after the other.
  const [row] = await query('SELECT pg_advisory_xact_lock($1), pg_current_xact_id()::text AS id', [
    WRITERS_LOCK,
  ])
  attempt.transaction = String(row?.['id'])
  const result = await work(query)
  attempt.outcome = { result }
  await query('COMMIT')
  return result
}

/** Sums of bytes are no larger than a number holds, which `pg` cannot know. */
function numbersAsNumbers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  return types
}

function queryOf(client: pg.Client): Query {
  return async (text, values) => {
    try {
      const { rows } = await client.query<Record<string, unknown>>(text, values && [...values])
      return rows
    } catch (error) {
      if (error instanceof pg.DatabaseError && !AWAY.test(error.code ?? '')) throw error
      throw new Loss(reasonOf(error))
    }
  }
}

function isWorthARetry(error: unknown): boolean {
  return error instanceof pg.DatabaseError && WORTH_A_RETRY.has(error.code ?? '')
}

/** PostgreSQL will never take it (classes 22 and 23: wrong data, or against a rule of its table). */
export function isRefusedEntry(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '')
}
