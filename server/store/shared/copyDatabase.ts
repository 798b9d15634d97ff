import type { DatabaseSync } from 'node:sqlite'
import { StartProblem } from '../../listen.ts'
import { MOST_BYTES } from '../accounts.ts'
import { hasDatabase, inTransaction, openDatabase } from '../database.ts'
import { isLocked } from '../trouble.ts'
import { COPY_NAME } from './copy.ts'
import type { Query } from './postgres.ts'
import { FOLLOWED, UNFOLLOWED, type Entry, type SharedTable } from './tables.ts'
import { withPostgres } from './withPostgres.ts'

/** What stays the node's own: each after those that it refers to. */
const OWN_TABLES = ['kept', 'kept_for']
const ROWS_AT_A_TIME = 1_000

/** Rows that were copied, by table. */
export type Copied = Readonly<Record<string, number>>

/**
 * Copies the database of a single machine to PostgreSQL, all of it or nothing, and what stays the node's own to where a
 * node with this folder looks for it. Throws {@link StartProblem}: when either is served, or PostgreSQL holds anything.
 */
export async function copyDatabase(folder: string | null, url: string): Promise<Copied> {
  if (folder === null || !hasDatabase(folder)) {
    throw new StartProblem(
      `There is no database in ${folder ?? 'memory'} to copy. Name its folder with DATA_DIR.`,
    )
  }
  const source = openAlone(folder)
  try {
    return await withPostgres(url, async (query) => {
      await refuseServed(query)
      const tables = [...FOLLOWED, ...UNFOLLOWED]
      for (const { name } of tables) await refuseFilled(query, name)
      const copied: Record<string, number> = {}
      for (const table of tables) copied[table.name] = await copyTable(source, query, table)
      // Before that is committed: it can be done again.
      return { ...copied, ...copyOwn(source, folder) }
    })
  } finally {
    source.close()
  }
}

function openAlone(folder: string): DatabaseSync {
  try {
    return openDatabase(folder, { isAlone: true })
  } catch (error) {
    if (error instanceof StartProblem && isLocked(error.cause)) {
      throw new StartProblem(`A server uses the database in ${folder}: stop it first.`)
    }
    throw error
  }
}

async function refuseServed(query: Query): Promise<void> {
  const others = await query(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'shoal' AND pid <> pg_backend_pid()`,
  )
  if (others.length > 0)
    throw new StartProblem('A server uses the database at DATABASE_URL: stop all nodes first.')
}

async function refuseFilled(query: Query, table: string): Promise<void> {
  const rows = await query(`SELECT 1 FROM ${table} LIMIT 1`)
  if (rows.length === 0) return
  throw new StartProblem(
    `The database at DATABASE_URL is not empty: it has ${table.replace('_', ' ')} already. Nothing was changed.`,
  )
}

async function copyTable(source: DatabaseSync, query: Query, table: SharedTable): Promise<number> {
  const { name, columns, isNumbered } = table
  // Nodes copy everything when they start, so that nobody has to follow this.
  await query(`ALTER TABLE ${name} DISABLE TRIGGER USER`)
  const rows = source.prepare(`SELECT ${columns.map(readable).join(', ')} FROM ${name}`).iterate()
  let count = 0
  let portion: Entry[] = []
  const write = async (): Promise<void> => {
    const list = columns.join(', ')
    await query(
      `INSERT INTO ${name} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${name}, $1)`,
      [JSON.stringify(portion)],
    )
    count += portion.length
    portion = []
  }
  for (const row of rows) {
    portion.push(Object.fromEntries(columns.map((column) => [column, asJson(row[column])])))
    if (portion.length === ROWS_AT_A_TIME) await write()
  }
  if (portion.length > 0) await write()
  await query(`ALTER TABLE ${name} ENABLE TRIGGER USER`)
  if (isNumbered && count > 0) {
    await query(`SELECT setval(pg_get_serial_sequence('${name}', 'id'), (SELECT max(id) FROM ${name}))`)
  }
  return count
}

/** Sums that were written before there was a limit to them cannot be read as they are. */
function readable(column: string): string {
  return column === 'uploaded' || column === 'downloaded'
    ? `min(${column}, ${MOST_BYTES}) AS ${column}`
    : column
}

/** PostgreSQL writes bytes as \x and hex, and takes no text that is not well-formed, or holds a zero. */
function asJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
}

function copyOwn(source: DatabaseSync, folder: string): Copied {
  const target = openDatabase(folder, { fileName: COPY_NAME, isAlone: true })
  try {
    // The members that they refer to come with the first start.
    target.exec('PRAGMA foreign_keys = OFF')
    const copied: Record<string, number> = {}
    inTransaction(target, () => {
      for (const name of OWN_TABLES) copied[name] = copyRows(source, target, name)
    })
    return copied
  } finally {
    target.close()
  }
}

function copyRows(source: DatabaseSync, target: DatabaseSync, name: string): number {
  let count = 0
  for (const row of source.prepare(`SELECT * FROM ${name}`).iterate()) {
    const columns = Object.keys(row)
    const places = columns.map(() => '?').join(', ')
    target
      .prepare(`INSERT OR REPLACE INTO ${name} (${columns.join(', ')}) VALUES (${places})`)
      .run(...Object.values(row))
    count += 1
  }
  return count
}
