import { existsSync } from 'node:fs'
import { install, mayInstall } from './debian.ts'

/**
 * Makes sure that there is a PostgreSQL for the tests to start: installs it where that is ours to do. Elsewhere those
 * tests are skipped, and say why.
 */
export function ensurePostgres(): void {
  if (existsSync('/usr/lib/postgresql') || !mayInstall()) return
  install(['postgresql'])
}
