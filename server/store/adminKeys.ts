import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './database.ts'
import type { Later } from './later.ts'
import { digestOf, digestOfGuess, newSecret } from './secrets.ts'

/** How long a browser stays an admin's. */
export const SESSION_SECONDS = 30 * 86_400
/** How long the printed link may wait to be opened. */
export const LINK_SECONDS = 86_400

export interface AdminToken {
  readonly id: number
  readonly name: string
  readonly createdAt: number
}

/** What the server asks of it. */
export type AdminKeyStore = Later<
  AdminKeys,
  'hasAdmin' | 'isSession' | 'isToken' | 'tokens',
  'createLink' | 'openLink' | 'closeSession' | 'createToken' | 'removeToken'
>

/**
 * What opens the admin API: one-time links, the sessions of browsers that opened one, and tokens for programs.
 */
export class AdminKeys {
  readonly #database: DatabaseSync
  readonly #now: () => number

  constructor(database: DatabaseSync, now: () => number) {
    this.#database = database
    this.#now = now
    database.prepare('DELETE FROM admin_keys WHERE expires_at <= ?').run(now())
  }

  /** Whether anybody has ever become admin and still is. */
  get hasAdmin(): boolean {
    return this.#database.prepare(`SELECT 1 FROM admin_keys WHERE kind <> 'link'`).get() !== undefined
  }

  /** A secret that {@link openLink} takes once, in place of earlier ones. */
  createLink(): string {
    this.#database.prepare(`DELETE FROM admin_keys WHERE kind = 'link'`).run()
    return this.#create('link', '', LINK_SECONDS).secret
  }

  /** Turns a link's secret into a session's; null when it is unknown, expired or was opened before. */
  openLink(secret: string): string | null {
    const digest = digestOfGuess(secret)
    if (digest === null) return null
    return inTransaction(this.#database, () => {
      const row = this.#database
        .prepare(`DELETE FROM admin_keys WHERE digest = ? AND kind = 'link' AND expires_at > ? RETURNING id`)
        .get(digest, this.#now())
      return row === undefined ? null : this.#create('session', '', SESSION_SECONDS).secret
    })
  }

  isSession(secret: string): boolean {
    return this.#isKey(secret, 'session')
  }

  isToken(secret: string): boolean {
    return this.#isKey(secret, 'token')
  }

  closeSession(secret: string): void {
    this.#database
      .prepare(`DELETE FROM admin_keys WHERE digest = ? AND kind = 'session'`)
      .run(digestOfGuess(secret))
  }

  /** The token itself is told here, and never again. */
  createToken(name: string): { readonly id: number; readonly token: string } {
    const { id, secret } = this.#create('token', name, null)
    return { id, token: secret }
  }

  tokens(): readonly AdminToken[] {
    const rows = this.#database.prepare(`SELECT * FROM admin_keys WHERE kind = 'token' ORDER BY id`).all()
    return rows.map((row) => ({
      id: Number(row['id']),
      name: String(row['name']),
      createdAt: Number(row['created_at']),
    }))
  }

  removeToken(id: number): boolean {
    return (
      this.#database.prepare(`DELETE FROM admin_keys WHERE id = ? AND kind = 'token'`).run(id).changes > 0
    )
  }

  #create(
    kind: 'link' | 'session' | 'token',
    name: string,
    lifetimeSeconds: number | null,
  ): { readonly id: number; readonly secret: string } {
    const secret = newSecret()
    const now = this.#now()
    const expiresAt = lifetimeSeconds === null ? null : now + lifetimeSeconds * 1_000
    const { lastInsertRowid } = this.#database
      .prepare('INSERT INTO admin_keys (digest, kind, name, created_at, expires_at) VALUES (?, ?, ?, ?, ?)')
      .run(digestOf(secret), kind, name, now, expiresAt)
    return { id: Number(lastInsertRowid), secret }
  }

  #isKey(secret: string, kind: 'session' | 'token'): boolean {
    const digest = digestOfGuess(secret)
    if (digest === null) return false
    const row = this.#database
      .prepare(
        'SELECT 1 FROM admin_keys WHERE digest = ? AND kind = ? AND (expires_at IS NULL OR expires_at > ?)',
      )
      .get(digest, kind, this.#now())
    return row !== undefined
  }
}
