import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash, webcrypto } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { addressSource } from '../../server/media/live/addressSource.ts'
import { liveKey } from '../../server/media/live/liveKey.ts'
import { folderSource } from '../../server/media/live/liveSource.ts'
import { KeptParts } from '../../server/media/live/keptParts.ts'
import { LiveStreams } from '../../server/media/live/liveStreams.ts'
import { LiveStream } from '../../server/media/live/liveStream.ts'
import { isEncrypted, isOpenEnded, parsePlaylist } from '../../server/media/live/playlist.ts'
import { createLog } from '../../server/log.ts'
import { parseChannel, parseList, signedContent, splitSigned } from '../../src/wire/liveList.ts'

const over = new AbortController()
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shoal-live-'))
  folders.push(folder)
  return folder
}

const PLAYLIST = `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:2
#EXT-X-MEDIA-SEQUENCE:7
#EXT-X-MAP:URI="init.mp4"
#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00.000Z
#EXTINF:2.0,
a.m4s
#EXTINF:1.5,
b.m4s
`

const INIT = { name: 'init.mp4', range: null }

/** Of one file, as `-hls_flags single_file` writes it. */
const RANGES = `#EXTM3U
#EXT-X-TARGETDURATION:2
#EXT-X-MAP:URI="all.mp4",BYTERANGE="10@0"
#EXTINF:2.0,
#EXT-X-BYTERANGE:100@10
all.mp4
#EXTINF:2.0,
#EXT-X-BYTERANGE:50
all.mp4
`

test('parts of files are read by their ranges; one without a beginning follows the last', async () => {
  const playlist = parsePlaylist(RANGES)
  expect(playlist?.segments.map(({ range, map }) => [range, map?.range])).toEqual([
    [
      { from: 10, length: 100 },
      { from: 0, length: 10 },
    ],
    [
      { from: 110, length: 50 },
      { from: 0, length: 10 },
    ],
  ])
  const folder = newFolder()
  const bytes = Buffer.from(Array.from({ length: 150 }, (_, at) => at))
  writeFileSync(join(folder, 'all.mp4'), bytes)
  const [first, second] = playlist?.segments ?? []
  const source = folderSource(folder, 'index.m3u8', join(folder, 'cache'))
  const found = first && (await source.part(first, false))
  expect(found?.bytes).toEqual(bytes.subarray(10, 110))
  expect(readFileSync(found?.place ?? '')).toEqual(bytes.subarray(10, 110))
  // The second is not all there yet.
  expect(second && (await source.part(second, false))).toBeNull()
  writeFileSync(join(folder, 'all.mp4'), Buffer.concat([bytes, bytes]))
  expect((second && (await source.part(second, false)))?.size).toBe(50)
})

test('what is read before segments outlasts those that are kept no longer', async () => {
  const folder = newFolder()
  const kept = new KeptParts(folder)
  const map = await kept.keep(Buffer.from('map'), true)
  const first = await kept.keep(Buffer.from('first'), false)
  for (let count = 0; count < 100; count++) await kept.keep(Buffer.from('x'), false)
  expect([map, first].map(({ place }) => existsSync(place))).toEqual([true, false])
})

test('a playlist of encrypted segments is not shown, which is told, until they are not', async () => {
  const folder = newFolder()
  const encrypted = PLAYLIST.replace('#EXT-X-MAP', '#EXT-X-KEY:METHOD=AES-128,URI="k"\n#EXT-X-MAP')
  writeFileSync(join(folder, 'index.m3u8'), encrypted)
  for (const name of ['init.mp4', 'a.m4s', 'b.m4s']) writeFileSync(join(folder, name), name)
  const told: string[] = []
  const live = new LiveStreams({
    folder,
    addresses: new Map(),
    cache: join(folder, '.cache'),
    key: liveKey(null),
    published: () => Promise.resolve(),
    changed: () => undefined,
    log: createLog('info', (line) => told.push(line)),
    now: Date.now,
  })
  const stopped = new AbortController()
  const show = () => live.show(['index.m3u8'], stopped.signal)
  show()
  await expect.poll(() => live.isEncrypted('index.m3u8')).toBe(true)
  await expect.poll(() => live.at('index.m3u8.live')).toBeNull()
  show()
  await expect.poll(() => live.at('index.m3u8.live')).toBeNull()
  expect(live.find('index.m3u8')).toBeNull()
  expect(live.all).toEqual([])
  expect(told.filter((line) => line.includes('encrypted'))).toHaveLength(1)

  writeFileSync(join(folder, 'index.m3u8'), PLAYLIST)
  show()
  await expect.poll(() => live.find('index.m3u8')).not.toBeNull()
  expect(live.isEncrypted('index.m3u8')).toBe(false)
  stopped.abort()
})

test('a playlist is read as it is written, and one that goes on is told from a film', () => {
  expect(parsePlaylist(PLAYLIST)).toEqual({
    target: 2,
    ended: false,
    segments: [
      {
        ...{ name: 'a.m4s', duration: 2, at: Date.UTC(2026, 0, 1) },
        ...{ discontinuous: false, map: INIT, sequence: 7, range: null },
      },
      {
        ...{ name: 'b.m4s', duration: 1.5, at: Date.UTC(2026, 0, 1) + 2000 },
        ...{ discontinuous: false, map: INIT, sequence: 8, range: null },
      },
    ],
  })
  expect(isOpenEnded(PLAYLIST)).toBe(true)
  expect(isOpenEnded(`${PLAYLIST}#EXT-X-ENDLIST\n`)).toBe(false)
  expect(isOpenEnded('#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow.m3u8\n')).toBe(false)
  expect(isEncrypted(PLAYLIST)).toBe(false)
  expect(isEncrypted(`${PLAYLIST}#EXT-X-KEY:METHOD=NONE\n`)).toBe(false)
  expect(isEncrypted(`${PLAYLIST}#EXT-X-KEY:METHOD=AES-128,URI="k"\n#EXTINF:2,\nc.m4s\n`)).toBe(true)
})

test('a channel tells of each segment in a list that its key has signed, until the end', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'news'))
  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(folder, 'news', name), content)
  write('init.mp4', 'the beginning')
  write('a.m4s', new Uint8Array(100_000).fill(1))
  write('b.m4s', new Uint8Array(70_000).fill(2))
  write('index.m3u8', PLAYLIST)
  const key = liveKey(folder)
  expect(liveKey(folder).public).toEqual(key.public)
  const name = 'news/index.m3u8'
  const log = createLog('error', () => undefined)
  const stream = new LiveStream({
    name,
    source: folderSource(folder, name, join(folder, 'cache')),
    key,
    log,
    now: Date.now,
  })
  void stream.run(over.signal)
  const channel = parseChannel(stream.file)
  expect(channel?.stream).toBe(name)
  const listAfter = async (version: number) => {
    await stream.newer(version, over.signal)
    const split = splitSigned(new Uint8Array(stream.signed ?? []))
    const verifying = await webcrypto.subtle.importKey(
      'raw',
      channel?.key ?? new Uint8Array(),
      'Ed25519',
      false,
      ['verify'],
    )
    const text = split?.text ?? new Uint8Array()
    expect(
      await webcrypto.subtle.verify(
        'Ed25519',
        verifying,
        split?.signature ?? new Uint8Array(),
        signedContent(text),
      ),
    ).toBe(true)
    return parseList(text)
  }
  const first = await listAfter(0)
  expect(first?.segments.map(({ size, duration, map }) => [size, duration, map])).toEqual([
    [100_000, 2, first?.maps[0]?.id],
    [70_000, 1.5, first?.maps[0]?.id],
  ])
  const digest = createHash('sha256').update(new Uint8Array(65_536).fill(1)).digest()
  expect(Buffer.from(first?.segments[0]?.hashes.subarray(0, 32) ?? []).equals(digest)).toBe(true)

  // A part that leads out of the folder is not read, and what follows it waits for it.
  write('index.m3u8', `${PLAYLIST}#EXTINF:2.0,\n../../secret.m4s\n#EXTINF:2.0,\na.m4s\n`)
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(stream.version).toBe(first?.version)

  write('c.m4s', new Uint8Array(10))
  write('index.m3u8', `${PLAYLIST}#EXTINF:2.0,\nc.m4s\n#EXT-X-ENDLIST\n`)
  const last = await listAfter(first?.version ?? 0)
  expect(last?.ended).toBe(true)
  expect(last?.segments.map(({ id }) => id - (first?.segments[0]?.id ?? 0))).toEqual([0, 1, 2])
  expect(stream.part(last?.segments[2]?.id ?? 0)?.size).toBe(10)
  over.abort()
})

test('a playlist at another server is followed, and each of its segments fetched once', async () => {
  const asked: string[] = []
  let playlist = PLAYLIST
  const server = createServer((request, response) => {
    const { url = '' } = request
    if (url.endsWith('.m3u8')) return void response.end(playlist)
    asked.push(url)
    if (url.endsWith('c.m4s')) response.writeHead(404)
    response.end(`the bytes of ${url}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/news/index.m3u8`
  const source = addressSource(address, join(newFolder(), 'parts'), Date.now)
  const log = createLog('error', () => undefined)
  const stopped = new AbortController()
  const stream = new LiveStream({ name: 'news', source, key: liveKey(null), log, now: Date.now })
  void stream.run(stopped.signal)
  await stream.newer(0, stopped.signal)
  // One that is not to be had holds what follows it up, and nothing else.
  playlist += '#EXTINF:2.0,\nc.m4s\n'
  await expect.poll(() => asked).toContain('/news/c.m4s')
  stopped.abort()
  server.close()
  expect(asked.filter((url) => !url.endsWith('c.m4s'))).toEqual([
    '/news/a.m4s',
    '/news/init.mp4',
    '/news/b.m4s',
  ])
  const list = parseList(splitSigned(new Uint8Array(stream.signed ?? []))?.text ?? new Uint8Array())
  expect(list?.segments).toHaveLength(2)
  expect(stream.part(list?.segments[1]?.id ?? 0)?.size).toBe('the bytes of /news/b.m4s'.length)
})
