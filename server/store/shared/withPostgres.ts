import { StartProblem } from '../../listen.ts'
import { StoreAway } from '../trouble.ts'
import { Postgres, type Query } from './postgres.ts'
import { migratePostgres } from './schema.ts'

/** Writes to PostgreSQL from a program that serves nobody. Throws {@link StartProblem}. */
export async function withPostgres<Result>(
  url: string,
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  const postgres = new Postgres({
    url,
    greet: migratePostgres,
    onNotice: () => undefined,
    onTrouble: () => undefined,
    onRecovered: () => undefined,
  })
  try {
    return await postgres.write(work)
  } catch (error) {
    if (error instanceof StoreAway) {
      throw new StartProblem(`The database at DATABASE_URL cannot be used: ${error.message}.`)
    }
    throw error
  } finally {
    await postgres.stop()
  }
}
