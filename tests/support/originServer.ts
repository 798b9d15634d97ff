import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseRange, contentRange } from '../../src/core/byteRange.ts'

/** How an origin behaves. */
export type Manner =
  | 'well'
  /** The bytes are others. */
  | 'lies'
  /** Every request is answered with the whole file. */
  | 'ignores ranges'
  /** A few bytes a second. */
  | 'crawls'
  /** An answer begins, and ends early. */
  | 'breaks off'
  /** Nothing at all is answered. */
  | 'is silent'
  | 'is broken'

/** A publisher's plain HTTP server, which counts what it sends. */
export interface OriginServer {
  /** Of its folder, with a slash at the end. */
  readonly url: string
  readonly requests: readonly {
    readonly path: string
    readonly range: string | undefined
    readonly method: string
  }[]
  readonly sent: () => number
  /** Requests that the client took back before they were answered whole. */
  readonly abandoned: () => number
  manner: Manner
  /** Once it has sent so many bytes it is broken, until more are allowed. */
  most: number
  stop(): Promise<void>
}

/** @param files path below the address, encoded as in a URL → the bytes, or where they are */
export async function startOrigin(
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<OriginServer> {
  const contents = new Map<string, Uint8Array>()
  const requests: { path: string; range: string | undefined; method: string }[] = []
  let sent = 0
  let abandoned = 0
  const timers = new Set<ReturnType<typeof setInterval>>()

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1)
    response.on('close', () => {
      if (!response.writableFinished) abandoned++
    })
    requests.push({ path, range: request.headers.range, method: request.method ?? '' })
    const file = files[path]
    response.setHeader('Access-Control-Allow-Origin', '*')
    // For clients that ask for leave first; those that need none never do.
    response.setHeader('Access-Control-Allow-Headers', '*')
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end()
      return
    }
    if (origin.manner === 'is silent') return
    if (file === undefined || origin.manner === 'is broken' || sent >= origin.most) {
      response.writeHead(file === undefined ? 404 : 500).end()
      return
    }
    const bytes = contents.get(path) ?? (typeof file === 'string' ? readFileSync(file) : file)
    contents.set(path, bytes)
    const range = parseRange(
      origin.manner === 'ignores ranges' ? null : (request.headers.range ?? null),
      bytes.length,
    )
    if (range.kind === 'unsatisfiable') {
      response.writeHead(416).end()
      return
    }
    const { from, to } = range.kind === 'part' ? range : { from: 0, to: bytes.length }
    response.writeHead(range.kind === 'part' ? 206 : 200, {
      'Content-Length': to - from,
      'Accept-Ranges': 'bytes',
      ...(path.endsWith('.mp4') && { 'Content-Type': 'video/mp4' }),
      ...(range.kind === 'part' && { 'Content-Range': contentRange(from, to, bytes.length) }),
    })
    send(response, bytes.subarray(from, to))
  })

  function send(response: ServerResponse, bytes: Uint8Array): void {
    if (origin.manner === 'crawls') {
      let at = 0
      const timer = setInterval(() => {
        response.write(bytes.subarray(at, ++at))
        sent++
        if (at >= bytes.length || response.destroyed) clearInterval(timer)
      }, 200)
      timers.add(timer)
    } else if (origin.manner === 'breaks off') {
      response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy())
    } else {
      sent += bytes.length
      response.end(origin.manner === 'lies' ? bytes.map((byte) => byte ^ 1) : bytes)
    }
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin: OriginServer = {
    url: `http://localhost:${port}/`,
    requests,
    sent: () => sent,
    abandoned: () => abandoned,
    manner: 'well',
    most: Infinity,
    async stop() {
      for (const timer of timers) clearInterval(timer)
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return origin
}
