import type { IncomingMessage } from 'node:http'
import { isIP, isIPv4, isIPv6, type BlockList } from 'node:net'
import { plainAddress } from './addresses.ts'

/** Which proxies between the visitor and this process may say who the visitor is. */
export type ProxyTrust =
  | { readonly kind: 'none' }
  /** As many as this, counted from this process outwards. */
  | { readonly kind: 'hops'; readonly hops: number }
  | { readonly kind: 'networks'; readonly networks: BlockList }

/** Adds an address or a network in CIDR notation; false when `text` is neither. */
export function addToBlockList(list: BlockList, text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : null
  if (family === null || rest.length > 0) return false
  if (prefix === undefined) {
    list.addAddress(address, family)
    return true
  }
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > (family === 'ipv4' ? 32 : 128)) return false
  list.addSubnet(address, Number(prefix), family)
  return true
}

/** Who sent a request: the outermost address that trust reaches, or the one that is connected. */
export function clientAddress(request: IncomingMessage, trust: ProxyTrust): string {
  let address = plainAddress(request.socket.remoteAddress ?? '')
  const forwarded = headerList(request.headers['x-forwarded-for'])
  let hops = 0
  while (forwarded.length > 0 && isTrusted(trust, address, hops)) {
    const next = plainAddress((forwarded.pop() ?? '').replace(/^\[(.*)\](:\d+)?$/, '$1'))
    if (isIP(next) === 0) break
    // A copy: what is cut out of a header keeps all of it in memory, for as long as a peer or socket has its address.
    address = Buffer.from(next).toString()
    hops += 1
  }
  return address
}

/** Whether the one that is connected is a proxy whose `X-Forwarded-*` headers hold. */
export function comesThroughTrustedProxy(request: IncomingMessage, trust: ProxyTrust): boolean {
  return isTrusted(trust, plainAddress(request.socket.remoteAddress ?? ''), 0)
}

/** Whether one that is connected through `hops` proxies is a proxy itself whose word counts. */
export function isTrusted(trust: ProxyTrust, address: string, hops: number): boolean {
  switch (trust.kind) {
    case 'none':
      return false
    case 'hops':
      return hops < trust.hops
    case 'networks':
      return trust.networks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  }
}

/** The elements of a header that proxies append to, the nearest one last. */
export function headerList(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '')
  return text
    .split(',')
    .map((element) => element.trim())
    .filter((element) => element !== '')
}
