import { request as httpRequest, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import type { RunningServer } from '../../../server/start.ts'
import { startTestServer } from './testServer.ts'

type Headers = Readonly<Record<string, string>>

export interface ApiAnswer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
  /** Undefined for an empty body. */
  readonly json: unknown
}

/** A request with exactly these headers, and a JSON body if there is a value. */
export async function call(
  server: RunningServer,
  method: string,
  path: string,
  headers: Headers = {},
  value?: unknown,
): Promise<ApiAnswer> {
  const body = value === undefined ? undefined : JSON.stringify(value)
  const request = httpRequest({
    host: '127.0.0.1',
    port: server.port,
    path,
    method,
    agent: false,
    headers: {
      Host: 'share.example',
      ...(body !== undefined && {
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(body)),
      }),
      ...headers,
    },
  })
  request.end(body)
  const [message] = (await once(request, 'response')) as [IncomingMessage]
  let text = ''
  for await (const chunk of message) text += String(chunk)
  const isJson = message.headers['content-type'] === 'application/json'
  return {
    status: message.statusCode ?? 0,
    headers: message.headers,
    text,
    json: isJson ? (JSON.parse(text) as unknown) : undefined,
  }
}

export const bearer = (secret: string): Headers => ({ Authorization: `Bearer ${secret}` })

/** An admin and what the tests do as one. */
export class Admin {
  readonly server: RunningServer
  readonly headers: Headers

  private constructor(server: RunningServer, headers: Headers) {
    this.server = server
    this.headers = headers
  }

  static async of(server: RunningServer): Promise<Admin> {
    const { headers } = await call(server, 'POST', '/api/admin/session', {}, { link: server.adminLink })
    const cookie = headers['set-cookie']?.[0]?.split(';')[0]
    if (cookie === undefined) throw new Error('No cookie for the admin')
    return new Admin(server, { Cookie: cookie, 'X-Shoal-Admin': '1' })
  }

  async call(method: string, path: string, value?: unknown): Promise<ApiAnswer> {
    return call(this.server, method, `/api/admin/${path}`, this.headers, value)
  }

  /** Makes a member by an invitation, and returns its passkey and number. */
  async invite(name = 'Ada'): Promise<{ readonly passkey: string; readonly id: number }> {
    const { json } = await this.call('POST', 'invitations', {})
    const { token } = json as { token: string }
    const answer = await call(this.server, 'POST', '/api/invitations/accept', {}, { token, name })
    const { passkey, member } = answer.json as { passkey: string; member: { id: number } }
    return { passkey, id: member.id }
  }
}

/** A private tracker with an admin. */
export async function startPrivateServer(
  environment: Readonly<Record<string, string>> = {},
  settings: Parameters<typeof startTestServer>[0] = {},
): Promise<{ readonly server: RunningServer; readonly admin: Admin }> {
  const server = await startTestServer({
    ...settings,
    environment: { TRACKER_MODE: 'private', TRACKER_REQUEST_RATE: '0', ...environment },
  })
  return { server, admin: await Admin.of(server) }
}
