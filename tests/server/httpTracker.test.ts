import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import bencodeOf from 'bencode'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bencode, type Bencodable } from '../../src/torrent/writeBencode.ts'
import { parseQuery } from '../../server/tracker/queryString.ts'
import type { RunningServer } from '../../server/start.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { startTestServer } from './support/testServer.ts'
import { TrackerClient } from './support/trackerClient.ts'

interface Answer {
  readonly status: number
  readonly bytes: Buffer
  /** Decoded by another implementation. */
  readonly body: Readonly<Record<string, unknown>>
}

async function get(
  server: RunningServer,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const request = httpRequest({ host: '127.0.0.1', port: server.port, path, headers, agent: false }).end()
  const [message] = (await once(request, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  return {
    status: message.statusCode ?? 0,
    bytes,
    body: bencodeOf.decode(bytes) as Readonly<Record<string, unknown>>,
  }
}

/** Every byte escaped, as some clients do. */
const escaped = (hex: string): string => hex.replace(/../g, (pair) => `%${pair}`)

function announcePath(number: number, more: Readonly<Record<string, string | number>> = {}): string {
  const rest = Object.entries({ port: 6_880 + number, left: 1, uploaded: 0, downloaded: 0, ...more })
  return (
    `/announce?info_hash=${escaped(infoHash(1))}&peer_id=${escaped(peerId(number))}` +
    rest.map(([name, value]) => `&${name}=${value}`).join('')
  )
}

const text = (value: unknown): string => Buffer.from(value as Uint8Array).toString()

describe('an announce', () => {
  test('gets compact peers, counts and an interval', async () => {
    const server = await startTestServer({ environment: { TRACKER_JITTER: '0' } })
    await get(server, announcePath(1, { left: 0, event: 'started' }))
    const { status, body } = await get(server, announcePath(2, { event: 'started' }))
    expect(status).toBe(200)
    expect(body).toMatchObject({ interval: 900, 'min interval': 60, complete: 1, incomplete: 1 })
    expect(Buffer.from(body['peers'] as Uint8Array).toString('hex')).toBe('7f0000011ae1')
    expect(body).not.toHaveProperty('peers6')
  })

  test('with compact=0 gets dictionaries, with ids unless no_peer_id', async () => {
    const server = await startTestServer()
    await get(server, announcePath(1))
    const [peer] = (await get(server, announcePath(2, { compact: 0 }))).body['peers'] as Record<
      string,
      unknown
    >[]
    expect(text(peer?.['ip'])).toBe('127.0.0.1')
    expect(peer?.['port']).toBe(6_881)
    expect(Buffer.from(peer?.['peer id'] as Uint8Array).toString('hex')).toBe(peerId(1))
    const { body } = await get(server, announcePath(2, { compact: 0, no_peer_id: 1 }))
    expect((body['peers'] as object[])[0]).not.toHaveProperty('peer id')
  })

  test('over IPv6 is told of in peers6', async () => {
    const server = await startTestServer({ environment: { TRUST_PROXY: '1' } })
    await get(server, announcePath(1), { 'X-Forwarded-For': '2001:db8::5' })
    const { body } = await get(server, announcePath(2), { 'X-Forwarded-For': '192.0.2.9' })
    expect(Buffer.from(body['peers6'] as Uint8Array).toString('hex')).toBe(
      '20010db8000000000000000000000005' + '1ae1',
    )
    expect(body['peers']).toHaveLength(0)
  })

  test('goes by where it comes from, not by the address that it names', async () => {
    const server = await startTestServer()
    await get(server, announcePath(1, { ip: '198.51.100.1', ipv6: '2001:db8::1' }), {
      'X-Forwarded-For': '198.51.100.2',
    })
    const { body } = await get(server, announcePath(2))
    expect(Buffer.from(body['peers'] as Uint8Array).toString('hex')).toBe('7f0000011ae1')
  })

  test('hash and peer id are any bytes, escaped or not', async () => {
    const server = await startTestServer()
    // Of RFC 3986's unreserved characters and beyond, all that a request line can hold as it is.
    const raw = "az09-_.~!*'()+@:/$,;"
    expect(raw).toHaveLength(20)
    await get(server, `/announce?info_hash=${raw}&peer_id=${raw}&port=1&left=0`)
    const hex = Buffer.from(raw).toString('hex')
    const { body } = await get(server, `/scrape?info_hash=${escaped(hex)}`)
    expect(Object.keys(body['files'] as object)).toEqual([raw])
    for (const id of [
      '00'.repeat(20),
      'ff'.repeat(20),
      '25'.repeat(20),
      '26'.repeat(20),
      'c3a9'.repeat(10),
    ]) {
      const path = `/announce?info_hash=${escaped(id)}&peer_id=${escaped(id)}&port=1&left=0`
      expect((await get(server, path)).body).toMatchObject({ complete: 1 })
      const { bytes } = await get(server, `/scrape?info_hash=${escaped(id)}`)
      expect(bytes.toString('hex')).toContain(Buffer.from('5:filesd20:').toString('hex') + id)
    }
  })

  test.each([
    ['no info hash', '/announce?peer_id=a'],
    ['a short info hash', `/announce?info_hash=abc&peer_id=${escaped(peerId(1))}&port=1`],
    ['no peer id', `/announce?info_hash=${escaped(infoHash(1))}&port=1`],
    ['no port', announcePath(1, { port: '' })],
    ['port 0', announcePath(1, { port: 0 })],
    ['port 65536', announcePath(1, { port: 65_536 })],
    ['an unknown event', announcePath(1, { event: 'exploded' })],
    ['a broken escape', '/announce?info_hash=%e'],
    ['nothing', '/announce?'],
  ])('with %s is refused in bencoding', async (_name, path) => {
    const server = await startTestServer()
    const { status, body } = await get(server, path)
    expect(status).toBe(200)
    expect(text(body['failure reason'])).toMatch(/\w/)
  })

  test('of a seed and a leecher count with those of WebSockets', async () => {
    const server = await startTestServer()
    const client = await TrackerClient.open(server)
    const announce = { kind: 'announce', uploaded: 0, downloaded: 0, numwant: 5, offers: [] } as const
    client.send({ ...announce, infoHash: infoHash(1), peerId: peerId(7), left: 0 })
    await client.next('reply')
    expect((await get(server, announcePath(1))).body).toMatchObject({
      complete: 1,
      incomplete: 1,
      peers: new Uint8Array(),
    })
  })

  test('of one who asks too often is refused with 429', async () => {
    const server = await startTestServer({ environment: { TRACKER_REQUEST_RATE: '1' } })
    const statuses: number[] = []
    for (let count = 0; count < 12; count += 1) statuses.push((await get(server, announcePath(1))).status)
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(200))
    expect(statuses.slice(10)).toContain(429)
  })
})

test('a scrape names each swarm, known or not', async () => {
  const server = await startTestServer()
  await get(server, announcePath(1, { event: 'completed', left: 0 }))
  await get(server, announcePath(2, { event: 'paused' }))
  const query = [1, 2].map((number) => `info_hash=${escaped(infoHash(number))}`).join('&')
  const { bytes } = await get(server, `/scrape?${query}`)
  const raw = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1')
  expect(bytes.toString('latin1')).toBe(
    `d5:filesd20:${raw(infoHash(1))}d8:completei1e10:downloadedi1e11:downloadersi0e10:incompletei1ee` +
      `20:${raw(infoHash(2))}d8:completei0e10:downloadedi0e11:downloadersi0e10:incompletei0eeee`,
  )
})

describe('the query', () => {
  test('gives back any bytes that were escaped', () => {
    const value = fc.uint8Array({ maxLength: 40 })
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const query = values.map((bytes) => `v=${escaped(Buffer.from(bytes).toString('hex'))}`).join('&')
        const strings = values.map((bytes) => Buffer.from(bytes).toString('latin1'))
        expect(parseQuery(query)?.get('v') ?? []).toEqual(strings)
      }),
    )
  })

  test('whatever comes, nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        for (const values of parseQuery(query)?.values() ?? []) {
          // eslint-disable-next-line no-control-regex -- bytes are meant
          for (const value of values) expect(value).toMatch(/^[\u0000-\u00ff]*$/)
        }
      }),
    )
  })
})

test('bencoding is what another implementation reads', () => {
  const bytes = fc.uint8Array({ maxLength: 30 }).map((value) => Buffer.from(value).toString('latin1'))
  const { value } = fc.letrec<{ value: Bencodable }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.maxSafeInteger(),
      bytes,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z ]{1,9}$/), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }))
  fc.assert(
    fc.property(value, (original) => {
      const written = Buffer.from(bencode(original))
      expect(Buffer.from(bencodeOf.encode(bencodeOf.decode(written))).toString('hex')).toBe(
        written.toString('hex'),
      )
    }),
  )
})
