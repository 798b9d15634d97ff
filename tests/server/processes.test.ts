import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { noPostgres } from '../support/postgres.ts'
import { noValkey, TestValkey } from '../support/valkey.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { announceBy, countBy, introduce } from './support/announces.ts'
import { postgresForFile } from './support/postgres.ts'
import { childrenOf, line, LISTENING, startForFile, type ServerProcess } from './support/serverProcess.ts'
import { TrackerClient } from './support/trackerClient.ts'
import { announceRequest, UdpClient } from './support/udpClient.ts'

/** One site as several processes (NODES), as people start it. */

const start = startForFile()
const postgres = postgresForFile()
const TOKEN = 'a token of the tests'
const SOON = { timeout: 30_000 }

interface Health {
  readonly status: string
  readonly processes: string
  readonly peers: number
  readonly sockets: number
  readonly swarms: number
}

class Site {
  readonly url: string
  readonly server: ServerProcess

  private constructor(url: string, server: ServerProcess) {
    this.url = url
    this.server = server
  }

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<Site> {
    const folder = mkdtempSync(join(tmpdir(), 'shoal-data-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const server = start({
      NODES: '3',
      DATA_DIR: folder,
      METRICS_TOKEN: TOKEN,
      LOG_LEVEL: 'error',
      ...environment,
    })
    return new Site(await line(server, LISTENING), server)
  }

  async health(): Promise<Health> {
    return (await (await fetch(new URL('healthz', this.url))).json()) as Health
  }

  async metric(name: string): Promise<number> {
    const response = await fetch(new URL('metrics', this.url), {
      headers: { Authorization: `Bearer ${TOKEN}` },
    })
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(await response.text())?.[1])
  }

  async post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(new URL(path, this.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Shoal-Admin': '1', ...headers },
      body: JSON.stringify(body),
    })
  }

  /** What an admin asks for, who becomes one by the link that the server has told. Without a body it is a GET. */
  async admin(): Promise<(path: string, body?: object) => Promise<unknown>> {
    const link = await line(this.server, /^Become admin, once: \S+#link=([0-9a-f]{40})$/)
    const [cookie = ''] = (await this.post('api/admin/session', { link })).headers.getSetCookie()
    return async (path, body) => {
      // A connection of its own each time, so that any process may get it.
      const headers = { Cookie: cookie.split(';')[0] ?? '', 'X-Shoal-Admin': '1', Connection: 'close' }
      const answer = body
        ? await this.post(`api/admin/${path}`, body, headers)
        : await fetch(new URL(`api/admin/${path}`, this.url), { headers })
      return answer.status === 204 ? null : ((await answer.json()) as unknown)
    }
  }

  /** The processes that serve: all that the one of `npm start` has begun. */
  get processes(): readonly number[] {
    return childrenOf(this.server)
  }

  /** So many clients of one swarm, who know of each other. */
  async open(count: number) {
    const clients = await Promise.all(
      Array.from({ length: count }, async (_, index) => ({
        client: await TrackerClient.open(this),
        number: index + 1,
      })),
    )
    for (const { client, number } of clients) await countBy(client, number)
    for (const { client, number } of clients)
      await expect.poll(() => countBy(client, number), SOON).toBe(count)
    return clients
  }
}

describe('several processes behind one port', () => {
  test('are one tracker, whichever of them a visitor comes to', async () => {
    const site = await Site.start()
    expect(site.processes).toHaveLength(3)
    // By chance all of twenty come to one process in three of a thousand million runs.
    const clients = await site.open(20)
    await expect
      .poll(() => site.health(), SOON)
      .toMatchObject({ status: 'ok', processes: '3 of 3', sockets: 20, peers: 20, swarms: 1 })
    const [first, ...others] = clients
    if (!first) throw new Error('There are twenty.')
    let key = 1
    for (const other of others.slice(0, 5)) await introduceSometime(first, other, (key += 100))
    expect(await site.metric('shoal_sockets')).toBe(20)
    expect(await site.metric('shoal_cluster_nodes')).toBe(3)
    expect(await site.metric('shoal_cluster_peers')).toBe(20)
    for (const { client } of clients) await client.leave()
    await expect.poll(async () => (await site.health()).sockets, SOON).toBe(0)
  })

  test('HTTP and UDP clients are known to all of them', async () => {
    const site = await Site.start({ UDP_PORT: '' })
    const udpPort = Number(await line(site.server, /^The UDP tracker is at port (\d+)$/))
    for (let number = 1; number <= 9; number += 1) {
      const id = `peer_id=${'p'.repeat(19)}${number}&port=${1_000 + number}&left=1`
      await fetch(new URL(`announce?info_hash=${'h'.repeat(20)}&${id}`, site.url))
    }
    await expect.poll(async () => (await site.health()).peers, SOON).toBe(9)
    // Each comes from a port of its own, and so to any of the processes; its connection id holds at every one.
    for (let number = 1; number <= 6; number += 1) {
      const client = await UdpClient.open(udpPort)
      const id = await client.connect()
      const other = await UdpClient.open(udpPort)
      const fields = { infoHash: infoHash(7), peerId: peerId(number), port: 2_000 + number }
      expect(await other.ask(announceRequest(id, fields))).toMatch(/^00000001cafebabe/)
    }
    await expect.poll(async () => (await site.health()).peers, SOON).toBe(15)
  })

  test('the site itself, its admin, its database and its keeper are one', async () => {
    const site = await Site.start({ KEEPER: '1GB', KEEPER_FOR: 'everybody' })
    const link = await line(site.server, /^Become admin, once: \S+#link=([0-9a-f]{40})$/)
    const opened = await fetch(new URL('api/admin/session', site.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Shoal-Admin': '1' },
      body: JSON.stringify({ link }),
    })
    const [cookie = ''] = opened.headers.getSetCookie()
    const headers = { Cookie: cookie.split(';')[0] ?? '', 'X-Shoal-Admin': '1', Connection: 'close' }
    for (let visit = 0; visit < 12; visit += 1) {
      const overview = await fetch(new URL('api/admin/overview', site.url), { headers })
      expect(overview.status).toBe(200)
      const config = await fetch(new URL('config.json', site.url), { headers: { Connection: 'close' } })
      expect(await config.json()).toMatchObject({ keeper: { days: 7 } })
      const page = await fetch(site.url, { headers: { Connection: 'close' } })
      expect(await page.text()).toBe('<title>Shoal</title>')
    }
  })

  test('an admin sees the swarms of all of them, and who is in each', async () => {
    const site = await Site.start()
    // By chance all of twelve come to one process in one of two hundred thousand runs.
    for (let number = 1; number <= 12; number += 1) {
      const client = await TrackerClient.open(site)
      await countBy(client, number, number)
      if (number > 10) await countBy(client, number, 1)
    }
    const admin = await site.admin()
    const list = async (query: string) =>
      (await admin(`swarms?${query}`)) as {
        total: number
        swarms: { infoHash: string; leechers: number }[]
      }
    const { swarms, total } = await list('')
    expect(total).toBe(12)
    expect(swarms.map((swarm) => swarm.infoHash).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, index) => infoHash(index + 1)).toSorted(),
    )
    expect(swarms[0]).toMatchObject({ infoHash: infoHash(1), leechers: 3 })
    expect(await list('offset=5&limit=3')).toEqual({ total: 12, swarms: swarms.slice(5, 8) })
    for (const swarm of swarms) {
      const { peers, leechers } = (await admin(`swarms/${swarm.infoHash}`)) as {
        peers: unknown[]
        leechers: number
      }
      expect([peers.length, leechers]).toEqual([swarm.leechers, swarm.leechers])
    }
  })

  test.each([1, 2])('process %s is killed: the others go on, and it is started again', async (which) => {
    const site = await Site.start()
    const clients = await site.open(12)
    let open = clients.length
    for (const { client } of clients) void client.closed.then(() => (open -= 1))
    const [killed = 0] = site.processes.slice(which - 1)
    process.kill(killed, 'SIGKILL')
    // Health may be told from before: the first hears of the others once a second.
    await expect.poll(() => site.processes.filter((pid) => pid !== killed).length, SOON).toBe(3)
    // While the first is away nobody answers for all.
    await expect
      .poll(async () => site.health().catch(() => null), SOON)
      .toMatchObject({ status: 'ok', processes: '3 of 3' })
    expect(site.processes).not.toContain(killed)
    expect(site.processes).toHaveLength(3)
    // Its sockets are closed, and nobody of it is a ghost; the others tell a new first one of theirs within a second.
    await expect.poll(() => open, SOON).toBeLessThan(12)
    await expect
      .poll(async () => {
        const { peers, sockets } = await site.health()
        return [peers - open, sockets - open]
      }, SOON)
      .toEqual([0, 0])
    const newcomer = await TrackerClient.open(site)
    await expect.poll(() => countBy(newcomer, 50), SOON).toBe(open + 1)
  })

  test('end together, by a signal to one or to all of them', async () => {
    const one = await Site.start()
    const [client] = await one.open(3)
    one.server.child.kill('SIGTERM')
    expect(await one.server.exited).toBe(0)
    expect(await client?.client.closed).toBe(1001)
    const all = await Site.start()
    for (const pid of [...all.processes, all.server.child.pid ?? 0]) process.kill(pid, 'SIGINT')
    expect(await all.server.exited).toBe(0)
  })

  test('end when the one that has started them is killed', async () => {
    const site = await Site.start()
    const { processes } = site
    site.server.child.kill('SIGKILL')
    const isThere = (pid: number): boolean => {
      try {
        return process.kill(pid, 0)
      } catch {
        return false
      }
    }
    await expect.poll(() => processes.filter(isThere), SOON).toEqual([])
  })

  test.skipIf(noPostgres !== null)(
    'a member is known to all, and cut off from all, over PostgreSQL',
    async () => {
      const url = await postgres().createDatabase()
      const site = await Site.start({ TRACKER_MODE: 'private', DATABASE_URL: url, TRACKER_REQUEST_RATE: '0' })
      const admin = await site.admin()
      const { token } = (await admin('invitations', {})) as { token: string }
      const accepted = await site.post('api/invitations/accept', { token, name: 'Ada' })
      const { passkey, member } = (await accepted.json()) as { passkey: string; member: { id: number } }
      await site.post(
        'api/torrents',
        { infoHash: infoHash(1), name: 'Sunrise' },
        { Authorization: `Bearer ${passkey}` },
      )
      // All that come to any process are known there within moments.
      const clients = await Promise.all(
        Array.from({ length: 8 }, async () => TrackerClient.open(site, {}, passkey)),
      )
      for (const [index, client] of clients.entries()) await countBy(client, index + 1)
      const before = performance.now()
      await admin(`members/${member.id}/revoke`, {})
      expect(new Set(await Promise.all(clients.map(async ({ closed }) => closed)))).toEqual(new Set([4401]))
      expect(performance.now() - before).toBeLessThan(5_000)
    },
  )

  test('a port that somebody has is refused, also where that is Shoal', async () => {
    const site = await Site.start()
    const other = start({ NODES: '2', PORT: new URL(site.url).port })
    expect(await other.exited).toBe(1)
    expect(other.output.stderr).toMatch(/^TCP port \d+ is in use by another program/)
    expect(await (await fetch(site.url)).text()).toBe('<title>Shoal</title>')
  })

  test('a mode that needs common books needs PostgreSQL', async () => {
    const server = start({ NODES: '2', TRACKER_MODE: 'private' })
    expect(await server.exited).toBe(1)
    expect(server.output.stderr).toMatch(/^NODES above 1 needs DATABASE_URL/)
  })

  test.skipIf(noValkey !== null)(
    'several machines of several processes are one tracker over Valkey',
    async () => {
      const valkey = await TestValkey.start()
      onTestFinished(() => valkey.stop())
      const sites = [
        await Site.start({ NODES: '2', CLUSTER_URL: valkey.url, DRAIN: '1' }),
        await Site.start({ NODES: '2', CLUSTER_URL: valkey.url, DRAIN: '1' }),
      ] as const
      await expect.poll(() => sites[0].metric('shoal_cluster_nodes'), SOON).toBe(4)
      const clients = await Promise.all(
        sites.flatMap((site, at) =>
          [1, 2, 3].map(async (each) => ({ client: await TrackerClient.open(site), number: at * 3 + each })),
        ),
      )
      for (const { client, number } of clients) await countBy(client, number)
      for (const { client, number } of clients) await expect.poll(() => countBy(client, number), SOON).toBe(6)
      // Of the machine alone: what is in front of it asks for that.
      await expect.poll(() => sites[1].health(), SOON).toMatchObject({ sockets: 3, processes: '2 of 2' })
      sites[0].server.child.kill('SIGTERM')
      expect(await sites[0].server.exited).toBe(0)
      const [last] = clients.slice(-1)
      if (last) await expect.poll(() => countBy(last.client, last.number), SOON).toBe(3)
    },
  )
})

type At = Parameters<typeof introduce>[0]

/** Offers again until one comes through: an announce chooses among all who are there. */
async function introduceSometime(from: At, to: At, key: number): Promise<void> {
  await expect
    .poll(async () => {
      from.client.send(announceBy(from.number, { offers: [key] }))
      return (await to.client.settled()).map(({ kind }) => kind)
    }, SOON)
    .toContain('offer')
}
