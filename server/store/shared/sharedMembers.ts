import type { MemberId } from '../../tracker/admission.ts'
import type { Members, MemberStore, NewMember } from '../members.ts'
import { digestOf, newSecret } from '../secrets.ts'
import type { Decide } from './decide.ts'
import type { Query } from './postgres.ts'

export interface SharedMembersOptions {
  readonly copy: Members
  readonly decide: Decide
  readonly now: () => number
}

/**
 * Members of all nodes. PostgreSQL decides who is one; who is known is read from the copy, so that announces wait for
 * nobody and go on while PostgreSQL is away.
 */
export class SharedMembers implements MemberStore {
  readonly #options: SharedMembersOptions
  readonly memberOf: MemberStore['memberOf']
  readonly get: MemberStore['get']
  readonly list: MemberStore['list']

  constructor(options: SharedMembersOptions) {
    const { copy } = options
    this.#options = options
    this.memberOf = (passkey) => copy.memberOf(passkey)
    this.get = (id) => copy.get(id)
    this.list = (query) => copy.list(query)
  }

  get count(): number {
    return this.#options.copy.count
  }

  async add(name: string): Promise<NewMember> {
    return this.#options.decide(async (query) => this.insert(query, name, null))
  }

  /** Writes a member down, in a transaction of whoever calls. */
  async insert(query: Query, name: string, invitationId: number | null): Promise<NewMember> {
    const passkey = newSecret()
    const [row] = await query(
      `INSERT INTO members (name, passkey_digest, invitation_id, created_at) VALUES ($1, $2, $3, $4)
       RETURNING id`,
      [name, digestOf(passkey), invitationId, this.#options.now()],
    )
    return { id: Number(row?.['id']) as MemberId, passkey }
  }

  async changePasskey(id: MemberId): Promise<string | null> {
    const passkey = newSecret()
    const rows = await this.#options.decide(async (query) =>
      query('UPDATE members SET passkey_digest = $1 WHERE id = $2 AND revoked_at IS NULL RETURNING id', [
        digestOf(passkey),
        id,
      ]),
    )
    return rows.length > 0 ? passkey : null
  }

  async revoke(id: MemberId): Promise<boolean> {
    const rows = await this.#options.decide(async (query) =>
      query('UPDATE members SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL RETURNING id', [
        this.#options.now(),
        id,
      ]),
    )
    return rows.length > 0
  }
}
