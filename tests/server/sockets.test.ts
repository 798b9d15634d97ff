import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { ClientMessage } from '../../src/wire/trackerMessages.ts'
import { createLog } from '../../server/log.ts'
import { infoHash, offerId, peerId } from '../wire/trackerIds.ts'
import { healthOf, startTestServer } from './support/testServer.ts'
import { announceUrl, TrackerClient } from './support/trackerClient.ts'

function announce(
  number: number,
  fields: Partial<Extract<ClientMessage, { kind: 'announce' }>> = {},
): ClientMessage {
  return {
    kind: 'announce',
    infoHash: infoHash(1),
    peerId: peerId(number),
    uploaded: 0,
    downloaded: 0,
    left: 1,
    numwant: 5,
    offers: [],
    ...fields,
  }
}

/** Two seconds, and as much again where the machine is busy. */
const STOP_LIMIT_MS = 4_000

test('two clients find each other: announce, offer, answer', async () => {
  const server = await startTestServer({ environment: { TRACKER_INTERVAL: '77', TRACKER_JITTER: '0' } })
  const [a, b] = [await TrackerClient.open(server), await TrackerClient.open(server)]
  a.send(announce(1, { event: 'started', left: 0 }))
  expect(await a.next('reply')).toMatchObject({ complete: 1, incomplete: 0, intervalSeconds: 77 })
  b.send(announce(2, { offers: [{ offerId: offerId(1), sdp: 'v=0 \u00e9 \u{1f41f}' }] }))
  expect(await b.next('reply')).toMatchObject({ complete: 1, incomplete: 1 })
  expect(await a.next('offer')).toMatchObject({ peerId: peerId(2), sdp: 'v=0 \u00e9 \u{1f41f}' })
  a.send({
    kind: 'answer',
    infoHash: infoHash(1),
    peerId: peerId(1),
    toPeerId: peerId(2),
    offerId: offerId(1),
    sdp: 'v=0',
  })
  expect(await b.next('answer')).toMatchObject({ peerId: peerId(1), offerId: offerId(1), sdp: 'v=0' })
  await a.leave()
  expect(await b.settled()).toEqual([])
  expect(await healthOf(server)).toMatchObject({ swarms: 1, peers: 1, sockets: 1 })
})

test('binary frames are as good as text', async () => {
  const server = await startTestServer()
  const client = await TrackerClient.open(server)
  client.webSocket.send(Buffer.from(JSON.stringify({ action: 'scrape' })), { binary: true })
  expect(await client.next('scrape')).toEqual({ kind: 'scrape', files: [] })
})

test('any origin may use the tracker, and none gets compression', async () => {
  const server = await startTestServer()
  const client = await TrackerClient.open(server, {
    origin: 'https://elsewhere.example',
    perMessageDeflate: true,
  })
  expect(client.webSocket.extensions).toBe('')
})

describe('the upgrade', () => {
  test.each(['/', '/announce/', '/config.json', '/nothing'])('is not to be had at %s', async (path) => {
    const server = await startTestServer()
    const webSocket = new WebSocket(new URL(path, announceUrl(server)))
    const [error] = (await once(webSocket, 'error')) as [Error]
    expect(error.message).toMatch(/Unexpected server response: (404|200)/)
    expect(await healthOf(server)).toMatchObject({ sockets: 0 })
  })

  test('to something else than a WebSocket is ignored, and the request answered', async () => {
    const server = await startTestServer()
    const socket = connect(server.port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n')
    const [data] = (await once(socket, 'data')) as [Buffer]
    expect(data.toString()).toMatch(/^HTTP\/1.1 200/)
  })

  test('with a broken handshake is refused', async () => {
    const server = await startTestServer()
    const socket = connect(server.port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.write('GET /announce HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    const [data] = (await once(socket, 'data')) as [Buffer]
    expect(data.toString()).toMatch(/^HTTP\/1.1 400/)
  })
})

describe('limits', () => {
  test('sockets of one address: one too many is told so, and room is made again', async () => {
    const server = await startTestServer({ environment: { TRACKER_SOCKETS: '2' } })
    const first = await TrackerClient.open(server)
    await TrackerClient.open(server)
    expect(await (await TrackerClient.open(server)).closed).toBe(1013)
    await first.leave()
    expect(await (await TrackerClient.open(server)).settled()).toEqual([])
  })

  test('are counted by the address that a trusted proxy names', async () => {
    const server = await startTestServer({ environment: { TRACKER_SOCKETS: '1', TRUST_PROXY: '1' } })
    const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })
    await TrackerClient.open(server, from('192.0.2.1'))
    expect(await (await TrackerClient.open(server, from('192.0.2.2'))).settled()).toEqual([])
    expect(await (await TrackerClient.open(server, from('192.0.2.1'))).closed).toBe(1013)
  })

  test('a proxy that is not trusted is said once, without an address', async () => {
    const lines: string[] = []
    const server = await startTestServer({ log: createLog('info', (line) => lines.push(line)) })
    await TrackerClient.open(server, { headers: { 'X-Forwarded-For': '192.0.2.1' } })
    await TrackerClient.open(server, { headers: { 'X-Forwarded-For': '192.0.2.2' } })
    expect(lines).toEqual([expect.stringMatching(/ warn .*TRUST_PROXY/)])
    expect(lines.join()).not.toMatch(/192|127/)
  })

  test('the rate: a client that is too quick is read more slowly, and loses nothing', async () => {
    const server = await startTestServer({ environment: { TRACKER_MESSAGE_RATE: '100' } })
    const client = await TrackerClient.open(server)
    const startedAt = performance.now()
    for (let count = 0; count < 1_050; count += 1) client.send({ kind: 'scrape', infoHashes: [] })
    for (let count = 0; count < 1_050; count += 1) await client.next('scrape')
    await client.settled()
    // 1,000 at once, and 50 more at 100 a second.
    expect(performance.now() - startedAt).toBeGreaterThan(400)
  })

  test('the rate: long messages count as several', async () => {
    const server = await startTestServer({ environment: { TRACKER_MESSAGE_RATE: '100' } })
    const client = await TrackerClient.open(server)
    const startedAt = performance.now()
    const scrape = JSON.stringify({ action: 'scrape', pad: 'x'.repeat(65_000) })
    for (let count = 0; count < 70; count += 1) client.sendText(scrape)
    for (let count = 0; count < 70; count += 1) await client.next('scrape')
    await client.settled()
    // 16 each: 1,000 at once, and 120 more at 100 a second.
    expect(performance.now() - startedAt).toBeGreaterThan(1_000)
  })

  test('the rate: a flood is cut off', async () => {
    const server = await startTestServer({ environment: { TRACKER_MESSAGE_RATE: '1' } })
    const client = await TrackerClient.open(server)
    for (let count = 0; count < 20_000; count += 1) client.sendText('{}')
    expect([1006, 1008]).toContain(await client.closed)
    expect(await healthOf(server)).toMatchObject({ sockets: 0 })
  })

  test.each(['ping', 'pong'] as const)('the rate counts each %s', async (kind) => {
    const server = await startTestServer({ environment: { TRACKER_MESSAGE_RATE: '1' } })
    const client = await TrackerClient.open(server)
    for (let count = 0; count < 20_000; count += 1) client.webSocket[kind]()
    expect([1006, 1008]).toContain(await client.closed)
  })

  test('a slow reader is cut off', async () => {
    const environment = { TRACKER_WRITE_BUFFER: '10000', TRACKER_MESSAGE_RATE: '0' }
    const server = await startTestServer({ environment })
    const client = await TrackerClient.open(server)
    client.webSocket.pause()
    const scrape = {
      kind: 'scrape',
      infoHashes: Array.from({ length: 100 }, (_, number) => infoHash(number)),
    } as const
    // What it does not read fills the system's buffers first.
    while ((await healthOf(server)).sockets === 1)
      for (let count = 0; count < 100; count += 1) client.send(scrape)
    client.webSocket.resume()
    expect(await client.closed).toBe(1006)
  })

  test('the greatest numbers for times are as good as no limit, and cost no time', async () => {
    const environment = { TRACKER_IDLE: '1000000000', TRACKER_HALF_OPEN: '1000000000' }
    const setInterval = vi.spyOn(globalThis, 'setInterval')
    const server = await startTestServer({ environment })
    const delays = setInterval.mock.calls.map(([, delay]) => delay ?? 0)
    expect(delays).not.toEqual([])
    expect(Math.max(...delays)).toBeLessThan(2 ** 31)
    expect(await (await TrackerClient.open(server)).settled()).toEqual([])
    await healthOf(server)
  })

  test('a client that answers no ping is cut off', async () => {
    const server = await startTestServer({ environment: { TRACKER_IDLE: '1' } })
    const [dead, alive] = [
      await TrackerClient.open(server, { autoPong: false }),
      await TrackerClient.open(server, { autoPong: true }),
    ]
    dead.send(announce(1))
    expect(await dead.closed).toBe(1006)
    expect(await alive.settled()).toEqual([])
    expect(await healthOf(server)).toMatchObject({ sockets: 1, peers: 0 })
  })
})

test('a stop closes every socket with 1001, even one that does not answer, within two seconds', async () => {
  const server = await startTestServer()
  const [polite, deaf] = [await TrackerClient.open(server), await TrackerClient.open(server)]
  deaf.webSocket.pause()
  const startedAt = performance.now()
  await Promise.all([server.stop(), server.stop()])
  expect(performance.now() - startedAt).toBeLessThan(STOP_LIMIT_MS)
  expect(await polite.closed).toBe(1001)
  deaf.webSocket.resume()
  await deaf.closed
  await expect(fetch(server.url)).rejects.toThrow()
})

test('who is in the middle of an upgrade does not hold up a stop', async () => {
  const server = await startTestServer()
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => undefined)
  const closed = once(socket, 'close')
  socket.write('GET /announce HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n')
  // By the time another request is answered, this one has been taken up.
  await healthOf(server)
  const stopped = server.stop()
  socket.write('Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n')
  await Promise.all([stopped, closed])
})
