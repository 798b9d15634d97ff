import type { DatabaseSync } from 'node:sqlite'
import type { MemberId } from '../tracker/admission.ts'
import { MOST_BYTES } from './accounts.ts'
import type { Later } from './later.ts'
import { digestOf, digestOfGuess, newSecret } from './secrets.ts'

export interface Member {
  readonly id: MemberId
  readonly name: string
  /** What the admin wrote on the invitation that the member came by. */
  readonly invitation: string
  readonly createdAt: number
  /** When the membership was taken back; null while it holds. */
  readonly revokedAt: number | null
  /** Bytes, over all torrents. */
  readonly uploaded: number
  readonly downloaded: number
}

export interface NewMember {
  readonly id: MemberId
  readonly passkey: string
}

export interface MemberQuery {
  /** Part of a name or of an invitation's note; all members when empty. */
  readonly search: string
  readonly offset: number
  readonly limit: number
}

/** What the server asks of it. */
export type MemberStore = Later<
  Members,
  'count' | 'memberOf' | 'get' | 'list',
  'add' | 'changePasskey' | 'revoke'
>

/** SQLite's `sum` fails beyond 64 bits, and `total` does not; a number of JavaScript holds less than either. */
const SELECT = `
  SELECT id, name, created_at, revoked_at,
    coalesce((SELECT note FROM invitations WHERE id = members.invitation_id), '') AS invitation,
    (SELECT min(total(uploaded), ${MOST_BYTES}) FROM accounts WHERE member_id = members.id) AS uploaded,
    (SELECT min(total(downloaded), ${MOST_BYTES}) FROM accounts WHERE member_id = members.id) AS downloaded
  FROM members`

/** The members, with the digests of their passkeys in memory: every announce over HTTP and UDP brings one. */
export class Members {
  readonly #database: DatabaseSync
  readonly #now: () => number
  readonly #byDigest = new Map<string, MemberId>()

  constructor(database: DatabaseSync, now: () => number) {
    this.#database = database
    this.#now = now
    this.#read()
  }

  #read(): void {
    const rows = this.#database
      .prepare('SELECT id, passkey_digest FROM members WHERE revoked_at IS NULL')
      .iterate()
    for (const row of rows as Iterable<{ id: MemberId; passkey_digest: string }>) {
      this.#byDigest.set(row.passkey_digest, row.id)
    }
  }

  /** Members who have not been revoked. */
  get count(): number {
    return this.#byDigest.size
  }

  /** Whose passkey it is; null when it is nobody's. */
  memberOf(passkey: string): MemberId | null {
    const digest = digestOfGuess(passkey)
    return digest === null ? null : (this.#byDigest.get(digest) ?? null)
  }

  /** Makes a member, whose passkey is told here and never again. */
  add(name: string): NewMember {
    const member = this.insert(name, null)
    this.welcome(member)
    return member
  }

  /** Writes a member down, within a transaction perhaps; {@link welcome} lets the member in once that holds. */
  insert(name: string, invitationId: number | null): NewMember {
    const passkey = newSecret()
    const { lastInsertRowid } = this.#database
      .prepare('INSERT INTO members (name, passkey_digest, invitation_id, created_at) VALUES (?, ?, ?, ?)')
      .run(name, digestOf(passkey), invitationId, this.#now())
    return { id: Number(lastInsertRowid) as MemberId, passkey }
  }

  welcome({ id, passkey }: NewMember): void {
    this.#byDigest.set(digestOf(passkey), id)
  }

  /** Gives a member another passkey; the old one is worth nothing from now on. Null for no such member. */
  changePasskey(id: MemberId): string | null {
    const digest = this.digestOf(id)
    if (digest === null) return null
    const passkey = newSecret()
    this.#database.prepare('UPDATE members SET passkey_digest = ? WHERE id = ?').run(digestOf(passkey), id)
    this.#byDigest.delete(digest)
    this.#byDigest.set(digestOf(passkey), id)
    return passkey
  }

  /** Takes a membership back; false when there is none, or it was taken back before. */
  revoke(id: MemberId): boolean {
    const digest = this.digestOf(id)
    if (digest === null) return false
    this.#database.prepare('UPDATE members SET revoked_at = ? WHERE id = ?').run(this.#now(), id)
    return this.#byDigest.delete(digest)
  }

  get(id: MemberId): Member | null {
    const row = this.#database.prepare(`${SELECT} WHERE id = ?`).get(id)
    return row === undefined ? null : memberOfRow(row as unknown as Row)
  }

  /** The newest first, and how many there are in all. */
  list(query: MemberQuery): { readonly members: readonly Member[]; readonly total: number } {
    const listed = `FROM (${SELECT}) WHERE ?1 = '' OR instr(lower(name || char(10) || invitation), lower(?1)) > 0`
    const rows = this.#database
      .prepare(`SELECT * ${listed} ORDER BY id DESC LIMIT ?2 OFFSET ?3`)
      .all(query.search, query.limit, query.offset)
    const { total } = this.#database.prepare(`SELECT count(*) AS total ${listed}`).get(query.search) as {
      total: number
    }
    return { members: (rows as unknown as Row[]).map(memberOfRow), total }
  }

  /** Takes over what has been written elsewhere; true when `before`, the former digest, is worth nothing any more. */
  learn(id: MemberId, before: string | null): boolean {
    const digest = this.digestOf(id)
    if (digest === before) return false
    if (before !== null) this.#byDigest.delete(before)
    if (digest !== null) this.#byDigest.set(digest, id)
    return before !== null
  }

  /** Reads everything anew; returns the members whose former passkeys are worth nothing any more. */
  reread(): readonly MemberId[] {
    const before = new Map(this.#byDigest)
    this.#byDigest.clear()
    this.#read()
    return [...before].filter(([digest, id]) => this.#byDigest.get(digest) !== id).map(([, id]) => id)
  }

  /** The digest of a member's passkey; null for who is none, or none any more. */
  digestOf(id: MemberId): string | null {
    const row = this.#database
      .prepare('SELECT passkey_digest FROM members WHERE id = ? AND revoked_at IS NULL')
      .get(id) as { passkey_digest: string } | undefined
    return row?.passkey_digest ?? null
  }
}

interface Row {
  readonly id: MemberId
  readonly name: string
  readonly invitation: string
  readonly created_at: number
  readonly revoked_at: number | null
  readonly uploaded: number
  readonly downloaded: number
}

function memberOfRow(row: Row): Member {
  return {
    id: row.id,
    name: row.name,
    invitation: row.invitation,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    uploaded: row.uploaded,
    downloaded: row.downloaded,
  }
}
