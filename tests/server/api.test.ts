import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createLog } from '../../server/log.ts'
import { binaryOfHex } from '../../src/core/infoHash.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { Admin, bearer, call, startPrivateServer } from './support/api.ts'
import { deviations, type Schema } from './support/conforms.ts'
import { startTestServer, temporaryFolder } from './support/testServer.ts'
import { TrackerClient } from './support/trackerClient.ts'

interface Operation {
  readonly security: readonly object[]
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: Schema }>> }>
  >
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

async function documentOf(server: Parameters<typeof call>[0]): Promise<Document> {
  return (await call(server, 'GET', '/api/openapi.json')).json as Document
}

describe('becoming admin', () => {
  test('the link works once, and makes a cookie that no script reads and no other site sends', async () => {
    const server = await startTestServer({ environment: { PUBLIC_URL: 'https://share.example' } })
    const link = { link: server.adminLink }
    const { status, headers } = await call(server, 'POST', '/api/admin/session', {}, link)
    expect(status).toBe(200)
    expect(headers['set-cookie']?.[0]).toMatch(
      /^shoal-admin=[0-9a-f]{40}; Path=\/api\/admin; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/,
    )
    expect((await call(server, 'POST', '/api/admin/session', {}, link)).status).toBe(404)
  })

  test('the cookie alone is not enough, nor is it from another site', async () => {
    const { server, admin } = await startPrivateServer()
    const cookie = { Cookie: admin.headers['Cookie'] ?? '' }
    expect((await call(server, 'GET', '/api/admin/session', cookie)).status).toBe(403)
    const foreign = { ...admin.headers, 'Sec-Fetch-Site': 'cross-site' }
    expect((await call(server, 'POST', '/api/admin/invitations', foreign, {})).status).toBe(403)
    expect((await admin.call('GET', 'session')).status).toBe(200)
  })

  test('a form of another site cannot even reach the reading of its body', async () => {
    const { server, admin } = await startPrivateServer()
    const form = { ...admin.headers, 'Content-Type': 'text/plain' }
    expect((await call(server, 'POST', '/api/admin/invitations', form, {})).status).toBe(415)
  })

  test('who leaves is no admin any more', async () => {
    const { server, admin } = await startPrivateServer()
    expect((await admin.call('DELETE', 'session')).status).toBe(204)
    expect((await call(server, 'GET', '/api/admin/session', admin.headers)).status).toBe(401)
  })

  test('tokens work until they are removed, and are listed without themselves', async () => {
    const { server, admin } = await startPrivateServer()
    const { id, token } = (await admin.call('POST', 'tokens', { name: 'cron' })).json as {
      id: number
      token: string
    }
    expect((await call(server, 'GET', '/api/admin/overview', bearer(token))).status).toBe(200)
    const list = await admin.call('GET', 'tokens')
    expect(list.json).toMatchObject({ tokens: [{ id, name: 'cron' }] })
    expect(list.text).not.toContain(token)
    await admin.call('DELETE', `tokens/${id}`)
    expect((await call(server, 'GET', '/api/admin/overview', bearer(token))).status).toBe(401)
  })
})

test('nobody but an admin gets anything of an admin’s route, nobody but a member of a member’s', async () => {
  const { server, admin } = await startPrivateServer()
  const { passkey } = await admin.invite()
  const { paths } = await documentOf(server)
  let guarded = 0
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { security }] of Object.entries(operations)) {
      if (security.length === 0) continue
      guarded += 1
      const target = path.replace('{infoHash}', infoHash(1)).replace(/\{\w+\}/g, '1')
      const strangers = [
        {},
        bearer('0'.repeat(40)),
        bearer('x'),
        { Cookie: `shoal-admin=${'0'.repeat(40)}`, 'X-Shoal-Admin': '1' },
      ]
      // A passkey opens no admin's door.
      if (path.startsWith('/api/admin')) strangers.push(bearer(passkey))
      for (const headers of strangers) {
        const { status, json } = await call(server, method.toUpperCase(), target, headers, {})
        expect([status, path]).toEqual([401, path])
        // Nothing of what was asked for.
        expect(['error', 'code']).toEqual(expect.arrayContaining(Object.keys(json as object)))
      }
    }
  }
  expect(guarded).toBeGreaterThanOrEqual(25)
  expect((await admin.call('GET', 'members')).json).toMatchObject({ total: 1 })
})

describe('invitations', () => {
  test('tell admins later whom they were for: members are found by it, and by their names', async () => {
    const { server, admin } = await startPrivateServer()
    await admin.invite('Ada')
    const { token } = (await admin.call('POST', 'invitations', { note: '100% Choir' })).json as {
      token: string
    }
    await call(server, 'POST', '/api/invitations/accept', {}, { token })
    const found = async (search: string) => {
      const { json } = await admin.call('GET', `members?search=${encodeURIComponent(search)}`)
      const { members, total } = json as { members: { name: string; invitation: string }[]; total: number }
      expect(total).toBe(members.length)
      return members.map(({ name, invitation }) => [name, invitation])
    }
    expect(await found('')).toEqual([
      ['', '100% Choir'],
      ['Ada', ''],
    ])
    expect(await found('0% choir')).toEqual([['', '100% Choir']])
    expect(await found('ADA')).toEqual([['Ada', '']])
    expect(await found('%')).toEqual([['', '100% Choir']])
    expect(await found('nobody')).toEqual([])
  })

  test('are used up', async () => {
    const { server, admin } = await startPrivateServer()
    const { json } = await admin.call('POST', 'invitations', { uses: 2, note: 'the choir' })
    const { token, link } = json as { token: string; link: string }
    expect(link).toBe(`http://share.example/#invitation=${token}`)
    const accept = () => call(server, 'POST', '/api/invitations/accept', {}, { token })
    expect((await accept()).json).toMatchObject({
      passkey: expect.stringMatching(/^[0-9a-f]{40}$/) as unknown,
      announce: { webSocket: expect.stringContaining('ws://share.example/announce/') as unknown, udp: null },
    })
    expect((await accept()).status).toBe(200)
    expect((await accept()).status).toBe(404)
    expect((await admin.call('GET', 'members')).json).toMatchObject({ total: 2 })
  })

  test('can be withdrawn', async () => {
    const { server, admin } = await startPrivateServer()
    const { id, token } = (await admin.call('POST', 'invitations', {})).json as { id: number; token: string }
    expect((await admin.call('GET', 'invitations')).json).toMatchObject({
      invitations: [{ id, usesLeft: 1 }],
    })
    await admin.call('DELETE', `invitations/${id}`)
    expect((await call(server, 'POST', '/api/invitations/accept', {}, { token })).status).toBe(404)
  })

  test('cannot be guessed, and wrong ones are no error', async () => {
    const { server } = await startPrivateServer()
    for (const token of ['0'.repeat(40), '', "' OR 1=1 --", '\u0000']) {
      expect((await call(server, 'POST', '/api/invitations/accept', {}, { token })).status).toBe(404)
    }
  })
})

describe('a wrong request is told what is wrong', () => {
  test.each([
    ['POST', 'invitations', { uses: 0 }, 400, /uses must be a whole number from 1/],
    ['POST', 'invitations', { uses: '5' }, 400, /uses/],
    ['POST', 'invitations', { note: 5 }, 400, /note must be a text/],
    ['POST', 'invitations', { nonsense: 5 }, 400, /no field "nonsense"/],
    ['POST', 'invitations', [], 400, /JSON object/],
    ['POST', 'torrents', { infoHash: 'abc' }, 400, /infoHash must match/],
    ['POST', 'torrents', { infoHash: infoHash(1), status: 'gone' }, 400, /status must be one of/],
    ['PATCH', `torrents/${infoHash(1)}`, { status: 'blocked' }, 404, /not known/],
    ['GET', 'torrents?limit=0', undefined, 400, /limit/],
    ['GET', 'members/0', undefined, 400, /id must match/],
    ['GET', 'members/77', undefined, 404, /no such member/],
    ['PUT', 'members', {}, 405, /other methods/],
    ['GET', 'nothing', undefined, 404, /nothing at this path/],
  ])('%s %s %j', async (method, path, value, status, error) => {
    const { admin } = await startPrivateServer()
    const answer = await admin.call(method, path, value)
    expect(answer.status).toBe(status)
    expect(answer.json).toMatchObject({ error: expect.stringMatching(error) as unknown })
  })

  test('a body that is too long is cut off', async () => {
    const { admin } = await startPrivateServer()
    expect((await admin.call('POST', 'invitations', { note: 'x'.repeat(100_000) })).status).toBe(413)
  })
})

test('a request that is given up in the middle is no error', async () => {
  let written = ''
  const log = createLog('warn', (line) => (written += line))
  const { server } = await startPrivateServer({}, { log })
  const socket = connect(server.port, '127.0.0.1')
  const head = 'POST /api/invitations/accept HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n'
  socket.write(`${head}Content-Length: 100\r\nExpect: 100-continue\r\n\r\n{`)
  // The server says so once it handles the request.
  await once(socket, 'data')
  socket.destroy()
  // Behind the end of that one, the server sees this.
  expect((await call(server, 'GET', '/api/openapi.json')).status).toBe(200)
  expect(written).toBe('')
})

test('torrents are searched by name and by hash', async () => {
  const { admin } = await startPrivateServer()
  for (const [number, name] of [
    [1, 'Sunrise'],
    [2, 'Moon 100%'],
    [3, 'moonlight'],
  ] as const) {
    await admin.call('POST', 'torrents', { infoHash: infoHash(number), name })
  }
  const found = async (search: string, more = '') =>
    (
      (await admin.call('GET', `torrents?search=${encodeURIComponent(search)}${more}`)).json as {
        torrents: { name: string }[]
      }
    ).torrents
      .map(({ name }) => name)
      .toSorted()
  expect(await found('MOON')).toEqual(['Moon 100%', 'moonlight'])
  expect(await found('0%')).toEqual(['Moon 100%'])
  expect(await found(infoHash(1))).toEqual(['Sunrise'])
  expect(await found('', '&status=blocked')).toEqual([])
  expect(await found("x' OR '1'='1")).toEqual([])
})

test('a member searches less often than it asks for anything else', async () => {
  const { server, admin } = await startPrivateServer({ TRACKER_SEARCH_RATE: '1' })
  const { passkey } = await admin.invite()
  const ask = async (query: string) =>
    (await call(server, 'GET', `/api/torrents${query}`, bearer(passkey))).status
  const searches = await Promise.all(Array.from({ length: 20 }, () => ask('?search=x')))
  expect(searches.filter((status) => status === 200).length).toBeLessThan(15)
  expect(searches.at(-1)).toBe(429)
  expect(await ask('')).toBe(200)
  expect((await admin.call('GET', 'torrents?search=x')).status).toBe(200)
})

test('the document describes every route, and the overview tells what there is', async () => {
  const { server, admin } = await startPrivateServer()
  const { paths } = await documentOf(server)
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/api/me', '/api/admin/members/{id}/revoke', '/api/openapi.json']),
  )
  expect((await admin.call('GET', 'overview')).json).toMatchObject({
    mode: 'private',
    members: 0,
    now: { peers: 0 },
  })
  expect((await admin.call('GET', 'history')).json).toMatchObject({
    hour: [{ peers: 0 }],
    day: [{ peers: 0 }],
  })
  expect((await admin.call('GET', 'swarms')).json).toEqual({ swarms: [], total: 0 })
})

test('every route answers what the document says', async () => {
  const { server, admin } = await startPrivateServer(
    {},
    { settings: { dataDir: temporaryFolder(), udpPort: 0 } },
  )
  const { paths } = await documentOf(server)
  const asked = new Set<string>()

  /** Asks with these parts of the path filled in, and holds the answer against its description. */
  async function ask(
    method: string,
    path: string,
    parts: Readonly<Record<string, string | number>> = {},
    headers: Readonly<Record<string, string>> = admin.headers,
    body?: object,
  ): Promise<Record<string, unknown>> {
    const target = path.replace(/\{(\w+)\}/g, (_, name: string) => String(parts[name]))
    const { status, json, text } = await call(server, method, target, headers, body)
    const described = paths[path]?.[method.toLowerCase()]?.responses[status]
    expect(described, `${method} ${path}: ${status} ${text}`).toBeDefined()
    const schema = described?.content?.['application/json']?.schema
    expect(schema ? deviations(schema, json) : text, `${method} ${path}`).toEqual(schema ? [] : '')
    asked.add(`${method.toLowerCase()} ${path}`)
    return (json ?? {}) as Record<string, unknown>
  }

  await ask('GET', '/api/openapi.json')
  await ask('GET', '/api/admin/session')
  const invitation = await ask('POST', '/api/admin/invitations', {}, admin.headers, {
    uses: 2,
    note: 'A choir',
  })
  await ask('GET', '/api/admin/invitations')
  const accepted = await ask(
    'POST',
    '/api/invitations/accept',
    {},
    {},
    { token: invitation['token'], name: 'Ada' },
  )
  const member = bearer(String(accepted['passkey']))
  const { id } = accepted['member'] as { id: number }
  await ask('POST', '/api/torrents', {}, member, { infoHash: infoHash(1), name: 'Sunrise' })
  await ask('POST', '/api/admin/torrents', {}, admin.headers, { infoHash: infoHash(2) })

  const client = await TrackerClient.open(server, {}, String(accepted['passkey']))
  for (const [hash, downloaded] of [
    [1, 0],
    [1, 100],
    [2, 0],
  ] as const) {
    client.sendJson({
      action: 'announce',
      info_hash: binaryOfHex(infoHash(hash)),
      peer_id: binaryOfHex(peerId(1)),
      left: 1,
      downloaded,
    })
    await client.next('reply')
  }
  await ask('GET', '/api/me', {}, member)
  await ask('GET', '/api/torrents', {}, member)
  for (const path of ['overview', 'history', 'swarms', 'torrents', 'members'])
    await ask('GET', `/api/admin/${path}`)
  await ask('GET', '/api/admin/swarms/{infoHash}', { infoHash: infoHash(1) })
  await ask('GET', '/api/admin/members/{id}', { id })
  await ask('POST', '/api/admin/backup')
  await ask('PATCH', '/api/admin/torrents/{infoHash}', { infoHash: infoHash(2) }, admin.headers, {
    status: 'blocked',
  })
  await ask('DELETE', '/api/admin/torrents/{infoHash}', { infoHash: infoHash(2) })
  await ask('POST', '/api/me/passkey', {}, member)
  await ask('POST', '/api/admin/members/{id}/passkey', { id })
  await ask('POST', '/api/admin/members/{id}/revoke', { id })
  await ask('DELETE', '/api/admin/invitations/{id}', { id: Number(invitation['id']) })
  const { id: token } = await ask('POST', '/api/admin/tokens', {}, admin.headers, { name: 'cron' })
  await ask('GET', '/api/admin/tokens')
  await ask('DELETE', '/api/admin/tokens/{id}', { id: Number(token) })
  await ask('DELETE', '/api/admin/session')
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  // The link that makes an admin works once, and has been used.
  expect([...asked, 'post /api/admin/session'].toSorted()).toEqual(described.toSorted())
})

describe('/metrics', () => {
  const TOKEN = 'a token of sufficient length'

  test('is for who has the token', async () => {
    const server = await startTestServer({ environment: { METRICS_TOKEN: TOKEN } })
    expect((await call(server, 'GET', '/metrics')).status).toBe(401)
    expect((await call(server, 'GET', '/metrics', bearer(`${TOKEN}x`))).status).toBe(401)
    const { headers, text } = await call(server, 'GET', '/metrics', bearer(TOKEN))
    expect(headers['content-type']).toContain('version=0.0.4')
    expect(text).toMatch(/^# HELP shoal_peers .+\n# TYPE shoal_peers gauge\nshoal_peers 0$/m)
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+ [\d.e+]+)$/)
  })

  test('does not exist without one', async () => {
    const server = await startTestServer()
    expect((await call(server, 'GET', '/metrics', bearer(''))).status).toBe(404)
  })
})

test('what an admin does is as possible in an open tracker', async () => {
  const server = await startTestServer()
  const admin = await Admin.of(server)
  expect((await admin.call('GET', 'overview')).json).toMatchObject({ mode: 'open' })
})
