import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { countBy, introduce } from '../server/support/announces.ts'
import { NodeProcess } from '../server/support/nodeProcess.ts'
import { startTestServer, temporaryFolder } from '../server/support/testServer.ts'
import { TrackerClient } from '../server/support/trackerClient.ts'
import { CADDY, NGINX, startBalancer } from '../support/balancers.ts'
import { freePort, TestValkey } from '../support/valkey.ts'

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
    const sockets = await Promise.all(nodes.map(async (node) => socketsOf(node)))
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

async function socketsOf(node: NodeProcess): Promise<number> {
  const response = await fetch(new URL('healthz', node.url))
  return ((await response.json()) as { sockets: number }).sockets
}
