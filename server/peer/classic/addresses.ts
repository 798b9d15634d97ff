import { isIPv4, isIPv6 } from 'node:net'
import { reachOf } from '../../../src/core/nearHost.ts'
import type { PeerAddress } from '../../../src/wire/compactPeers.ts'

/** Whom this process may be made to contact by what trackers, the DHT and other peers tell. */
export interface ContactPolicy {
  /** This machine and its own network as well. */
  readonly near: boolean
}

/** Below it are the services of a machine, and hardly any peer: whoever names such a port may want us to knock there. */
const FIRST_PORT = 1024

/** Blocks of IPv4 that no single host on the internet has, besides those of one's own network (RFC 6890). */
const ODD_BLOCKS: readonly RegExp[] = [/^192\.0\.0\./, /^198\.1[89]\./]
const MULTICAST = 224

export function mayDial({ host, port }: PeerAddress, policy: ContactPolicy): boolean {
  return port >= FIRST_PORT && port < 65_536 && mayContact(host, policy)
}

/** @param host a number; a name is nobody's */
export function mayContact(host: string, { near }: ContactPolicy): boolean {
  if (isIPv4(host)) {
    const first = Number(host.split('.')[0])
    if (first === 0 || first >= MULTICAST || ODD_BLOCKS.some((block) => block.test(host))) return false
    return near || reachOf(host) === 'public'
  }
  if (!isIPv6(host)) return false
  const text = new URL(`http://[${host.replace(/%.*$/, '')}]`).hostname
  const reach = reachOf(text)
  if (reach !== 'public') return near && text !== '[::]'
  // Global addresses, but for those that have one of IPv4 in them, which may be any.
  return /^\[[23]/.test(text) && !/^\[(2002:|2001:0?:)/.test(text)
}

/** As sockets name it: an address of IPv4 may come in the clothes of IPv6. */
export function plainHost(host: string): string {
  return host.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '')
}
