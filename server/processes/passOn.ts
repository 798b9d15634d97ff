import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { rm } from 'node:fs/promises'
import type { Duplex } from 'node:stream'

/** What the first process alone answers: all that needs the database, the keeper, or figures of all of them. */
const OF_THE_FIRST =
  /^(?:https?:\/\/[^/?#]*)?\/(?:api\/|config\.json(?:$|\?)|healthz(?:$|\?)|metrics(?:$|\?)|keeper(?:$|\?)|media[./-])/

/** Who is connected to the process that passes a request on. Nobody else can say it: it takes the place of what came. */
const FROM = 'x-shoal-from'

/** Passes on what is for the first process, as it came. */
export interface PassOn {
  /** False for what this process answers itself. */
  request(request: IncomingMessage, response: ServerResponse): boolean
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
}

export function passOnTo(socketPath: string): PassOn {
  const agent = new Agent({ keepAlive: true })

  function asked(request: IncomingMessage, more: { readonly agent: Agent | false }) {
    const headers: Record<string, string | string[] | undefined> = { ...request.headers }
    // Of the connection that it came by.
    delete headers['connection']
    return httpRequest({
      socketPath,
      method: request.method,
      path: request.url,
      headers: { ...headers, [FROM]: request.socket.remoteAddress ?? '' },
      ...more,
    })
  }

  return {
    request(request, response) {
      if (!OF_THE_FIRST.test(request.url ?? '')) return false
      const passed = asked(request, { agent })
      passed.on('response', (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
        answer.on('error', () => response.destroy())
      })
      // It is being started again.
      passed.on('error', () => {
        if (response.headersSent) response.destroy()
        else response.writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '1' }).end('503\n')
      })
      response.on('close', () => passed.destroy())
      request.pipe(passed)
      return true
    },
    upgrade(request, socket, head) {
      if (!OF_THE_FIRST.test(request.url ?? '')) return false
      const { connection, upgrade } = request.headers
      const passed = asked(request, { agent: false })
      passed.setHeader('Connection', connection ?? '')
      passed.setHeader('Upgrade', upgrade ?? '')
      passed.on('upgrade', (answer, far, farHead) => {
        socket.write(headOf(answer))
        socket.write(farHead)
        far.write(head)
        far.on('error', () => socket.destroy())
        far.pipe(socket).pipe(far)
      })
      passed.on('response', (answer) => {
        socket.end(headOf(answer))
        answer.resume()
      })
      passed.on('error', () => socket.destroy())
      socket.on('error', () => passed.destroy())
      passed.end()
      return true
    },
  }
}

function headOf({ statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  let head = `HTTP/1.1 ${statusCode} ${statusMessage}\r\n`
  for (let at = 0; at < rawHeaders.length; at += 2) head += `${rawHeaders[at]}: ${rawHeaders[at + 1]}\r\n`
  return `${head}\r\n`
}

/** The other end, at the first process: requests look as if they had come to it. */
export async function listenForOthers(
  socketPath: string,
  answer: RequestListener,
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void,
): Promise<Server> {
  const server = createServer((request, response) => {
    takeFrom(request)
    answer(request, response)
  })
  server.on('upgrade', (request, socket, head) => {
    takeFrom(request)
    upgrade(request, socket, head)
  })
  // Of a first process that was killed.
  await rm(socketPath, { force: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(socketPath, resolve)
  })
  return server
}

function takeFrom(request: IncomingMessage): void {
  const from = request.headers[FROM]
  delete request.headers['x-shoal-from']
  // Of one connection requests come one after the other.
  Object.defineProperty(request.socket, 'remoteAddress', { value: from, configurable: true })
}
