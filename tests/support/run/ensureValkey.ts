import { spawnSync } from 'node:child_process'
import { install, mayInstall } from './debian.ts'

/**
 * Has a server for the tests of several nodes where that is ours to install. Elsewhere they say what they need, and
 * are left out.
 */
export function ensureValkey(): void {
  const isThere = ['valkey-server', 'redis-server'].some(
    (name) => spawnSync(name, ['--version']).status === 0,
  )
  if (isThere || !mayInstall()) return
  try {
    install(['redis-server'])
  } catch (error) {
    console.warn(error instanceof Error ? error.message : error)
  }
}
