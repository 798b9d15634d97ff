import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { RunningServer } from '../../server/start.ts'
import { startTestServer, temporaryFolder } from './support/testServer.ts'
import { TrackerClient } from './support/trackerClient.ts'

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`

/** A connection that has sent `text`, and what it gets. */
function open(server: RunningServer, text: string): Socket {
  const socket = connect(server.port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => undefined)
  socket.write(text)
  return socket
}

/** False when it was closed without an answer. */
async function isAnswered(socket: Socket): Promise<boolean> {
  const answered = once(socket, 'data').then(() => true)
  return Promise.race([answered, once(socket, 'close').then(() => false)])
}

async function secondsUntilClosed(socket: Socket): Promise<number> {
  const startedAt = performance.now()
  await once(socket, 'close')
  return (performance.now() - startedAt) / 1_000
}

describe('a connection', () => {
  test.each([
    ['that says nothing', ''],
    ['whose request does not end', 'GET /healthz HTTP/1.1\r\nHost: a\r\n'],
  ])('%s is closed about when it should be', async (_name, text) => {
    const server = await startTestServer({ environment: { TRACKER_HALF_OPEN: '1', TRACKER_IDLE: '0' } })
    const socket = open(server, text)
    socket.resume()
    const seconds = await secondsUntilClosed(socket)
    expect(seconds).toBeGreaterThan(0.9)
    expect(seconds).toBeLessThan(10)
  })

  test('that does not read is closed', async () => {
    const server = await startTestServer({
      environment: { TRACKER_IDLE: '1' },
      siteFolder: siteOf(8_000_000),
    })
    const socket = open(server, get('/').repeat(5))
    await isAnswered(socket)
    socket.pause()
    // The other end sees it once it reads on.
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    socket.resume()
    let received = 0
    socket.on('data', (data) => (received += data.length))
    await once(socket, 'close')
    expect(received).toBeLessThan(5 * 8_000_000)
  })

  test('that reads slowly goes on for as long as it reads', async () => {
    const server = await startTestServer({
      environment: { TRACKER_IDLE: '2' },
      siteFolder: siteOf(40_000_000),
    })
    const socket = open(server, get('/'))
    let received = 0
    socket.on('data', (data) => {
      received += data.length
      socket.pause()
      setTimeout(() => socket.resume(), 5)
    })
    const startedAt = performance.now()
    while (received < 40_000_000 && !socket.destroyed) await new Promise((resolve) => setTimeout(resolve, 50))
    expect(received).toBeGreaterThan(40_000_000)
    expect(performance.now() - startedAt).toBeGreaterThan(2_000)
  })

  test('that has become a WebSocket is not closed for it', async () => {
    const server = createServer()
    server.timeout = 100
    server.on('upgrade', (_request, socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'))
    server.listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    await once(socket, 'data')
    const closed = once(socket, 'close').then(() => 'closed')
    const later = new Promise((resolve) => setTimeout(() => resolve('open'), 500))
    expect(await Promise.race([closed, later])).toBe('open')
  })
})

describe('connections of one address', () => {
  test('one too many is closed, and room is made again', async () => {
    const server = await startTestServer({ environment: { TRACKER_CONNECTIONS: '2' } })
    const [first] = [open(server, get('/healthz')), open(server, get('/healthz'))]
    expect(await isAnswered(first)).toBe(true)
    expect(await isAnswered(open(server, get('/healthz')))).toBe(false)
    first.destroy()
    while (!(await isAnswered(open(server, get('/healthz')))));
  })

  test('do not count once they are WebSockets', async () => {
    const server = await startTestServer({ environment: { TRACKER_CONNECTIONS: '1' } })
    await TrackerClient.open(server)
    await TrackerClient.open(server)
    expect(await isAnswered(open(server, get('/healthz')))).toBe(true)
  })

  test.each(['1', '127.0.0.0/8'])('do not count when they are a trusted proxy’s (%s)', async (trust) => {
    const server = await startTestServer({ environment: { TRACKER_CONNECTIONS: '1', TRUST_PROXY: trust } })
    const sockets = [1, 2, 3].map(() => open(server, get('/healthz')))
    for (const socket of sockets) expect(await isAnswered(socket)).toBe(true)
  })

  test('0 is no limit', async () => {
    const server = await startTestServer({ environment: { TRACKER_CONNECTIONS: '0' } })
    const sockets = [1, 2, 3].map(() => open(server, get('/healthz')))
    for (const socket of sockets) expect(await isAnswered(socket)).toBe(true)
  })
})

/** A site whose page is of so many bytes. */
function siteOf(bytes: number): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'index.html'), Buffer.alloc(bytes, 'x'))
  return folder
}
