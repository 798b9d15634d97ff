import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import type { RunningServer } from '../../../server/start.ts'
import { makeFile } from '../../support/files.ts'
import { NodeEngine } from '../../support/nodeEngine.ts'
import { noValkey, TestValkey } from '../../support/valkey.ts'
import { call } from '../support/api.ts'
import { healthOf, startTestServer, temporaryFolder } from '../support/testServer.ts'

/* The keeper as a process of its own, beside several servers: real processes, real WebRTC, real files. */

const SECRET = 'a secret – of both ends'
const ENVIRONMENT = { KEEPER: '10MB', KEEPER_FOR: 'everybody', KEEPER_SECRET: SECRET }
/** Processes of Node take their time to load, and more of it on a busy machine. */
const SLOW = { timeout: 60_000, interval: 100 }

interface KeeperElsewhere {
  /** What it has written. */
  readonly lines: readonly string[]
  kill(signal: NodeJS.Signals): Promise<void>
}

function startKeeper(
  sites: readonly RunningServer[],
  folder: string,
  more: Record<string, string> = {},
): KeeperElsewhere {
  const at = sites.map(({ url }) => url).join(',')
  const child: ChildProcess = spawn(process.execPath, ['server/keeperMain.ts'], {
    env: { PATH: process.env['PATH'], KEEPER_AT: at, KEEPER_SECRET: SECRET, DATA_DIR: folder, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface(stream).on('line', (line) => lines.push(line))
  }
  const kill = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  onTestFinished(() => kill('SIGKILL'))
  return { lines, kill }
}

const offers = async (server: RunningServer) => {
  const { json } = await call(server, 'GET', '/config.json')
  return (json as { keeper: { isUp: boolean } | null }).keeper?.isUp === true
}

async function isUp(server: RunningServer): Promise<void> {
  await expect.poll(() => offers(server), SLOW).toBe(true)
}

/** Shares a new file, and leaves when the keeper has it; answers the link and the digest. */
async function givenTo(server: RunningServer, name: string) {
  const folder = temporaryFolder()
  const path = join(folder, name)
  const sha1 = await makeFile(path, 1_000_000, name)
  const ann = await NodeEngine.start(server.url, join(folder, 'ann'))
  const link = await ann.give(path, name)
  const infoHash = new URL(link).hash.slice(1)
  const { status } = await call(server, 'POST', '/api/keeper/shares', {}, { link })
  expect(status).toBe(200)
  const state = async () => {
    const { json } = await call(server, 'GET', `/api/keeper/shares/${infoHash}`)
    return (json as { state: unknown }).state
  }
  await expect.poll(state, SLOW).toBe('kept')
  await ann.stop()
  return { link, sha1 }
}

async function taken(server: RunningServer, link: string): Promise<readonly string[]> {
  const ben = await NodeEngine.start(server.url, temporaryFolder())
  onTestFinished(() => ben.stop())
  return Object.values(await ben.take(link))
}

test('one process keeps for two servers, and is back after its own end and after theirs', async () => {
  const folder = temporaryFolder()
  const dataDir = join(folder, 'one')
  const one = await startTestServer({ environment: ENVIRONMENT, settings: { dataDir } })
  const two = await startTestServer({ environment: ENVIRONMENT })
  expect(await offers(one)).toBe(false)
  const first = startKeeper([one, two], folder)
  await Promise.all([isUp(one), isUp(two)])
  const [film, song] = await Promise.all([givenTo(one, 'film.bin'), givenTo(two, 'song.bin')])
  expect(await taken(two, song.link)).toEqual([song.sha1])

  await first.kill('SIGKILL')
  await expect.poll(() => offers(one), SLOW).toBe(false)
  const second = startKeeper([one, two], folder)
  await isUp(one)
  expect(await taken(one, film.link)).toEqual([film.sha1])

  await one.stop()
  await expect.poll(() => second.lines.join('\n'), SLOW).toContain('the keeper is not at work')
  const { port } = one
  const again = await startTestServer({
    environment: { ...ENVIRONMENT, PORT: String(port) },
    settings: { dataDir },
  })
  await isUp(again)
  expect(await taken(again, film.link)).toEqual([film.sha1])
  await second.kill('SIGTERM')
  await expect.poll(() => offers(again), SLOW).toBe(false)
})

test.skipIf(noValkey !== null)('it comes for those at another node of the site as well', async () => {
  const valkey = await TestValkey.start()
  onTestFinished(() => valkey.stop())
  const cluster = { CLUSTER_URL: valkey.url, DRAIN: '0' }
  const one = await startTestServer({ environment: { ...ENVIRONMENT, ...cluster } })
  const two = await startTestServer({ environment: cluster })
  startKeeper([one], temporaryFolder())
  await isUp(one)
  const { link, sha1 } = await givenTo(one, 'film.bin')
  // It leaves when nobody needs it: then its node knows of nobody by itself.
  await expect.poll(async () => (await healthOf(one)).peers, SLOW).toBe(0)
  expect(await taken(two, link)).toEqual([sha1])
})

test('whoever does not know the secret keeps nothing, and is told so', async () => {
  const server = await startTestServer({ environment: ENVIRONMENT })
  const { lines } = startKeeper([server], temporaryFolder(), { KEEPER_SECRET: 'another secret, as long' })
  await expect.poll(() => lines.join('\n'), SLOW).toContain('wrong secret')
  expect(lines.join('\n')).not.toContain('another secret')
  expect(await offers(server)).toBe(false)
})

test('a server that expects no keeper from elsewhere lets nobody register', async () => {
  const server = await startTestServer({ environment: { KEEPER: '10MB' } })
  const { lines } = startKeeper([server], temporaryFolder())
  await expect.poll(() => lines.join('\n'), SLOW).toContain('expects no keeper')
})

test('the latest to register is the keeper, and who says what no keeper would is let go', async () => {
  const server = await startTestServer({ environment: ENVIRONMENT })
  const register = async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}keeper`, {
      headers: { Authorization: `Bearer ${encodeURIComponent(SECRET)}` },
    })
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    const [data] = (await once(socket, 'message')) as [Buffer]
    return { socket, closed, terms: JSON.parse(data.toString()) as Record<string, unknown> }
  }
  const former = await register()
  expect(former.terms).toMatchObject({ kind: 'start', stunPort: null, bridge: null, known: [] })
  former.socket.send('{"kind":"up"}')
  await isUp(server)
  const latter = await register()
  expect(await former.closed).toBe(4409)
  expect(await offers(server)).toBe(false)
  latter.socket.send('{"kind":"up"}')
  await isUp(server)
  latter.socket.send('{"kind":"known","infoHash":"x","name":"film","size":-1}')
  expect(await latter.closed).toBe(1008)
  expect(await offers(server)).toBe(false)
})
