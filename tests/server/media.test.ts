import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import parseTorrent from 'parse-torrent'
import { describe, expect, it, test, vi } from 'vitest'
import { createLog, type Log } from '../../server/log.ts'
import { lookInto } from '../../server/media/mediaFolder.ts'
import { Publisher } from '../../server/media/publisher.ts'
import { openDatabase } from '../../server/store/database.ts'
import { Media } from '../../server/store/media.ts'
import { startTestServer, temporaryFolder } from './support/testServer.ts'

/** The media folder over HTTP: what browsers, players and viewers' pages ask of it. */

const BYTES = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 13 + (at >> 7)) & 255)

/** Long ago: what was written to a moment ago may still grow. */
function put(folder: string, path: string, bytes: Uint8Array, at = 1_700_000_000): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), bytes)
  utimesSync(join(folder, path), at, at)
}

async function publishing(
  options: { environment?: Record<string, string>; dataDir?: string; log?: Log } = {},
) {
  const folder = temporaryFolder()
  put(folder, 'film ü.mp4', BYTES)
  put(folder, 'series/one.webm', BYTES.subarray(5))
  put(folder, '.hidden.mp4', BYTES)
  put(folder, 'notes.txt', BYTES)
  writeFileSync(join(folder, '..', 'secret.mp4'), 'secret')
  symlinkSync(join(folder, 'notes.txt'), join(folder, 'link.mp4'))
  const server = await startTestServer({
    environment: { MEDIA_DIR: folder, ...options.environment },
    settings: { dataDir: options.dataDir ?? null },
    ...(options.log && { log: options.log }),
  })
  const get = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init)
  const list = async () =>
    (await (await get('media.json')).json()) as { files: { path: string; infoHash: string }[] }
  await vi.waitFor(async () => expect((await list()).files).toHaveLength(2), { timeout: 30_000 })
  return { folder, server, get, list }
}

test('what is published is films and music in the folder, and nothing else', async () => {
  const { list, get } = await publishing()
  expect((await list()).files.map(({ path }) => path)).toEqual(['film ü.mp4', 'series/one.webm'])
  for (const path of [
    'media/notes.txt',
    'media/.hidden.mp4',
    'media/link.mp4',
    'media/..%2Fsecret.mp4',
    'media/%2e%2e/secret.mp4',
  ])
    expect((await get(path)).status).toBe(404)
})

test('what is left out is told once, and why', async () => {
  const { folder, server } = await publishing()
  await server.stop()
  const odd = Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xfc), Buffer.from('.mp4')])
  writeFileSync(odd, BYTES)
  const { films, leftOut } = await lookInto(folder)
  expect([...films.keys()]).toEqual(['film ü.mp4', 'series/one.webm'])
  expect(Object.fromEntries(leftOut)).toEqual({
    'link.mp4': 'it is a link',
    '\ufffd.mp4': 'its name is not UTF-8',
  })
  let written = ''
  const publisher = new Publisher({
    live: { all: [], show: () => undefined },
    folder,
    media: new Media(openDatabase(null)),
    published: () => undefined,
    log: createLog('warn', (line) => (written += line)),
    now: Date.now,
  })
  const { signal } = new AbortController()
  await publisher.look(signal)
  await publisher.look(signal)
  expect(written.match(/is not published/g)).toHaveLength(2)
  expect(written).toMatch(/link\.mp4.*it is a link/)
})

describe('a published file', () => {
  test.each([
    [{}, 200, 0, 100_000],
    [{ Range: 'bytes=10-19' }, 206, 10, 20],
    [{ Range: 'bytes=-5' }, 206, 99_995, 100_000],
    [{ Range: 'bytes=10-19', 'If-Range': '"other"' }, 200, 0, 100_000],
  ])('asked for with %j is answered with %i', async (headers, status, from, to) => {
    const { get } = await publishing()
    const response = await get('media/film%20%C3%BC.mp4', { headers: headers as Record<string, string> })
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type')).toBe('video/mp4')
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(response.headers.get('Content-Security-Policy')).toContain('sandbox')
    expect(Buffer.from(await response.arrayBuffer()).equals(BYTES.subarray(from, to))).toBe(true)
  })

  it('has no more than it has, is only read, and lets pages of other sites ask', async () => {
    const { get } = await publishing()
    const path = 'media/series/one.webm'
    const beyond = await get(path, { headers: { Range: 'bytes=99995-' } })
    expect([beyond.status, beyond.headers.get('Content-Range')]).toEqual([416, 'bytes */99995'])
    expect((await get(path, { method: 'HEAD' })).headers.get('Content-Length')).toBe('99995')
    expect((await get(path, { method: 'DELETE' })).status).toBe(405)
    const leave = await get(path, { method: 'OPTIONS' })
    expect([leave.status, leave.headers.get('Access-Control-Allow-Headers')]).toEqual([
      204,
      'Range, If-Range, If-None-Match, If-Modified-Since',
    ])
  })

  it('is not sent again to who has it, by its tag or by its time', async () => {
    const { get } = await publishing()
    const path = 'media/series/one.webm'
    const { headers } = await get(path)
    const [tag, time] = [headers.get('ETag') ?? '', headers.get('Last-Modified') ?? '']
    const later = new Date(1_700_000_001_000).toUTCString()
    const earlier = new Date(1_699_999_999_000).toUTCString()
    expect(time).toBe(new Date(1_700_000_000_000).toUTCString())
    const asked: [Record<string, string>, number][] = [
      [{ 'If-None-Match': tag }, 304],
      [{ 'If-None-Match': `"other", W/${tag}` }, 304],
      [{ 'If-None-Match': '*' }, 304],
      [{ 'If-None-Match': tag, Range: 'bytes=0-9' }, 304],
      [{ 'If-None-Match': '"other"', 'If-Modified-Since': later }, 200],
      [{ 'If-Modified-Since': time }, 304],
      [{ 'If-Modified-Since': later }, 304],
      [{ 'If-Modified-Since': earlier }, 200],
      [{ 'If-Modified-Since': 'yesterday' }, 200],
      // A time tells no two writes of one second apart.
      [{ 'If-Range': time, Range: 'bytes=0-9' }, 200],
    ]
    for (const [conditions, status] of asked) {
      const response = await get(path, { headers: conditions })
      expect([conditions, response.status]).toEqual([conditions, status])
      const length = (await response.arrayBuffer()).byteLength
      expect(length).toBe(status === 304 ? 0 : 99_995)
      expect(response.headers.get('ETag')).toBe(tag)
    }
    // A range means nothing but in a GET.
    const head = await get(path, { method: 'HEAD', headers: { Range: 'bytes=0-9' } })
    expect([head.status, head.headers.get('Content-Length')]).toEqual([200, '99995'])
  })

  it('is a torrent whose web seed is the file itself', async () => {
    const { get, list, server } = await publishing()
    const response = await get('media-torrents/film%20%C3%BC.mp4')
    const torrent = await parseTorrent(new Uint8Array(await response.arrayBuffer()))
    expect(torrent.infoHash).toBe((await list()).files[0]?.infoHash)
    expect(torrent.name).toBe('film ü.mp4')
    expect(torrent.announce).toEqual([`${server.url.replace('http', 'ws')}announce`])
    const [seed = ''] = torrent.urlList ?? []
    const bytes = new Uint8Array(await (await fetch(seed)).arrayBuffer())
    expect(createHash('sha1').update(bytes.subarray(0, torrent.pieceLength)).digest('hex')).toBe(
      torrent.pieces[0],
    )
  })

  it('is hashed once, and again when it has changed', async () => {
    const dataDir = temporaryFolder()
    const { folder, get, list, server } = await publishing({ dataDir })
    const before = (await list()).files
    await server.stop()
    // The same file with other bytes, as if it had not been touched: what is remembered counts.
    put(folder, 'film ü.mp4', BYTES.toReversed())
    put(folder, 'series/one.webm', BYTES.toReversed(), 1_700_000_100)
    const again = await startTestServer({ environment: { MEDIA_DIR: folder }, settings: { dataDir } })
    const listAgain = async () =>
      ((await (await fetch(new URL('media.json', again.url))).json()) as { files: typeof before }).files
    await vi.waitFor(async () => expect(await listAgain()).toHaveLength(2), { timeout: 30_000 })
    const after = await listAgain()
    expect(after[0]?.infoHash).toBe(before[0]?.infoHash)
    expect(after[1]?.infoHash).not.toBe(before[1]?.infoHash)
    expect(get).toBeDefined()
  })

  it('on a disk that fails costs its own answer alone', async () => {
    let written = ''
    const { get, folder } = await publishing({ log: createLog('error', (line) => (written += line)) })
    const handle = await open(join(folder, 'notes.txt'))
    const failing = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'stat')
    await handle.close()
    failing.mockRejectedValueOnce(new Error('EIO'))
    await expect(get('media/film%20%C3%BC.mp4')).rejects.toThrow()
    expect(written).toMatch(/a published file could not be sent.*film ü\.mp4.*EIO/)
    expect((await get('media/film%20%C3%BC.mp4')).status).toBe(200)
    failing.mockRestore()
  })

  it('that changed since is not sent as what it was', async () => {
    const { folder, get } = await publishing()
    put(folder, 'film ü.mp4', BYTES.toReversed(), 1_700_000_100)
    expect((await get('media/film%20%C3%BC.mp4')).status).toBe(404)
    rmSync(join(folder, 'series'), { recursive: true })
    expect((await get('media/series/one.webm')).status).toBe(404)
  })
})

describe('pages', () => {
  const site = () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Shoal</title>')
    return folder
  }

  test.each([
    [{}, "frame-ancestors 'none'"],
    [
      { EMBED: 'https://a.example, http://b.example:8080' },
      'frame-ancestors https://a.example http://b.example:8080',
    ],
    [{ EMBED: '*' }, 'frame-ancestors *'],
  ])('to watch may be framed with %j as that says', async (environment, policy) => {
    const server = await startTestServer({
      environment: { MEDIA_DIR: temporaryFolder(), ...environment },
      siteFolder: site(),
    })
    for (const path of ['watch', 'watch/a%20b.mp4?embed']) {
      const response = await fetch(new URL(path, server.url))
      expect(await response.text()).toContain('<title>Shoal')
      expect(response.headers.get('Content-Security-Policy')).toContain(policy)
    }
    const home = await fetch(new URL('/', server.url))
    expect(home.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
  })

  it('to watch are not there where nothing is published', async () => {
    const server = await startTestServer({ siteFolder: site() })
    for (const path of ['watch', 'watch/a.mp4', 'media.json', 'media/a.mp4'])
      expect((await fetch(new URL(path, server.url))).status).toBe(404)
  })
})
