import { LINK_SECONDS, SESSION_SECONDS, type AdminKeys, type AdminKeyStore } from '../adminKeys.ts'
import { digestOf, digestOfGuess, newSecret } from '../secrets.ts'
import type { Decide } from './decide.ts'
import type { Query } from './postgres.ts'

export interface SharedAdminKeysOptions {
  readonly copy: AdminKeys
  readonly decide: Decide
  readonly now: () => number
}

/**
 * What opens the admin API of all nodes. PostgreSQL decides: a link is opened once, at whichever node. Keys are looked
 * up in the copy.
 *
 * Unlike on a single machine a new link leaves earlier ones as they are, since every node that starts where nobody is
 * admin prints one; the first that is opened makes the others worth nothing.
 */
export class SharedAdminKeys implements AdminKeyStore {
  readonly #options: SharedAdminKeysOptions
  readonly isSession: AdminKeyStore['isSession']
  readonly isToken: AdminKeyStore['isToken']
  readonly tokens: AdminKeyStore['tokens']

  constructor(options: SharedAdminKeysOptions) {
    const { copy } = options
    this.#options = options
    this.isSession = (secret) => copy.isSession(secret)
    this.isToken = (secret) => copy.isToken(secret)
    this.tokens = () => copy.tokens()
  }

  get hasAdmin(): boolean {
    return this.#options.copy.hasAdmin
  }

  async createLink(): Promise<string> {
    const { decide, now } = this.#options
    return decide(async (query) => createAdminLink(query, now()))
  }

  async openLink(secret: string): Promise<string | null> {
    const digest = digestOfGuess(secret)
    if (digest === null) return null
    const { decide, now } = this.#options
    return decide(async (query) => {
      const [opened] = await query(
        `DELETE FROM admin_keys WHERE digest = $1 AND kind = 'link' AND expires_at > $2 RETURNING id`,
        [digest, now()],
      )
      if (!opened) return null
      await query(`DELETE FROM admin_keys WHERE kind = 'link'`)
      return (await create(query, 'session', '', now(), SESSION_SECONDS)).secret
    })
  }

  async closeSession(secret: string): Promise<void> {
    await this.#options.decide(async (query) =>
      query(`DELETE FROM admin_keys WHERE digest = $1 AND kind = 'session'`, [digestOfGuess(secret)]),
    )
  }

  async createToken(name: string): Promise<{ readonly id: number; readonly token: string }> {
    const { decide, now } = this.#options
    const { id, secret } = await decide(async (query) => create(query, 'token', name, now(), null))
    return { id, token: secret }
  }

  async removeToken(id: number): Promise<boolean> {
    const rows = await this.#options.decide(async (query) =>
      query(`DELETE FROM admin_keys WHERE id = $1 AND kind = 'token' RETURNING id`, [id]),
    )
    return rows.length > 0
  }
}

/** A one-time link's secret, in a transaction of whoever calls. */
export async function createAdminLink(query: Query, now: number): Promise<string> {
  return (await create(query, 'link', '', now, LINK_SECONDS)).secret
}

async function create(
  query: Query,
  kind: 'link' | 'session' | 'token',
  name: string,
  now: number,
  lifetimeSeconds: number | null,
): Promise<{ readonly id: number; readonly secret: string }> {
  const secret = newSecret()
  const expiresAt = lifetimeSeconds === null ? null : now + lifetimeSeconds * 1_000
  const [row] = await query(
    `INSERT INTO admin_keys (digest, kind, name, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)
     RETURNING id`,
    [digestOf(secret), kind, name, now, expiresAt],
  )
  return { id: Number(row?.['id']), secret }
}
