import type { Socket } from 'node:net'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { describe, expect, onTestFinished, test } from 'vitest'
import { binaryOfHex } from '../../src/core/infoHash.ts'
import type { RunningServer } from '../../server/start.ts'
import { infoHash, offerId, peerId } from '../wire/trackerIds.ts'
import { call } from './support/api.ts'
import { healthOf, startTestServer, temporaryFolder } from './support/testServer.ts'
import { TrackerClient } from './support/trackerClient.ts'
import { announceRequest, connectRequest, scrapeRequest, UdpClient } from './support/udpClient.ts'

/**
 * The table of docs/security.md: too many of each request, datagram and message, and who pays for them. The limits
 * are lowered, so that it is a matter of counting and not of speed.
 */

const HASH = binaryOfHex(infoHash(1))
const PEER = binaryOfHex(peerId(1))
const ANNOUNCE = { action: 'announce', info_hash: HASH, peer_id: PEER, left: 1 }
const QUERY = `info_hash=${'%01'.repeat(20)}&peer_id=${'%02'.repeat(20)}&port=6881&left=1`

/** Nobody else is kept from being answered. */
async function expectOthersServed(server: RunningServer): Promise<void> {
  const other = { 'X-Forwarded-For': '203.0.113.9' }
  expect((await call(server, 'GET', '/healthz', other)).status).toBe(200)
  const page = await TrackerClient.open(server, { headers: other })
  page.sendJson({ ...ANNOUNCE, info_hash: binaryOfHex(infoHash(2)) })
  expect(await page.next('reply')).toMatchObject({ incomplete: 1 })
}

describe('over HTTP, beyond the rate: 429', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/config.json'],
    ['GET', '/healthz'],
    ['GET', '/nothing'],
    ['GET', '/media.json'],
    ['GET', '/media/film.mp4'],
    ['GET', '/media-torrents/film.mp4'],
    ['GET', `/announce?${QUERY}`],
    ['GET', `/scrape?${QUERY}`],
    ['GET', '/api/openapi.json'],
    ['GET', '/api/torrents?search=film'],
    ['POST', '/api/invitations/accept'],
    ['POST', '/api/admin/session'],
    ['GET', '/api/admin/overview'],
    ['GET', '/metrics'],
  ])('%s %s', async (method, path) => {
    const server = await startTestServer({
      environment: { TRUST_PROXY: '1', TRACKER_HTTP_RATE: '1', MEDIA_DIR: temporaryFolder() },
    })
    const from = { 'X-Forwarded-For': '192.0.2.1' }
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async () => (await call(server, method, path, from)).status),
    )
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
    await expectOthersServed(server)
  })
})

describe('over WebSocket, beyond the rate: read more slowly, then closed', () => {
  const offers = [{ offer_id: binaryOfHex(offerId(1)), offer: { type: 'offer', sdp: 'v=0' } }]
  const answer = { to_peer_id: PEER, offer_id: binaryOfHex(offerId(1)), answer: { type: 'answer', sdp: '' } }
  test.each<['closed' | 'waits', string, (client: TrackerClient) => void]>([
    ['waits', 'announces', (client) => client.sendJson(ANNOUNCE)],
    ['waits', 'announces with an offer', (client) => client.sendJson({ ...ANNOUNCE, offers })],
    ['waits', 'stops', (client) => client.sendJson({ ...ANNOUNCE, event: 'stopped' })],
    ['waits', 'answers to nobody', (client) => client.sendJson({ ...ANNOUNCE, ...answer })],
    ['waits', 'scrapes', (client) => client.sendJson({ action: 'scrape', info_hash: HASH })],
    ['closed', 'scrapes of nothing', (client) => client.sendJson({ action: 'scrape' })],
    ['closed', 'junk', (client) => client.sendText('junk')],
    ['closed', 'empty messages', (client) => client.sendText('')],
    ['closed', 'binary junk', (client) => client.webSocket.send(Buffer.alloc(10))],
    ['closed', 'pings', (client) => client.webSocket.ping()],
    ['closed', 'pongs', (client) => client.webSocket.pong()],
    ['closed', 'empty fragments', (client) => client.webSocket.send('', { fin: false })],
  ])('%s: %s', async (end, _name, send) => {
    const server = await startTestServer({ environment: { TRUST_PROXY: '1', TRACKER_MESSAGE_RATE: '1' } })
    const client = await TrackerClient.open(server, { headers: { 'X-Forwarded-For': '192.0.2.1' } })
    let replies = 0
    client.webSocket.on('message', () => (replies += 1))
    // In one write: how the server's reads fall between many is the machine's mood.
    const socket = Reflect.get(client.webSocket, '_socket') as Socket
    socket.cork()
    for (let count = 0; count < 4_000; count += 1) send(client)
    socket.uncork()
    if (end === 'closed') expect([1002, 1006, 1008]).toContain(await client.closed)
    await expectOthersServed(server)
    // What had been read when reading stopped, 64 KiB, is dealt with.
    expect(replies).toBeLessThan(1_500)
  })
})

describe('over UDP, beyond the rate: silence', () => {
  /** How many of 60 datagrams are answered; a last one of another kind tells that all have been dealt with. */
  async function answered(
    client: UdpClient,
    datagram: Buffer,
    last: () => Promise<unknown>,
  ): Promise<number> {
    let answers = 0
    client.onAnswer(() => (answers += 1))
    for (let count = 0; count < 60; count += 1) client.send(datagram)
    await last()
    return answers
  }

  test.each([
    ['connect requests', () => connectRequest()],
    ['announces', (id: string) => announceRequest(id, { infoHash: infoHash(1), peerId: peerId(1) })],
    ['scrapes', (id: string) => scrapeRequest(id, [infoHash(1)])],
  ])('%s', async (_name, requestWith) => {
    const server = await startTestServer({
      settings: { udpPort: 0 },
      environment: { TRUST_PROXY: '1', TRACKER_REQUEST_RATE: '1' },
    })
    const client = await UdpClient.open(server.udpPort)
    const datagram = requestWith(await client.connect())
    const answers = await answered(client, datagram, async () => healthOf(server))
    expect(answers).toBeLessThan(20)
    await expectOthersServed(server)
  })

  test('STUN requests', async () => {
    const server = await startTestServer({
      settings: { stunPort: 0 },
      environment: { TRUST_PROXY: '1', TRACKER_STUN_RATE: '1' },
    })
    const socket = createSocket('udp4')
    onTestFinished(() => void socket.close())
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    let answers = 0
    socket.on('message', () => (answers += 1))
    const request = Buffer.from(`000100002112a442${'07'.repeat(12)}`, 'hex')
    const first = once(socket, 'message')
    for (let count = 0; count < 60; count += 1) socket.send(request, server.stunPort ?? 0, '127.0.0.1')
    await first
    await healthOf(server)
    expect(answers).toBeGreaterThan(0)
    expect(answers).toBeLessThan(20)
    await expectOthersServed(server)
  })
})
