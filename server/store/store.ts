import type { DatabaseSync } from 'node:sqlite'
import type { Log } from '../log.ts'
import type { TrackerLimits } from '../tracker/limits.ts'
import { Accounts } from './accounts.ts'
import { AdminKeys } from './adminKeys.ts'
import { openDatabase } from './database.ts'
import { Invitations } from './invitations.ts'
import { Media } from './media.ts'
import { Members } from './members.ts'
import { Samples } from './samples.ts'
import { Torrents } from './torrents.ts'

/** All that outlives the process. */
export interface Store {
  readonly database: DatabaseSync
  readonly torrents: Torrents
  readonly members: Members
  readonly invitations: Invitations
  readonly accounts: Accounts
  readonly adminKeys: AdminKeys
  readonly samples: Samples
  readonly media: Media
  /** Writes what is due, and closes the database. */
  close(): void
}

/** 0 stands for no limit. */
export type StoreLimits = Pick<TrackerLimits, 'accountedBytesPerSecond' | 'torrentsPerMember'>

const SWEEP_MS = 600_000
/** Plots show a day. */
const SAMPLES_LIFETIME_MS = 86_400_000

/** Opens the store in a folder; null keeps it in memory. Throws {@link StartProblem}. */
export function openStore(folder: string | null, limits: StoreLimits, log: Log): Store {
  const database = openDatabase(folder)
  const now = (): number => Date.now()
  const members = new Members(database, now)
  const troubleWith = (what: string) => (error: unknown) =>
    log.error(`${what} could not be written`, { error: String(error) })
  const accounts = new Accounts({
    database,
    now,
    bytesPerSecond: limits.accountedBytesPerSecond,
    soon: (work) => setImmediate(work),
    onTrouble: troubleWith('accounts'),
  })
  const sweeping = setInterval(() => accounts.sweep(), SWEEP_MS).unref()
  return {
    database,
    members,
    accounts,
    torrents: new Torrents({
      database,
      now,
      mostPerMember: limits.torrentsPerMember,
      onTrouble: troubleWith('a finished download'),
    }),
    invitations: new Invitations(database, members, now),
    adminKeys: new AdminKeys(database, now),
    samples: new Samples({
      database,
      lifetimeMs: SAMPLES_LIFETIME_MS,
      onTrouble: troubleWith('a sample for the plots'),
    }),
    media: new Media(database),
    close() {
      clearInterval(sweeping)
      accounts.close()
      database.close()
    },
  }
}
