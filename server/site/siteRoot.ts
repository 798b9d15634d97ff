import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SiteRoot } from '../../src/core/sitePath.ts'

/** Of a request for the whole URL (RFC 9112, 3.2.2). */
const ORIGIN = /^https?:\/\/[^/?#]*/i

/**
 * What a request is for, as if the site had its host for itself. A web server in front may pass the site's path on or
 * take it away, and who asks a node directly need not know it: both are the same.
 */
export function targetOnSite(target: string, root: SiteRoot): string {
  if (root === '/') return target
  const path = target.replace(ORIGIN, '')
  return path.startsWith(root) ? path.slice(root.length - 1) : target
}

/** Sends who left out the slash at the end of the site's address to it; false for every other request. */
export function completeRoot(request: IncomingMessage, response: ServerResponse, root: SiteRoot): boolean {
  const [path = '', query] = (request.url ?? '').replace(ORIGIN, '').split('?', 2)
  if (root === '/' || path !== root.slice(0, -1)) return false
  response.writeHead(308, { Location: query === undefined ? root : `${root}?${query}` }).end()
  return true
}
