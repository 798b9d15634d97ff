import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PublishedFile } from '../publishedFile.ts'
import { openToAll } from '../sendMedia.ts'
import type { LiveStream } from './liveStream.ts'

/** A viewer who waits for the next list is answered so often at least: whatever is between them may not wait longer. */
const LONGEST_WAIT = 15_000
/** Who waits at once, over all channels: each takes a connection. */
const MOST_WAITING = 10_000

let waiting = 0

/**
 * Answers with a channel's file, its newest list (`list`, or `list?after=` a version, once there is a newer one) or a
 * part by its id.
 */
export function sendLive(
  request: IncomingMessage,
  response: ServerResponse,
  { stream, rest }: { readonly stream: LiveStream; readonly rest: string },
  sendFile: (file: PublishedFile) => void,
): void {
  openToAll(response)
  if (rest === '' || rest === 'list') {
    if (rest === '') send(request, response, stream.file)
    else void sendList(request, response, stream)
    return
  }
  const part = /^\d{1,15}$/.test(rest) ? stream.part(Number(rest)) : null
  if (part) {
    sendFile(part)
    return
  }
  response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such part.\n')
}

async function sendList(
  request: IncomingMessage,
  response: ServerResponse,
  stream: LiveStream,
): Promise<void> {
  const after = /[?&]after=(\d{1,15})(?:&|$)/.exec(request.url ?? '')?.[1]
  const version = after === undefined ? 0 : Number(after)
  if (stream.version <= version && !stream.ended && waiting < MOST_WAITING) {
    const gone = new AbortController()
    const leave = () => gone.abort()
    const timer = setTimeout(leave, LONGEST_WAIT)
    response.once('close', leave)
    waiting++
    await stream.newer(version, gone.signal)
    waiting--
    response.off('close', leave)
    clearTimeout(timer)
  }
  if (response.destroyed) return
  const { signed } = stream
  if (signed && stream.version > version) {
    send(request, response, signed)
    return
  }
  response.writeHead(204, { 'Cache-Control': 'no-store' }).end()
}

function send(request: IncomingMessage, response: ServerResponse, bytes: Uint8Array): void {
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}
