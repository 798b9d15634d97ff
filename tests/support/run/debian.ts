import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Whether packages are ours to install: Debian, as root. */
export function mayInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0
}

/** Installs Debian packages. Throws with what apt-get wrote when it fails. */
export function install(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(' and ')}`)
  aptGet('update')
  aptGet('install', '--yes', '--no-install-recommends', ...packages)
}

function aptGet(...parameters: string[]): void {
  const { status, stdout, stderr } = spawnSync('apt-get', ['--quiet', ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) throw new Error(`apt-get ${parameters.join(' ')} failed:\n${stdout}${stderr}`)
}
