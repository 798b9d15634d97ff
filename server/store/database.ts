import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { StartProblem } from '../listen.ts'
import { folded } from './folded.ts'
import { MIGRATIONS } from './migrations.ts'
import { isLocked, reasonOf } from './trouble.ts'

/** Name of the database in the data folder. */
const FILE_NAME = 'shoal.sqlite'

/** How long the start waits for another process, such as a backup that is being made. */
const STARTING_TIMEOUT_MS = 5_000

interface OpenOptions {
  readonly fileName?: string
  /** No other process may open it from now on; where one has it already, that is found out at once. */
  readonly isAlone?: boolean
}

/**
 * Opens the database in a folder, made if it is missing; null keeps everything in memory. Throws
 * {@link StartProblem} when the folder cannot be written, another program holds the database, or the file is of a
 * newer version, which is left as it is.
 *
 * What is written survives the end of the process at any moment. The machine itself may lose the last moments.
 */
export function openDatabase(
  folder: string | null,
  { fileName = FILE_NAME, isAlone = false }: OpenOptions = {},
): DatabaseSync {
  let database: DatabaseSync | null = null
  try {
    // What members own is nobody else's on this machine.
    if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 })
    const path = folder === null ? ':memory:' : join(folder, fileName)
    const timeout = isAlone ? 0 : STARTING_TIMEOUT_MS
    if (folder !== null && existsSync(path)) refuseNewer(path, timeout)
    database = new DatabaseSync(path, { timeout })
    if (isAlone) database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON')
    migrate(database)
    // By reading alone a database is not held.
    if (isAlone) database.exec('BEGIN IMMEDIATE; COMMIT')
    return database
  } catch (error) {
    database?.close()
    throw problemWith(folder, error)
  }
}

/** Why the database in a folder cannot be used, for the person who starts the server. */
export function problemWith(folder: string | null, error: unknown): StartProblem {
  if (error instanceof StartProblem) return error
  const remedy = isLocked(error)
    ? 'Another program holds it: end that, or try again.'
    : 'Choose another folder with DATA_DIR.'
  return new StartProblem(
    `The database in ${folder ?? 'memory'} cannot be opened: ${reasonOf(error)}. ${remedy}`,
    { cause: error },
  )
}

/** From now on whatever finds the database held by another program throws at once; see {@link whenFree}. */
export function dontWait(database: DatabaseSync): void {
  database.exec('PRAGMA busy_timeout = 0')
}

/** Whether there is one in a folder; never in memory, which is null. */
export function hasDatabase(folder: string | null): boolean {
  return folder !== null && existsSync(join(folder, FILE_NAME))
}

/** Looks without writing: not even the journal's mode is changed of what a newer version has written. */
function refuseNewer(path: string, timeout: number): void {
  const database = new DatabaseSync(path, { readOnly: true, timeout })
  try {
    checkVersion(versionOf(database))
  } finally {
    database.close()
  }
}

function checkVersion(version: number): void {
  if (version <= MIGRATIONS.length) return
  throw new StartProblem(
    `The database is of version ${version}, written by a newer version of Shoal than this, which knows ${MIGRATIONS.length}: start that, or choose another folder with DATA_DIR. Nothing in it was changed.`,
  )
}

function versionOf(database: DatabaseSync): number {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  return version
}

/** Brings the tables up to date, each step whole or not at all. */
function migrate(database: DatabaseSync): void {
  database.function('folded', { deterministic: true }, (text) => folded(String(text)))
  while (versionOf(database) !== MIGRATIONS.length) {
    inTransaction(database, () => {
      // Asked again: another process may be at it as well.
      const from = versionOf(database)
      checkVersion(from)
      const step = MIGRATIONS[from]
      if (step) database.exec(`${step.sqlite}; PRAGMA user_version = ${from + 1}`)
    })
  }
}

/** All that `work` writes, or nothing. Throws what `work` or SQLite throws. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // SQLite has taken it back by itself where the disk is full or fails.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** Copies the whole database to a new file while it is in use. Rejects when the file cannot be written. */
export async function backupTo(database: DatabaseSync, path: string): Promise<void> {
  await backup(database, path)
}
