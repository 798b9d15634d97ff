import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { countBy, introduce } from '../server/support/announces.ts'
import { NodeProcess } from '../server/support/nodeProcess.ts'
import { startTestServer, temporaryFolder } from '../server/support/testServer.ts'
import { TrackerClient } from '../server/support/trackerClient.ts'
import { CADDY, NGINX, startBalancer } from '../support/balancers.ts'
import { announceRequest, scrapeRequest, UdpClient } from '../server/support/udpClient.ts'
import { freePort, TestValkey } from '../support/valkey.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'

/** Three nodes behind a web server of another make, as docs/deploy.md says. */

describe.each([NGINX, CADDY])('behind $name', (balancer) => {
  test('visitors of three nodes are one swarm, also while one of them stops', async () => {
    const valkey = await TestValkey.start()
    onTestFinished(() => valkey.stop())
    const environment = { CLUSTER_URL: valkey.url, TRUST_PROXY: '127.0.0.1', DRAIN: '8' }
    const nodes = await Promise.all([1, 2, 3].map(async () => NodeProcess.start(environment)))
    const site = await startBalancer(
      balancer,
      nodes.map(({ url }) => new URL(url).host),
    )
    onTestFinished(() => site.stop())
    const clients = await Promise.all(
      Array.from({ length: 9 }, async (_, number) => ({
        client: await TrackerClient.open(site),
        number: number + 1,
      })),
    )
    for (const { client, number } of clients) await countBy(client, number)
    const [first, second] = clients
    if (!first || !second) throw new Error('There are nine.')
    await expect.poll(() => countBy(first.client, 1)).toBe(9)
    const sockets = await Promise.all(nodes.map(async (node) => (await healthOf(node)).sockets))
    expect(Math.min(...sockets)).toBeGreaterThan(0)

    // A balancer that asks for the health has done so by the time the first is sent away.
    const moved = clients.map(async ({ client }) => client.closed)
    nodes[0]?.signal('SIGTERM')
    await Promise.race(moved)
    // Nobody is sent to the one that stops, nor turned away because of it.
    for (let visitor = 0; visitor < 6; visitor += 1) {
      const client = await TrackerClient.open(site)
      expect(await countBy(client, 20 + visitor)).toBeGreaterThan(0)
      await client.leave()
    }
    expect(await nodes[0]?.exited).toBe(0)
    const [one, other] = [await TrackerClient.open(site), await TrackerClient.open(site)]
    await countBy(one, 31, 2)
    await introduce({ client: other, number: 32 }, { client: one, number: 31 }, 1, 2)
  })

  test('peers of all three protocols, over three nodes at once, are one swarm', async () => {
    const valkey = await TestValkey.start()
    onTestFinished(() => valkey.stop())
    const environment = { CLUSTER_URL: valkey.url, TRUST_PROXY: '127.0.0.1', UDP_PORT: '', DRAIN: '0' }
    const nodes = await Promise.all([1, 2, 3].map(async () => NodeProcess.start(environment)))
    const site = await startBalancer(
      balancer,
      nodes.map(({ url }) => new URL(url).host),
    )
    onTestFinished(() => site.stop())
    const hash = infoHash(1).replace(/../g, '%$&')
    const get = async (path: string, from = site.url): Promise<string> => {
      const headers = { Connection: 'close' }
      return Buffer.from(await (await fetch(new URL(path, from), { headers })).arrayBuffer()).toString(
        'latin1',
      )
    }
    const http = async (number: number, event = ''): Promise<string> => {
      const id = peerId(number).replace(/../g, '%$&')
      return get(
        `announce?info_hash=${hash}&peer_id=${id}&port=${1_000 + number}&left=1&compact=1&event=${event}`,
      )
    }
    const byWebSocket = async (number: number) => {
      const client = await TrackerClient.open(site)
      await countBy(client, number)
      return { client, number }
    }
    // None of a web server's: a client has the nodes' own ports (docs/deploy.md).
    const byUdp = async (number: number): Promise<UdpClient> => {
      const client = await UdpClient.open(nodes[number % nodes.length]?.udpPort ?? null)
      const fields = { infoHash: infoHash(1), peerId: peerId(number), port: 1_000 + number }
      expect(await client.ask(announceRequest(await client.connect(), fields))).toMatch(/^00000001cafebabe/)
      return client
    }
    const [sockets, , datagrams] = await Promise.all([
      Promise.all([1, 2, 3, 4, 5, 6].map(byWebSocket)),
      Promise.all([11, 12, 13, 14, 15, 16].map(async (number) => http(number))),
      Promise.all([21, 22, 23, 24, 25, 26].map(byUdp)),
    ])
    // Each node has some of them, and all that are counted anywhere are the same.
    const held = await Promise.all(nodes.map(async (node) => (await healthOf(node)).peers))
    expect(Math.min(...held)).toBeGreaterThan(0)
    expect(held.reduce((sum, count) => sum + count)).toBe(18)
    for (const { client, number } of sockets) await expect.poll(() => countBy(client, number)).toBe(18)
    // What is asked next goes to any of them, and each has to have heard of all.
    for (const { url } of nodes)
      await expect.poll(() => get(`scrape?info_hash=${hash}`, url)).toContain('10:incompletei18e')
    for (let visit = 0; visit < 4; visit += 1) {
      const told = await http(11)
      expect(told).toContain('10:incompletei18e')
      // Who has an address is told of all who have one, whichever node heard of them.
      const [, length = '', peers = ''] = /5:peers(\d+):([^]*)/.exec(told) ?? []
      const ports = new Set<number>()
      for (let at = 4; at < Number(length); at += 6) ports.add(Buffer.from(peers, 'latin1').readUInt16BE(at))
      expect([...ports].toSorted()).toEqual(
        [12, 13, 14, 15, 16, 21, 22, 23, 24, 25, 26].map((number) => 1_000 + number),
      )
      expect(await get(`scrape?info_hash=${hash}`)).toContain('10:incompletei18e')
    }
    for (const client of datagrams.slice(0, 2)) {
      const scraped = await client.ask(scrapeRequest(await client.connect(), [infoHash(1)]))
      expect(scraped).toBe(`00000002cafebabe${'00'.repeat(11)}12`)
    }
    const [one, other] = sockets
    if (!one || !other) throw new Error('There are six.')
    await http(12, 'stopped')
    for (const { client } of sockets.slice(2)) await client.leave()
    for (const { client, number } of [one, other]) await expect.poll(() => countBy(client, number)).toBe(13)
    await introduce(one, other, 1)
    await introduce(other, one, 2)
  })

  test('a site below a path is whole', async () => {
    const at = new URL(`http://127.0.0.1:${await freePort()}/shoal/`)
    const folder = temporaryFolder()
    cpSync('public', folder, { recursive: true })
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<script type="module" src="/assets/index-a1.js"></script>')
    writeFileSync(join(folder, 'assets', 'index-a1.js'), 'export {}')
    const environment = { PUBLIC_URL: at.href, TRUST_PROXY: '127.0.0.1' }
    const node = await startTestServer({ environment, siteFolder: folder })
    const site = await startBalancer(balancer, [new URL(node.url).host], at)
    onTestFinished(() => site.stop())
    const page = await (await fetch(at)).text()
    const [script] = /\/[^"]*\/assets\/index-[^"]*\.js/.exec(page) ?? []
    for (const address of [script ?? '', 'config.json', 'icon.svg', 'manifest.webmanifest', 'admin'])
      expect((await fetch(new URL(address, at))).status, address).toBe(200)
    expect(script).toMatch(/^\/shoal\//)
    const bare = await fetch(at.href.slice(0, -1))
    expect([bare.url, bare.status]).toEqual([at.href, 200])
    // What else the host has is none of ours.
    expect(await (await fetch(new URL('/config.json', at))).text()).not.toContain('announce')
    const [one, other] = [await TrackerClient.open(site), await TrackerClient.open(site)]
    await countBy(one, 1)
    expect(await countBy(other, 2)).toBe(2)
  })
})

async function healthOf(node: NodeProcess): Promise<{ readonly sockets: number; readonly peers: number }> {
  const response = await fetch(new URL('healthz', node.url))
  return (await response.json()) as { sockets: number; peers: number }
}
