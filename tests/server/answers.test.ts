import { once } from 'node:events'
import { closeSync, ftruncateSync, openSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { RunningServer } from '../../server/start.ts'
import { memoryInUse } from './support/memory.ts'
import { startTestServer, temporaryFolder } from './support/testServer.ts'

/** Clients that ask and do not read, over real connections, on every route that answers without a passkey. */

const FILM_BYTES = 40_000_000
/** Files without content: they are listed, and that is what makes the list long. */
const OTHER_FILES = 200

/** What vitest and the sockets' own ends here may take. */
const MOST_GROWTH_BYTES = 20e6

let folder = ''
let server: RunningServer

const get = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n${more}\r\n`

async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  folder = temporaryFolder()
  publish('film.mp4', FILM_BYTES)
  for (let number = 0; number < OTHER_FILES; number += 1) publish(`${'x'.repeat(200)}-${number}.mp4`, 1)
  const site = temporaryFolder()
  writeFileSync(join(site, 'index.html'), Buffer.alloc(1_000_000, 'x'))
  server = await startTestServer({ environment: { MEDIA_DIR: folder, ...environment }, siteFolder: site })
  await vi.waitFor(
    async () => {
      const list = await (await fetch(new URL('media.json', server.url))).text()
      expect(JSON.parse(list)).toMatchObject({ waiting: 0, files: { length: OTHER_FILES + 1 } })
    },
    { timeout: 30_000 },
  )
}

/** Sparse, and long ago: what was written to a moment ago may still grow. */
function publish(name: string, bytes: number): void {
  const file = openSync(join(folder, name), 'w')
  ftruncateSync(file, bytes)
  closeSync(file)
  utimesSync(join(folder, name), 1_700_000_000, 1_700_000_000)
}

/** A connection that has sent `text`, and reads nothing. */
function ask(text: string, localAddress = '127.0.0.1'): Socket {
  const socket = connect({ port: server.port, host: '127.0.0.1', localAddress })
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => undefined)
  socket.pause()
  socket.write(text)
  return socket
}

const openFiles = (): number => readdirSync('/dev/fd').length

/** All that comes until the connection ends. */
async function read(socket: Socket): Promise<string> {
  let text = ''
  socket.resume()
  for await (const chunk of socket) text += (chunk as Buffer).toString('latin1')
  return text
}

test('65 KB of requests on one connection that never reads cost one answer, on every route', async () => {
  await start({ TRACKER_REQUEST_RATE: '0' })
  for (const path of [
    '/media/film.mp4',
    '/media.json',
    '/media-torrents/film.mp4',
    '/',
    '/config.json',
    '/healthz',
    '/api/openapi.json',
    '/scrape?info_hash=12345678901234567890',
  ]) {
    const filesBefore = openFiles()
    const memoryBefore = memoryInUse()
    const text = get(path)
    const socket = ask(text.repeat(Math.ceil(65_536 / text.length)))
    // The server has read all of it once it answers somebody who came later.
    await fetch(new URL('healthz', server.url))
    await new Promise((resolve) => setImmediate(resolve))
    expect(openFiles() - filesBefore, path).toBeLessThan(20)
    expect(memoryInUse() - memoryBefore, path).toBeLessThan(MOST_GROWTH_BYTES)
    socket.destroy()
  }
}, 90_000)

test('requests that are sent ahead are answered in order, as many as a web seed is asked for', async () => {
  await start()
  const ranges = [0, 1, 2, 3, 4].map((at) => get('/media/film.mp4', `Range: bytes=${at}-${at + 9}\r\n`))
  const text = await read(ask(ranges.join('') + get('/healthz', 'Connection: close\r\n')))
  const froms = [...text.matchAll(/Content-Range: bytes (\d+)-/g)].map((match) => match[1])
  expect(froms).toEqual(['0', '1', '2', '3', '4'])
  expect(text).toMatch(/"status":"ok"[^\n]*\}$/)
})

test('requests of one address that wait are bounded: a connection that brings too many ends', async () => {
  await start({ TRACKER_HTTP_RATE: '0' })
  const text =
    get('/media/film.mp4') + get('/healthz').repeat(1_500) + get('/healthz', 'Connection: close\r\n')
  const sockets = Array.from({ length: 8 }, () => ask(text))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  await fetch(new URL('healthz', server.url))
  for (const socket of sockets) socket.resume()
  await Promise.all(sockets.map((socket) => once(socket, 'close')))
  const whole = sockets.filter(({ bytesRead }) => bytesRead > FILM_BYTES)
  expect(whole.length).toBeGreaterThan(0)
  expect(whole.length).toBeLessThan(sockets.length)
})

test('connections that never read hold a bounded amount, and cost other addresses nothing', async () => {
  await start({ TRACKER_ANSWER_BYTES: '1000000' })
  const memoryBefore = memoryInUse()
  const filesBefore = openFiles()
  const sockets = Array.from({ length: 50 }, () => ask(get('/media/film.mp4')))
  const elsewhere = ask(get('/media/film.mp4', 'Connection: close\r\n'), '127.0.0.2')
  elsewhere.resume()
  await once(elsewhere, 'close')
  expect(elsewhere.bytesRead).toBeGreaterThan(FILM_BYTES)
  // The sockets are this process's own at both ends.
  expect(openFiles() - filesBefore).toBeLessThan(2 * sockets.length + 20)
  expect(memoryInUse() - memoryBefore).toBeLessThan(MOST_GROWTH_BYTES)
}, 90_000)

test('an address that asks too often is told so, and others are not', async () => {
  await start({ TRACKER_HTTP_RATE: '1', TRUST_PROXY: '1' })
  const from = (address: string): string =>
    get('/healthz', `Connection: close\r\nX-Forwarded-For: ${address}\r\n`)
  const asked = Array.from({ length: 20 }, () => ask(from('192.0.2.1')))
  const texts = await Promise.all(asked.map(read))
  expect(texts.filter((text) => text.startsWith('HTTP/1.1 429'))).not.toHaveLength(0)
  expect(await read(ask(from('192.0.2.2')))).toMatch(/^HTTP\/1.1 200/)
})
