import { Accounts } from '../../../server/store/accounts.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { Members, type Member } from '../../../server/store/members.ts'
import { openSharedStore } from '../../../server/store/shared/sharedStore.ts'
import { WriteBehind } from '../../../server/store/writeBehind.ts'
import type { MemberId, Report } from '../../../server/tracker/admission.ts'
import { onTestFinished, vi } from 'vitest'
import { infoHash, peerId } from '../../wire/trackerIds.ts'
import type { TestPostgres } from '../../support/postgres.ts'
import { quiet } from './testServer.ts'

export const RATE = 1_000

const EVERYBODY = { search: '', offset: 0, limit: 9 }
const START_MS = 1e12

/** The books of one member, with a clock that stands still until it is moved. */
export interface Books {
  readonly id: MemberId
  passSeconds(seconds: number): void
  report(uploaded: number, downloaded?: number, fields?: Partial<Report>): Promise<void>
  /** All that is reported meanwhile comes within one turn of the event loop. */
  together(work: () => Promise<void>): Promise<void>
  join(name: string): Promise<MemberId>
  members(): readonly Member[]
  run(sql: string): Promise<void>
  readonly trouble: readonly string[]
  /** Clients that would be known after a restart. */
  kept(): Promise<number>
  sweep(): Promise<void>
  restart(): Promise<void>
  sums(member?: MemberId): Promise<readonly number[]>
}

export type CreateBooks = (folder?: string | null, bytesPerSecond?: number) => Promise<Books>

function reportOf(member: MemberId, uploaded: number, downloaded: number, fields: Partial<Report>): Report {
  return {
    member,
    infoHash: infoHash(1),
    peerId: peerId(1),
    uploaded,
    downloaded,
    hadCompany: true,
    ...fields,
  }
}

function sumsOf(list: readonly { uploaded: number; downloaded: number }[]): readonly number[] {
  return [
    list.reduce((sum, { uploaded }) => sum + uploaded, 0),
    list.reduce((sum, { downloaded }) => sum + downloaded, 0),
  ]
}

export interface LocalBooks extends Books {
  /** Returns how many clients were kept after each turn of the event loop. */
  sweepByTurns(): number[]
}

/** On a single machine, in a folder that outlives it; `restart` is a crash: nothing is closed or flushed. */
export function createLocalBooks(folder: string | null = null, bytesPerSecond = RATE): Promise<LocalBooks> {
  let nowMs = START_MS
  let database = openDatabase(folder)
  const members = new Members(database, () => nowMs)
  const { id } = members.add('Ada')
  const pending: (() => void)[] = []
  const trouble: string[] = []
  let isTogether = false
  const settle = (): void => {
    while (!isTogether && pending.length > 0) pending.shift()?.()
  }
  const open = (): Accounts => {
    const soon = (work: () => void): void => void pending.push(work)
    const writes = new WriteBehind({
      soon,
      later: () => undefined,
      onTrouble: (reason) => trouble.push(reason),
      onRecovered: () => undefined,
    })
    const accounts = new Accounts({
      database,
      now: () => nowMs,
      bytesPerSecond,
      soon,
      due: () => writes.due(),
      onTrouble: (error) => trouble.push(String(error)),
    })
    writes.add(() => accounts.flush())
    return accounts
  }
  let accounts = open()
  const countKept = (): number => {
    const { count } = database.prepare('SELECT count(*) AS count FROM transfers').get() as { count: number }
    return count
  }
  const sweepByTurns = (): number[] => {
    accounts.sweep()
    const kept = [countKept()]
    for (let work = pending.shift(); work; work = pending.shift()) {
      work()
      kept.push(countKept())
    }
    return kept
  }
  return Promise.resolve({
    id,
    passSeconds: (seconds) => void (nowMs += seconds * 1_000),
    report(uploaded, downloaded = 0, fields = {}) {
      accounts.report(reportOf(id, uploaded, downloaded, fields))
      settle()
      return Promise.resolve()
    },
    async together(work) {
      isTogether = true
      await work()
      isTogether = false
      settle()
    },
    join: (name) => Promise.resolve(members.add(name).id),
    members: () => members.list(EVERYBODY).members,
    run(sql) {
      database.exec(sql)
      return Promise.resolve()
    },
    trouble,
    kept: () => Promise.resolve(countKept()),
    sweep() {
      sweepByTurns()
      return Promise.resolve()
    },
    sweepByTurns,
    restart() {
      if (folder !== null) database = openDatabase(folder)
      accounts = open()
      return Promise.resolve()
    },
    sums: (member = id) => Promise.resolve(sumsOf(accounts.of(member))),
  })
}

/** At a node of several, over PostgreSQL. */
export function sharedBooksOf(postgres: () => TestPostgres): CreateBooks {
  return async (folder = null, bytesPerSecond = RATE) => {
    const url = await postgres().createDatabase()
    let nowMs = START_MS
    let isTogether = false
    const limits = { accountedBytesPerSecond: bytesPerSecond, torrentsPerMember: 0 }
    const options = { url, folder, limits, log: quiet, now: () => nowMs, isClockShared: false }
    let store = await openSharedStore(options)
    onTestFinished(() => store.close())
    const { id } = await store.members.add('Ada')
    const settle = async (): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve))
      await vi.waitUntil(() => store.behind === 0, { timeout: 60_000, interval: 2 })
      await store.catchUp()
    }
    return {
      id,
      passSeconds: (seconds) => void (nowMs += seconds * 1_000),
      async report(uploaded, downloaded = 0, fields = {}) {
        store.accounts.report(reportOf(id, uploaded, downloaded, fields))
        if (!isTogether) await settle()
      },
      async together(work) {
        isTogether = true
        await work()
        isTogether = false
        await settle()
      },
      join: async (name) => (await store.members.add(name)).id,
      members: () => store.members.list(EVERYBODY).members,
      async run(sql) {
        await postgres().run(url, sql)
      },
      trouble: [],
      kept: async () => (await postgres().run(url, 'SELECT 1 FROM transfers')).length,
      sweep: () => store.sweep(),
      async restart() {
        await store.close()
        store = await openSharedStore(options)
      },
      async sums(member = id) {
        await settle()
        return sumsOf(store.accounts.of(member))
      },
    }
  }
}
