import { join } from 'node:path'
import { NGINX, noNginx, startBalancer, type RunningBalancer } from '../support/balancers.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { SiteServer } from '../support/server.ts'
import { noValkey, TestValkey } from '../support/valkey.ts'

/** Several nodes behind one address. What else may be lost of them is shown in Node (tests/server/cluster). */

const missing = noValkey ?? noNginx

test.skip(missing !== null, missing ?? '')

/** A page tells its console of a socket that its node has closed, and of what a dead one has not answered. */
const expectedTrouble = [/WebSocket/, /Failed to load resource/, /ERR_/]
const SOON = { timeout: 60_000 }

type NewSite = (settings: Readonly<Record<string, string>>) => Promise<SiteServer>

/** Three nodes behind nginx, and the site as visitors see it. */
class Front {
  readonly nodes: readonly SiteServer[]
  readonly site: SiteServer
  readonly valkey: TestValkey
  readonly #balancer: RunningBalancer

  private constructor(
    nodes: readonly [SiteServer, ...SiteServer[]],
    valkey: TestValkey,
    front: RunningBalancer,
  ) {
    this.nodes = nodes
    this.valkey = valkey
    this.#balancer = front
    this.site = {
      ...nodes[0],
      url: front.url,
      trackerUrl: new URL('announce', front.url.replace(/^http/, 'ws')).href,
    }
  }

  static async start(newSite: NewSite): Promise<Front> {
    const valkey = await TestValkey.start()
    const environment = { CLUSTER_URL: valkey.url, TRUST_PROXY: '127.0.0.1', DRAIN: '2' }
    const nodes = [
      await newSite(environment),
      await newSite(environment),
      await newSite(environment),
    ] as const
    const hosts = nodes.map(({ url }) => new URL(url).host)
    return new Front(nodes, valkey, await startBalancer(NGINX, hosts))
  }

  /** Of each node that runs. */
  async sockets(): Promise<readonly number[]> {
    const running = this.nodes.filter((node) => node.pid() !== 0)
    return Promise.all(running.map(async (node) => (await healthOf(node)).sockets))
  }

  /** The node with the most of them. */
  async busiest(): Promise<SiteServer> {
    const sockets = await this.sockets()
    const busiest = this.nodes[sockets.indexOf(Math.max(...sockets))]
    if (!busiest) throw new Error('All of them run.')
    return busiest
  }

  /** Until so many pages have a socket somewhere. */
  async hasSockets(count: number): Promise<void> {
    await expect.poll(async () => (await this.sockets()).reduce((sum, each) => sum + each), SOON).toBe(count)
  }

  async stop(): Promise<void> {
    await this.#balancer.stop()
    await this.valkey.stop()
  }
}

test('pages that different nodes serve find each other, and go on when one stops', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const front = await Front.start(newSite)
  const { site } = front
  try {
    const path = join(folder, 'everywhere.bin')
    const sha1 = await makeFile(path, 3 * MB, 'everywhere')
    const giver = await newPeer({ site, expectedTrouble })
    const given = await giver.chooseFiles(path)
    await given.reaches('seeding')
    const link = await given.link()

    const fetchBy = async (): Promise<void> => {
      const taker = await newPeer({ site, expectedTrouble })
      const taken = await taker.download(link)
      await taken.reaches('seeding')
      expect((await taken.save()).sha1).toBe(sha1)
    }
    await fetchBy()
    await fetchBy()
    await front.hasSockets(3)
    expect((await front.sockets()).filter((count) => count > 0).length).toBeGreaterThan(1)

    await (await front.busiest()).stop()
    await front.hasSockets(3)
    await fetchBy()
  } finally {
    await front.stop()
  }
})

test('a node is killed, another stops, and Valkey starts again empty, in the middle of transfers that finish', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const front = await Front.start(newSite)
  const { site, valkey } = front
  try {
    const path = join(folder, 'losses.bin')
    const sha1 = await makeFile(path, 6 * MB, 'losses')
    const giver = await newPeer({ site, expectedTrouble, gives: 2 * MB })
    const link = await (await giver.chooseFiles(path)).link()
    const takeBy = async () => {
      const taker = await newPeer({ site, expectedTrouble })
      const taken = await taker.download(link)
      await taken.progressReaches(0.05)
      return taken
    }
    const taken = [await takeBy(), await takeBy()]
    await front.hasSockets(3)

    const killed = await front.busiest()
    await killed.kill()
    // Its pages come back elsewhere, and whoever comes now meets them there.
    await front.hasSockets(3)
    taken.push(await takeBy())

    await valkey.kill()
    const left = front.nodes.filter((node) => node !== killed)
    for (const node of left) {
      await expect.poll(async () => (await healthOf(node)).status, SOON).toBe('degraded')
    }
    // Nobody who comes meanwhile is turned away.
    taken.push(await takeBy())
    await valkey.start()
    for (const node of left) await expect.poll(async () => (await healthOf(node)).status, SOON).toBe('ok')
    await killed.restart()
    taken.push(await takeBy())
    // Another is stopped, and sends its pages on.
    await front.hasSockets(6)
    await (await front.busiest()).stop()
    await front.hasSockets(6)

    for (const share of taken) expect(await share.progress()).toBeLessThan(1)
    await giver.givesOn()
    for (const share of taken) {
      await share.reaches('seeding')
      expect((await share.save()).sha1).toBe(sha1)
    }
  } finally {
    await front.stop()
  }
})

async function healthOf(node: SiteServer): Promise<{ readonly status: string; readonly sockets: number }> {
  const response = await fetch(`${node.url}healthz`)
  return (await response.json()) as { status: string; sockets: number }
}
