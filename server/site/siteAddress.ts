import type { IncomingMessage } from 'node:http'
import { comesThroughTrustedProxy, headerList, type ProxyTrust } from '../proxies.ts'

// A host name, an IPv4 address or an IPv6 address in brackets, perhaps with a port (RFC 9110, 7.2).
const HOST = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9_.-]{1,253})(:\d{1,5})?$/i

/**
 * The site's address as the visitor uses it: PUBLIC_URL, or what the request says. Null when it says nothing
 * usable.
 */
export function siteAddress(request: IncomingMessage, publicUrl: URL | null, trust: ProxyTrust): URL | null {
  if (publicUrl) return publicUrl
  const isProxied = comesThroughTrustedProxy(request, trust)
  const [forwardedHost] = isProxied ? headerList(request.headers['x-forwarded-host']) : []
  const [forwardedProto] = isProxied ? headerList(request.headers['x-forwarded-proto']) : []
  const host = forwardedHost ?? request.headers.host ?? ''
  if (!HOST.test(host)) return null
  try {
    return new URL(`${forwardedProto?.toLowerCase() === 'https' ? 'https' : 'http'}://${host}/`)
  } catch {
    return null
  }
}

/** Of the site's own tracker, over WebSocket. */
export function trackerAddress(site: URL): string {
  return new URL('announce', site.href.replace(/^http/, 'ws')).href
}
