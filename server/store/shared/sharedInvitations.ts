import type { Invitations, InvitationStore } from '../invitations.ts'
import type { NewMember } from '../members.ts'
import { digestOf, digestOfGuess, newSecret } from '../secrets.ts'
import type { Decide } from './decide.ts'
import type { SharedMembers } from './sharedMembers.ts'

export interface SharedInvitationsOptions {
  readonly copy: Invitations
  readonly members: SharedMembers
  readonly decide: Decide
  readonly now: () => number
}

/** Invitations of all nodes. PostgreSQL decides: each use of one makes one member, at whichever node it is opened. */
export class SharedInvitations implements InvitationStore {
  readonly #options: SharedInvitationsOptions
  readonly list: InvitationStore['list']

  constructor(options: SharedInvitationsOptions) {
    this.#options = options
    this.list = () => options.copy.list()
  }

  async create(
    note: string,
    uses: number,
    expiresAt: number,
  ): Promise<{ readonly id: number; readonly token: string }> {
    const token = newSecret()
    const [row] = await this.#options.decide(async (query) =>
      query(
        `INSERT INTO invitations (digest, note, uses_left, expires_at, created_at) VALUES ($1, $2, $3, $4, $5)
         RETURNING id`,
        [digestOf(token), note, uses, expiresAt, this.#options.now()],
      ),
    )
    return { id: Number(row?.['id']), token }
  }

  async accept(token: string, name: string): Promise<NewMember | null> {
    const digest = digestOfGuess(token)
    if (digest === null) return null
    const { decide, members, now } = this.#options
    return decide(async (query) => {
      const [row] = await query(
        `UPDATE invitations SET uses_left = uses_left - 1
         WHERE digest = $1 AND uses_left > 0 AND expires_at > $2 RETURNING id`,
        [digest, now()],
      )
      return row ? members.insert(query, name, Number(row['id'])) : null
    })
  }

  async withdraw(id: number): Promise<boolean> {
    const rows = await this.#options.decide(async (query) =>
      query('UPDATE invitations SET uses_left = 0 WHERE id = $1 AND uses_left > 0 RETURNING id', [id]),
    )
    return rows.length > 0
  }
}
