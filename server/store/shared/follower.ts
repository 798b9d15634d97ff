import type { InfoHash } from '../../../src/core/infoHash.ts'
import type { MemberId } from '../../tracker/admission.ts'
import type { Members } from '../members.ts'
import type { Torrents } from '../torrents.ts'
import { StoreAway } from '../trouble.ts'
import type { Copy } from './copy.ts'
import type { Postgres, Query } from './postgres.ts'
import { FOLLOWED, type Entry, type SharedTable } from './tables.ts'

export interface FollowerOptions {
  readonly postgres: Pick<Postgres, 'query' | 'readAtOnce'>
  readonly copy: Copy
  readonly members: Members
  readonly torrents: Torrents
  /** A member's passkey is worth nothing any more. */
  readonly cutOffMember: (member: MemberId) => void
  /** A torrent has another state than it had. */
  readonly evict: (infoHash: InfoHash) => void
  /** Whether anything waits in the outbox that was meant for another database. */
  readonly hasUnsent: () => boolean
}

/** Everybody waits while so many changes are entered. */
const CHANGES_AT_A_TIME = 500
const ROWS_AT_A_TIME = 5_000

interface Change {
  readonly number: number
  readonly place: string
  readonly is_gone: boolean
  readonly entry: Entry
}

/**
 * Brings the copy up to date: reads what has changed since the last number, in order. Where PostgreSQL has forgotten
 * that, or has gone back itself (a backup that was restored), the copy is made anew.
 */
export class Follower {
  readonly #options: FollowerOptions
  /** Whether it may be another database, or another state of it, than the last time. */
  #isUnsure = true
  #current: Promise<void> = Promise.resolve()
  #next: Promise<void> | null = null

  constructor(options: FollowerOptions) {
    this.#options = options
  }

  /** There is a new connection. */
  reconnected(): void {
    this.#isUnsure = true
  }

  /** Settles once all that had been changed when this was called is in the copy. */
  async catchUp(): Promise<void> {
    // What is being read now may have been asked for before that.
    this.#next ??= this.#current
      .catch(() => undefined)
      .then(async () => {
        this.#current = this.#next ?? Promise.resolve()
        this.#next = null
        await this.#read()
      })
    return this.#next
  }

  async #read(): Promise<void> {
    const { postgres, copy } = this.#options
    if (this.#isUnsure) await this.#makeSure()
    for (;;) {
      const changes = (await postgres.query(
        'SELECT number, place, is_gone, entry FROM changes WHERE number > $1 ORDER BY number LIMIT $2',
        [copy.state.number, CHANGES_AT_A_TIME],
      )) as unknown as readonly Change[]
      this.#enter(changes)
      if (changes.length < CHANGES_AT_A_TIME) return
      // Others get their turn.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  async #makeSure(): Promise<void> {
    const { postgres, copy, hasUnsent } = this.#options
    const [row] = await postgres.query(SITE)
    const { id, forgotten, last } = siteOf(row)
    const { site, number } = copy.state
    if (site !== null && site !== id && hasUnsent()) {
      throw new StoreAway(
        'this is another database than the one for which DATA_DIR holds what members have moved; choose another DATA_DIR for it',
      )
    }
    if (site !== id || number < forgotten || number > last) await this.#makeAnew()
    this.#isUnsure = false
  }

  #enter(changes: readonly Change[]): void {
    const last = changes.at(-1)
    if (!last) return
    const { copy, members, torrents, cutOffMember, evict } = this.#options
    const digests = new Map<MemberId, string | null>()
    const infoHashes = new Set<InfoHash>()
    copy.change(() => {
      for (const { place, is_gone: isGone, entry } of changes) {
        if (place === 'members') {
          const id = entry['id'] as MemberId
          if (!digests.has(id)) digests.set(id, members.digestOf(id))
        }
        if (place === 'torrents') infoHashes.add(entry['info_hash'] as InfoHash)
        if (isGone) copy.remove(place, entry)
        else copy.put(place, entry)
      }
      copy.setState(copy.state.site ?? '', last.number)
    })
    for (const [id, digest] of digests) if (members.learn(id, digest)) cutOffMember(id)
    for (const infoHash of infoHashes) if (torrents.learn(infoHash)) evict(infoHash)
  }

  /** Copies everything, as it is at one moment. */
  async #makeAnew(): Promise<void> {
    const { postgres, copy, members, torrents, cutOffMember, evict } = this.#options
    const { site, tables } = await postgres.readAtOnce(async (query) => {
      const [row] = await query(SITE)
      const read: [string, readonly Entry[]][] = []
      for (const table of FOLLOWED) read.push([table.name, await allOf(query, table)])
      return { site: siteOf(row), tables: read }
    })
    copy.change(() => {
      copy.clear()
      for (const [place, entries] of tables) for (const entry of entries) copy.put(place, entry)
      copy.setState(site.id, site.last)
    })
    for (const id of members.reread()) cutOffMember(id)
    for (const infoHash of torrents.reread()) evict(infoHash)
  }
}

const SITE = `SELECT id, forgotten, greatest(forgotten, (SELECT max(number) FROM changes)) AS last FROM site`

function siteOf(row: Entry | undefined): { id: string; forgotten: number; last: number } {
  if (row === undefined) throw new StoreAway('its table "site" is empty')
  return { id: String(row['id']), forgotten: Number(row['forgotten']), last: Number(row['last']) }
}

async function allOf(query: Query, { name, key }: SharedTable): Promise<readonly Entry[]> {
  const all: Entry[] = []
  const order = key.join(', ')
  const places = key.map((_column, index) => `$${index + 2}`).join(', ')
  for (;;) {
    const last = all.at(-1)
    const behind = last ? `WHERE (${order}) > (${places})` : ''
    const rows = await query(
      `SELECT to_jsonb(t) AS entry FROM ${name} AS t ${behind} ORDER BY ${order} LIMIT $1`,
      [ROWS_AT_A_TIME, ...(last ? key.map((column) => last[column]) : [])],
    )
    for (const row of rows) all.push(row['entry'] as Entry)
    if (rows.length < ROWS_AT_A_TIME) return all
  }
}
