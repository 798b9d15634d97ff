import type { InfoHash } from '../../../src/core/infoHash.ts'
import type { MemberId } from '../../tracker/admission.ts'
import { folded } from '../folded.ts'
import type { Torrents, TorrentStatus, TorrentStore } from '../torrents.ts'
import type { Decide } from './decide.ts'
import type { Outbox } from './outbox.ts'
import type { Query } from './postgres.ts'

export interface SharedTorrentsOptions {
  readonly copy: Torrents
  readonly outbox: Outbox
  readonly decide: Decide
  readonly now: () => number
  /** Torrents that one member may have registered; 0 for no limit. */
  readonly mostPerMember: number
  /** There is something to {@link SharedTorrents.flush}. */
  readonly due: () => void
}

/** Finished downloads of a torrent. */
export interface Completed {
  readonly infoHash: InfoHash
  readonly count: number
}

/**
 * Torrents of all nodes. PostgreSQL decides which there are, in what state, under what name, and whose; every announce
 * asks the copy. Finished downloads are added up by way of the outbox.
 */
export class SharedTorrents implements TorrentStore {
  readonly #options: SharedTorrentsOptions
  readonly #completed = new Map<InfoHash, number>()
  readonly statusOf: TorrentStore['statusOf']
  readonly get: TorrentStore['get']
  readonly list: TorrentStore['list']

  constructor(options: SharedTorrentsOptions) {
    const { copy } = options
    this.#options = options
    this.statusOf = (infoHash) => copy.statusOf(infoHash)
    this.get = (infoHash) => copy.get(infoHash)
    this.list = (query) => copy.list(query)
  }

  get count(): number {
    return this.#options.copy.count
  }

  async register(
    infoHash: InfoHash,
    name: string,
    memberId: MemberId | null,
    status: TorrentStatus,
  ): Promise<TorrentStatus | null> {
    const { copy, decide, now, mostPerMember } = this.#options
    // As at every start of a node, for each file that it publishes. PostgreSQL may be away.
    const known = copy.statusOf(infoHash)
    if (known !== null) return known
    return decide(async (query) => {
      const [before] = await query('SELECT status FROM torrents WHERE info_hash = $1', [infoHash])
      if (before) return before['status'] as TorrentStatus
      if (memberId !== null && mostPerMember > 0) {
        const [row] = await query('SELECT count(*) AS total FROM torrents WHERE member_id = $1', [memberId])
        if (Number(row?.['total']) >= mostPerMember) return null
      }
      await query(
        `INSERT INTO torrents (info_hash, name, folded, status, member_id, added_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [infoHash, name, folded(name), status, memberId, now()],
      )
      return status
    })
  }

  async setStatus(infoHash: InfoHash, status: TorrentStatus): Promise<boolean> {
    const rows = await this.#options.decide(async (query) =>
      query('UPDATE torrents SET status = $1 WHERE info_hash = $2 RETURNING info_hash', [status, infoHash]),
    )
    return rows.length > 0
  }

  async remove(infoHash: InfoHash): Promise<boolean> {
    const rows = await this.#options.decide(async (query) =>
      query('DELETE FROM torrents WHERE info_hash = $1 RETURNING info_hash', [infoHash]),
    )
    return rows.length > 0
  }

  countCompleted(infoHash: InfoHash): void {
    if (this.statusOf(infoHash) === null) return
    this.#completed.set(infoHash, (this.#completed.get(infoHash) ?? 0) + 1)
    this.#options.due()
  }

  /** Puts what is due into the outbox, in the transaction of whoever calls. */
  put(): void {
    const completed = Array.from(this.#completed, ([infoHash, count]): Completed => ({ infoHash, count }))
    this.#options.outbox.add('completed', completed)
  }

  /** What was put is there to stay. */
  written(): void {
    this.#completed.clear()
  }

  get isDue(): boolean {
    return this.#completed.size > 0
  }
}

/** Adds up finished downloads. */
export async function addCompleted(query: Query, completed: readonly Completed[]): Promise<void> {
  if (completed.length === 0) return
  await query(
    `UPDATE torrents SET completed = completed + added.count
     FROM (SELECT info_hash, sum(count)::bigint AS count FROM unnest($1::text[], $2::bigint[]) AS a (info_hash, count)
           GROUP BY info_hash) AS added
     WHERE torrents.info_hash = added.info_hash`,
    [completed.map(({ infoHash }) => infoHash), completed.map(({ count }) => count)],
  )
}
