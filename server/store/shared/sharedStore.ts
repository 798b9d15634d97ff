import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../log.ts'
import { StartProblem } from '../../listen.ts'
import { Accounts } from '../accounts.ts'
import { AdminKeys } from '../adminKeys.ts'
import { inTransaction, problemWith } from '../database.ts'
import { Invitations } from '../invitations.ts'
import { KeptShares } from '../keptShares.ts'
import { Media } from '../media.ts'
import { Members } from '../members.ts'
import { CHANGES_CHANNEL } from '../migrations.ts'
import { Samples, type Sample } from '../samples.ts'
import { SAMPLES_LIFETIME_MS, type Store, type StoreLimits, type Told } from '../store.ts'
import { Torrents } from '../torrents.ts'
import { reasonOf, StoreAway, whenFree } from '../trouble.ts'
import { WriteBehind } from '../writeBehind.ts'
import { book, forgetSaid, type Claim } from './books.ts'
import { clockSkew } from './clockSkew.ts'
import { abandonedCopies, Copy, openCopy } from './copy.ts'
import { Courier } from './courier.ts'
import type { Decide } from './decide.ts'
import { Follower } from './follower.ts'
import { Outbox, type OutboxEntry } from './outbox.ts'
import { Postgres, type Query } from './postgres.ts'
import { migratePostgres } from './schema.ts'
import { SharedAccounts } from './sharedAccounts.ts'
import { SharedAdminKeys } from './sharedAdminKeys.ts'
import { SharedInvitations } from './sharedInvitations.ts'
import { putMedia, SharedMedia } from './sharedMedia.ts'
import { SharedMembers } from './sharedMembers.ts'
import { putSamples, SharedSamples } from './sharedSamples.ts'
import { addCompleted, SharedTorrents, type Completed } from './sharedTorrents.ts'

export interface SharedStoreOptions {
  readonly url: string
  /** Of the node's copy and its outbox; null keeps them in memory. */
  readonly folder: string | null
  readonly limits: StoreLimits
  readonly log: Log
  /** Another process of this machine has what is the machine's own. */
  readonly isBeside?: boolean
  /** Milliseconds since 1970, by this node's clock. */
  readonly now?: () => number
  /** Whether times are told by PostgreSQL's clock, as they have to be where nodes' clocks differ. */
  readonly isClockShared?: boolean
}

/** Whether PostgreSQL is still there, and whether a notice was missed. */
const LOOK_EVERY_MS = 2_000
const SWEEP_MS = 600_000
/** A copy that lacks more than this is made anew. */
const CHANGES_LIFETIME = '1 hour'
/** How long the start waits for PostgreSQL. */
const STARTING_PATIENCE_MS = 5_000
/** How long closing tries to reach PostgreSQL; what does not arrive stays in the outbox. */
const CLOSING_PATIENCE_MS = 1_000

/**
 * The store of a node among others. What all nodes have in common is in PostgreSQL, and each node has a copy of it in
 * the tables of a single machine, which answers all that is asked. So an announce waits for nobody, and goes on while
 * PostgreSQL is away.
 *
 * - Members, invitations, torrents and admins' keys: PostgreSQL decides, and the node that asked answers once its copy
 *   has what came of it. While PostgreSQL is away such requests are refused.
 * - Accounts, finished downloads, hashes of media and samples: noted in the copy's file and carried to PostgreSQL behind.
 * - What the keeper has: the node's own, in the copy's file alone.
 *
 * Throws {@link StartProblem}. PostgreSQL may be away where there is a copy from before.
 */
export async function openSharedStore(options: SharedStoreOptions): Promise<SharedStore> {
  const database = openCopy(options.folder, options.isBeside ?? false)
  let store: SharedStore | null = null
  try {
    store = new SharedStore(database, options)
    await store.begin()
    return store
  } catch (error) {
    await store?.close().catch(() => undefined)
    if (database.isOpen) database.close()
    throw error instanceof StoreAway
      ? new StartProblem(`The database at DATABASE_URL cannot be used: ${error.message}.`)
      : problemWith(options.folder, error)
  }
}

export class SharedStore implements Store {
  readonly database: DatabaseSync
  readonly members: SharedMembers
  readonly invitations: SharedInvitations
  readonly torrents: SharedTorrents
  readonly accounts: SharedAccounts
  readonly adminKeys: SharedAdminKeys
  readonly media: SharedMedia
  readonly samples: SharedSamples
  readonly kept: KeptShares
  readonly #options: SharedStoreOptions
  readonly #now: () => number
  readonly #copy: Copy
  readonly #outbox: Outbox
  readonly #writes: WriteBehind
  readonly #reader: Postgres
  readonly #writer: Postgres
  readonly #follower: Follower
  readonly #courier: Courier
  readonly #timers: NodeJS.Timeout[] = []
  #told: Told | null = null
  #skewMs = 0
  /** Why the copy cannot be brought up to date. */
  #staleness: string | null = null
  #isClosing = false

  constructor(database: DatabaseSync, options: SharedStoreOptions) {
    const now = options.now ?? (() => Date.now())
    const { log, limits } = options
    this.database = database
    this.#options = options
    this.#now = now
    this.#copy = new Copy(database)
    this.#outbox = new Outbox(database)
    this.#writes = new WriteBehind({
      soon: (work) => setImmediate(work),
      later: (work, delayMs) => void setTimeout(work, delayMs).unref(),
      onTrouble: (reason) => log.error('the copy cannot be written; it is tried again', { reason }),
      onRecovered: () => log.info('the copy can be written again'),
    })
    const due = (): void => this.#writes.due()
    const members = new Members(database, now)
    const mostPerMember = limits.torrentsPerMember
    const torrents = new Torrents({ database, now, mostPerMember, due })
    this.#writer = this.#connect('writer', async (query) => {
      await migratePostgres(query)
      const askedAt = now()
      const [row] = await query('SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now')
      const told = { askedAt, told: Number(row?.['now']), answeredAt: now() }
      if (options.isClockShared !== false) this.#skewMs = clockSkew(told)
    })
    this.#reader = this.#connect('reader', async (query) => {
      await migratePostgres(query)
      await query(`LISTEN ${CHANGES_CHANNEL}`)
      this.#follower.reconnected()
      this.#lookSoon()
    })
    this.#follower = new Follower({
      postgres: this.#reader,
      copy: this.#copy,
      members,
      torrents,
      cutOffMember: (member) => this.#told?.cutOffMember(member),
      evict: (infoHash) => this.#told?.evict(infoHash),
      hasUnsent: () => this.#outbox.length > 0,
    })
    this.#courier = this.#courierOf(this.#outbox, this.#copy)
    const decide: Decide = async (work) => {
      const result = await this.#writer.write(async (query) => {
        await this.#checkSite(query)
        return work(query)
      })
      await this.catchUp()
      return result
    }
    const outbox = this.#outbox
    const sent = (): void => this.#courier.due()
    this.members = new SharedMembers({ copy: members, decide, now })
    this.invitations = new SharedInvitations({
      copy: new Invitations(database, members, now),
      members: this.members,
      decide,
      now,
    })
    this.torrents = new SharedTorrents({ copy: torrents, outbox, decide, now, mostPerMember, due })
    const accounts = new Accounts({
      database,
      now,
      bytesPerSecond: limits.accountedBytesPerSecond,
      soon: (work) => setImmediate(work),
      due,
      onTrouble: (error) => log.error('accounts could not be read', { error: reasonOf(error) }),
    })
    this.accounts = new SharedAccounts({ copy: accounts, outbox, now, due })
    this.adminKeys = new SharedAdminKeys({ copy: new AdminKeys(database, now), decide, now })
    this.media = new SharedMedia({ copy: new Media(database), outbox, sent })
    const samples = new Samples({ database, lifetimeMs: SAMPLES_LIFETIME_MS, due })
    this.samples = new SharedSamples({ copy: samples, outbox, sent })
    this.kept = new KeptShares(database, due)
    this.#writes.add(() => this.#flushToOutbox())
    this.#writes.add(() => this.kept.flush())
  }

  get trouble(): string | null {
    return (
      this.#writes.trouble ??
      this.#reader.trouble ??
      this.#writer.trouble ??
      this.#courier.trouble ??
      this.#staleness
    )
  }

  get behind(): number {
    return this.#outbox.length
  }

  watch(told: Told): void {
    this.#told = told
  }

  async catchUp(): Promise<void> {
    try {
      await this.#follower.catchUp()
      this.#staleness = null
    } catch (error) {
      const reason = reasonOf(error)
      // That PostgreSQL is away is said where it is found out.
      if (this.#staleness !== reason && !this.#isClosing && !(error instanceof StoreAway)) {
        this.#options.log.error('the copy cannot be brought up to date; it is tried again', { reason })
      }
      this.#staleness = reason
    }
  }

  /** Waits for the first connection. */
  async begin(): Promise<void> {
    try {
      // First: it makes the tables.
      await this.#writer.query('SELECT 1', [], STARTING_PATIENCE_MS)
      await this.#follower.catchUp()
    } catch (error) {
      if (!(error instanceof StoreAway) || this.#copy.state.site === null) throw error
      this.#options.log.warn('starting with the copy of what PostgreSQL held, since that is away', {
        reason: error.message,
      })
    }
    this.#courier.due()
    this.#timers.push(
      setInterval(() => this.#lookSoon(), LOOK_EVERY_MS).unref(),
      setInterval(() => void this.sweep(), SWEEP_MS).unref(),
    )
    void this.#carryAbandoned()
  }

  async close(): Promise<void> {
    this.#isClosing = true
    for (const timer of this.#timers) clearInterval(timer)
    this.#writes.stop()
    try {
      await whenFree(() => this.#writes.flush(), CLOSING_PATIENCE_MS)
      await Promise.race([
        this.#courier.drain(),
        sleep(CLOSING_PATIENCE_MS, undefined, { ref: false }),
      ]).catch(() => undefined)
    } finally {
      await Promise.all([this.#reader.stop(), this.#writer.stop(), this.#courier.stop()])
      this.database.close()
    }
  }

  /** Whichever node does it: deletes what is too old, or too much. */
  async sweep(): Promise<void> {
    // The columns are of whole milliseconds, and PostgreSQL's clock is finer than that.
    const now = Math.floor(this.#now() + this.#skewMs)
    try {
      await this.#writer.write(async (query) => {
        await forgetSaid(query, now)
        await query('DELETE FROM admin_keys WHERE expires_at <= $1', [now])
        await query('DELETE FROM samples WHERE at < $1', [now - SAMPLES_LIFETIME_MS])
        await query(
          `WITH gone AS (DELETE FROM changes WHERE at < now() - interval '${CHANGES_LIFETIME}' RETURNING number)
           UPDATE site SET forgotten = greatest(forgotten, (SELECT max(number) FROM gone))`,
        )
      })
    } catch (error) {
      if (!(error instanceof StoreAway)) {
        this.#options.log.error('PostgreSQL could not be swept', { reason: reasonOf(error) })
      }
    }
  }

  #connect(role: string, greet: (query: Query) => Promise<void>): Postgres {
    const { url, log } = this.#options
    return new Postgres({
      url,
      greet,
      onNotice: () => this.#lookSoon(),
      onTrouble: (reason) => log.error('PostgreSQL is away; it is tried again', { role, reason }),
      onRecovered: () => log.info('PostgreSQL is there again', { role }),
    })
  }

  #lookSoon(): void {
    if (!this.#isClosing) void this.catchUp()
  }

  /** All that has been noted since, in one transaction. */
  #flushToOutbox(): void {
    const writers = [this.accounts, this.torrents].filter((writer) => writer.isDue)
    if (writers.length === 0) return
    inTransaction(this.database, () => {
      for (const writer of writers) writer.put()
    })
    for (const writer of writers) writer.written()
    this.#courier.due()
  }

  #courierOf(outbox: Outbox, copy: Copy): Courier {
    const { log, limits } = this.#options
    return new Courier({
      outbox,
      postgres: this.#writer,
      node: copy.state.node,
      take: async (query, entries) => {
        await this.#checkSite(query)
        const of = (kind: OutboxEntry['kind']): unknown[] =>
          entries.filter((entry) => entry.kind === kind).map(({ body }) => body)
        const claims = of('claim') as Claim[]
        if (claims.length > 0) {
          await book(query, claims, {
            bytesPerSecond: limits.accountedBytesPerSecond,
            now: this.#now(),
            skewMs: this.#skewMs,
          })
        }
        await addCompleted(query, of('completed') as Completed[])
        await putMedia(query, of('media'))
        await putSamples(query, of('sample') as Sample[])
      },
      onArrival: () => undefined,
      onTrouble: (reason) =>
        log.error('the outbox cannot be carried to PostgreSQL; it is tried again', { reason }),
      onRefusal: (reason) => log.error('PostgreSQL refuses an entry of the outbox', { reason }),
    })
  }

  /** Nothing is written to another database than the one that the copy is of. */
  async #checkSite(query: Query): Promise<void> {
    const { site } = this.#copy.state
    const [row] = await query('SELECT id FROM site')
    if (row?.['id'] !== site) throw new StoreAway('this is another database than before')
  }

  /** What processes have left that are there no more: fewer run now, or they have other places. */
  async #carryAbandoned(): Promise<void> {
    try {
      const { folder, isBeside = false } = this.#options
      for (const database of abandonedCopies(folder, isBeside)) {
        try {
          const copy = new Copy(database)
          if (copy.state.site === this.#copy.state.site) {
            await this.#courierOf(new Outbox(database), copy).drain()
          }
        } finally {
          database.close()
        }
      }
    } catch (error) {
      // The next start looks again.
      if (!this.#isClosing) {
        this.#options.log.warn('what another process has left could not be carried on', {
          reason: reasonOf(error),
        })
      }
    }
  }
}
