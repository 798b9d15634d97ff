import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log } from '../log.ts'
import { isLocked, reasonOf, StoreAway, whenFree } from '../store/trouble.ts'
import type { MemberId } from '../tracker/admission.ts'
import { readJsonBody } from './jsonBody.ts'
import { ApiProblem, type Access, type Route } from './route.ts'
import { readFields, readQuery, WrongField } from './schema.ts'

export interface RouterOptions {
  readonly routes: readonly Route[]
  /** The member who calls a member's route, null for the others. Rejects with {@link ApiProblem} with 401 or 403. */
  readonly authorise: (access: Access, request: IncomingMessage) => Promise<MemberId | null>
  /** False when an address asks too often. */
  readonly allow: (request: IncomingMessage) => boolean
  readonly log: Log
}

const PREFIX = '/api/'

/** Answers what is below `/api/`; false for anything else. */
export function createRouter(
  options: RouterOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const routes = options.routes.map((route) => ({ route, pattern: patternOf(route.path) }))

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (!options.allow(request))
      throw new ApiProblem(429, 'too many requests from your address', 'address-busy')
    const matching = routes.filter(({ pattern }) => pattern.test(url.pathname))
    const found = matching.find(({ route }) => route.method === request.method)
    if (!found) {
      if (matching.length === 0) throw new ApiProblem(404, 'there is nothing at this path')
      response.setHeader('Allow', matching.map(({ route }) => route.method).join(', '))
      throw new ApiProblem(405, 'this path takes other methods')
    }
    const { route, pattern } = found
    const member = await options.authorise(route.access, request)
    const body = route.body ? await readJsonBody(request) : {}
    const call = {
      path: readFields(route.pathFields ?? {}, { ...pattern.exec(url.pathname)?.groups }),
      query: readQuery(route.query ?? {}, url.searchParams),
      body: readFields(route.body ?? {}, body),
      request,
      response,
    }
    const result = await whenFree(() => route.handle(call, member))
    if (result === undefined) response.writeHead(204).end()
    else sendJson(response, 200, result)
  }

  return (request, response) => {
    const url = urlOf(request)
    if (!url?.pathname.startsWith(PREFIX)) return false
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    answer(request, response, url).catch((error: unknown) => {
      if (error instanceof WrongField) sendJson(response, 400, { error: error.message })
      else if (error instanceof ApiProblem) sendProblem(response, error)
      // Who went away in the middle of a request is no trouble of ours, and reads no answer.
      else if (!isAborted(request)) {
        // The path as it is described: what it was may name a torrent.
        const path = routes.find(({ pattern }) => pattern.test(url.pathname))?.route.path ?? ''
        options.log.error('an API request failed', { path, error: reasonOf(error) })
        if (isLocked(error) || error instanceof StoreAway) {
          response.setHeader('Retry-After', '1')
          sendProblem(response, isLocked(error) ? DATABASE_BUSY : DATABASE_AWAY)
        } else sendProblem(response, FAILED)
      }
    })
    return true
  }
}

const DATABASE_BUSY = new ApiProblem(503, 'the server’s database is busy: try again', 'database-busy')
const DATABASE_AWAY = new ApiProblem(
  503,
  'the server’s database cannot be reached at the moment: try again later',
  'database-busy',
)
const FAILED = new ApiProblem(500, 'this did not work; the server’s log says why', 'failed')

function sendProblem(response: ServerResponse, { status, message, code }: ApiProblem): void {
  sendJson(response, status, { error: message, ...(code !== null && { code }) })
}

function isAborted(request: IncomingMessage): boolean {
  return request.destroyed && !request.complete
}

function urlOf(request: IncomingMessage): URL | null {
  try {
    return new URL(request.url ?? '/', 'http://localhost')
  } catch {
    return null
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent) return
  const body = JSON.stringify(value)
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.writeHead(status).end(body)
}
