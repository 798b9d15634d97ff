import { afterAll, beforeAll, expect } from 'vitest'
import { noPostgres, TestPostgres } from '../../support/postgres.ts'

/** One for all tests of a file. */
export function postgresForFile(): () => TestPostgres {
  let server: TestPostgres | null = null
  beforeAll(async () => {
    if (noPostgres === null) server = await TestPostgres.start()
  }, 120_000)
  // Its last connections may still be writing.
  afterAll(async () => server?.remove(), 60_000)
  return () => server ?? expect.fail(noPostgres ?? 'PostgreSQL was not started')
}
