import type { DatabaseSync } from 'node:sqlite'
import type { Bytes, Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { KeeperFailure, KeeperState } from '../../src/wire/keeper.ts'
import type { MemberId } from '../tracker/admission.ts'
import { inTransaction } from './database.ts'

/** Somebody's wish to have a share kept. */
export interface Promised {
  /** Of the token that ends it. */
  readonly digest: string
  /** Null for who is no member. */
  readonly member: MemberId | null
  readonly askedAt: Milliseconds
  readonly until: Milliseconds
}

/** A share that the keeper has, is to have, or could not have. Times are in Unix time. */
export interface KeptShare {
  readonly infoHash: InfoHash
  /** Empty until known. */
  readonly name: string
  /** Null until known. */
  readonly size: Bytes | null
  /** Bytes that are here. */
  readonly here: Bytes
  readonly state: Exclude<KeeperState, 'none'>
  /** Null unless it has failed. */
  readonly failure: KeeperFailure | null
  readonly addedAt: Milliseconds
  /** When it last got further. */
  readonly movedAt: Milliseconds
  /** When somebody last lacked something of it. */
  readonly wantedAt: Milliseconds
  readonly promises: readonly Promised[]
  /** It is fetched from ordinary BitTorrent peers as well. */
  readonly bridged: boolean
}

/** What the keeper has and for whom, in memory; what changes is written soon. */
export class KeptShares {
  readonly #database: DatabaseSync
  readonly #due: () => void
  readonly #shares = new Map<InfoHash, KeptShare>()
  readonly #changed = new Set<InfoHash>()
  /** Those of the changed whose promises are others than before. */
  readonly #promised = new Set<InfoHash>()

  /** @param due there is something to {@link flush} */
  constructor(database: DatabaseSync, due: () => void) {
    this.#database = database
    this.#due = due
    const promises = Map.groupBy(
      database.prepare('SELECT * FROM kept_for ORDER BY asked_at').all() as unknown as PromiseRow[],
      (row) => row.info_hash,
    )
    for (const row of database.prepare('SELECT * FROM kept').all() as unknown as ShareRow[]) {
      this.#shares.set(row.info_hash, shareOf(row, promises.get(row.info_hash) ?? []))
    }
  }

  get count(): number {
    return this.#shares.size
  }

  get(infoHash: InfoHash): KeptShare | null {
    return this.#shares.get(infoHash) ?? null
  }

  all(): readonly KeptShare[] {
    return [...this.#shares.values()]
  }

  put(share: KeptShare): void {
    if (this.#shares.get(share.infoHash)?.promises !== share.promises) this.#promised.add(share.infoHash)
    this.#shares.set(share.infoHash, share)
    this.#noteChange(share.infoHash)
  }

  remove(infoHash: InfoHash): void {
    if (this.#shares.delete(infoHash)) this.#noteChange(infoHash)
  }

  /** Writes what is due. Throws when it cannot; nothing is lost then. */
  flush(): void {
    if (this.#changed.size === 0) return
    const database = this.#database
    inTransaction(database, () => {
      const drop = database.prepare('DELETE FROM kept WHERE info_hash = ?')
      const putShare = database.prepare(
        `INSERT INTO kept (info_hash, name, size, here, state, failure, added_at, moved_at, wanted_at, bridged)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (info_hash) DO UPDATE SET name = excluded.name, size = excluded.size, here = excluded.here,
           state = excluded.state, failure = excluded.failure, added_at = excluded.added_at,
           moved_at = excluded.moved_at, wanted_at = excluded.wanted_at,
           bridged = excluded.bridged`,
      )
      const dropPromises = database.prepare('DELETE FROM kept_for WHERE info_hash = ?')
      const putPromise = database.prepare(
        'INSERT INTO kept_for (digest, info_hash, member_id, asked_at, until) VALUES (?, ?, ?, ?, ?)',
      )
      for (const infoHash of this.#changed) {
        const share = this.#shares.get(infoHash)
        if (!share) {
          // Its promises go with it.
          drop.run(infoHash)
          continue
        }
        const { name, size, here, state, failure, addedAt, movedAt, wantedAt, bridged } = share
        putShare.run(infoHash, name, size, here, state, failure, addedAt, movedAt, wantedAt, Number(bridged))
        if (!this.#promised.has(infoHash)) continue
        dropPromises.run(infoHash)
        for (const { digest, member, askedAt, until } of share.promises) {
          putPromise.run(digest, infoHash, member, askedAt, until)
        }
      }
    })
    this.#changed.clear()
    this.#promised.clear()
  }

  #noteChange(infoHash: InfoHash): void {
    this.#changed.add(infoHash)
    this.#due()
  }
}

interface ShareRow {
  readonly info_hash: InfoHash
  readonly name: string
  readonly size: number | null
  readonly here: number
  readonly state: KeptShare['state']
  readonly failure: KeeperFailure | null
  readonly added_at: number
  readonly moved_at: number
  readonly wanted_at: number
  readonly bridged: number
}

interface PromiseRow {
  readonly digest: string
  readonly info_hash: InfoHash
  readonly member_id: MemberId | null
  readonly asked_at: number
  readonly until: number
}

function shareOf(row: ShareRow, promises: readonly PromiseRow[]): KeptShare {
  return {
    infoHash: row.info_hash,
    name: row.name,
    size: row.size,
    here: row.here,
    state: row.state,
    failure: row.failure,
    addedAt: row.added_at,
    movedAt: row.moved_at,
    wantedAt: row.wanted_at,
    bridged: row.bridged !== 0,
    promises: promises.map(({ digest, member_id: member, asked_at: askedAt, until }) => ({
      digest,
      member,
      askedAt,
      until,
    })),
  }
}
