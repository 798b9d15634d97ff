import { StartProblem } from '../../listen.ts'
import { MIGRATIONS, WRITERS_LOCK } from '../migrations.ts'
import type { Query } from './postgres.ts'

/** Brings PostgreSQL's tables up to date, each step whole or not at all; of several nodes that start one does it. */
export async function migratePostgres(query: Query): Promise<void> {
  const [found] = await query(`SELECT to_regclass('shoal_version') IS NOT NULL AS is_there`)
  if (found?.['is_there'] === true && (await versionOf(query)) === MIGRATIONS.length) return
  await query('BEGIN')
  try {
    await query('SELECT pg_advisory_xact_lock($1)', [WRITERS_LOCK])
    await query('CREATE TABLE IF NOT EXISTS shoal_version (version INTEGER NOT NULL)')
    await query('INSERT INTO shoal_version SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM shoal_version)')
    for (const { postgres } of MIGRATIONS.slice(await versionOf(query))) if (postgres) await query(postgres)
    await query('UPDATE shoal_version SET version = $1', [MIGRATIONS.length])
    await query('COMMIT')
  } catch (error) {
    await query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

async function versionOf(query: Query): Promise<number> {
  const [row] = await query('SELECT version FROM shoal_version')
  const version = Number(row?.['version'] ?? 0)
  if (version <= MIGRATIONS.length) return version
  throw new StartProblem(
    `The database at DATABASE_URL is of version ${version}, written by a newer version of Shoal than this, which knows ${MIGRATIONS.length}: start that.`,
  )
}
