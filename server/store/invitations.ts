import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './database.ts'
import type { Later } from './later.ts'
import type { Members, NewMember } from './members.ts'
import { digestOf, digestOfGuess, newSecret } from './secrets.ts'

export interface Invitation {
  readonly id: number
  /** Whom it is for, as the admin wrote it. */
  readonly note: string
  readonly usesLeft: number
  readonly expiresAt: number
  readonly createdAt: number
}

/** What the server asks of it. */
export type InvitationStore = Later<Invitations, 'list', 'create' | 'accept' | 'withdraw'>

/** Links that make members of those who open them. */
export class Invitations {
  readonly #database: DatabaseSync
  readonly #members: Members
  readonly #now: () => number

  constructor(database: DatabaseSync, members: Members, now: () => number) {
    this.#database = database
    this.#members = members
    this.#now = now
  }

  /** The token is told here, and never again. */
  create(note: string, uses: number, expiresAt: number): { readonly id: number; readonly token: string } {
    const token = newSecret()
    const { lastInsertRowid } = this.#database
      .prepare(
        'INSERT INTO invitations (digest, note, uses_left, expires_at, created_at) VALUES (?, ?, ?, ?, ?)',
      )
      .run(digestOf(token), note, uses, expiresAt, this.#now())
    return { id: Number(lastInsertRowid), token }
  }

  /** Uses an invitation up by one, and makes a member; null when it is unknown, expired or used up. */
  accept(token: string, name: string): NewMember | null {
    const digest = digestOfGuess(token)
    if (digest === null) return null
    const member = inTransaction(this.#database, () => {
      const row = this.#database
        .prepare(
          `UPDATE invitations SET uses_left = uses_left - 1
           WHERE digest = ? AND uses_left > 0 AND expires_at > ? RETURNING id`,
        )
        .get(digest, this.#now()) as { id: number } | undefined
      return row ? this.#members.insert(name, row.id) : null
    })
    if (member) this.#members.welcome(member)
    return member
  }

  /** Those that still hold, the newest first. */
  list(): readonly Invitation[] {
    const rows = this.#database
      .prepare('SELECT * FROM invitations WHERE uses_left > 0 AND expires_at > ? ORDER BY id DESC LIMIT 1000')
      .all(this.#now())
    return rows.map((row) => ({
      id: Number(row['id']),
      note: String(row['note']),
      usesLeft: Number(row['uses_left']),
      expiresAt: Number(row['expires_at']),
      createdAt: Number(row['created_at']),
    }))
  }

  /** Makes an invitation worth nothing; false when there is none. Who came by it stays. */
  withdraw(id: number): boolean {
    const { changes } = this.#database
      .prepare('UPDATE invitations SET uses_left = 0 WHERE id = ? AND uses_left > 0')
      .run(id)
    return changes > 0
  }
}
