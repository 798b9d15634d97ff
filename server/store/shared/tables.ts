/** A table that PostgreSQL has for all nodes; its columns have the same names in SQLite. */
export interface SharedTable {
  readonly name: string
  readonly key: readonly string[]
  readonly columns: readonly string[]
  /** Columns that hold bytes. */
  readonly binary?: readonly string[]
  /** Whose keys are numbers that the database gives. */
  readonly isNumbered?: boolean
}

/** A row as JSON has it. */
export type Entry = Readonly<Record<string, unknown>>

/** What every node has a copy of; each after those that it refers to. */
export const FOLLOWED: readonly SharedTable[] = [
  {
    name: 'invitations',
    key: ['id'],
    columns: ['id', 'digest', 'note', 'uses_left', 'expires_at', 'created_at'],
    isNumbered: true,
  },
  {
    name: 'members',
    key: ['id'],
    columns: ['id', 'name', 'passkey_digest', 'invitation_id', 'created_at', 'revoked_at'],
    isNumbered: true,
  },
  {
    name: 'torrents',
    key: ['info_hash'],
    columns: ['info_hash', 'name', 'folded', 'status', 'member_id', 'added_at', 'completed'],
  },
  {
    name: 'accounts',
    key: ['member_id', 'info_hash'],
    columns: ['member_id', 'info_hash', 'uploaded', 'downloaded'],
  },
  {
    name: 'admin_keys',
    key: ['id'],
    columns: ['id', 'digest', 'kind', 'name', 'created_at', 'expires_at'],
    isNumbered: true,
  },
  {
    name: 'media',
    key: ['path'],
    columns: ['path', 'size', 'modified_at', 'info_hash', 'info', 'parts'],
    binary: ['info'],
  },
  { name: 'samples', key: ['at'], columns: ['at', 'figures'] },
]

/** What PostgreSQL alone needs, to book what clients say. */
export const UNFOLLOWED: readonly SharedTable[] = [
  {
    name: 'transfers',
    key: ['member_id', 'info_hash', 'peer_id'],
    columns: ['member_id', 'info_hash', 'peer_id', 'uploaded', 'downloaded', 'reported_at'],
  },
  {
    name: 'allowances',
    key: ['member_id'],
    columns: ['member_id', 'uploads_until', 'downloads_until'],
  },
]

/** The statement that enters a row of a table, with `place` for the parameter of each column. */
export function putStatement({ name, key, columns }: SharedTable, place: (index: number) => string): string {
  const others = columns.filter((column) => !key.includes(column))
  const updates = others.map((column) => `${column} = excluded.${column}`).join(', ')
  const places = columns.map((_column, index) => place(index)).join(', ')
  return `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places})
    ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${updates}`
}
