import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { RunningServer } from '../../../server/start.ts'
import type { KeeperStatus } from '../../../src/wire/keeper.ts'
import { infoHash } from '../../wire/trackerIds.ts'
import { makeFile } from '../../support/files.ts'
import { NodeEngine } from '../../support/nodeEngine.ts'
import { bearer, call, startPrivateServer } from '../support/api.ts'
import { startTestServer, temporaryFolder } from '../support/testServer.ts'

/** The keeper's process: real WebRTC, a real tracker, real files. */

const FOR_ALL = { KEEPER: '10MB', KEEPER_FOR: 'everybody', KEEPER_QUOTA: '5MB' }

async function started(site: string, folder: string): Promise<NodeEngine> {
  const engine = await NodeEngine.start(site, folder)
  onTestFinished(() => engine.stop())
  return engine
}

/** Settles when the keeper runs, which takes as long as a process of Node takes to load. */
async function isUp(server: RunningServer, headers = {}): Promise<void> {
  await vi.waitFor(
    async () => {
      const { json } = await call(server, 'GET', '/config.json', headers)
      expect(json).toMatchObject({ keeper: { days: 7, isUp: true } })
    },
    { timeout: 60_000 },
  )
}

async function reaches(
  server: RunningServer,
  infoHash: string,
  state: KeeperStatus['state'],
  headers = {},
): Promise<KeeperStatus> {
  return vi.waitFor(
    async () => {
      const { json } = await call(server, 'GET', `/api/keeper/shares/${infoHash}`, headers)
      expect(json).toMatchObject({ state })
      return json as KeeperStatus
    },
    { timeout: 60_000, interval: 100 },
  )
}

const keep = (server: RunningServer, link: string, headers = {}) =>
  call(server, 'POST', '/api/keeper/shares', headers, { link })

test('what it was asked to keep is to be had when everybody has gone, also after a restart', async () => {
  const folder = temporaryFolder()
  const dataDir = join(folder, 'data')
  const server = await startTestServer({ environment: FOR_ALL, settings: { dataDir } })
  await isUp(server)
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 1_500_000, 'to be kept')
  const ann = await NodeEngine.start(server.url, join(folder, 'ann'))
  const link = await ann.give(path, '<b>film</b>.bin')
  const infoHash = new URL(link).hash.slice(1)
  const asked = await keep(server, link)
  expect(asked.json).toMatchObject({ infoHash, state: 'waiting', size: null })
  expect(await reaches(server, infoHash, 'kept')).toMatchObject({ size: 1_500_000, here: 1_500_000 })
  await ann.stop()

  const ben = await started(server.url, join(folder, 'ben'))
  expect(Object.values(await ben.take(link))).toEqual([sha1])
  await ben.stop()
  await server.stop()

  const next = await startTestServer({ environment: FOR_ALL, settings: { dataDir } })
  await isUp(next)
  const cid = await started(next.url, join(folder, 'cid'))
  const there = link.replace(server.url, next.url)
  expect(Object.values(await cid.take(there))).toEqual([sha1])

  const { token } = asked.json as { token: string }
  const withdrawn = await call(next, 'POST', `/api/keeper/shares/${infoHash}/withdraw`, {}, { token })
  expect(withdrawn.json).toMatchObject({ state: 'none', until: null })
  await vi.waitFor(async () => expect(await readdir(join(dataDir, 'keeper'))).not.toContain(infoHash))
})

/** The process of a keeper that this process has started. */
async function keeperPid(): Promise<number> {
  const children = await readFile(`/proc/self/task/${process.pid}/children`, 'utf8')
  for (const pid of children.trim().split(' ').map(Number)) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (command.includes('peer/keeper/main.ts')) return pid
  }
  throw new Error('No keeper runs.')
}

test('one that is killed in the middle goes on where it was', async () => {
  const folder = temporaryFolder()
  const dataDir = join(folder, 'data')
  const server = await startTestServer({ environment: FOR_ALL, settings: { dataDir } })
  await isUp(server)
  const ann = await started(server.url, join(folder, 'ann'))
  ann.giveAtMost(600_000)
  const path = join(folder, 'film.bin')
  await makeFile(path, 4_000_000, 'in the middle')
  const link = await ann.give(path, 'film.bin')
  const infoHash = new URL(link).hash.slice(1)
  await keep(server, link)
  const before = await vi.waitFor(
    async () => {
      const status = await reaches(server, infoHash, 'fetching')
      expect(status.here).toBeGreaterThan(3_000_000)
      return status.here
    },
    { timeout: 60_000 },
  )
  process.kill(await keeperPid(), 'SIGKILL')
  const offered = async () => (await call(server, 'GET', '/config.json')).json
  await vi.waitFor(async () => expect(await offered()).toMatchObject({ keeper: { isUp: false } }), {
    timeout: 60_000,
  })
  await isUp(server)
  // Ann gives what is missing, and again what was on its way or not written down; all of it would be as much as before.
  ann.giveAtMost(10_000_000)
  expect(await reaches(server, infoHash, 'kept')).toMatchObject({ here: 4_000_000 })
  expect(ann.given).toBeLessThan(4_000_000 + 0.8 * before)
})

test('members of a private site keep within their quota, and see theirs; strangers neither ask nor see', async () => {
  const folder = temporaryFolder()
  const { server, admin } = await startPrivateServer(
    { KEEPER: '10MB', KEEPER_SHARES: '2', METRICS_TOKEN: 'm'.repeat(16) },
    { settings: { dataDir: folder } },
  )
  const ada = bearer((await admin.invite('Ada')).passkey)
  const ben = bearer((await admin.invite('Ben')).passkey)
  await isUp(server, ada)
  const register = (number: number) =>
    call(server, 'POST', '/api/torrents', ada, { infoHash: infoHash(number), name: `<img> ${number}` })
  for (const number of [1, 2, 3]) await register(number)

  expect((await call(server, 'GET', '/config.json')).json).toMatchObject({ keeper: null })
  expect((await keep(server, infoHash(1))).status).toBe(401)
  expect((await call(server, 'GET', `/api/keeper/shares/${infoHash(1)}`)).status).toBe(401)
  expect((await keep(server, infoHash(9), ada)).status).toBe(403)
  expect((await keep(server, 'nonsense', ada)).status).toBe(400)
  expect((await keep(server, infoHash(1), bearer('0'.repeat(40)))).status).toBe(401)
  for (const number of [1, 2]) {
    const magnet = `magnet:?xt=urn:btih:${infoHash(number)}&tr=ws%3A%2F%2F127.0.0.1%3A1%2F`
    expect((await keep(server, magnet, ada)).status).toBe(200)
  }
  expect((await keep(server, infoHash(3), ada)).json).toEqual({
    error: 'you have as much kept as one may',
  })

  const mine = async (who: Record<string, string>) =>
    ((await call(server, 'GET', '/api/keeper/mine', who)).json as { shares: KeeperStatus[] }).shares
  expect((await mine(ada)).map((share) => share.infoHash).sort()).toEqual([infoHash(1), infoHash(2)])
  expect(await mine(ben)).toEqual([])
  const withdraw = (who: Record<string, string>) =>
    call(server, 'POST', `/api/keeper/shares/${infoHash(1)}/withdraw`, who, {})
  expect((await withdraw(ben)).status).toBe(404)
  expect((await withdraw(ada)).json).toMatchObject({ state: 'none' })

  expect((await admin.call('GET', 'keeper?order=unused')).json).toMatchObject({
    shares: [{ infoHash: infoHash(2), state: 'waiting' }],
    total: 1,
    space: 10_000_000,
    taken: 0,
    isUp: true,
  })
  const figures = await vi.waitFor(
    async () => {
      const { text } = await call(server, 'GET', '/metrics', bearer('m'.repeat(16)))
      expect(text).toContain('shoal_keeper_connections')
      return text
    },
    { timeout: 60_000 },
  )
  for (const figure of [
    'up 1',
    'space_bytes 10000000',
    'taken_bytes 0',
    'shares 1',
    'swarms 0',
    'connections 0',
  ])
    expect(figures).toContain(`\nshoal_keeper_${figure}\n`)
  expect(figures).not.toContain(infoHash(2))

  // Blocked, it is dropped by itself.
  await admin.call('PATCH', `torrents/${infoHash(2)}`, { status: 'blocked' })
  await reaches(server, infoHash(2), 'failed', ada)
  expect((await admin.call('DELETE', `keeper/${infoHash(2)}`)).status).toBe(204)
  expect((await admin.call('DELETE', `keeper/${infoHash(2)}`)).status).toBe(404)
  expect(await mine(ada)).toEqual([])
})

test('a share that is too large for anybody is not fetched, and one address asks no faster than it may', async () => {
  const folder = temporaryFolder()
  const environment = { ...FOR_ALL, KEEPER_QUOTA: '1MB', KEEPER_SHARES: '1000' }
  const server = await startTestServer({ environment, settings: { dataDir: join(folder, 'data') } })
  await isUp(server)
  const ann = await started(server.url, join(folder, 'ann'))
  const path = join(folder, 'film.bin')
  await makeFile(path, 1_500_000, 'too large')
  const link = await ann.give(path, 'film.bin')
  await keep(server, link)
  const failed = await reaches(server, new URL(link).hash.slice(1), 'failed')
  expect(failed).toMatchObject({ failure: 'too-large', here: 0, until: null })
  expect(ann.given).toBe(0)

  const asks = Array.from({ length: 60 }, (_, number) => keep(server, infoHash(number + 1)))
  const statuses = (await Promise.all(asks)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200, 429]))
})
