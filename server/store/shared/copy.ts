import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { StartProblem } from '../../listen.ts'
import { inTransaction, openDatabase } from '../database.ts'
import { isLocked } from '../trouble.ts'
import { FOLLOWED, putStatement, type Entry, type SharedTable } from './tables.ts'

/** Which database a copy is of, as what node, and up to which change. */
export interface CopyState {
  /** Null before there was any. */
  readonly site: string | null
  readonly node: string
  readonly number: number
}

/** Of the first copy in a folder. */
export const COPY_NAME = 'copy.sqlite'

/** Processes that have a copy of their own in one folder. */
const MOST_COPIES = 256

/**
 * A copy's file in a folder: the first of those that no other process has. In memory without a folder.
 *
 * @param isBeside for a process that leaves the first to another, which has more in it than others
 */
export function openCopy(folder: string | null, isBeside: boolean): DatabaseSync {
  if (folder === null) return openDatabase(null)
  for (let number = firstFor(isBeside); number <= MOST_COPIES; number += 1) {
    const database = tryOpen(folder, number)
    if (database) return database
  }
  throw new StartProblem(
    `${MOST_COPIES} processes have their copies in ${folder}. Choose another folder with DATA_DIR.`,
  )
}

/** Copies that other processes have left in the folder, each to be closed. @param isBeside see {@link openCopy} */
export function* abandonedCopies(folder: string | null, isBeside: boolean): Generator<DatabaseSync> {
  if (folder === null) return
  for (let number = firstFor(isBeside); number <= MOST_COPIES; number += 1) {
    if (!existsSync(join(folder, nameOf(number)))) return
    const database = tryOpen(folder, number)
    if (database) yield database
  }
}

/** Null when another process has it. */
function tryOpen(folder: string, number: number): DatabaseSync | null {
  try {
    return openDatabase(folder, { fileName: nameOf(number), isAlone: true })
  } catch (error) {
    if (error instanceof StartProblem && isLocked(error.cause)) return null
    throw error
  }
}

function firstFor(isBeside: boolean): number {
  return isBeside ? 2 : 1
}

function nameOf(number: number): string {
  return number === 1 ? COPY_NAME : `copy-${number}.sqlite`
}

/** A node's copy of what PostgreSQL holds, in the tables that a single machine has. */
export class Copy {
  readonly database: DatabaseSync
  readonly #tables: ReadonlyMap<string, SharedTable> = new Map(FOLLOWED.map((table) => [table.name, table]))

  constructor(database: DatabaseSync) {
    this.database = database
    if (database.prepare('SELECT 1 FROM copy_of').get() === undefined) {
      database.prepare(`INSERT INTO copy_of (site, node, number) VALUES ('', ?, 0)`).run(randomUUID())
    }
  }

  get state(): CopyState {
    const { site, node, number } = this.database.prepare('SELECT * FROM copy_of').get() as {
      site: string
      node: string
      number: number
    }
    return { site: site || null, node, number }
  }

  /** Within one transaction, after which all that refers to something has to have it. */
  change(work: () => void): void {
    inTransaction(this.database, () => {
      this.database.exec('PRAGMA defer_foreign_keys = ON')
      work()
    })
  }

  setState(site: string, number: number): void {
    this.database.prepare('UPDATE copy_of SET site = ?, number = ?').run(site, number)
  }

  /** A table that this version does not know is of a newer one, which others run already. */
  put(place: string, entry: Entry): void {
    const table = this.#tables.get(place)
    if (!table) return
    const values = table.columns.map((column) => valueOf(table, column, entry))
    this.database.prepare(putStatement(table, () => '?')).run(...values)
  }

  remove(place: string, entry: Entry): void {
    const table = this.#tables.get(place)
    if (!table) return
    const isIt = table.key.map((column) => `${column} = ?`).join(' AND ')
    this.database
      .prepare(`DELETE FROM ${table.name} WHERE ${isIt}`)
      .run(...table.key.map((column) => valueOf(table, column, entry)))
  }

  clear(): void {
    for (const { name } of FOLLOWED.toReversed()) this.database.exec(`DELETE FROM ${name}`)
  }
}

function valueOf({ binary = [] }: SharedTable, column: string, entry: Entry): SQLInputValue {
  const value = (entry[column] ?? null) as SQLInputValue
  // Sums that somebody has written beyond what a number holds.
  if (typeof value === 'number') return Math.min(value, Number.MAX_SAFE_INTEGER)
  // PostgreSQL writes bytes as \x and hex.
  return binary.includes(column) && typeof value === 'string' ? Buffer.from(value.slice(2), 'hex') : value
}
