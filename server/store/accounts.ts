import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { MemberId, Report } from '../tracker/admission.ts'
import { Allowance, LONGEST_GAP_MS } from './allowance.ts'
import { inTransaction } from './database.ts'
import { TransferSweep } from './transferSweep.ts'
import { isRefusedRow } from './trouble.ts'

export interface AccountsOptions {
  readonly database: DatabaseSync
  /** Milliseconds since 1970: what was said before a restart counts. */
  readonly now: () => number
  /** 0 for no limit. */
  readonly bytesPerSecond: number
  /** Runs a function soon, once what is being handled is done. */
  readonly soon: (work: () => void) => void
  /** There is something to {@link Accounts.flush}. */
  readonly due: () => void
  /** Something will never be written, since the database takes no such row, or the sweep has failed. */
  readonly onTrouble: (error: unknown) => void
}

/** A member's bytes in one torrent. */
export interface TorrentAccount {
  readonly infoHash: InfoHash
  /** Empty where the torrent is no longer known. */
  readonly name: string
  readonly uploaded: number
  readonly downloaded: number
}

/** What the server asks of them. */
export type AccountStore = Pick<Accounts, 'report' | 'tryFlush' | 'of'>

/** What one client of a member last said of one torrent; its counts begin again when it does. */
interface Transfer {
  readonly report: Report
  uploaded: number
  downloaded: number
  reportedAt: number
  /** Whether the database has it. */
  isKept: boolean
}

interface Books {
  readonly member: MemberId
  /** By {@link clientOf}; the longest silent first. */
  readonly transfers: Map<string, Transfer>
  readonly uploads: Allowance
  readonly downloads: Allowance
}

/** No sum grows beyond it: what is larger can be neither added to for ever nor read as a number. */
export const MOST_BYTES = Number.MAX_SAFE_INTEGER
const CACHED_MS = 3_600_000
/** Clients times torrents that are remembered of one member: a client may call itself something else each time. */
export const MOST_TRANSFERS = 5_000

/**
 * Who has moved how much. Clients announce sums since they started, so what is booked is the difference to what
 * they said last, before a restart of the tracker too: that is kept in the database beside the account.
 *
 * The first announce of a client books nothing; a later one no more than a fast line could have moved since, and
 * no upload into a swarm where nobody else has been. All clients of a member together have one such line, and how
 * much of its time is used up is kept in the database too. All that is due is written in one transaction.
 */
export class Accounts {
  readonly #options: AccountsOptions
  readonly #startedAt: number
  readonly #books = new Map<MemberId, Books>()
  readonly #changed = new Set<Transfer>()
  /** Those of which more of the line's time is used up. */
  readonly #used = new Set<Books>()
  /** Those of which too many are remembered, by member and client; what is on disk of them goes too. */
  readonly #evicted = new Map<string, Report>()
  /** Bytes to be added, by member and torrent. */
  readonly #due = new Map<string, { report: Report; uploaded: number; downloaded: number }>()
  readonly #bookAccount: StatementSync
  readonly #bookTransfer: StatementSync
  readonly #bookAllowance: StatementSync
  readonly #dropTransfer: StatementSync
  readonly #sweep: TransferSweep

  constructor(options: AccountsOptions) {
    this.#options = options
    this.#startedAt = options.now()
    this.#bookAccount = options.database.prepare(
      `INSERT INTO accounts (member_id, info_hash, uploaded, downloaded) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET
         uploaded = min(uploaded + excluded.uploaded, ${MOST_BYTES}),
         downloaded = min(downloaded + excluded.downloaded, ${MOST_BYTES})`,
    )
    this.#bookTransfer = options.database.prepare(
      `INSERT INTO transfers (member_id, info_hash, peer_id, uploaded, downloaded, reported_at)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET uploaded = excluded.uploaded, downloaded = excluded.downloaded,
         reported_at = excluded.reported_at`,
    )
    this.#bookAllowance = options.database.prepare(
      `INSERT INTO allowances (member_id, uploads_until, downloads_until) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET
         uploads_until = excluded.uploads_until, downloads_until = excluded.downloads_until`,
    )
    this.#dropTransfer = options.database.prepare(
      'DELETE FROM transfers WHERE member_id = ? AND info_hash = ? AND peer_id = ?',
    )
    this.#sweep = new TransferSweep({ ...options, mostPerMember: MOST_TRANSFERS })
  }

  report(report: Report): void {
    const now = this.#options.now()
    const books = this.#booksOf(report.member, now)
    const transfer = this.#transferOf(books, report, now)
    const gapMs = Math.min(Math.max(0, now - transfer.reportedAt), LONGEST_GAP_MS)
    const { bytesPerSecond } = this.#options
    const most = bytesPerSecond === 0 ? Infinity : (gapMs / 1_000) * bytesPerSecond
    // Who was there before the start is not known: the first to come back would lose what it gave until then.
    const hadCompany = report.hadCompany || transfer.reportedAt < this.#startedAt
    const claimed = hadCompany ? moved(transfer.uploaded, report.uploaded, most) : 0
    const uploaded = books.uploads.take(claimed, now)
    const downloaded = books.downloads.take(moved(transfer.downloaded, report.downloaded, most), now)
    transfer.uploaded = report.uploaded
    transfer.downloaded = report.downloaded
    transfer.reportedAt = now
    this.#changed.add(transfer)
    if (uploaded > 0 || downloaded > 0) {
      this.#used.add(books)
      this.#add(report, uploaded, downloaded)
    }
    this.#options.due()
  }

  /** Writes what is due, if the database takes it now; else it is written later. */
  tryFlush(): void {
    try {
      this.flush()
    } catch {
      // Whoever writes what is due says why.
      this.#options.due()
    }
  }

  /** Writes what is due. Throws when it cannot; nothing is lost then. */
  flush(): void {
    if (this.#changed.size === 0) return
    inTransaction(this.#options.database, () => {
      for (const { report, uploaded, downloaded } of this.#due.values()) {
        this.#write(() => this.#bookAccount.run(report.member, report.infoHash, uploaded, downloaded))
      }
      // Before what has changed: one that was evicted may have said something again.
      for (const { member, infoHash, peerId } of this.#evicted.values()) {
        this.#dropTransfer.run(member, infoHash, peerId)
      }
      for (const { report, uploaded, downloaded, reportedAt } of this.#changed) {
        const { member, infoHash, peerId } = report
        this.#write(() => this.#bookTransfer.run(member, infoHash, peerId, uploaded, downloaded, reportedAt))
      }
      for (const { member, uploads, downloads } of this.#used) {
        this.#write(() => this.#bookAllowance.run(member, uploads.usedUntil, downloads.usedUntil))
      }
    })
    this.#evicted.clear()
    for (const transfer of this.#changed) transfer.isKept = true
    this.#changed.clear()
    this.#used.clear()
    this.#due.clear()
  }

  /** Nothing is deleted any more: the database is about to be closed. */
  stop(): void {
    this.#sweep.stop()
  }

  /** A row that will never be taken is dropped, so that it does not hold back everybody else's. */
  #write(row: () => unknown): void {
    try {
      row()
    } catch (error) {
      if (!isRefusedRow(error)) throw error
      this.#options.onTrouble(error)
    }
  }

  /** Forgets clients that have long said nothing; to be called every now and then. */
  sweep(): void {
    const since = this.#options.now() - CACHED_MS
    for (const [member, { transfers }] of this.#books) {
      for (const [client, transfer] of transfers) {
        if (transfer.reportedAt >= since) break
        if (!this.#changed.has(transfer)) transfers.delete(client)
      }
      if (transfers.size === 0) this.#books.delete(member)
    }
    this.#sweep.start()
  }

  /** A member's torrents, those with the most bytes first. */
  of(member: MemberId): readonly TorrentAccount[] {
    this.tryFlush()
    const rows = this.#options.database
      .prepare(
        `SELECT accounts.info_hash, coalesce(name, '') AS name,
           min(uploaded, ${MOST_BYTES}) AS uploaded, min(downloaded, ${MOST_BYTES}) AS downloaded
         FROM accounts LEFT JOIN torrents USING (info_hash)
         WHERE accounts.member_id = ? ORDER BY uploaded + downloaded DESC LIMIT 1000`,
      )
      .all(member)
    return rows.map((row) => ({
      infoHash: row['info_hash'] as InfoHash,
      name: String(row['name']),
      uploaded: Number(row['uploaded']),
      downloaded: Number(row['downloaded']),
    }))
  }

  #booksOf(member: MemberId, now: number): Books {
    let books = this.#books.get(member)
    if (!books) {
      const row = this.#options.database
        .prepare('SELECT uploads_until, downloads_until FROM allowances WHERE member_id = ?')
        .get(member)
      // A clock that ran ahead and was set right must not stop the books until that time has come.
      const allowance = (until: unknown): Allowance =>
        new Allowance(this.#options.bytesPerSecond, Math.min(Number(until ?? now), now))
      books = {
        member,
        transfers: new Map(),
        uploads: allowance(row?.['uploads_until']),
        downloads: allowance(row?.['downloads_until']),
      }
      // From the first announce on there is time to be used, after a restart too.
      if (row === undefined) this.#used.add(books)
      this.#books.set(member, books)
    }
    return books
  }

  #transferOf({ transfers }: Books, report: Report, now: number): Transfer {
    const client = clientOf(report)
    const transfer = transfers.get(client) ??
      this.#load(report) ?? {
        report,
        uploaded: report.uploaded,
        downloaded: report.downloaded,
        reportedAt: now,
        isKept: false,
      }
    transfers.delete(client)
    transfers.set(client, transfer)
    for (const [longestSilent, former] of transfers) {
      if (transfers.size <= MOST_TRANSFERS) break
      transfers.delete(longestSilent)
      this.#changed.delete(former)
      if (former.isKept) this.#evicted.set(keyOf(former.report), former.report)
    }
    return transfer
  }

  #load(report: Report): Transfer | null {
    if (this.#evicted.has(keyOf(report))) return null
    const row = this.#options.database
      .prepare(
        `SELECT uploaded, downloaded, reported_at FROM transfers
         WHERE member_id = ? AND info_hash = ? AND peer_id = ?`,
      )
      .get(report.member, report.infoHash, report.peerId)
    if (row === undefined) return null
    return {
      report,
      uploaded: Number(row['uploaded']),
      downloaded: Number(row['downloaded']),
      reportedAt: Number(row['reported_at']),
      isKept: true,
    }
  }

  #add(report: Report, uploaded: number, downloaded: number): void {
    const key = `${report.member} ${report.infoHash}`
    const due = this.#due.get(key)
    if (due) {
      due.uploaded = Math.min(due.uploaded + uploaded, MOST_BYTES)
      due.downloaded = Math.min(due.downloaded + downloaded, MOST_BYTES)
    } else this.#due.set(key, { report, uploaded, downloaded })
  }
}

function clientOf({ infoHash, peerId }: Report): string {
  return `${infoHash} ${peerId}`
}

function keyOf(report: Report): string {
  return `${report.member} ${clientOf(report)}`
}

/** A sum that has become smaller was begun again. */
export function moved(before: number, now: number, most: number): number {
  return Math.floor(Math.min(now >= before ? now - before : now, most))
}
