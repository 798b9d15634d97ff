import { tmpdir } from 'node:os'
import { once } from 'node:events'
import { copyFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { loadSiteFiles } from '../../server/site/siteFiles.ts'
import type { RunningServer } from '../../server/start.ts'
import { startPrivateServer } from './support/api.ts'
import { healthOf, startTestServer, temporaryFolder } from './support/testServer.ts'
import { TrackerClient } from './support/trackerClient.ts'

const INDEX = indexAt('')

/** The page as a site has it whose own address that is. */
function indexAt(site: string): string {
  return `<!doctype html><meta property="og:image" content="${site}/icon.png" /><title>Shoal</title>`
}
const NOTHING = '<!doctype html><title>Nothing here</title>'
const SCRIPT = 'console.log("shoal")\n'.repeat(500)
const PICTURE = Buffer.from('89504e47', 'hex')

/** A tiny built site, with a secret beside it. */
function siteFolder(): string {
  const outside = temporaryFolder()
  const site = join(outside, 'dist')
  mkdirSync(join(site, 'assets'), { recursive: true })
  mkdirSync(join(site, '.vite'))
  writeFileSync(join(site, 'index.html'), INDEX)
  writeFileSync(join(site, 'serviceWorker.js'), SCRIPT)
  writeFileSync(join(site, 'assets', 'index-a1b2c3.js'), SCRIPT)
  writeFileSync(join(site, 'icon.png'), PICTURE)
  writeFileSync(join(site, '404.html'), NOTHING)
  writeFileSync(join(site, '.vite', 'manifest.json'), '{}')
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  symlinkSync(join(outside, 'secret.txt'), join(site, 'link.txt'))
  return site
}

/** The page, and what is served as it is. */
function siteFolderOf(served: string): string {
  const folder = temporaryFolder()
  cpSync(served, folder, { recursive: true })
  copyFileSync(join(served, '../index.html'), join(folder, 'index.html'))
  return folder
}

interface Response {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A request with exactly this path and these headers: `fetch` would tidy both up. */
async function get(
  server: RunningServer,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Response> {
  const request = httpRequest({ host: '127.0.0.1', port: server.port, path, headers, method, agent: false })
  request.end()
  const [message] = (await once(request, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return { status: message.statusCode ?? 0, headers: message.headers, body: Buffer.concat(chunks) }
}

describe('what is not there', () => {
  test('is a page for people, and words for programs', async () => {
    const server = await startTestServer({ siteFolder: siteFolder() })
    const person = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
    const page = await get(server, '/gone', person)
    expect([page.status, page.headers['content-type'], page.body.toString()]).toEqual([
      404,
      'text/html; charset=utf-8',
      NOTHING,
    ])
    // What a browser has of it already is no answer: the address is still not there.
    const again = await get(server, '/gone', { ...person, 'if-none-match': '*' })
    expect(again.status).toBe(404)
    for (const headers of [{}, { accept: 'application/json' }]) {
      const { status, body } = await get(server, '/gone', headers)
      expect([status, body.toString()]).toEqual([404, 'Not found.\n'])
    }
  })
})

describe('files', () => {
  test('the page, at the root and by name, asked for again each time', async () => {
    const server = await startTestServer({ siteFolder: siteFolder() })
    for (const path of ['/', '/index.html', '/?a=b', `http://127.0.0.1:${server.port}/`]) {
      const { status, headers, body } = await get(server, path)
      expect([status, headers['content-type'], headers['cache-control'], body.toString()]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
        indexAt(`http://127.0.0.1:${server.port}`),
      ])
    }
  })

  test('hashed assets are kept for ever, other files asked for again', async () => {
    const server = await startTestServer({ siteFolder: siteFolder() })
    const asset = await get(server, '/assets/index-a1b2c3.js')
    expect(asset.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect((await get(server, '/serviceWorker.js')).headers['cache-control']).toBe('no-cache')
    expect((await get(server, '/icon.png')).headers['content-type']).toBe('image/png')
  })

  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['*', 'br'],
    ['deflate', undefined],
    ['gzip;q=0', undefined],
  ])('with Accept-Encoding %s a script comes as %s', async (accepted, encoding) => {
    const server = await startTestServer({ siteFolder: siteFolder() })
    const { headers, body } = await get(server, '/assets/index-a1b2c3.js', { 'Accept-Encoding': accepted })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers.vary).toBe('Accept-Encoding')
    expect(Number(headers['content-length'])).toBe(body.length)
    const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding ? gunzipSync(body) : body
    expect(plain.toString()).toBe(SCRIPT)
    if (encoding) expect(body.length).toBeLessThan(SCRIPT.length / 10)
  })

  test('what would not get smaller is left as it is', async () => {
    const server = await startTestServer({ siteFolder: siteFolder() })
    for (const path of ['/icon.png', '/']) {
      const { headers } = await get(server, path, { 'Accept-Encoding': 'br, gzip' })
      expect(headers).not.toHaveProperty('content-encoding')
    }
  })

  test('what the browser has already is not sent again, whatever its encoding was', async () => {
    const server = await startTestServer({ siteFolder: siteFolder() })
    const path = '/serviceWorker.js'
    const tags = await Promise.all(
      ['br', 'gzip', ''].map(
        async (encoding) => (await get(server, path, { 'Accept-Encoding': encoding })).headers.etag,
      ),
    )
    expect(new Set(tags).size).toBe(3)
    for (const tag of [...tags, `W/${tags[0] ?? ''}`, `"x", ${tags[1] ?? ''}`, '*']) {
      const { status, body } = await get(server, path, { 'If-None-Match': tag ?? '' })
      expect([status, body.length]).toEqual([304, 0])
    }
    expect((await get(server, path, { 'If-None-Match': '"x"' })).status).toBe(200)
  })

  test('HEAD tells everything but the body', async () => {
    const server = await startTestServer({ siteFolder: siteFolder() })
    const { status, headers, body } = await get(server, '/serviceWorker.js', {}, 'HEAD')
    expect([status, headers['content-length'], body.length]).toEqual([200, String(SCRIPT.length), 0])
  })

  test('the page says it when what is shared with it met no service worker, and little of it is read', async () => {
    const server = await startTestServer({ siteFolder: siteFolder() })
    const request = httpRequest({
      host: '127.0.0.1',
      port: server.port,
      path: '/share-target',
      method: 'POST',
      headers: { 'Content-Length': '1000000000' },
      agent: false,
    })
    let sent = 0
    const cut = new Promise<void>((resolve) => request.once('error', () => resolve()))
    const answered = once(request, 'response') as Promise<[IncomingMessage]>
    const send = (): void => {
      while (!request.destroyed && sent < 1_000_000_000) {
        sent += 1_000_000
        if (!request.write(Buffer.alloc(1_000_000))) return void request.once('drain', send)
      }
    }
    send()
    const [message] = await answered
    expect([message.statusCode, message.headers['content-type']]).toEqual([409, 'text/html; charset=utf-8'])
    await cut
    expect(sent).toBeLessThan(200_000_000)
    expect((await get(server, '/share-target')).status).toBe(404)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is not allowed', async (method) => {
    const server = await startTestServer({ siteFolder: siteFolder() })
    const { status, headers } = await get(server, '/', {}, method)
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  test.each([
    '/nothing',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/link.txt',
    '/.vite/manifest.json',
    '/assets',
    '/assets/',
    '/__proto__',
    '/%',
    '/%ff',
    '/index.html%00',
    '/INDEX.HTML',
  ])('there is nothing at %s', async (path) => {
    const server = await startTestServer({ siteFolder: siteFolder() })
    const { status, body } = await get(server, path)
    expect([status, body.toString()]).toEqual([404, 'Not found.\n'])
  })

  test('the tracker’s path tells who comes without a WebSocket what it is', async () => {
    const server = await startTestServer()
    expect((await get(server, '/announce')).status).toBe(426)
  })
})

describe('headers of every response', () => {
  test.each(['/', '/assets/index-a1b2c3.js', '/nothing', '/config.json', '/healthz', '/announce'])(
    '%s',
    async (path) => {
      const server = await startTestServer({ siteFolder: siteFolder() })
      const { headers } = await get(server, path)
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()') as unknown,
      })
      expect(headers).not.toHaveProperty('strict-transport-security')
      expect(headers).not.toHaveProperty('x-powered-by')
      const policy = String(headers['content-security-policy'])
      expect(policy).not.toContain("'unsafe")
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self' 'wasm-unsafe-eval'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
        ]),
      )
    },
  )

  test('https is insisted on where visitors use it', async () => {
    const server = await startTestServer({ environment: { PUBLIC_URL: 'https://share.example.org' } })
    expect((await get(server, '/healthz')).headers['strict-transport-security']).toBe('max-age=31536000')
  })
})

describe('/config.json', () => {
  async function config(
    environment: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>>,
    stunPort: number | null = null,
  ): Promise<Response & { readonly json: unknown; readonly server: RunningServer }> {
    const server = await startTestServer({ environment, settings: { stunPort } })
    const response = await get(server, '/config.json', headers)
    const isJson = response.headers['content-type'] === 'application/json'
    return { ...response, server, json: isJson ? (JSON.parse(response.body.toString()) as unknown) : null }
  }

  test('is what the request says', async () => {
    const { headers, json } = await config({}, { Host: 'files.example:8000' })
    expect(headers['cache-control']).toBe('no-store')
    expect(json).toEqual({
      tracker: 'ws://files.example:8000/announce',
      iceServers: [],
      relayADay: null,
      renewInSeconds: null,
      site: 'http://files.example:8000/',
      trackerMode: 'open',
      sealed: 'offered',
      media: null,
      keeper: null,
    })
    const rules = { MEDIA_DIR: tmpdir(), MEDIA_PEERS: 'never', MEDIA_RATIO: '1.5' }
    expect((await config(rules, { Host: 'files.example' })).json).toMatchObject({
      media: { peersFrom: null, ratio: 1.5 },
    })
  })

  test('tells the credentials of a relay on a private site to members alone', async () => {
    const relay = { urls: ['turn:t.example'], username: 'u', credential: 'secret' }
    const servers = JSON.stringify([{ urls: 'stun:s.example' }, relay])
    const { server, admin } = await startPrivateServer({ ICE_SERVERS: servers })
    const { passkey, id } = await admin.invite()
    const told = async (headers: Record<string, string>): Promise<string> =>
      (await get(server, '/config.json', headers)).body.toString()
    const member = await told({ Authorization: `Bearer ${passkey}` })
    expect(JSON.parse(member)).toMatchObject({ iceServers: [{ urls: ['stun:s.example'] }, relay] })
    for (const headers of [{}, { Authorization: `Bearer ${'0'.repeat(40)}` }, admin.headers]) {
      const visitor = await told(headers)
      expect(JSON.parse(visitor)).toMatchObject({ iceServers: [{ urls: ['stun:s.example'] }] })
      expect(visitor).not.toContain('secret')
    }
    await admin.call('POST', `members/${id}/revoke`)
    expect(await told({ Authorization: `Bearer ${passkey}` })).not.toContain('secret')
    // Elsewhere everybody is whom it is for.
    expect((await config({ ICE_SERVERS: servers }, {})).body.toString()).toContain('secret')
  })

  test('names our own STUN server at the same host, before the others', async () => {
    const { json, server } = await config({ ICE_SERVERS: 'stun:a.example' }, { Host: '[::1]:8000' }, 0)
    expect(json).toEqual({
      tracker: 'ws://[::1]:8000/announce',
      iceServers: [{ urls: [`stun:[::1]:${server.stunPort ?? ''}`] }, { urls: ['stun:a.example'] }],
      relayADay: null,
      renewInSeconds: null,
      site: 'http://[::1]:8000/',
      trackerMode: 'open',
      sealed: 'offered',
      media: null,
      keeper: null,
    })
  })

  test('believes a trusted proxy', async () => {
    const headers = {
      Host: 'inner:8000',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-Host': 'share.example.org',
    }
    expect((await config({ TRUST_PROXY: '127.0.0.1' }, headers)).json).toMatchObject({
      tracker: 'wss://share.example.org/announce',
      site: 'https://share.example.org/',
    })
    expect((await config({}, headers)).json).toMatchObject({ site: 'http://inner:8000/' })
  })

  test('is what the address of the picture for messengers begins with', async () => {
    const environment = { PUBLIC_URL: 'https://share.example.org' }
    const server = await startTestServer({ environment, siteFolder: siteFolder() })
    const { body } = await get(server, '/')
    expect(body.toString()).toContain(
      '<meta property="og:image" content="https://share.example.org/icon.png" />',
    )
    const anywhere = await startTestServer({ siteFolder: siteFolder() })
    const at = async (host: string) => (await get(anywhere, '/', { Host: host })).body.toString()
    expect(await at('a.example:81')).toBe(indexAt('http://a.example:81'))
    expect(await at('"><script>')).toBe(INDEX)
    // However many addresses somebody makes up, each is told its own.
    for (let n = 0; n < 20; n++) expect(await at(`n${n}.example`)).toBe(indexAt(`http://n${n}.example`))
    expect(await at('a.example:81')).toBe(indexAt('http://a.example:81'))
  })

  test('is what PUBLIC_URL says, whatever the request says', async () => {
    const environment = { PUBLIC_URL: 'https://share.example.org:8443' }
    expect((await config(environment, { Host: 'evil.example' })).json).toMatchObject({
      tracker: 'wss://share.example.org:8443/announce',
      site: 'https://share.example.org:8443/',
    })
  })

  test('is refused to a request with a senseless host', async () => {
    expect((await config({}, { Host: 'a.example/<b>' })).status).toBe(400)
  })
})

describe('a site below a path of its host', () => {
  const start = async () =>
    startTestServer({
      environment: { PUBLIC_URL: 'https://example.org/shoal' },
      siteFolder: siteFolder(),
    })

  test('is whole there, whether or not a web server in front takes the path away', async () => {
    const server = await start()
    for (const root of ['/shoal/', '/', 'http://example.org/shoal/']) {
      for (const path of [
        '',
        'admin',
        'assets/index-a1b2c3.js',
        'healthz',
        'config.json',
        'api/openapi.json',
      ])
        expect((await get(server, `${root}${path}`)).status, `${root}${path}`).toBe(200)
      expect((await get(server, `${root}announce`)).body.toString()).toMatch(/^This is a tracker/)
      expect((await get(server, `${root}nothing`)).status).toBe(404)
    }
    expect((await get(server, '/shoalers/')).status).toBe(404)
    expect((await get(server, '/shoal?go=send')).headers.location).toBe('/shoal/?go=send')
  })

  test('names its path wherever it names an address', async () => {
    const server = await start()
    const { headers, body } = await get(server, '/shoal/')
    expect(body.toString()).toBe(indexAt('https://example.org/shoal'))
    // The host is others' as well.
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(JSON.parse((await get(server, '/shoal/config.json')).body.toString())).toMatchObject({
      tracker: 'wss://example.org/shoal/announce',
      site: 'https://example.org/shoal/',
      iceServers: [],
    })
    expect(JSON.parse((await get(server, '/shoal/api/openapi.json')).body.toString())).toMatchObject({
      servers: [{ url: '/shoal' }],
    })
    const session = await fetch(new URL('shoal/api/admin/session', server.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Shoal-Admin': '1' },
      body: JSON.stringify({ link: server.adminLink }),
    })
    expect(session.headers.get('Set-Cookie')).toContain('Path=/shoal/api/admin; ')
  })
})

test('what is built names the site’s root only where the server finds it', async () => {
  const folder = join(import.meta.dirname, '../../public')
  const files = await loadSiteFiles(siteFolderOf(folder), '/shoal/')
  const manifest = files.get('/manifest.webmanifest')?.content.toString() ?? ''
  const { icons, start_url, scope, id, share_target } = JSON.parse(manifest) as Record<string, never>
  expect([start_url, scope, id]).toEqual(['/shoal/', '/shoal/', '/shoal/'])
  expect(icons).toContainEqual(expect.objectContaining({ src: '/shoal/icon.svg' }))
  expect(share_target).toMatchObject({ action: '/shoal/share-target' })
  for (const name of ['/', '/404.html']) {
    const page = files.get(name)?.content.toString() ?? ''
    expect(page).toMatch(/"\/shoal\//)
    expect(page).not.toMatch(/"\/(?!shoal\/)/)
  }
})

test('/healthz counts what there is', async () => {
  const server = await startTestServer()
  expect(await healthOf(server)).toEqual({ status: 'ok', swarms: 0, peers: 0, sockets: 0, uptimeSeconds: 0 })
  await TrackerClient.open(server)
  expect(await healthOf(server)).toMatchObject({ sockets: 1, peers: 0 })
})
