import { reachOf } from '../../core/nearHost.ts'
import { isTurn } from './path.ts'
import type { IceServer } from './peerConnection.ts'

/**
 * How far this page gets by itself, as the description of a connection tells that it has made:
 *
 * - `unknown`: nobody on the internet was asked
 * - `no-addresses`: the browser names none, as when an extension or a policy keeps WebRTC from it
 * - `no-udp`: no STUN and no TURN server has answered
 * - `open`: addresses that the internet sees, and no relay was asked for
 * - `no-relay`: the same, but none of the TURN servers there are has answered
 * - `relay`: a relay as well
 */
export type WayOut = 'unknown' | 'no-addresses' | 'no-udp' | 'open' | 'no-relay' | 'relay'

export function wayOutOf(sdp: string, iceServers: readonly IceServer[]): WayOut {
  const candidates = [...sdp.matchAll(/^a=candidate:\S+ \d+ \S+ \d+ (\S+) \d+ typ (\S+)/gm)]
  if (candidates.length === 0) return 'no-addresses'
  const has = (type: string) => candidates.some((candidate) => candidate[2] === type)
  if (has('relay')) return 'relay'
  const isPublic = candidates.some(
    ([, address = '']) => isAddress(address) && reachOf(named(address)) === 'public',
  )
  if (isPublic) return iceServers.some(isTurn) ? 'no-relay' : 'open'
  return hostsAfar(iceServers).length > 0 ? 'no-udp' : 'unknown'
}

/**
 * How the router before this page maps its addresses, as far as one description tells (RFC 4787):
 *
 * - `unknown`: all servers that answered saw the same address, or only one has answered: browsers tell it once
 * - `each`: each saw another one, as with symmetric NATs, behind which only few are reached without a relay
 */
export type Mapping = 'unknown' | 'each'

export function mappingOf(sdp: string): Mapping {
  const seen = Map.groupBy(
    sdp.matchAll(/^a=candidate:\S+ \d+ udp \d+ (\S+) (\d+) typ srflx raddr (\S+) rport (\d+)/gim),
    ([, , , base = '', port = '']) => `${base} ${port}`,
  )
  const mapped = [...seen.values()].map(
    (each) => new Set(each.map(([, address, port]) => `${address} ${port}`)),
  )
  return mapped.some(({ size }) => size > 1) ? 'each' : 'unknown'
}

/** Browsers write names of their own (`….local`) for addresses that pages should not know. */
function isAddress(text: string): boolean {
  return /^[\d.]+$/.test(text) || text.includes(':')
}

function named(address: string): string {
  return address.includes(':') ? `[${address.toLowerCase()}]` : address
}

/** Servers on the internet: one in the same network sees the addresses that we have there, and tells of no others. */
export function hostsAfar(iceServers: readonly IceServer[]): string[] {
  const hosts = iceServers
    .flatMap(({ urls }) => urls)
    .map((url) => /^(?:stun|turn)s?:(\[[^\]]*\]|[^:?]*)/.exec(url)?.[1]?.toLowerCase() ?? '')
  return [...new Set(hosts)].filter((host) => host !== '' && reachOf(host) === 'public')
}
