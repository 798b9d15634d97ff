import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BytesInFlight } from '../bytesInFlight.ts'
import type { Log } from '../log.ts'
import type { ProxyTrust } from '../proxies.ts'
import { requestPath } from '../site/site.ts'
import { siteAddress, trackerAddress } from '../site/siteAddress.ts'
import type { MediaRecord } from '../store/media.ts'
import { FileReader } from './fileReader.ts'
import { torrentFileOf } from '../../src/torrent/metainfo.ts'
import { webSeedOf } from './filmAddress.ts'
import type { LiveStreams } from './live/liveStreams.ts'
import { sendLive } from './live/sendLive.ts'
import type { PublishedFile } from './publishedFile.ts'
import type { Publisher } from './publisher.ts'
import { sendLeave, sendMedia } from './sendMedia.ts'

export interface MediaSiteOptions {
  readonly publisher: Publisher
  readonly live: LiveStreams
  readonly publicUrl: URL | null
  readonly trustProxy: ProxyTrust
  /** Every answer's, see site/headers.ts. */
  readonly headers: Readonly<Record<string, string>>
  readonly inFlight: BytesInFlight
  readonly addressOf: (request: IncomingMessage) => string
  readonly log: Log
}

/** The files themselves; behind it the path below the media folder. */
const FILES = '/media/'
/** The .torrent file of each; the same. */
const TORRENTS = '/media-torrents/'
const LIST = '/media.json'

/** Answers what concerns the media folder; false for every other request. */
export function createMediaSite({
  publisher,
  live,
  publicUrl,
  trustProxy,
  headers,
  inFlight,
  addressOf,
  log,
}: MediaSiteOptions): (request: IncomingMessage, response: ServerResponse) => boolean {
  const reader = new FileReader()

  function sendTorrent(request: IncomingMessage, response: ServerResponse, record: MediaRecord): void {
    const site = siteAddress(request, publicUrl, trustProxy)
    if (!site) {
      response.writeHead(400).end('The Host header is missing or wrong.\n')
      return
    }
    const body = torrentFileOf(
      record,
      [trackerAddress(site)],
      [new URL(`.${FILES}${encoded(webSeedOf(record))}`, site).href],
    )
    response.writeHead(200, {
      'Content-Type': 'application/x-bittorrent',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  function sendList(request: IncomingMessage, response: ServerResponse): void {
    // One and the same for everybody who asks between two changes.
    const body = publisher.listing
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  /** A disk that fails costs this answer, and not the process. */
  async function sendFile(
    request: IncomingMessage,
    response: ServerResponse,
    file: PublishedFile,
  ): Promise<void> {
    try {
      const address = addressOf(request)
      await sendMedia(request, response, {
        file,
        reader,
        inFlight,
        address,
      })
    } catch (error) {
      log.error('a published file could not be sent', { path: file.place, error: String(error) })
      response.destroy()
    }
  }

  return (request, response) => {
    const path = requestPath(request)
    if (path === null || !(path === LIST || path.startsWith(FILES) || path.startsWith(TORRENTS))) return false
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    // Nothing here is for some alone; and a page in a sandboxed frame asks as a site of its own.
    response.setHeader('Access-Control-Allow-Origin', '*')
    if (request.method === 'OPTIONS' && path.startsWith(FILES)) sendLeave(response)
    else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    } else if (path === LIST) sendList(request, response)
    else {
      const address = path.startsWith(FILES) ? path.slice(FILES.length) : null
      const film = path.startsWith(TORRENTS) ? path.slice(TORRENTS.length) : null
      const channel = address === null ? null : live.at(address)
      const file = address === null ? null : publisher.findFile(address)
      const record = film === null ? null : (live.find(film) ?? publisher.find(film))
      if (channel) sendLive(request, response, channel, (part) => void sendFile(request, response, part))
      else if (file) void sendFile(request, response, file)
      else if (record) sendTorrent(request, response, record)
      else if (film !== null && live.isEncrypted(film)) {
        response.writeHead(422, { 'Content-Type': 'text/plain' }).end('Its segments are encrypted.\n')
      } else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such file.\n')
    }
    return true
  }
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
