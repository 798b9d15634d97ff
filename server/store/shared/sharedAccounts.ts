import type { MemberId, Report } from '../../tracker/admission.ts'
import { MOST_BYTES, type Accounts, type AccountStore, type TorrentAccount } from '../accounts.ts'
import type { Claim } from './books.ts'
import type { Outbox } from './outbox.ts'

export interface SharedAccountsOptions {
  readonly copy: Accounts
  readonly outbox: Outbox
  readonly now: () => number
  /** There is something to write. */
  readonly due: () => void
}

/** Clients of which it is remembered since when they are known here. */
const MOST_CLIENTS = 100_000
/** What is kept of a client that has said more while the disk took nothing. */
const MOST_WAITING = 4

/**
 * Who has moved how much, at all nodes. PostgreSQL books (see `book`), since a client may turn up at another node, and
 * two nodes may hear of one member at once. A node writes down what clients say, with nothing added to it, and passes
 * it on; while PostgreSQL is away it stays in the outbox, some 150 bytes an announce.
 *
 * Sums are read from the copy: what has been said in the last moment, or while PostgreSQL was away, is not in them yet.
 */
export class SharedAccounts implements AccountStore {
  readonly #options: SharedAccountsOptions
  /** Not in the outbox yet, by client. */
  #waiting = new Map<string, Claim[]>()
  /** Since when clients are known here; the longest known first. */
  readonly #knownSince = new Map<string, number>()

  constructor(options: SharedAccountsOptions) {
    this.#options = options
  }

  report({ member, infoHash, peerId, uploaded, downloaded, hadCompany }: Report): void {
    const at = this.#options.now()
    const client = `${member} ${infoHash} ${peerId}`
    // Who was there before that, at another node or before a restart, is not known here.
    const aloneSince = hadCompany ? null : this.#since(client, at)
    if (hadCompany) this.#since(client, at)
    const sums = { uploaded: wholeBytes(uploaded), downloaded: wholeBytes(downloaded) }
    const claim: Claim = { member, infoHash, peerId, ...sums, at, aloneSince }
    const waiting = this.#waiting.get(client)
    if (waiting) {
      if (waiting.length >= MOST_WAITING) waiting.pop()
      waiting.push(claim)
    } else this.#waiting.set(client, [claim])
    this.#options.due()
  }

  of(member: MemberId): readonly TorrentAccount[] {
    return this.#options.copy.of(member)
  }

  /** Sums come from PostgreSQL: there is nothing to hurry for. */
  tryFlush(): void {
    this.#options.due()
  }

  /** Puts what is due into the outbox, in the transaction of whoever calls. */
  put(): void {
    this.#options.outbox.add('claim', [...this.#waiting.values()].flat())
  }

  /** What was put is there to stay. */
  written(): void {
    this.#waiting = new Map()
  }

  get isDue(): boolean {
    return this.#waiting.size > 0
  }

  #since(client: string, now: number): number {
    const since = this.#knownSince.get(client)
    if (since !== undefined) return since
    this.#knownSince.set(client, now)
    for (const longest of this.#knownSince.keys()) {
      if (this.#knownSince.size <= MOST_CLIENTS) break
      this.#knownSince.delete(longest)
    }
    return now
  }
}

/** As a column of whole numbers takes it. */
function wholeBytes(bytes: number): number {
  return Math.min(Math.max(Math.floor(bytes), 0), MOST_BYTES)
}
