import type { DatabaseSync } from 'node:sqlite'

export interface TransferSweepOptions {
  readonly database: DatabaseSync
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Clients times torrents that are kept of one member. */
  readonly mostPerMember: number
  /** Runs a function soon, once what is being handled is done. */
  readonly soon: (work: () => void) => void
  readonly onTrouble: (error: unknown) => void
}

/** How long what a client last said is kept for its return. */
export const TRANSFER_LIFETIME_MS = 30 * 86_400_000
/** Announces wait while so many rows are deleted. */
const PORTION_ROWS = 500

/**
 * Deletes what clients said from the database when it is too old or too much: one member after the other, of each
 * a portion, the oldest first, and each portion in a turn of the event loop of its own, so that nobody waits for
 * long.
 */
export class TransferSweep {
  readonly #options: TransferSweepOptions
  #isUnderWay = false
  #isStopped = false

  constructor(options: TransferSweepOptions) {
    this.#options = options
  }

  /** Begins to go through all members, unless that is under way. */
  start(): void {
    if (this.#isUnderWay) return
    this.#isUnderWay = true
    this.#goOn(0)
  }

  /** The database is about to be closed. */
  stop(): void {
    this.#isStopped = true
  }

  /** With the first member behind `former`. */
  #goOn(former: number): void {
    if (this.#isStopped) return
    try {
      const member = this.#memberBehind(former)
      this.#isUnderWay = member !== null
      if (member === null) return
      const isDone = this.#deleteOf(member) < PORTION_ROWS
      this.#options.soon(() => this.#goOn(isDone ? member : former))
    } catch (error) {
      this.#isUnderWay = false
      this.#options.onTrouble(error)
    }
  }

  /** The next by number of whom anything is kept. */
  #memberBehind(former: number): number | null {
    const { member } = this.#options.database
      .prepare('SELECT min(member_id) AS member FROM transfers WHERE member_id > ?')
      .get(former) as { member: number | null }
    return member
  }

  /** Deletes a portion, and returns how many rows it was. */
  #deleteOf(member: number): number {
    const { database, now, mostPerMember } = this.#options
    const { changes } = database
      .prepare(
        `DELETE FROM transfers WHERE member_id = ?1 AND (info_hash, peer_id) IN (
           SELECT info_hash, peer_id FROM transfers
           WHERE member_id = ?1 AND reported_at < max(?2, coalesce(
             (SELECT reported_at FROM transfers WHERE member_id = ?1
              ORDER BY reported_at DESC LIMIT 1 OFFSET ?3), 0))
           ORDER BY reported_at LIMIT ?4)`,
      )
      .run(member, now() - TRANSFER_LIFETIME_MS, mostPerMember - 1, PORTION_ROWS)
    return Number(changes)
  }
}
