import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressedTracker, Refusal } from './addressedTracker.ts'
import {
  readHttpAnnounce,
  readHttpScrape,
  writeHttpAnnounce,
  writeHttpRefusal,
  writeHttpScrape,
} from './httpAnnounce.ts'
import { parseQuery } from './queryString.ts'
import { ALONE, type Readiness } from './readiness.ts'

export interface HttpTrackerOptions {
  readonly tracker: AddressedTracker
  /** Whose request it is, behind the proxies that are trusted. */
  readonly addressOf: (request: IncomingMessage) => string
  /** False when an address asks too often. */
  readonly allow: (address: string) => boolean
  readonly ready?: Readiness
  /** What went wrong after the request was taken. */
  readonly failed?: (error: unknown) => void
}

/** `/announce` or `/scrape`, then perhaps a passkey, then a query. */
const TARGET = /^(?:https?:\/\/[^/?#]*)?\/(announce|scrape)(?:\/([^/?#]*))?\?([^#]*)$/i

/**
 * Answers announces and scrapes. False for requests that are neither, such as one for `/announce` by somebody
 * who looks what is there: a request of a client has a query.
 *
 * A refusal is a response like others (BEP 3): clients show the reason of a 200 alone.
 */
export function createHttpTracker(
  options: HttpTrackerOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { tracker, addressOf, allow, ready = ALONE, failed = () => undefined } = options

  function answer(
    action: string,
    passkey: string | null,
    query: string,
    address: string,
  ): string | Promise<string> {
    const admitted = tracker.admit(passkey)
    if ('refusal' in admitted) return writeHttpRefusal(admitted)
    const parameters = parseQuery(query)
    if (!parameters) return refuse('the query is not valid')
    if (action === 'scrape') {
      const infoHashes = readHttpScrape(parameters)
      if (!infoHashes) return refuse('info_hash must be 20 bytes')
      return ready.counting(infoHashes, () => {
        const counts = tracker.scrape(infoHashes)
        return 'refusal' in counts ? writeHttpRefusal(counts) : writeHttpScrape(counts)
      })
    }
    const request = readHttpAnnounce(parameters, address)
    if ('refusal' in request) return writeHttpRefusal(request)
    return ready.joining(request.infoHash, () => {
      const reply = tracker.announce(admitted.member, request)
      return 'refusal' in reply ? writeHttpRefusal(reply) : writeHttpAnnounce(reply, request.format)
    })
  }

  return (request, response) => {
    if (request.method !== 'GET') return false
    const match = TARGET.exec(request.url ?? '')
    if (!match) return false
    const [, action = '', passkey, query = ''] = match
    const address = addressOf(request)
    if (allow(address)) {
      const body = answer(action.toLowerCase(), passkey ?? null, query, address)
      if (typeof body === 'string') send(response, 200, body)
      else {
        body.then(
          (text) => send(response, 200, text),
          (error: unknown) => {
            failed(error)
            response.destroy()
          },
        )
      }
    } else {
      send(response, 429, refuse('too many requests from your address'))
    }
    return true
  }
}

function refuse(refusal: Refusal['refusal']): string {
  return writeHttpRefusal({ refusal })
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=iso-8859-1',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(body, 'latin1')
}
