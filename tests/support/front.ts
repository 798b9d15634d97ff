import { expect } from '@playwright/test'
import { NGINX, startBalancer, type RunningBalancer } from './balancers.ts'
import type { SiteServer } from './server.ts'

/** A page tells its console of a socket that its node has closed, and of what a dead one has not answered. */
export const expectedTrouble = [/WebSocket/, /Failed to load resource/, /ERR_/]

const SOON = { timeout: 60_000 }

type NewSite = (settings: Readonly<Record<string, string>>) => Promise<SiteServer>

/** Three nodes behind nginx, and the site as visitors see it. */
export class Front {
  readonly nodes: readonly [SiteServer, SiteServer, SiteServer]
  readonly site: SiteServer
  readonly #balancer: RunningBalancer

  private constructor(nodes: Front['nodes'], balancer: RunningBalancer) {
    this.nodes = nodes
    this.#balancer = balancer
    this.site = {
      ...nodes[0],
      url: balancer.url,
      trackerUrl: new URL('announce', balancer.url.replace(/^http/, 'ws')).href,
    }
  }

  /** @param valkeyUrls one for all nodes, or for each */
  static async start(
    newSite: NewSite,
    valkeyUrls: string | readonly [string, string, string],
    settings: Readonly<Record<string, string>> = {},
  ): Promise<Front> {
    const start = async (url: string): Promise<SiteServer> =>
      newSite({ CLUSTER_URL: url, TRUST_PROXY: '127.0.0.1', DRAIN: '2', ...settings })
    const [one, two, three] =
      typeof valkeyUrls === 'string' ? ([valkeyUrls, valkeyUrls, valkeyUrls] as const) : valkeyUrls
    const nodes = [await start(one), await start(two), await start(three)] as const
    const hosts = nodes.map(({ url }) => new URL(url).host)
    return new Front(nodes, await startBalancer(NGINX, hosts))
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

  /** Until that is how each of these nodes is. */
  async says(status: 'ok' | 'degraded', nodes: readonly SiteServer[] = this.nodes): Promise<void> {
    for (const node of nodes) {
      await expect.poll(async () => (await healthOf(node)).status, SOON).toBe(status)
    }
  }

  async stop(): Promise<void> {
    await this.#balancer.stop()
  }
}

async function healthOf(node: SiteServer): Promise<{ readonly status: string; readonly sockets: number }> {
  const response = await fetch(`${node.url}healthz`)
  return (await response.json()) as { status: string; sockets: number }
}
