import { spawnSync } from 'node:child_process'
import { install, mayInstall } from './debian.ts'

interface Client {
  readonly debianPackage: string
  /** A command that succeeds where the client is there. */
  readonly probe: readonly [program: string, ...parameters: string[]]
}

const CLIENTS: readonly Client[] = [
  { debianPackage: 'python3-libtorrent', probe: ['/usr/bin/python3', '-c', 'import libtorrent'] },
  { debianPackage: 'transmission-cli', probe: ['transmission-cli', '--version'] },
  { debianPackage: 'aria2', probe: ['aria2c', '--version'] },
  { debianPackage: 'redis-server', probe: ['redis-server', '--version'] },
  { debianPackage: 'nginx', probe: ['/usr/sbin/nginx', '-v'] },
  { debianPackage: 'caddy', probe: ['caddy', 'version'] },
  { debianPackage: 'coturn', probe: ['turnserver', '--version'] },
]

/** What makes networks of the tests' own: who may install nothing may make none, and the tests say so. */
const NETWORK: readonly Client[] = [
  { debianPackage: 'iproute2', probe: ['ip', '-Version'] },
  { debianPackage: 'nftables', probe: ['nft', '--version'] },
]

/** Makes sure that the programs of other makes are there: installs them where that is ours to do. */
export function ensureClients(): void {
  const wanted = mayInstall() ? [...CLIENTS, ...NETWORK] : CLIENTS
  const missing = wanted.filter((client) => !isThere(client)).map((client) => client.debianPackage)
  if (missing.length === 0) return
  if (!mayInstall()) {
    throw new Error(
      `The interop tests need libtorrent, Transmission, aria2, coturn, Redis, nginx and Caddy. On Debian: sudo apt-get install ${missing.join(' ')}. Elsewhere leave out the step interop.`,
    )
  }
  install(missing)
}

function isThere({ probe: [program, ...parameters] }: Client): boolean {
  return spawnSync(program, parameters).status === 0
}
