import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { isIP, type AddressInfo } from 'node:net'

/** Why the server cannot start, as one line for the person who starts it. */
export class StartProblem extends Error {}

const NO_IPV6: ReadonlySet<unknown> = new Set(['EAFNOSUPPORT', 'EADDRNOTAVAIL', 'EINVAL'])

/** The address behind HOST. Throws {@link StartProblem} for a name that has none. */
export async function resolveHost(host: string): Promise<string> {
  if (isIP(host) !== 0) return host
  try {
    return (await lookup(host)).address
  } catch {
    throw new StartProblem(`HOST ${host} is a name without an address.`)
  }
}

/**
 * Starts listening at an IP address, alone or beside other processes of this machine; `::` falls back to 0.0.0.0 on a
 * machine without IPv6. Returns where it listens. Throws {@link StartProblem}.
 */
export async function listen(
  server: Server,
  host: string,
  port: number,
  isShared = false,
): Promise<{ host: string; port: number }> {
  try {
    const listening = once(server, 'listening')
    server.listen({ port, host, reusePort: isShared })
    await listening
  } catch (error) {
    if (host === '::' && NO_IPV6.has(codeOf(error))) return listen(server, '0.0.0.0', port, isShared)
    throw problemOf(error, `TCP port ${port}`, host, 'PORT')
  }
  return { host, port: (server.address() as AddressInfo).port }
}

/** Why a port could not be had; `remedy` is the setting to change. */
export function problemOf(error: unknown, what: string, host: string, remedy: string): StartProblem {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartProblem(
        `${what} is in use by another program: stop that, or choose another port with ${remedy}.`,
      )
    case 'EACCES':
      return new StartProblem(`${what} is not allowed to this user: choose one above 1023 with ${remedy}.`)
    case 'ENOTSUP':
      return new StartProblem('NODES must be 1 on this system, where processes cannot have a port in common.')
    case 'EADDRNOTAVAIL':
      return new StartProblem(`HOST ${host} is not an address of this machine.`)
    default:
      return new StartProblem(`${what} cannot be opened at ${host}: ${String(error)}`)
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
