import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UdpTracker } from '../../server/tracker/udpTracker.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { createTrackers } from './support/addressedTracker.ts'
import { startTestServer } from './support/testServer.ts'
import {
  announceRequest,
  connectRequest,
  scrapeRequest,
  TRANSACTION,
  UdpClient,
  urlData,
} from './support/udpClient.ts'

const NO_RATES = { allow: () => true, allowUnproven: () => true }

function createUdp(limits: Parameters<typeof createTrackers>[0] = {}, rates = NO_RATES) {
  const trackers = createTrackers(limits)
  const udp = new UdpTracker({ tracker: trackers.tracker, now: trackers.now, ...rates })
  const respond = (datagram: Buffer, address = '192.0.2.1', port = 5_000): string | null => {
    const answer = udp.respond(datagram, address, port)
    // Only among several nodes an answer has to wait for another.
    if (answer instanceof Promise) throw new Error('One node answers at once.')
    return answer?.toString('hex') ?? null
  }
  const connect = (address?: string): string => (respond(connectRequest(), address) ?? '').slice(16)
  const announce = (number: number, fields: object = {}, address = `192.0.2.${number}`): string | null =>
    respond(
      announceRequest(connect(address), { infoHash: infoHash(1), peerId: peerId(number), ...fields }),
      address,
    )
  return { ...trackers, respond, connect, announce }
}

const ERROR = `00000003${TRANSACTION}`

describe('an announce', () => {
  test('gets interval, leechers, seeds and peers', () => {
    const { announce } = createUdp()
    announce(1, { left: '0000000000000000', event: 2 })
    expect(announce(2)).toBe(
      `00000001${TRANSACTION}` + '00000384' + '00000001' + '00000001' + 'c0000201' + '1ae1',
    )
  })

  test('over IPv6 gets IPv6 peers alone, and over IPv4 IPv4 ones', () => {
    const { announce } = createUdp()
    announce(1)
    announce(2, {}, '2001:db8::2')
    expect(announce(3, {}, '2001:db8::3')?.slice(40)).toBe('20010db8000000000000000000000002' + '1ae1')
    expect(announce(4)?.slice(40)).toBe('c0000201' + '1ae1')
  })

  test('gets as many as it wants of its own family, however many there are of the other', () => {
    const { announce } = createUdp({ peersPerAddress: 0 })
    for (let number = 1; number <= 60; number += 1) announce(number)
    for (let number = 100; number < 1_000; number += 1) announce(number, {}, `2001:db8::${number}`)
    for (let times = 0; times < 10; times += 1) expect(announce(61)).toHaveLength((20 + 50 * 6) * 2)
  })

  test('with port 0 goes by the port that it came from', () => {
    const { announce } = createUdp()
    announce(1, { port: 0 })
    expect(announce(2)?.slice(40)).toBe('c0000201' + '1388')
  })

  test('with left −1 is a leecher’s; completed, paused and stopped are understood', () => {
    const { announce, tracker } = createUdp()
    announce(1, { left: 'ffffffffffffffff' })
    announce(2, { left: '0000000000000000', event: 1 })
    announce(3, { event: 4 })
    const counts = { complete: 1, incomplete: 2, downloaded: 1, downloaders: 1 }
    expect(tracker.scrape([infoHash(1)])).toMatchObject([counts])
    announce(2, { event: 3 })
    expect(tracker.scrape([infoHash(1)])).toMatchObject([{ complete: 0, incomplete: 2 }])
  })

  test('is never answered in a datagram that has to be fragmented', () => {
    const { announce } = createUdp({ peersPerReply: 0, peersPerAddress: 0 })
    for (let port = 1; port <= 400; port += 1) announce(1, { port, peerId: peerId(port) })
    expect((announce(2, { numwant: '000003e8' }) ?? '').length / 2).toBe(20 + 6 * 200)
  })
})

describe('connection ids', () => {
  test('hold only where they were issued', () => {
    const { connect, respond } = createUdp()
    const id = connect()
    const request = announceRequest(id, { infoHash: infoHash(1), peerId: peerId(1) })
    expect(respond(request)).not.toBeNull()
    expect(respond(request, '192.0.2.2')).toBeNull()
  })

  test.each([0, 1, 30, 59, 59.9])('hold for two minutes when they are given out at %d s', (second) => {
    const { connect, respond, passSeconds } = createUdp()
    passSeconds(second)
    const request = scrapeRequest(connect(), [infoHash(1)])
    for (let quarter = 0; quarter < 8; quarter += 1) {
      passSeconds(15)
      // Others come and go, and make the secrets change.
      connect('192.0.2.9')
      expect(respond(request)).not.toBeNull()
    }
    passSeconds(61)
    expect(respond(request)).toBeNull()
  })

  test('of one who was long away are worth nothing', () => {
    const { connect, respond, passSeconds } = createUdp()
    const id = connect()
    passSeconds(3_600)
    expect(respond(scrapeRequest(id, [infoHash(1)]))).toBeNull()
  })

  test('cannot be guessed from another’s', () => {
    const { connect } = createUdp()
    expect(new Set([connect('192.0.2.1'), connect('192.0.2.2'), connect('192.0.2.3')]).size).toBe(3)
  })
})

describe('the rate of an address', () => {
  test('counts nothing that may be forged in its name', () => {
    const counted: string[] = []
    const countAs = (name: string) => (): boolean => counted.push(name) > 0
    const rates = { allow: countAs('proven'), allowUnproven: countAs('unproven') }
    const { connect, respond } = createUdp({}, rates)
    const id = connect()
    respond(scrapeRequest('ff'.repeat(8), [infoHash(1)]))
    respond(announceRequest('00'.repeat(8), { infoHash: infoHash(1), peerId: peerId(1) }))
    respond(Buffer.alloc(16))
    expect(counted).toEqual(['unproven'])
    respond(scrapeRequest(id, [infoHash(1)]))
    expect(counted).toEqual(['unproven', 'proven'])
  })

  test('holds for either kind of request', () => {
    const { respond } = createUdp({}, { allow: () => true, allowUnproven: () => false })
    expect(respond(connectRequest())).toBeNull()
    const { connect, announce } = createUdp({}, { allow: () => false, allowUnproven: () => true })
    expect(connect()).not.toBe('')
    expect(announce(1)).toBeNull()
  })
})

describe('a scrape', () => {
  test('gets seeds, downloads and leechers of each', () => {
    const { announce, respond, connect } = createUdp()
    announce(1, { left: '0000000000000000', event: 1 })
    announce(2)
    expect(respond(scrapeRequest(connect(), [infoHash(1), infoHash(2)]))).toBe(
      `00000002${TRANSACTION}` + '00000001'.repeat(3) + '00000000'.repeat(3),
    )
  })

  test('of too many is an error', () => {
    const { respond, connect } = createUdp()
    const answer = respond(scrapeRequest(connect(), [1, 2, 3, 4].map(infoHash)))
    expect(answer?.startsWith(ERROR)).toBe(true)
    expect(Buffer.from(answer?.slice(16) ?? '', 'hex').toString()).toContain('3')
  })
})

test('whatever comes from one who has proved nothing, the response is no longer than it', () => {
  const { respond } = createUdp()
  const head = fc.constantFrom(...[connectRequest(), Buffer.alloc(16), Buffer.from('ff'.repeat(16), 'hex')])
  const action = fc.nat(5)
  fc.assert(
    fc.property(head, action, fc.uint8Array({ maxLength: 200 }), (start, code, rest) => {
      const datagram = Buffer.concat([start, rest])
      datagram.writeUInt32BE(code, 8)
      expect((respond(datagram) ?? '').length / 2).toBeLessThanOrEqual(datagram.length)
      respond(Buffer.from(rest))
    }),
    { numRuns: 2_000 },
  )
})

test('whatever options follow an announce, nothing throws', () => {
  const { announce } = createUdp()
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (options) => {
      expect(announce(1, { options: Buffer.from(options).toString('hex') })).toMatch(/^00000001/)
    }),
  )
})

test('over a real socket, IPv4 and IPv6', async () => {
  const server = await startTestServer({ environment: { HOST: '::' }, settings: { udpPort: 0 } })
  for (const host of ['127.0.0.1', '::1']) {
    const client = await UdpClient.open(server.udpPort, host)
    client.send(Buffer.from('garbage'))
    const id = await client.connect()
    const options = urlData('/announce')
    const request = announceRequest(id, { infoHash: infoHash(1), peerId: peerId(1), options })
    expect(await client.ask(request)).toMatch(new RegExp(`^00000001${TRANSACTION}`))
  }
})

test('the port is that of the site unless it is set', async () => {
  const server = await startTestServer({ settings: { udpPort: 'same' } })
  expect(server.udpPort).toBe(server.port)
})
