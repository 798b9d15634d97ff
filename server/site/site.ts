import type { IncomingMessage, ServerResponse } from 'node:http'
import { SHARE_TARGET } from '../../src/core/sharedAddress.ts'
import type { Bytes } from '../../src/core/brand.ts'
import type { KeeperOffer } from '../../src/wire/keeper.ts'
import type { ProxyTrust } from '../proxies.ts'
import type { IceServer, SealedPolicy, ToldConfig, TrackerMode } from '../../src/wire/siteConfig.ts'
import type { MemberId } from '../tracker/admission.ts'
import { contentSecurityPolicy, securityHeaders } from './headers.ts'
import { pageAt } from './pageAt.ts'
import { pageConfig } from './pageConfig.ts'
import { sendFile } from './sendFile.ts'
import { siteAddress } from './siteAddress.ts'
import type { SiteFiles } from './siteFiles.ts'
import type { StaticFile } from './staticFile.ts'

export interface SiteOptions {
  readonly files: SiteFiles
  readonly publicUrl: URL | null
  readonly trustProxy: ProxyTrust
  /** Of our own STUN server, once it listens; null without one. */
  readonly stunPort: () => number | null
  readonly iceServers: readonly IceServer[]
  /** A name and password for the site's relay; null where it has none. */
  readonly relay: Relay | null
  /** What one person may move over relays in a day; null for no limit. */
  readonly relayADay: Bytes | null
  readonly trackerMode: TrackerMode
  readonly sealed: SealedPolicy
  /** Whose passkey a request carries. */
  readonly memberOf: (request: IncomingMessage) => MemberId | null
  /** Who may show the pages below /watch in a frame. */
  readonly embed: readonly string[]
  /** What is asked of those who have what is published there; null when nothing is. */
  readonly media: ToldConfig['media']
  /** What a visitor may have of the keeper. */
  readonly keeper: (member: MemberId | null) => KeeperOffer | null
  /** For `/healthz`. */
  readonly health: () => Readonly<Record<string, string | number>>
}

/** Hands out credentials for the site's relay. */
export type Relay = (
  request: IncomingMessage,
  member: MemberId | null,
) => {
  /** Null when its address has got too many. */
  readonly server: IceServer | null
  /** How long to wait before asking again. */
  readonly renewInSeconds: number
}

/** Bytes of files that nobody here wants. */
const MOST_PASSED_OVER = 50_000_000

/** Where the tracker is, on the same origin; behind it, perhaps, a passkey. */
const ANNOUNCE_PATH = /^\/announce(\/[^/]+)?$/

export function isAnnouncePath(path: string | null): boolean {
  return path !== null && ANNOUNCE_PATH.test(path)
}

/** The request listener of the HTTP side: the page, its configuration, and the health check. */
export function createSite(
  options: SiteOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const headers = Object.entries(securityHeaders(options.publicUrl))
  const page = options.files.get('/')
  const pageHere = page && pageAt(page)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of headers) response.setHeader(name, value)
    if (request.method === 'POST' && requestPath(request) === SHARE_TARGET) {
      await sendPageForShared(request, response)
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      sendText(request, response, 405, 'Method not allowed')
      return
    }
    const path = requestPath(request)
    // The admin page and those of published films are views of the same page.
    const isWatch = options.media !== null && path !== null && /^\/watch(\/|$)/.test(path)
    const file = path === null ? undefined : options.files.get(path === '/admin' || isWatch ? '/' : path)
    if (isWatch) response.setHeader('Content-Security-Policy', contentSecurityPolicy(options.embed))
    // A page in a sandboxed frame has an origin of its own, and asks for its parts as another site would.
    if (options.media !== null && options.embed.length > 0 && (file || path === '/config.json')) {
      response.setHeader('Access-Control-Allow-Origin', '*')
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    }
    if (file) await sendFile(request, response, file === page ? withAddress(request, file) : file)
    else if (path === '/config.json') sendConfig(request, response)
    else if (path === '/healthz') {
      const health = options.health()
      // For a balancer, which looks at the status alone: a node that is degraded serves what it can.
      const status = health['status'] === 'draining' ? 503 : 200
      send(request, response, status, 'application/json', JSON.stringify(health))
    } else if (isAnnouncePath(path)) {
      response.setHeader('Upgrade', 'websocket')
      sendText(request, response, 426, 'This is a tracker: announce here by WebSocket, HTTP or UDP')
    } else await sendNothing(request, response)
  }

  /**
   * What the system shares with the installed page is for its service worker. Where there is none (yet), it comes here,
   * and the page says that nothing arrived. Of the files nothing is kept. Browsers read no answer before they have sent
   * all, but for one that says that it failed when they are cut off.
   */
  async function sendPageForShared(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let left = MOST_PASSED_OVER
    request.on('data', (chunk: Buffer) => {
      left -= chunk.length
      if (left < 0) request.destroy()
    })
    if (page) await sendFile(request, response, withAddress(request, page), 409)
    else sendText(request, response, 404, 'Not found')
  }

  function withAddress(request: IncomingMessage, file: StaticFile): StaticFile {
    return pageHere?.(siteAddress(request, options.publicUrl, options.trustProxy)) ?? file
  }

  /** A page for people, words for programs. */
  async function sendNothing(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const nothing = options.files.get('/404.html')
    if (nothing && /\btext\/html\b/.test(request.headers.accept ?? ''))
      await sendFile(request, response, nothing, 404)
    else sendText(request, response, 404, 'Not found')
  }

  function sendConfig(request: IncomingMessage, response: ServerResponse): void {
    const { iceServers, trackerMode, relay } = options
    const site = siteAddress(request, options.publicUrl, options.trustProxy)
    // A relay is paid for by whoever runs the site: on a private one its credentials are for members.
    const member = options.memberOf(request)
    const isTrusted = trackerMode !== 'private' || member !== null
    const told = isTrusted ? iceServers : iceServers.filter(({ credential }) => credential === undefined)
    response.setHeader('Vary', 'Authorization')
    if (!site) return sendText(request, response, 400, 'The Host header is missing or wrong')
    const issued = isTrusted && relay ? relay(request, member) : null
    const servers = issued?.server ? [...told, issued.server] : told
    const renewInSeconds = issued?.renewInSeconds ?? null
    const offer = options.keeper(member)
    const config = pageConfig(site, options.stunPort(), servers, options, offer, renewInSeconds)
    sendJson(request, response, config)
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    )
  }
}

/** The decoded path of a request; null when it is not validly encoded. */
export function requestPath(request: IncomingMessage): string | null {
  // A client may send the whole URL (RFC 9112, 3.2.2).
  const target = (request.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '')
  try {
    return decodeURIComponent(target.replace(/[?#].*$/, '')) || '/'
  } catch {
    return null
  }
}

function sendJson(request: IncomingMessage, response: ServerResponse, value: unknown): void {
  send(request, response, 200, 'application/json', JSON.stringify(value))
}

function sendText(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  send(request, response, status, 'text/plain; charset=utf-8', `${text}.\n`)
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
): void {
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : body)
}
