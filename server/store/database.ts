import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { StartProblem } from '../listen.ts'
import { folded } from './folded.ts'
import { MIGRATIONS } from './migrations.ts'

/** Name of the database in the data folder. */
const FILE_NAME = 'shoal.sqlite'

/** How long one process waits for another, such as a backup that is being made. */
const BUSY_TIMEOUT_MS = 5_000

/**
 * Opens the database in a folder, made if it is missing; null keeps everything in memory. Throws
 * {@link StartProblem} when the folder cannot be written or the file is of a newer version.
 *
 * What is written survives the end of the process at any moment. The machine itself may lose the last moments.
 */
export function openDatabase(folder: string | null): DatabaseSync {
  try {
    // What members own is nobody else's on this machine.
    if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 })
    const path = folder === null ? ':memory:' : join(folder, FILE_NAME)
    const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON')
    migrate(database)
    return database
  } catch (error) {
    if (error instanceof StartProblem) throw error
    throw new StartProblem(
      `The database in ${folder ?? 'memory'} cannot be opened: ${error instanceof Error ? error.message : String(error)}. Choose another folder with DATA_DIR.`,
    )
  }
}

/** Whether there is one in a folder; never in memory, which is null. */
export function hasDatabase(folder: string | null): boolean {
  return folder !== null && existsSync(join(folder, FILE_NAME))
}

/** Brings the tables up to date, each step whole or not at all. */
function migrate(database: DatabaseSync): void {
  const { user_version: from } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (from > MIGRATIONS.length) {
    throw new StartProblem(
      'The database was written by a newer version of Shoal: start that, or choose another folder with DATA_DIR.',
    )
  }
  database.function('folded', { deterministic: true }, (text) => folded(String(text)))
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < from) continue
    inTransaction(database, () => database.exec(`${sql}; PRAGMA user_version = ${index + 1}`))
  }
}

/** All that `work` writes, or nothing. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

/** Copies the whole database to a new file while it is in use. Rejects when the file cannot be written. */
export async function backupTo(database: DatabaseSync, path: string): Promise<void> {
  await backup(database, path)
}
