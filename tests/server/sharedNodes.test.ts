import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openSharedStore } from '../../server/store/shared/sharedStore.ts'
import { noPostgres } from '../support/postgres.ts'
import { infoHash, offerId, peerId } from '../wire/trackerIds.ts'
import { Admin, bearer, call } from './support/api.ts'
import { postgresForFile } from './support/postgres.ts'
import { line, LISTENING, startForFile, type ServerProcess } from './support/serverProcess.ts'
import { healthOf, quiet, startTestServer, temporaryFolder } from './support/testServer.ts'
import { TrackerClient } from './support/trackerClient.ts'

/** Nodes that have one PostgreSQL, and what becomes of them when it or they end in the middle. */

const postgres = postgresForFile()
const start = startForFile()

const TOKEN = 'a token of the tests for metrics'
const ENVIRONMENT = {
  TRACKER_MODE: 'private',
  TRACKER_ACCOUNT_RATE: '0',
  TRACKER_REQUEST_RATE: '0',
  METRICS_TOKEN: TOKEN,
}
const PATIENCE = { timeout: 60_000, interval: 50 }

/** Members, and a torrent, in a new database. */
async function filled(names: readonly string[]) {
  const url = await postgres().createDatabase()
  const limits = { accountedBytesPerSecond: 0, torrentsPerMember: 0 }
  const store = await openSharedStore({ url, folder: null, limits, log: quiet })
  const members = []
  for (const name of names) members.push(await store.members.add(name))
  await store.torrents.register(infoHash(1), 'Sunrise', null, 'listed')
  const admin = (await store.adminKeys.createToken('tests')).token
  await store.close()
  return { url, members, admin }
}

const escaped = (hex: string): string => hex.replace(/../g, '%$&')

/** Says over HTTP what a client has moved in all; what the tracker answers. */
async function announce(url: string, passkey: string, client: number, bytes: number): Promise<string> {
  const ids = `info_hash=${escaped(infoHash(1))}&peer_id=${escaped(peerId(client))}`
  const sums = `port=6881&left=1&uploaded=0&downloaded=${bytes}`
  const response = await fetch(new URL(`announce/${passkey}?${ids}&${sums}`, url), {
    signal: AbortSignal.timeout(5_000),
  })
  return response.text()
}

async function metricsOf(url: string): Promise<string> {
  return (await fetch(new URL('metrics', url), { headers: bearer(TOKEN) })).text()
}

async function downloaded(url: string, passkey: string): Promise<unknown> {
  const account = await fetch(new URL('api/me', url), { headers: bearer(passkey) })
  return ((await account.json()) as { downloaded: number }).downloaded
}

describe.skipIf(noPostgres !== null)('nodes over one PostgreSQL', () => {
  test('cut off within a second, at each of them, who is revoked at one', async () => {
    const url = await postgres().createDatabase()
    const environment = { ...ENVIRONMENT, DATABASE_URL: url }
    const [one, other] = [await startTestServer({ environment }), await startTestServer({ environment })]
    const admin = await Admin.of(one)
    const { passkey, id } = await admin.invite()
    const body = { infoHash: infoHash(1), name: 'Sunrise' }
    // At the other node, which asks PostgreSQL for who is new to it.
    await vi.waitFor(async () =>
      expect((await call(other, 'POST', '/api/torrents', bearer(passkey), body)).status).toBe(200),
    )
    await vi.waitFor(async () => expect(await announce(one.url, passkey, 1, 0)).toContain('8:interval'))
    const clients = []
    for (const server of [one, other]) {
      const client = await TrackerClient.open(server, {}, passkey)
      client.send({
        kind: 'announce',
        infoHash: infoHash(1),
        peerId: peerId(clients.length + 2),
        uploaded: 0,
        downloaded: 0,
        left: 1,
        numwant: 5,
        offers: [{ offerId: offerId(1), sdp: 'v=0' }],
      })
      await client.next('reply')
      clients.push(client)
    }
    const before = performance.now()
    expect((await admin.call('POST', `members/${id}/revoke`, {})).status).toBe(204)
    expect(await Promise.all(clients.map(async ({ closed }) => closed))).toEqual([4401, 4401])
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(await announce(other.url, passkey, 2, 0)).toContain('passkey')
  })

  test('have the samples of all of them, one for each five minutes', async () => {
    const url = await postgres().createDatabase()
    const limits = { accountedBytesPerSecond: 0, torrentsPerMember: 0 }
    const open = async () => openSharedStore({ url, folder: null, limits, log: quiet })
    const [one, other] = [await open(), await open()]
    const now = Date.now()
    const sampleAt = (at: number) => {
      const counts = { swarms: 1, peers: 2, addressedPeers: 0, sockets: 2, webSocketMessages: 3 }
      return { at, ...counts, httpRequests: 4, udpDatagrams: 5, cpuSeconds: 1, memoryBytes: 6 }
    }
    one.samples.add(sampleAt(now - 600_000))
    await vi.waitFor(() => expect(other.samples.since(0)).toHaveLength(1), PATIENCE)
    other.samples.add(sampleAt(now - 500_000))
    other.samples.add(sampleAt(now - 300_000))
    await vi.waitFor(() => expect(one.samples.since(0)).toHaveLength(2), PATIENCE)
    one.samples.add(sampleAt(now - 290_000))
    one.samples.add(sampleAt(now - 90_000_000))
    const times = () => one.samples.since(0).map(({ at }) => now - at)
    await vi.waitFor(() => expect(times()).toEqual([90_000_000, 600_000, 300_000]), PATIENCE)
    await one.sweep()
    await vi.waitFor(() => expect(times()).toEqual([600_000, 300_000]), PATIENCE)
    await one.close()
    // One that begins has those of before.
    const third = await open()
    expect(third.samples.since(0)).toEqual(other.samples.since(0))
    await other.close()
    await third.close()
  })

  test('go on without it for whom they know, say so, and catch up', async () => {
    const { url, members, admin } = await filled(['Ada'])
    const [{ passkey } = expect.fail()] = members
    const folder = temporaryFolder()
    const environment = { ...ENVIRONMENT, DATABASE_URL: url }
    const one = await startTestServer({ environment, settings: { dataDir: folder } })
    const other = await startTestServer({ environment })
    await announce(one.url, passkey, 1, 0)
    await announce(other.url, passkey, 2, 0)
    await vi.waitFor(async () => {
      expect(await postgres().run(url, 'SELECT * FROM transfers')).toHaveLength(2)
    }, PATIENCE)
    const { json } = await call(one, 'POST', '/api/admin/invitations', bearer(admin), {})
    const { token } = json as { token: string }

    await postgres().stop()
    onTestFinished(() => postgres().resume())
    expect(await announce(one.url, passkey, 1, 1_000)).toContain('8:interval')
    expect(await announce(other.url, passkey, 2, 500)).toContain('8:interval')
    const refused = await call(other, 'POST', '/api/invitations/accept', {}, { token, name: 'Bea' })
    expect([refused.status, refused.json]).toEqual([
      503,
      { error: expect.stringContaining('cannot be reached') as unknown, code: 'database-busy' },
    ])
    expect(await healthOf(one)).toMatchObject({ status: 'degraded' })
    const metrics = await metricsOf(one.url)
    expect(metrics).toContain('\nshoal_database_up 0\n')
    expect(metrics).toContain('\nshoal_database_behind 1\n')
    // What it knows is enough to start with, too.
    await one.stop()
    const again = await startTestServer({ environment, settings: { dataDir: folder } })
    expect(await announce(again.url, passkey, 1, 1_500)).toContain('8:interval')

    await postgres().resume()
    for (const server of [again, other]) {
      await vi.waitFor(async () => expect((await healthOf(server)).status).toBe('ok'), PATIENCE)
      await vi.waitFor(async () => expect(await downloaded(server.url, passkey)).toBe(2_000), PATIENCE)
    }
    const accepted = await call(other, 'POST', '/api/invitations/accept', {}, { token, name: 'Bea' })
    expect(accepted.status).toBe(200)
  })

  test('keep what was noted when they are killed before it was written', async () => {
    const { url, members } = await filled(['Ada'])
    const [{ passkey } = expect.fail()] = members
    const environment = { ...ENVIRONMENT, DATABASE_URL: url, DATA_DIR: temporaryFolder() }
    const server = start(environment)
    const address = await line(server, LISTENING)
    await announce(address, passkey, 1, 0)
    await vi.waitFor(async () => {
      expect(await postgres().run(url, 'SELECT * FROM transfers')).toHaveLength(1)
    }, PATIENCE)
    await postgres().stop()
    await announce(address, passkey, 1, 12_345)
    // It is answered first, and on the disk a moment later.
    await vi.waitFor(async () => {
      expect(await metricsOf(address)).toContain('\nshoal_database_behind 1\n')
    }, PATIENCE)
    server.child.kill('SIGKILL')
    await server.exited
    await postgres().resume()
    const again = await line(start(environment), LISTENING)
    await vi.waitFor(async () => expect(await downloaded(again, passkey)).toBe(12_345), PATIENCE)
  }, 120_000)

  test('have books that are right to the byte after a storm of kills', async () => {
    const names = ['Ada', 'Bea', 'Cid']
    const { url, members } = await filled(names)
    const CLIENTS = 12
    const passkeyOf = (client: number): string => members[client % names.length]?.passkey ?? ''
    const nodes = [temporaryFolder(), temporaryFolder()].map((folder) => ({
      environment: { ...ENVIRONMENT, DATABASE_URL: url, DATA_DIR: folder },
      server: null as ServerProcess | null,
      address: '',
    }))
    const startNode = async (node: (typeof nodes)[number]): Promise<void> => {
      node.server = start(node.environment)
      node.address = await line(node.server, LISTENING)
    }
    for (const node of nodes) await startNode(node)

    /** At whichever node answers. */
    const say = async (client: number, bytes: number, turn: number): Promise<void> => {
      await vi.waitFor(async () => {
        turn += 1
        const { address } = nodes[turn % nodes.length] ?? expect.fail()
        expect(await announce(address, passkeyOf(client), client, bytes)).toContain('8:interval')
      }, PATIENCE)
    }
    const sums = new Map(Array.from({ length: CLIENTS }, (_, client) => [client, 0]))
    for (const client of sums.keys()) await say(client, 0, client)
    await vi.waitFor(async () => {
      expect(await postgres().run(url, 'SELECT * FROM transfers')).toHaveLength(CLIENTS)
    }, PATIENCE)

    let isOver = false
    const talking = Array.from(sums.keys(), async (client) => {
      for (let turn = client; !isOver; turn += 1) {
        const bytes = (sums.get(client) ?? 0) + 1 + ((turn * 7_919 + client * 104_729) % 100_000)
        await say(client, bytes, turn)
        sums.set(client, bytes)
        await sleep(20)
      }
    })
    for (let kill = 0; kill < 6; kill += 1) {
      await sleep(400 + ((kill * 137) % 300))
      if (kill % 3 === 2) {
        await postgres().stop()
        await sleep(300)
      }
      const node = nodes[kill % 2] ?? expect.fail()
      node.server?.child.kill('SIGKILL')
      await node.server?.exited
      if (kill % 3 === 2) await postgres().resume()
      await startNode(node)
    }
    isOver = true
    await Promise.all(talking)
    for (const [client, bytes] of sums) await say(client, bytes, client)

    for (const [number, { passkey }] of members.entries()) {
      const moved = [...sums].filter(([client]) => client % names.length === number)
      const right = moved.reduce((sum, [, bytes]) => sum + bytes, 0)
      expect(right).toBeGreaterThan(0)
      for (const { address } of nodes) {
        await vi.waitFor(async () => expect(await downloaded(address, passkey)).toBe(right), PATIENCE)
      }
    }
    for (const { server } of nodes) expect(server?.output.stderr).not.toMatch(/refuses an entry|^ {4}at /m)
  }, 240_000)
})
