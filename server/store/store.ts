import type { DatabaseSync } from 'node:sqlite'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { Log } from '../log.ts'
import type { MemberId } from '../tracker/admission.ts'
import type { TrackerLimits } from '../tracker/limits.ts'
import { Accounts, type AccountStore } from './accounts.ts'
import { AdminKeys, type AdminKeyStore } from './adminKeys.ts'
import { dontWait, openDatabase, problemWith } from './database.ts'
import { Invitations, type InvitationStore } from './invitations.ts'
import { KeptShares } from './keptShares.ts'
import { Media, type MediaStore } from './media.ts'
import { Members, type MemberStore } from './members.ts'
import { Samples, type SampleStore } from './samples.ts'
import { Torrents, type TorrentStore } from './torrents.ts'
import { whenFree } from './trouble.ts'
import { WriteBehind } from './writeBehind.ts'

/** All that outlives the process. */
export interface Store {
  readonly database: DatabaseSync
  readonly torrents: TorrentStore
  readonly members: MemberStore
  readonly invitations: InvitationStore
  readonly accounts: AccountStore
  readonly adminKeys: AdminKeyStore
  readonly samples: SampleStore
  readonly media: MediaStore
  readonly kept: KeptShares
  /** Why what is due cannot be written at present; null while it can. */
  readonly trouble: string | null
  /** What is written here and has yet to reach where it is kept for all nodes. */
  readonly behind: number
  /** From now on `told` hears what others than this process have changed. */
  watch(told: Told): void
  /** Settles once what others have entered up to now is known here, as far as that can be had. */
  catchUp(): Promise<void>
  /** Writes what is due, and closes the database. Rejects when it could not be written, which is lost then. */
  close(): Promise<void>
}

/** What another node has done that ends something here. */
export interface Told {
  /** A member's passkey is worth nothing any more. */
  cutOffMember(member: MemberId): void
  /** A torrent has another state than it had. */
  evict(infoHash: InfoHash): void
}

/** The store of a single machine, which decides everything itself, and so at once. */
export interface LocalStore extends Store {
  readonly members: Members
  readonly torrents: Torrents
  readonly samples: Samples
}

/** 0 stands for no limit. */
export type StoreLimits = Pick<TrackerLimits, 'accountedBytesPerSecond' | 'torrentsPerMember'>

const SWEEP_MS = 600_000
/** Plots show a day. */
export const SAMPLES_LIFETIME_MS = 86_400_000

/** How long closing waits for another program that holds the database. */
const CLOSING_PATIENCE_MS = 1_000

/** Opens the store in a folder; null keeps it in memory. Throws {@link StartProblem}. */
export function openStore(folder: string | null, limits: StoreLimits, log: Log): LocalStore {
  const database = openDatabase(folder)
  try {
    return storeOf(database, limits, log)
  } catch (error) {
    database.close()
    throw problemWith(folder, error)
  }
}

function storeOf(database: DatabaseSync, limits: StoreLimits, log: Log): LocalStore {
  const now = (): number => Date.now()
  const writes = new WriteBehind({
    soon: (work) => setImmediate(work),
    later: (work, delayMs) => void setTimeout(work, delayMs).unref(),
    onTrouble: (reason) => log.error('the database cannot be written; it is tried again', { reason }),
    onRecovered: () => log.info('the database can be written again'),
  })
  const due = (): void => writes.due()
  const members = new Members(database, now)
  const accounts = new Accounts({
    database,
    now,
    bytesPerSecond: limits.accountedBytesPerSecond,
    soon: (work) => setImmediate(work),
    due,
    onTrouble: (error) => log.error('accounts could not be written', { error: String(error) }),
  })
  const torrents = new Torrents({ database, now, mostPerMember: limits.torrentsPerMember, due })
  const samples = new Samples({ database, lifetimeMs: SAMPLES_LIFETIME_MS, due })
  const kept = new KeptShares(database, due)
  for (const writer of [accounts, torrents, samples, kept]) writes.add(() => writer.flush())
  const sweeping = setInterval(() => accounts.sweep(), SWEEP_MS).unref()
  const store: LocalStore = {
    database,
    members,
    accounts,
    torrents,
    samples,
    kept,
    invitations: new Invitations(database, members, now),
    adminKeys: new AdminKeys(database, now),
    media: new Media(database),
    get trouble() {
      return writes.trouble
    },
    behind: 0,
    watch: () => undefined,
    catchUp: () => Promise.resolve(),
    async close() {
      clearInterval(sweeping)
      accounts.stop()
      writes.stop()
      try {
        await whenFree(() => writes.flush(), CLOSING_PATIENCE_MS)
      } finally {
        database.close()
      }
    },
  }
  // From now on others are served: nobody waits for a program that holds the database.
  dontWait(database)
  return store
}
