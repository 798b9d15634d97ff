import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { RunningServer } from '../../../server/start.ts'
import { infoHash, peerId } from '../../wire/trackerIds.ts'
import { noValkey, TestValkey } from '../../support/valkey.ts'
import { announceBy, countBy, introduce } from '../support/announces.ts'
import { startTestServer } from '../support/testServer.ts'
import { TrackerClient } from '../support/trackerClient.ts'
import { announceRequest, scrapeRequest, UdpClient } from '../support/udpClient.ts'

/** Whole servers, which share nothing but a Valkey. */

const TOKEN = 'a token of the tests'
let clusters = 0

describe.skipIf(noValkey !== null)('nodes of one tracker', () => {
  let valkey: TestValkey
  beforeAll(async () => {
    valkey = await TestValkey.start()
  })
  afterAll(async () => valkey.stop())

  async function startNodes(count: number, environment: Readonly<Record<string, string>> = {}) {
    const own = {
      CLUSTER_URL: valkey.url,
      CLUSTER_NAME: `nodes${(clusters += 1)}`,
      DRAIN: '0',
      METRICS_TOKEN: TOKEN,
      ...environment,
    }
    const nodes = await Promise.all(
      Array.from({ length: count }, async () => startTestServer({ environment: own })),
    )
    for (const node of nodes) {
      await expect.poll(() => metricOf(node, 'shoal_cluster_nodes')).toBe(count)
    }
    return nodes
  }

  test('peers of different nodes meet at the first announce, and their words come as they went', async () => {
    const [a, b] = await startNodes(2)
    if (!a || !b) throw new Error('There are two.')
    const one = { client: await TrackerClient.open(a), number: 1 }
    const other = { client: await TrackerClient.open(b), number: 2 }
    expect(await countBy(one.client, 1)).toBe(1)
    await introduce(other, one, 1)
    await introduce(one, other, 2)
  })

  test('who begins in the same instant at different nodes is known to all', async () => {
    const nodes = await startNodes(3)
    const clients = await Promise.all(nodes.map(async (node) => TrackerClient.open(node)))
    for (let swarm = 1; swarm <= 30; swarm += 1) {
      await Promise.all(clients.map(async (client, number) => countBy(client, number + 1, swarm)))
      for (const [number, client] of clients.entries()) {
        await expect.poll(async () => countBy(client, number + 1, swarm), { interval: 5 }).toBe(3)
      }
    }
  })

  test('HTTP clients are one swarm, whichever node they ask', async () => {
    const [a, b] = await startNodes(2)
    if (!a || !b) throw new Error('There are two.')
    const ask = async (node: RunningServer, port: number, event = ''): Promise<string> => {
      const id = `-XX0001-${String(port).padStart(12, '0')}`
      const hash = encoded(infoHash(1))
      const query = `info_hash=${hash}&peer_id=${id}&port=${port}&uploaded=0&downloaded=0&left=1&compact=1&event=${event}`
      return (await fetch(new URL(`announce?${query}`, node.url))).text()
    }
    expect(await ask(a, 1_001)).toContain('10:incompletei1e')
    expect(await ask(b, 1_002)).toContain('10:incompletei2e')
    // The first one’s next request goes to the other node, and it is still one peer.
    expect(await ask(b, 1_001)).toContain('10:incompletei2e')
    expect(await ask(a, 1_002)).toContain('10:incompletei2e')
    expect(await ask(a, 1_001, 'stopped')).toContain('10:incompletei1e')
    await expect.poll(async () => ask(b, 1_002)).toContain('10:incompletei1e')
  })

  test('a UDP connection id holds at every node', async () => {
    const [free, other] = [await freeUdp(), await freeUdp()]
    const name = `udp${(clusters += 1)}`
    const own = { CLUSTER_URL: valkey.url, CLUSTER_NAME: name, DRAIN: '0' }
    const [c, d] = [
      await startTestServer({ environment: { ...own, UDP_PORT: String(free) } }),
      await startTestServer({ environment: { ...own, UDP_PORT: String(other) } }),
    ]
    const first = await UdpClient.open(c.udpPort)
    const id = await first.connect()
    const second = await UdpClient.open(d.udpPort)
    const fields = { infoHash: infoHash(3), peerId: peerId(1) }
    expect(await second.ask(announceRequest(id, fields))).toMatch(/^00000001cafebabe/)
    // One leecher, told by the node that it has not asked.
    await expect
      .poll(async () => first.ask(scrapeRequest(id, [infoHash(3)])), { interval: 300 })
      .toBe('00000002cafebabe000000000000000000000001')
  })

  test('a scrape counts peers of all nodes, also where the node has none of them', async () => {
    const [a, b, c] = await startNodes(3)
    if (!a || !b || !c) throw new Error('There are three.')
    for (const [number, node] of [a, b].entries()) {
      const client = await TrackerClient.open(node)
      client.send(announceBy(number + 1, { left: number }))
      await client.next('reply')
    }
    const asking = await TrackerClient.open(c)
    const scraped = async (): Promise<unknown> => {
      asking.send({ kind: 'scrape', infoHashes: [infoHash(1), infoHash(2)] })
      return (await asking.next('scrape')).files
    }
    await expect
      .poll(scraped, { interval: 300 })
      .toMatchObject([{ complete: 1, incomplete: 1 }, { complete: 0 }])
  })

  test('sockets of one address are counted over all nodes', async () => {
    const [a, b] = await startNodes(2, { TRACKER_SOCKETS: '6', TRUST_PROXY: '127.0.0.1' })
    if (!a || !b) throw new Error('There are two.')
    const headers = { 'X-Forwarded-For': '198.51.100.7' }
    await Promise.all([1, 2, 3, 4].map(async () => TrackerClient.open(a, { headers })))
    // What addresses have is told twice a second.
    await expect
      .poll(async () => {
        const clients = await Promise.all([1, 2, 3].map(async () => TrackerClient.open(b, { headers })))
        const codes = clients.map(({ closed }) => Promise.race([closed, sleep(300).then(() => 0)]))
        const open = (await Promise.all(codes)).filter((code) => code === 0).length
        for (const client of clients) client.webSocket.terminate()
        return open
      })
      .toBe(2)
    const elsewhere = await TrackerClient.open(b, { headers: { 'X-Forwarded-For': '198.51.100.8' } })
    expect(await countBy(elsewhere, 1)).toBe(1)
  })

  test('figures are those of all nodes at each', async () => {
    const nodes = await startNodes(2)
    for (const [number, node] of nodes.entries()) {
      const client = await TrackerClient.open(node)
      await countBy(client, number + 1, 1)
      await countBy(client, number + 1, 10 + number)
    }
    for (const node of nodes) {
      await expect.poll(() => metricOf(node, 'shoal_cluster_sockets')).toBe(2)
      await expect.poll(() => metricOf(node, 'shoal_cluster_peers')).toBe(4)
      await expect.poll(() => metricOf(node, 'shoal_cluster_swarms')).toBe(3)
      expect(await metricOf(node, 'shoal_peers')).toBe(2)
    }
  })

  test('over a Valkey in cluster mode they are one as well', async () => {
    const members = await TestValkey.startCluster()
    onTestFinished(async () => {
      for (const member of members) await member.stop()
    })
    const [a, b] = await startNodes(2, { CLUSTER_URL: members.map(({ url }) => url).join(',') })
    if (!a || !b) throw new Error('There are two.')
    const one = { client: await TrackerClient.open(a), number: 1 }
    const other = { client: await TrackerClient.open(b), number: 2 }
    for (let swarm = 1; swarm <= 20; swarm += 1) {
      await countBy(one.client, 1, swarm)
      await introduce(other, one, swarm, swarm)
    }
  })

  test('hostile words at one node cost those at another nothing', async () => {
    const [a, b] = await startNodes(2)
    if (!a || !b) throw new Error('There are two.')
    const [victim, friend] = [await TrackerClient.open(a), await TrackerClient.open(b)]
    await countBy(victim, 1)
    await countBy(friend, 2)
    const hostile = await TrackerClient.open(b)
    const lines = ['\\n', '\\u000aN\\t', '\\tJ\\t', '\\r\\n', '\\u0000'].join('')
    const ids = `"info_hash":"${text(infoHash(1))}","peer_id":"${text(peerId(1))}"`
    const offer = `{"offer_id":"${'\\n'.repeat(10)}${'\\t'.repeat(10)}","offer":{"type":"offer","sdp":"${lines}"}}`
    hostile.sendText(`{"action":"announce",${ids},"numwant":5,"left":1,"offers":[${offer},${offer}]}`)
    hostile.sendText(
      `{"action":"announce",${ids},"to_peer_id":"${text(peerId(2))}","offer_id":"${'x'.repeat(20)}","answer":{"type":"answer","sdp":"${lines}"}}`,
    )
    await hostile.settled()
    // It took the victim's id, and takes neither its place nor what it is offered.
    await introduceEventually(friend, victim)
    expect((await victim.settled()).filter(({ kind }) => kind === 'answer')).toEqual([])
  })
})

async function introduceEventually(from: TrackerClient, to: TrackerClient): Promise<void> {
  for (let offer = 1; offer < 40; offer += 1) {
    from.send(announceBy(2, { offers: [offer * 2, offer * 2 + 1] }))
    const got = await Promise.race([to.next('offer'), sleep(500).then(() => null)])
    if (got?.sdp.startsWith('offer ')) return
  }
  throw new Error('No offer came.')
}

async function metricOf(node: RunningServer, name: string): Promise<number> {
  const headers = { Authorization: `Bearer ${TOKEN}` }
  const lines = await (await fetch(new URL('metrics', node.url), { headers })).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(lines)?.[1])
}

function encoded(hex: string): string {
  return hex.replace(/../g, (digits) => `%${digits}`)
}

/** As JSON has it, byte for byte. */
function text(hex: string): string {
  return JSON.stringify(Buffer.from(hex, 'hex').toString('latin1')).slice(1, -1)
}

async function freeUdp(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}
