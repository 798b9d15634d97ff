import { join } from 'node:path'
import { NGINX, noNginx, startBalancer } from '../support/balancers.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { SiteServer } from '../support/server.ts'
import { noValkey, TestValkey } from '../support/valkey.ts'

/** Several nodes behind one address. What is lost of them is shown in Node (tests/server/cluster). */

const missing = noValkey ?? noNginx

test.skip(missing !== null, missing ?? '')

test('pages that different nodes serve find each other, and go on when one stops', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const valkey = await TestValkey.start()
  const environment = { CLUSTER_URL: valkey.url, TRUST_PROXY: '127.0.0.1', DRAIN: '2' }
  const nodes = [await newSite(environment), await newSite(environment), await newSite(environment)] as const
  const front = await startBalancer(
    NGINX,
    nodes.map(({ url }) => new URL(url).host),
  )
  try {
    const site: SiteServer = {
      ...nodes[0],
      url: front.url,
      trackerUrl: new URL('announce', front.url.replace(/^http/, 'ws')).href,
    }
    const path = join(folder, 'everywhere.bin')
    const sha1 = await makeFile(path, 3 * MB, 'everywhere')
    // A socket that its node closes is told of in the page's console.
    const expectedTrouble = [/WebSocket/]
    const giver = await newPeer({ site, expectedTrouble })
    const given = await giver.chooseFiles(path)
    await given.reaches('seeding')
    const link = await given.link()

    const fetchBy = async (): Promise<void> => {
      const taker = await newPeer({ site, expectedTrouble })
      const taken = await taker.open(link)
      await taken.reaches('ready')
      await taken.button('Download').click()
      await taken.reaches('seeding')
      expect((await taken.save()).sha1).toBe(sha1)
    }
    await fetchBy()
    await fetchBy()
    const sockets = await Promise.all(nodes.map(socketsOf))
    expect(sockets.reduce((sum, count) => sum + count)).toBe(3)
    expect(sockets.filter((count) => count > 0).length).toBeGreaterThan(1)

    const busy = nodes[sockets.indexOf(Math.max(...sockets))] ?? nodes[0]
    await busy.stop()
    const left = nodes.filter((node) => node !== busy)
    await expect
      .poll(async () => (await Promise.all(left.map(socketsOf))).reduce((sum, count) => sum + count))
      .toBe(3)
    await fetchBy()
  } finally {
    await front.stop()
    await valkey.stop()
  }
})

async function socketsOf(node: SiteServer): Promise<number> {
  const response = await fetch(`${node.url}healthz`)
  return ((await response.json()) as { sockets: number }).sockets
}
