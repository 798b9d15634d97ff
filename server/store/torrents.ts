import type { DatabaseSync } from 'node:sqlite'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { MemberId } from '../tracker/admission.ts'
import { inTransaction } from './database.ts'
import { folded } from './folded.ts'
import type { Later } from './later.ts'

/** `pending` waits for an admin; `blocked` is served in no mode. */
export type TorrentStatus = 'listed' | 'pending' | 'blocked'

export interface Torrent {
  readonly infoHash: InfoHash
  readonly name: string
  readonly status: TorrentStatus
  /** Who registered it; null for an admin. */
  readonly memberId: MemberId | null
  readonly addedAt: number
  /** Finished downloads. */
  readonly completed: number
}

export interface TorrentQuery {
  /** Part of a name in upper or lower case, or the beginning of an info hash; all torrents when empty. */
  readonly search: string
  readonly status: TorrentStatus | null
  readonly offset: number
  readonly limit: number
}

export interface TorrentsOptions {
  readonly database: DatabaseSync
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Torrents that one member may have registered; 0 for no limit. */
  readonly mostPerMember: number
  /** There is something to {@link Torrents.flush}. */
  readonly due: () => void
}

/** What the server asks of it. */
export type TorrentStore = Later<
  Torrents,
  'count' | 'statusOf' | 'get' | 'list' | 'countCompleted',
  'register' | 'setStatus' | 'remove'
>

/** Of a {@link Row}. */
const COLUMNS = 'info_hash, name, status, member_id, added_at, completed'

/** The torrents that this tracker knows of, with the state of each in memory: every announce asks for it. */
export class Torrents {
  readonly #options: TorrentsOptions
  readonly #statuses = new Map<InfoHash, TorrentStatus>()
  /** Finished downloads that are not written yet. */
  readonly #completed = new Map<InfoHash, number>()

  constructor(options: TorrentsOptions) {
    this.#options = options
    this.#read()
  }

  #read(): void {
    const rows = this.#options.database.prepare('SELECT info_hash, status FROM torrents').iterate()
    for (const row of rows as Iterable<{ info_hash: InfoHash; status: TorrentStatus }>) {
      this.#statuses.set(row.info_hash, row.status)
    }
  }

  get count(): number {
    return this.#statuses.size
  }

  statusOf(infoHash: InfoHash): TorrentStatus | null {
    return this.#statuses.get(infoHash) ?? null
  }

  get(infoHash: InfoHash): Torrent | null {
    const row = this.#options.database
      .prepare(`SELECT ${COLUMNS} FROM torrents WHERE info_hash = ?`)
      .get(infoHash)
    return row === undefined ? null : torrentOf(row as unknown as Row)
  }

  /** Whether a member has registered as many torrents as one may. */
  #isFull(member: MemberId): boolean {
    const { database, mostPerMember } = this.#options
    if (mostPerMember === 0) return false
    const { total } = database
      .prepare('SELECT count(*) AS total FROM torrents WHERE member_id = ?')
      .get(member) as { total: number }
    return total >= mostPerMember
  }

  /**
   * Enters a torrent. One that is known keeps its state and its name. Returns the state it has; null where the member
   * has registered as many as one may.
   */
  register(
    infoHash: InfoHash,
    name: string,
    memberId: MemberId | null,
    status: TorrentStatus,
  ): TorrentStatus | null {
    if (memberId !== null && !this.#statuses.has(infoHash) && this.#isFull(memberId)) return null
    this.#options.database
      .prepare(
        `INSERT INTO torrents (info_hash, name, folded, status, member_id, added_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
      )
      .run(infoHash, name, folded(name), status, memberId, this.#options.now())
    const known = this.#statuses.get(infoHash) ?? status
    this.#statuses.set(infoHash, known)
    return known
  }

  /** False for a torrent that is not known. */
  setStatus(infoHash: InfoHash, status: TorrentStatus): boolean {
    if (!this.#statuses.has(infoHash)) return false
    this.#options.database.prepare('UPDATE torrents SET status = ? WHERE info_hash = ?').run(status, infoHash)
    this.#statuses.set(infoHash, status)
    return true
  }

  /** Forgets a torrent; false when it is not known. */
  remove(infoHash: InfoHash): boolean {
    this.#options.database.prepare('DELETE FROM torrents WHERE info_hash = ?').run(infoHash)
    return this.#statuses.delete(infoHash)
  }

  /** Written soon: that it cannot be is no reason to refuse an announce. */
  countCompleted(infoHash: InfoHash): void {
    if (!this.#statuses.has(infoHash)) return
    this.#completed.set(infoHash, (this.#completed.get(infoHash) ?? 0) + 1)
    this.#options.due()
  }

  /** Writes what is due. Throws when it cannot; nothing is lost then. */
  flush(): void {
    if (this.#completed.size === 0) return
    const { database } = this.#options
    inTransaction(database, () => {
      const add = database.prepare('UPDATE torrents SET completed = completed + ? WHERE info_hash = ?')
      for (const [infoHash, count] of this.#completed) add.run(count, infoHash)
    })
    this.#completed.clear()
  }

  /** Takes over what has been written elsewhere; true when its state is another now. */
  learn(infoHash: InfoHash): boolean {
    const before = this.statusOf(infoHash)
    const status = this.get(infoHash)?.status ?? null
    if (status === null) this.#statuses.delete(infoHash)
    else this.#statuses.set(infoHash, status)
    return status !== before
  }

  /** Reads everything anew; returns the torrents whose state is another now. */
  reread(): readonly InfoHash[] {
    const before = new Map(this.#statuses)
    this.#statuses.clear()
    this.#read()
    const all = new Set([...before.keys(), ...this.#statuses.keys()])
    return [...all].filter((infoHash) => this.#statuses.get(infoHash) !== before.get(infoHash))
  }

  /** The newest first, and how many there are without `offset` and `limit`. */
  list(query: TorrentQuery): { readonly torrents: readonly Torrent[]; readonly total: number } {
    return query.search === '' ? this.#listAll(query) : this.#search(query)
  }

  #listAll({ status, offset, limit }: TorrentQuery) {
    const where = 'WHERE ?1 IS NULL OR status = ?1'
    const rows = this.#options.database
      .prepare(
        `SELECT ${COLUMNS} FROM torrents ${where} ORDER BY added_at DESC, info_hash LIMIT ?2 OFFSET ?3`,
      )
      .all(status, limit, offset)
    const { total } = this.#options.database
      .prepare(`SELECT count(*) AS total FROM torrents ${where}`)
      .get(status) as { total: number }
    return { torrents: (rows as unknown as Row[]).map(torrentOf), total }
  }

  /**
   * Everybody waits while all names are gone through: that is done once, for the page and the count together. The
   * plus keeps SQLite from doing it in the order of time, which would fetch row by row.
   */
  #search({ search, status, offset, limit }: TorrentQuery) {
    const { database } = this.#options
    const found = database
      .prepare(
        `SELECT info_hash FROM torrents
         WHERE (?1 IS NULL OR status = ?1)
           AND (instr(folded, ?2) > 0 OR substr(info_hash, 1, length(?2)) = ?2)
         ORDER BY +added_at DESC, info_hash`,
      )
      .all(status, folded(search)) as { info_hash: InfoHash }[]
    const one = database.prepare(`SELECT ${COLUMNS} FROM torrents WHERE info_hash = ?`)
    const page = found.slice(offset, offset + limit).map(({ info_hash }) => one.get(info_hash))
    return { torrents: (page as unknown as Row[]).map(torrentOf), total: found.length }
  }
}

interface Row {
  readonly info_hash: InfoHash
  readonly name: string
  readonly status: TorrentStatus
  readonly member_id: MemberId | null
  readonly added_at: number
  readonly completed: number
}

function torrentOf(row: Row): Torrent {
  return {
    infoHash: row.info_hash,
    name: row.name,
    status: row.status,
    memberId: row.member_id,
    addedAt: row.added_at,
    completed: row.completed,
  }
}
