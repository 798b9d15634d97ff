import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { binaryOfHex } from '../../src/core/infoHash.ts'
import type { RunningServer } from '../../server/start.ts'
import { infoHash, offerId, peerId } from '../wire/trackerIds.ts'
import { noValkey, TestValkey } from '../support/valkey.ts'
import { countBy } from './support/announces.ts'
import { memoryInUse } from './support/memory.ts'
import { childrenOf, line, LISTENING, startForFile, type ServerProcess } from './support/serverProcess.ts'
import { healthOf, startTestServer, type Health } from './support/testServer.ts'
import { TrackerClient } from './support/trackerClient.ts'
import { announceRequest, connectRequest, PROTOCOL, scrapeRequest, UdpClient } from './support/udpClient.ts'

/**
 * What breaks other trackers, each sent over a real socket to a server of its own. Afterwards two victims, who
 * were in the swarm before, must still find each other, and have got nothing that the attacker made up.
 */

const HASH = binaryOfHex(infoHash(1))
const ATTACKER = binaryOfHex(peerId(66))
const VICTIM = binaryOfHex(peerId(1))
const OFFER = binaryOfHex(offerId(7))
const SDP = { type: 'offer', sdp: 'v=0' }
const ANNOUNCE = { action: 'announce', info_hash: HASH, peer_id: ATTACKER, left: 1 }
const ANSWER = {
  ...ANNOUNCE,
  to_peer_id: VICTIM,
  offer_id: OFFER,
  answer: { type: 'answer', sdp: 'v=0' },
}

const LIMITS = { TRACKER_MAX_MESSAGE: '200000', TRACKER_TORRENTS: '100', TRACKER_MESSAGE_RATE: '0' }

/** Makes a message long, and is of no interest to anybody. */
const PADDING = 'x'.repeat(190_000)

/** What an attack may leave behind, everything that vitest keeps of the test included. */
const MOST_GROWTH_BYTES = 20e6

/** What is attacked: servers of this process, started for each test, or processes as people start them (NODES). */
type Kind = 'one' | 'valkey' | 'processes'
type Server = Pick<RunningServer, 'url' | 'port' | 'udpPort'>

let clusters = 0
const startProcess = startForFile()

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
const withMember = (value: object, member: string): string =>
  `${JSON.stringify(value).slice(0, -1)},${member}}`
const offering = (offer: unknown, id: unknown = OFFER): object => ({
  ...ANNOUNCE,
  offers: [{ offer_id: id, offer }],
})

describe.each<{ name: string; kind: Kind }>([
  { name: 'one node alone', kind: 'one' },
  {
    name: `three nodes ${noValkey ?? 'over Valkey'}`,
    kind: 'valkey',
  },
  { name: 'three processes of one site (NODES)', kind: 'processes' },
])('$name', ({ kind }) => {
  describe.skipIf(kind === 'valkey' && noValkey !== null)('attacked', () => {
    const isOne = kind === 'one'
    let valkey: TestValkey | null = null
    let nodes: readonly RunningServer[] = []
    let site: Site | null = null
    let server: Server
    let victims: readonly [TrackerClient, TrackerClient]
    let memoryBefore = 0

    beforeAll(async () => {
      if (kind === 'valkey') valkey = await TestValkey.start()
    })

    afterAll(async () => {
      await valkey?.stop()
      site?.end()
    })

    async function startNodes(): Promise<readonly RunningServer[]> {
      const cluster = valkey && {
        CLUSTER_URL: valkey.url,
        CLUSTER_NAME: `hostile${(clusters += 1)}`,
        DRAIN: '0',
      }
      const environment = { ...LIMITS, ...cluster }
      const start = async (): Promise<RunningServer> =>
        startTestServer({ settings: { udpPort: 0 }, environment })
      return Promise.all(Array.from({ length: isOne ? 1 : 3 }, start))
    }

    function nodeAt(index: number): Server {
      return nodes[index % nodes.length] ?? server
    }

    /** A site of processes serves one test after another; what uses up an address's rates has one of its own. */
    async function beginAnew(): Promise<void> {
      if (!site) return
      site.expectUnharmed()
      site.end()
      site = server = await Site.start()
      await openVictims()
    }

    /** Of all nodes together; `swarms` of the one that has most. */
    async function health(): Promise<Pick<Health, 'sockets' | 'peers' | 'swarms'>> {
      const each = await Promise.all(nodes.map(healthOf))
      return {
        sockets: each.reduce((sum, { sockets }) => sum + sockets, 0),
        peers: each.reduce((sum, { peers }) => sum + peers, 0),
        swarms: Math.max(...each.map(({ swarms }) => swarms)),
      }
    }

    /** To the last peer; of processes, which tell their figures every second, only that all of them still live. */
    async function expectHealth(expected: Partial<Awaited<ReturnType<typeof health>>>): Promise<void> {
      if (site) site.expectUnharmed()
      else expect(await health()).toMatchObject(expected)
    }

    async function openVictims(): Promise<void> {
      victims = [await TrackerClient.open(nodeAt(1)), await TrackerClient.open(nodeAt(2))]
      for (const [index, victim] of victims.entries()) {
        victim.sendJson({ ...ANNOUNCE, peer_id: binaryOfHex(peerId(index + 1)) })
        await victim.next('reply')
      }
      // Those of the test before may be leaving.
      if (site) for (const [index, victim] of victims.entries()) await untilCount(victim, index + 1, 2)
    }

    beforeEach(async () => {
      memoryBefore = memoryInUse()
      if (kind === 'processes') server = site ??= await Site.start()
      else {
        nodes = await startNodes()
        server = nodeAt(0)
      }
      await openVictims()
    })

    afterEach(() => {
      // That of others is not seen from here.
      if (!site) expect(memoryInUse() - memoryBefore).toBeLessThan(MOST_GROWTH_BYTES)
    })

    /** The two victims go through an offer and its answer; `strangers` is how many others are in the swarm. */
    async function expectVictimsReachEachOther(strangers: number | null = 0): Promise<void> {
      const [a, b] = victims
      if (strangers !== null) await untilCount(b, 2, 2 + strangers)
      expect(await a.settled()).toEqual([])
      expect(await b.settled()).toEqual([])
      b.send({
        kind: 'announce',
        infoHash: infoHash(1),
        peerId: peerId(2),
        uploaded: 0,
        downloaded: 0,
        left: 1,
        numwant: 5,
        offers: Array.from({ length: 5 }, (_, number) => ({
          offerId: offerId(number),
          sdp: `offer ${number}`,
        })),
      })
      const { complete, incomplete } = await b.next('reply')
      if (strangers !== null) expect([complete, incomplete]).toEqual([0, 2 + strangers])
      const offer = await a.next('offer')
      expect(offer.peerId).toBe(peerId(2))
      a.send({ ...offer, kind: 'answer', peerId: peerId(1), toPeerId: offer.peerId, sdp: 'answer' })
      expect(await b.next('answer')).toMatchObject({
        peerId: peerId(1),
        offerId: offer.offerId,
        sdp: 'answer',
      })
    }

    describe('a refused message', () => {
      const messages: Readonly<Record<string, string>> = {
        'nothing at all': '',
        'no JSON': 'announce',
        'half a JSON object': '{"action":',
        'a bare null': 'null',
        'a bare number': '1e999',
        'a bare string': '"announce"',
        'an empty list': '[]',
        'an empty object': '{}',
        'an action that is a list': JSON.stringify({ ...ANNOUNCE, action: ['announce'] }),
        'an action of Object.prototype': JSON.stringify({ ...ANNOUNCE, action: 'constructor' }),
        'a list 90,000 deep': nested(90_000),
        'an SDP object 10,000 deep': withMember(
          ANNOUNCE,
          `"offers":[{"offer_id":"x","offer":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}]`,
        ),
        'an info hash that is null': JSON.stringify({ ...ANNOUNCE, info_hash: null }),
        'an info hash that is a number': JSON.stringify({ ...ANNOUNCE, info_hash: 12345678901234567000 }),
        'an info hash that is a list of 20': JSON.stringify({ ...ANNOUNCE, info_hash: Array(20).fill('a') }),
        'an info hash of 19 characters': JSON.stringify({ ...ANNOUNCE, info_hash: 'x'.repeat(19) }),
        'an info hash of 100,000 characters': JSON.stringify({ ...ANNOUNCE, info_hash: 'x'.repeat(100_000) }),
        'an info hash beyond U+00FF': JSON.stringify({ ...ANNOUNCE, info_hash: '\u{1f41f}'.repeat(10) }),
        'a peer id that is missing': JSON.stringify({ ...ANNOUNCE, peer_id: undefined }),
        'a peer id that is an object': JSON.stringify({
          ...ANNOUNCE,
          peer_id: { toString: 'x', length: 20 },
        }),
        'offers that hold null': JSON.stringify({ ...ANNOUNCE, offers: [null] }),
        'offers that are a number': JSON.stringify({ ...ANNOUNCE, offers: 5 }),
        'offers that look like a list': JSON.stringify({ ...ANNOUNCE, offers: { length: 4294967295 } }),
        'an offer without id': JSON.stringify({ ...ANNOUNCE, offers: [{ offer: SDP }] }),
        'an offer id that is a number': JSON.stringify(offering(SDP, 5)),
        'an offer that is null': JSON.stringify(offering(null)),
        'an offer that is an answer': JSON.stringify(offering({ type: 'answer', sdp: 'v=0' })),
        'an SDP that is a list': JSON.stringify(offering({ type: 'offer', sdp: ['v=0'] })),
        'an SDP of 100,000 characters': JSON.stringify(offering({ type: 'offer', sdp: 'x'.repeat(100_000) })),
        'an event that is unknown': JSON.stringify({ ...ANNOUNCE, event: '__proto__' }),
        'an event that is an object': JSON.stringify({ ...ANNOUNCE, event: { event: 'started' } }),
        'an answer without offer id': JSON.stringify({ ...ANSWER, offer_id: undefined }),
        'an answer to an object': JSON.stringify({ ...ANSWER, to_peer_id: {} }),
        'an answer that is a number': JSON.stringify({ ...ANSWER, answer: 1 }),
        'a scrape for a number': JSON.stringify({ action: 'scrape', info_hash: 1 }),
        'a scrape for a list with null': JSON.stringify({ action: 'scrape', info_hash: [null] }),
        'a scrape for 8,000 hashes': JSON.stringify({
          action: 'scrape',
          info_hash: Array(8_000).fill('x'.repeat(20)),
        }),
        'a scrape for 1,000 hashes': JSON.stringify({ action: 'scrape', info_hash: Array(1_000).fill(HASH) }),
      }

      test.each(Object.entries(messages))('%s', async (_name, text) => {
        const attacker = await TrackerClient.open(server)
        attacker.sendText(text)
        const failure = await attacker.next('failure')
        expect(failure.reason).not.toBe('')
        expect(await attacker.settled()).toEqual([])
        await expectVictimsReachEachOther()
        await expectHealth({ sockets: 3, swarms: 1, peers: 2 })
      })
    })

    describe('a legal message with bad intent', () => {
      const messages: Readonly<Record<string, readonly object[]>> = {
        'an announce as the victim': [{ ...ANNOUNCE, peer_id: VICTIM }],
        'a stop as the victim': [{ ...ANNOUNCE, peer_id: VICTIM, event: 'stopped' }],
        'an announce and a stop as the victim': [
          { ...ANNOUNCE, peer_id: VICTIM },
          { ...ANNOUNCE, peer_id: VICTIM, event: 'stopped' },
        ],
        'a stop by one who never came': [{ ...ANNOUNCE, event: 'stopped' }],
        'an answer that nobody asked for': [ANNOUNCE, ANSWER],
        'an answer without having joined': [ANSWER],
        'an answer as the other victim': [{ ...ANSWER, peer_id: binaryOfHex(peerId(2)) }],
        'an answer with much beside it': [
          ANNOUNCE,
          { ...ANSWER, offer: SDP, complete: 5, 'failure reason': 'x' },
        ],
        '500 peer ids': Array.from({ length: 500 }, (_, number) => ({
          ...ANNOUNCE,
          peer_id: binaryOfHex(peerId(1_000 + number)),
        })),
        'absurd numbers': [{ ...ANNOUNCE, left: -1, uploaded: 1e300, downloaded: '5', numwant: 1e9 }],
        'members of Object.prototype': [{ ...ANNOUNCE, constructor: 1, hasOwnProperty: 2, toString: null }],
        'peer ids in messages of 190,000 bytes': Array.from({ length: 200 }, (_, number) => ({
          ...ANNOUNCE,
          pad: PADDING,
          peer_id: binaryOfHex(peerId(1_000 + number)),
        })),
      }

      test.each(Object.entries(messages))('%s', async (_name, list) => {
        const attacker = await TrackerClient.open(server)
        for (const message of list) attacker.sendJson(message)
        await attacker.settled()
        const { peers } = await health()
        // Of processes it is known once it has reached them all.
        await expectVictimsReachEachOther(site ? null : peers - 2)
        expect(peers).toBeLessThanOrEqual(3)
        await attacker.leave()
        await expectHealth({ sockets: 2, swarms: 1, peers: 2 })
      })

      test('a member named __proto__ changes nothing', async () => {
        const attacker = await TrackerClient.open(server)
        attacker.sendText(withMember(ANNOUNCE, '"__proto__":{"event":"stopped","offers":[null]}'))
        expect(await attacker.next('reply')).toMatchObject({ incomplete: 3 })
        expect(({} as Record<string, unknown>)['event']).toBeUndefined()
        await attacker.leave()
        await expectVictimsReachEachOther()
      })

      test('what stands beside an offer’s SDP reaches nobody', async () => {
        const attacker = await TrackerClient.open(server)
        const raw: string[] = []
        for (const victim of victims)
          victim.webSocket.on('message', (data: Buffer) => raw.push(data.toString()))
        attacker.sendJson({
          ...ANNOUNCE,
          offers: [1, 2].map((number) => ({
            offer_id: binaryOfHex(offerId(number)),
            offer: { ...SDP, evil: 'payload' },
          })),
        })
        for (const victim of victims) await victim.next('offer')
        expect(raw).toHaveLength(2)
        for (const text of raw) {
          expect(JSON.parse(text)).toEqual({
            action: 'announce',
            info_hash: HASH,
            peer_id: ATTACKER,
            offer_id: expect.any(String) as unknown,
            offer: SDP,
          })
        }
      })

      test('2,000 hashes on one socket: no more than the limit, each refusal with its hash', async () => {
        const attacker = await TrackerClient.open(server)
        for (let number = 2; number < 2_002; number += 1) {
          attacker.sendJson({ ...ANNOUNCE, info_hash: binaryOfHex(infoHash(number)) })
        }
        const received = await attacker.settled()
        expect(received.filter((message) => message.kind === 'reply')).toHaveLength(100)
        expect(received.at(-1)).toMatchObject({ kind: 'failure', infoHash: infoHash(2_001) })
        await expectHealth({ swarms: isOne ? 101 : 100, peers: 102 })
        await attacker.leave()
        await expectHealth({ swarms: 1, peers: 2 })
        await expectVictimsReachEachOther()
      })

      test('500 offers in one message: no more than the limit are handed on', async () => {
        const attacker = await TrackerClient.open(server)
        const offers = Array.from({ length: 500 }, (_, number) => ({
          offer_id: binaryOfHex(offerId(number)),
          offer: SDP,
        }))
        attacker.sendJson({ ...ANNOUNCE, offers })
        await attacker.settled()
        for (const victim of victims) {
          const got: unknown[] = []
          await expect.poll(async () => got.push(...(await victim.settled()))).toBe(1)
        }
        await attacker.leave()
        await expectVictimsReachEachOther()
      })
    })

    /** Who sent them stays, with all that the tracker keeps for them: the growth in memory is what counts. */
    describe('messages of 190,000 bytes, most of them padding', () => {
      test('offers that wait for an answer do not keep the messages they came in', async () => {
        const attacker = await TrackerClient.open(server)
        for (let number = 0; number < 300; number += 1) {
          const offers = [{ offer_id: binaryOfHex(offerId(number)), offer: SDP }]
          attacker.sendJson({ ...ANNOUNCE, pad: PADDING, offers })
        }
        await attacker.settled()
        for (const victim of victims) await victim.settled()
        await expectVictimsReachEachOther(1)
        await expectHealth({ sockets: 3, peers: 3 })
      })

      test('info hashes that are joined do not keep the messages they came in', async () => {
        const attacker = await TrackerClient.open(server)
        for (let number = 2; number < 102; number += 1) {
          attacker.sendJson({ ...ANNOUNCE, pad: PADDING, info_hash: binaryOfHex(infoHash(number)) })
        }
        await attacker.settled()
        await expectVictimsReachEachOther()
        await expectHealth({ sockets: 3, peers: 102 })
      })
    })

    describe('frames that are cut off', () => {
      const attacks: Readonly<Record<string, readonly [code: number, (client: TrackerClient) => void]>> = {
        'a message beyond the limit': [1009, (client) => client.sendText('x'.repeat(200_001))],
        'fragments without end': [
          1008,
          (client) => {
            for (let count = 0; count < 2_000; count += 1) client.webSocket.send('x', { fin: false })
          },
        ],
        'empty fragments without end': [
          1008,
          (client) => {
            for (let count = 0; count < 2_000; count += 1) client.webSocket.send('', { fin: false })
          },
        ],
        'text that is no UTF-8': [
          1007,
          (client) => client.webSocket.send(Buffer.from([0xc3, 0x28]), { binary: false }),
        ],
        'a frame without mask': [1002, (client) => client.webSocket.send('{}', { mask: false })],
      }

      test.each(Object.entries(attacks))('%s', async (_name, [code, attack]) => {
        const attacker = await TrackerClient.open(server)
        attack(attacker)
        // The reset may overtake the close frame when the server has stopped reading.
        expect([code, 1006]).toContain(await attacker.closed)
        await expectVictimsReachEachOther()
        await expectHealth({ sockets: 2, peers: 2 })
      })

      test.each([
        ['a length of 2⁶³ bytes', '81ff8000000000000000' + '00000000'],
        ['a length of 1 GiB', '81ff0000000040000000' + '00000000'],
        ['a reserved opcode', '8380' + '00000000'],
        ['a reserved bit', 'c180' + '00000000'],
        ['a ping of 200 bytes', '89fe00c8' + '00'.repeat(204)],
        ['a close frame with a forbidden code', '8882' + '00000000' + '03ed'],
        ['HTTP instead of frames', Buffer.from('GET / HTTP/1.1\r\n\r\n').toString('hex')],
      ])('%s', async (_name, hex) => {
        const socket = connect(server.port, '127.0.0.1')
        socket.write(
          'GET /announce HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
            'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
        )
        const [handshake] = (await once(socket, 'data')) as [Buffer]
        expect(handshake.toString()).toMatch(/^HTTP\/1.1 101/)
        socket.resume()
        const closed = once(socket, 'close')
        socket.write(Buffer.from(hex, 'hex'))
        await closed
        await expectVictimsReachEachOther()
        await expectHealth({ sockets: 2 })
      })

      test('a socket that is torn down in the middle of a message', async () => {
        const attacker = await TrackerClient.open(server)
        attacker.sendJson(ANNOUNCE)
        await attacker.next('reply')
        attacker.webSocket.send('{"action":', { fin: false })
        attacker.webSocket.terminate()
        await attacker.closed
        while (!site && (await health()).sockets > 2);
        await expectVictimsReachEachOther()
      })
    })

    test.runIf(kind === 'processes')('nothing of all that is left', async () => site?.expectNothingLeft())

    describe('over HTTP', () => {
      const escaped = (hex: string): string => hex.replace(/../g, (pair) => `%${pair}`)
      const hash = escaped(infoHash(1))
      const victim = escaped(peerId(1))
      const attacker = escaped(peerId(66))
      const get = (target: string, headers = ''): string =>
        `GET ${target} HTTP/1.1\r\nHost: a\r\n${headers}\r\n`
      const announce = (more: string): string =>
        get(`/announce?info_hash=${hash}&peer_id=${attacker}&${more}`)

      const requests: Readonly<Record<string, string>> = {
        'a negative port': announce('port=-1'),
        'a port in hex': announce('port=0x50'),
        'a port of 1,000 digits': announce(`port=${'9'.repeat(1_000)}`),
        'a numwant beyond numbers': announce('port=0&numwant=99999999999999999999'),
        'an escape cut short': get('/announce?info_hash=%e9%'),
        'an escape of no digits': get('/announce?info_hash=%zz%zz'),
        'a null byte in a name': get('/announce?%00=%00&info_hash=%00'),
        'a hash of 21 bytes': get(`/announce?info_hash=${hash}%00&peer_id=${attacker}&port=1`),
        'a hash given twice, the second one empty': announce('port=&info_hash='),
        'a thousand and one parameters': announce('a=b&'.repeat(1_001)),
        'names of Object.prototype': announce('__proto__=1&constructor=2&hasOwnProperty=3'),
        'a scrape without a hash': get('/scrape?'),
        'a scrape for 101 hashes': get(`/scrape?${`info_hash=${hash}&`.repeat(101)}`),
        'a scrape for half a hash': get('/scrape?info_hash=%e9'),
        'an address of its own choice': get(`/announce?ip=127.0.0.1&info_hash=x`, 'X-Forwarded-For: ::1\r\n'),
        'a path that leads upwards': get('/announce/../../etc/passwd?info_hash=x'),
        'a passkey of 10,000 characters': get(`/announce/${'k'.repeat(10_000)}?info_hash=x`),
        'a header line of 100,000 characters': get('/announce?x', `A: ${'x'.repeat(100_000)}\r\n`),
        'two lengths': `POST /api/torrents HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
        'a length and chunks': `POST /api/torrents HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
        'a body for an announce': `POST /announce?x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc`,
        'no HTTP': '\u0013BitTorrent protocol\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000',
      }

      test.each(Object.entries(requests))('%s', async (_name, request) => {
        const socket = connect(server.port, '127.0.0.1')
        socket.on('error', () => undefined)
        socket.write(request, 'latin1')
        const [answer] = (await once(socket, 'data')) as [Buffer]
        expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 (200 OK[^]*14:failure reason|4\d\d )/)
        expect(answer.toString('latin1')).not.toContain('12:min intervali60e')
        socket.destroy()
        await expectVictimsReachEachOther()
        await expectHealth({ swarms: 1, peers: 2 })
      })

      test('a stop as a victim is answered, and stops nobody', async () => {
        const url = `announce?info_hash=${hash}&peer_id=${victim}&port=1&left=0&event=stopped`
        expect(await (await fetch(new URL(url, server.url))).text()).toContain('12:min intervali60e')
        await expectVictimsReachEachOther()
        await expectHealth({ swarms: 1, peers: 2 })
      })

      test('a thousand ports of one address are peers, and no more than the limit', async () => {
        await beginAnew()
        // Of several nodes, this one has the swarm from here on, and answers at once.
        await fetch(new URL(`announce?info_hash=${hash}&peer_id=${attacker}&port=3001&left=1`, server.url))
        const client = connect(server.port, '127.0.0.1')
        client.on('error', () => undefined)
        client.resume()
        const ports = Array.from({ length: 3_000 }, (_, port) => announce(`port=${port + 1}&left=1`))
        client.write(ports.join(''))
        client.end(get('/announce?end=1', 'Connection: close\r\n'))
        await once(client, 'close')
        const { peers } = await health()
        expect(peers).toBeLessThanOrEqual(2_002)
        await expectVictimsReachEachOther(site ? null : peers - 2)
        await beginAnew()
      })

      test('a request that never ends does not hold anybody up', async () => {
        const socket = connect(server.port, '127.0.0.1')
        socket.on('error', () => undefined)
        socket.write('GET /announce?info_hash=')
        await expectVictimsReachEachOther()
        socket.destroy()
      })
    })

    describe('over UDP', () => {
      /** Datagrams of one address that are answered at once; a tenth of it each second from then on. */
      const FLOOD_BURST = 1_000
      const ids = { infoHash: infoHash(1), peerId: peerId(66) }
      const datagrams: Readonly<Record<string, (id: string) => Buffer>> = {
        'an empty datagram': () => Buffer.alloc(0),
        'half a header': () => connectRequest().subarray(0, 15),
        'another protocol id': () => Buffer.from(`${PROTOCOL.replace('17', '18')}00000000cafebabe`, 'hex'),
        'an action that does not exist': (id) => Buffer.from(`${id}00000009cafebabe`, 'hex'),
        'an error, as if from another tracker': (id) => Buffer.from(`${id}00000003cafebabe6e6f`, 'hex'),
        'an announce cut short': (id) => announceRequest(id, ids).subarray(0, 97),
        'an announce under a made-up id': () => announceRequest('00'.repeat(8), ids),
        'an announce under the protocol’s id': () => announceRequest(PROTOCOL, ids),
        'a stop as a victim': (id) => announceRequest(id, { ...ids, peerId: peerId(1), event: 3 }),
        'an option that reaches beyond the end': () =>
          announceRequest('11'.repeat(8), { ...ids, options: '02ff61' }),
        'a scrape under a made-up id': () => scrapeRequest('ff'.repeat(8), [infoHash(1)]),
        'a scrape for 101 hashes': (id) => scrapeRequest(id, Array<string>(101).fill(infoHash(1))),
        'a scrape for nothing': (id) => scrapeRequest(id, []),
        '60,000 bytes': (id) => Buffer.concat([scrapeRequest(id, []), Buffer.alloc(60_000, 1)]),
        'a WebSocket frame': () => Buffer.from('818000000000', 'hex'),
      }

      test.each(Object.entries(datagrams))('%s', async (_name, datagram) => {
        const client = await UdpClient.open(server.udpPort)
        client.send(datagram(await client.connect()))
        // What comes after it is answered after it.
        await (await UdpClient.open(server.udpPort)).connect()
        await expectVictimsReachEachOther()
        await expectHealth({ swarms: 1, peers: 2 })
      })

      test('a flood is answered up to the address’s rate, and costs nobody else', async () => {
        await beginAnew()
        const client = await UdpClient.open(server.udpPort)
        const startedAt = performance.now()
        let answers = 0
        client.onAnswer(() => (answers += 1))
        for (let count = 0; count < 5_000; count += 1) client.send(connectRequest())
        await expectVictimsReachEachOther()
        // What the system has dropped of the flood may be sent again, until the rate refuses it.
        while (answers < FLOOD_BURST) {
          client.send(connectRequest())
          await new Promise((resolve) => setImmediate(resolve))
        }
        for (let count = 0; count < 1_000; count += 1) client.send(connectRequest())
        await expectVictimsReachEachOther()
        const seconds = (performance.now() - startedAt) / 1_000
        expect(answers).toBeLessThanOrEqual(FLOOD_BURST + seconds * (FLOOD_BURST / 10))
      })

      test('datagrams that may be forged shut nobody out of the other protocols, nor of UDP', async () => {
        await beginAnew()
        const client = await UdpClient.open(server.udpPort)
        const id = await client.connect()
        for (let count = 0; count < 3_000; count += 1) {
          client.send(count % 2 === 0 ? connectRequest() : scrapeRequest('ff'.repeat(8), [infoHash(1)]))
          if (count % 100 === 0) await health()
        }
        const announced = await fetch(new URL('announce?port=1', server.url))
        expect(announced.status).toBe(200)
        await (await TrackerClient.open(server)).settled()
        const scrape = scrapeRequest(id, [infoHash(1)])
        while (!(await client.ask(scrape)).startsWith('00000002'));
        await expectVictimsReachEachOther()
      })
    })
  })
})

async function untilCount(client: TrackerClient, number: number, count: number): Promise<void> {
  await expect.poll(async () => countBy(client, number), { interval: 5, timeout: 10_000 }).toBe(count)
}

/** Three processes behind one port, as people start them. */
class Site implements Server {
  readonly url: string
  readonly port: number
  readonly udpPort: number
  readonly end: () => void
  readonly #server: ServerProcess
  readonly #processes: readonly number[]

  private constructor(server: ServerProcess, url: string, udpPort: string, end: () => void) {
    this.url = url
    this.port = Number(new URL(url).port)
    this.udpPort = Number(udpPort)
    this.end = end
    this.#server = server
    this.#processes = childrenOf(server)
  }

  static async start(): Promise<Site> {
    let end = (): void => undefined
    const server = startProcess(
      { ...LIMITS, NODES: '3', UDP_PORT: '', LOG_LEVEL: 'error' },
      { ends: (ending) => (end = ending) },
    )
    const url = await line(server, LISTENING)
    return new Site(server, url, await line(server, /^The UDP tracker is at port (\d+)$/), end)
  }

  /** None of them has ended, or met what it did not expect. */
  expectUnharmed(): void {
    expect(childrenOf(this.#server)).toEqual(this.#processes)
    expect(this.#server.output.stderr).toBe('')
  }

  /** But for the two victims. */
  async expectNothingLeft(): Promise<void> {
    const health = async (): Promise<unknown> => (await fetch(new URL('healthz', this.url))).json()
    await expect
      .poll(health, { timeout: 20_000 })
      .toMatchObject({ status: 'ok', processes: '3 of 3', sockets: 2, peers: 2, swarms: 1 })
    this.expectUnharmed()
  }
}
