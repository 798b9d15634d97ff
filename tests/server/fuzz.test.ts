import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { writeFileSync, utimesSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { createLog } from '../../server/log.ts'
import type { RunningServer } from '../../server/start.ts'
import { ServerLiar, type ServerVictim } from '../support/fuzz/serverLies.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { Admin, bearer, call } from './support/api.ts'
import { memoryInUse } from './support/memory.ts'
import { healthOf, startTestServer, temporaryFolder } from './support/testServer.ts'
import { announceRequest, connectRequest, TRANSACTION } from './support/udpClient.ts'

/*
 * Whoever says everything there is to the server, in any order, with lies, over HTTP, WebSockets, UDP and STUN, does
 * no harm to it: it answers honest visitors meanwhile, has never failed inside, and holds no more in the end than it
 * did before. What is said is the same for the same seed:
 *
 *     FUZZ_SEED=17 FUZZ_RUNS=1 npx vitest run tests/server/fuzz.test.ts
 *
 * `npm run fuzz` goes on for as long as it is told.
 */

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2)
const FIRST = Number(process.env['FUZZ_SEED'] ?? 1)
const CONNECTIONS = 600
const AT_ONCE = 100
/** After that the rest of a request does not come any more. */
const SILENCE_MS = 300
const LAST_REQUEST = Buffer.from('GET /healthz HTTP/1.1\r\nHost: share.example\r\nConnection: close\r\n\r\n')
const DATAGRAMS = 1500
/** Between two looks at whether honest visitors are served. */
const PORTION = 100
/** Of what an answer says, so much is read. */
const MOST_READ = 200_000
const MOST_GROWTH_BYTES = 20e6

const BYTES = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 13 + (at >> 7)) & 255))
const seeds = Array.from({ length: RUNS }, (_, run) => FIRST + run)

async function startVictim(): Promise<{ server: RunningServer; victim: ServerVictim; failures: string[] }> {
  const failures: string[] = []
  const folder = temporaryFolder()
  const film = join(folder, 'film.mp4')
  writeFileSync(film, BYTES)
  // Long ago: what was written to a moment ago may still grow.
  utimesSync(film, 1_700_000_000, 1_700_000_000)
  const server = await startTestServer({
    environment: {
      MEDIA_DIR: folder,
      TRACKER_MODE: 'listed',
      METRICS_TOKEN: 'm'.repeat(32),
      // Honest visitors come from the same address as the others.
      TRACKER_REQUEST_RATE: '0',
      TRACKER_HTTP_RATE: '0',
    },
    settings: { udpPort: 0, stunPort: 0 },
    log: createLog('error', (line) => failures.push(line)),
  })
  const admin = await Admin.of(server)
  const honest = await admin.invite('Honest')
  await call(server, 'POST', '/api/torrents', bearer(honest.passkey), { infoHash: infoHash(1), name: 'x' })
  const { passkey } = await admin.invite('Hostile')
  const { json } = await call(server, 'GET', '/api/openapi.json')
  const { paths } = json as { paths: Readonly<Record<string, object>> }
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  await vi.waitFor(
    async () => expect((await call(server, 'GET', '/media.json')).text).toContain('film.mp4'),
    {
      timeout: 30_000,
    },
  )
  return { server, victim: { calls, passkey, infoHash: infoHash(1) }, failures }
}

/** A page, a player and a client over HTTP, as if nobody else were there. */
async function expectServed(server: RunningServer): Promise<void> {
  expect(await healthOf(server)).toMatchObject({ status: 'ok' })
  const part = await fetch(new URL('media/film.mp4', server.url), { headers: { Range: 'bytes=70000-70099' } })
  expect(Buffer.from(await part.arrayBuffer())).toEqual(BYTES.subarray(70_000, 70_100))
  const asked = `announce?info_hash=${escaped(infoHash(1))}&peer_id=${escaped(peerId(9))}&port=6881&left=1&compact=1`
  expect((await call(server, 'GET', `/${asked}`)).text).toMatch(/^d.*8:intervali\d+e.*e$/s)
}

/** Writes all of it, and answers what came until the server closes the connection or waits for more. */
async function say(server: RunningServer, bytes: Buffer): Promise<string> {
  const socket = connect(server.port, '127.0.0.1')
  const silence = setTimeout(() => socket.destroy(), SILENCE_MS)
  socket.on('error', () => undefined)
  let heard = ''
  socket.on('data', (data) => {
    if (heard.length < MOST_READ) heard += data.toString('latin1')
    silence.refresh()
  })
  const closed = once(socket, 'close')
  socket.write(Buffer.concat([bytes, LAST_REQUEST]))
  await closed
  clearTimeout(silence)
  return heard
}

/** Asks, and reads nothing. */
function ask(server: RunningServer, bytes: Buffer): Socket {
  const socket = connect(server.port, '127.0.0.1').pause()
  socket.on('error', () => undefined)
  socket.write(bytes)
  return socket
}

test.each(seeds)('over HTTP and WebSockets, with seed %i', { timeout: 240_000 }, async (seed) => {
  const { server, victim, failures } = await startVictim()
  const liar = new ServerLiar(seededRandom(seed), victim)
  await expectServed(server)
  const before = memoryInUse()
  const statuses = new Map<string, number>()
  for (let said = 0; said < CONNECTIONS; said += AT_ONCE) {
    const silent = ask(server, liar.connection())
    const all = Array.from({ length: AT_ONCE }, () => say(server, liar.connection()))
    for (const heard of await Promise.all(all)) {
      for (const [, status = ''] of heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }
    if (said % PORTION === 0) await expectServed(server)
    silent.destroy()
  }
  await expectServed(server)
  // What it cannot do it says in so many words: nothing inside has failed.
  expect(statuses.get('500')).toBeUndefined()
  expect(failures).toEqual([])
  for (const usual of ['101', '200', '206', '400', '401', '404', '405']) {
    expect(statuses.get(usual) ?? 0, `${usual} of ${JSON.stringify([...statuses])}`).toBeGreaterThan(0)
  }
  expect(memoryInUse() - before).toBeLessThan(MOST_GROWTH_BYTES)
})

test.each(seeds)('over UDP and STUN, with seed %i', { timeout: 240_000 }, async (seed) => {
  const { server, victim, failures } = await startVictim()
  const liar = new ServerLiar(seededRandom(seed), victim)
  const [honest, hostile] = [await openUdp(), await openUdp()]
  const { udpPort, stunPort } = server
  if (udpPort === null || stunPort === null) return expect.fail('It was started with both.')
  const served = async () => {
    const id = (await honest.ask(connectRequest(), udpPort)).slice(16)
    const announce = announceRequest(id, { infoHash: infoHash(1), peerId: peerId(9) })
    expect(await honest.ask(announce, udpPort)).toMatch(new RegExp(`^00000001${TRANSACTION}`))
    const binding = Buffer.from(`000100002112a442${'ab'.repeat(12)}`, 'hex')
    expect(await honest.ask(binding, stunPort)).toMatch(/^0101000c2112a442/)
  }
  await served()
  const before = memoryInUse()
  let id = (await hostile.ask(connectRequest(), udpPort)).slice(16)
  for (let said = 0; said < DATAGRAMS; said++) {
    await hostile.send(liar.tracker(id), udpPort)
    await hostile.send(liar.stun(), stunPort)
    if (said % PORTION > 0) continue
    await served()
    id = (await hostile.ask(connectRequest(), udpPort)).slice(16)
  }
  await served()
  await expectServed(server)
  expect(failures).toEqual([])
  // Of so many some are well-formed, and not all get lost.
  expect(hostile.answers()).toBeGreaterThan(DATAGRAMS / 20)
  expect(memoryInUse() - before).toBeLessThan(MOST_GROWTH_BYTES)
})

interface Udp {
  send(datagram: Buffer, port: number): Promise<void>
  /** What is answered next, in hex. A datagram may get lost, as UDP may: then it is said again. */
  ask(datagram: Buffer, port: number): Promise<string>
  /** How many came to it. */
  answers(): number
}

async function openUdp(): Promise<Udp> {
  const socket = createSocket('udp4')
  onTestFinished(() => void socket.close())
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  let answers = 0
  socket.on('message', () => answers++)
  const send = (datagram: Buffer, port: number) =>
    new Promise<void>((resolve) => socket.send(datagram, port, '127.0.0.1', () => resolve()))
  return {
    send,
    answers: () => answers,
    async ask(datagram, port) {
      const head = headOf(datagram)
      return new Promise((resolve) => {
        const again = setInterval(() => void send(datagram, port), 500)
        const hear = (answer: Buffer) => {
          if (!answer.toString('hex').includes(head)) return
          clearInterval(again)
          socket.off('message', hear)
          resolve(answer.toString('hex'))
        }
        socket.on('message', hear)
        void send(datagram, port)
      })
    },
  }
}

/** By which an answer is known to be to this: a transaction, and what was asked for. */
function headOf(datagram: Buffer): string {
  if (datagram.readUInt16BE(0) === 1) return datagram.toString('hex', 8, 20)
  return datagram.toString('hex', 8, 16)
}

function escaped(digits: string): string {
  return digits.replaceAll(/../g, '%$&')
}
