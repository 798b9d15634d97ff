import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { noValkey, TestValkey } from '../../support/valkey.ts'
import { Way } from '../../support/way.ts'
import { announceBy, countBy, introduce } from '../support/announces.ts'
import { NodeProcess } from '../support/nodeProcess.ts'
import { TrackerClient } from '../support/trackerClient.ts'

/** What may be lost of several nodes: each is a process, and so is Valkey. */

/** As long as a ghost may be there. */
const MINUTE = { timeout: 60_000, interval: 500 }

async function startValkey(): Promise<TestValkey> {
  const valkey = await TestValkey.start()
  onTestFinished(() => valkey.stop())
  return valkey
}

async function startNodes(urls: readonly string[], environment = {}): Promise<readonly NodeProcess[]> {
  return Promise.all(urls.map((url) => NodeProcess.start({ CLUSTER_URL: url, DRAIN: '0', ...environment })))
}

/** A client at each node, all in one swarm, and all of them known everywhere. */
async function openAt(nodes: readonly NodeProcess[]) {
  const clients = await Promise.all(
    nodes.map(async (node, number) => ({ client: await TrackerClient.open(node), number: number + 1 })),
  )
  for (const { client, number } of clients) await countBy(client, number)
  for (const { client, number } of clients) {
    await expect.poll(() => countBy(client, number), MINUTE).toBe(nodes.length)
  }
  return clients
}

describe.skipIf(noValkey !== null)('what is lost', () => {
  test('Valkey: nodes go on with whom they know, and fill it anew when it is back', async () => {
    const valkey = await startValkey()
    const nodes = await startNodes([valkey.url, valkey.url])
    const [one, other] = await openAt(nodes)
    if (!one || !other) throw new Error('There are two.')
    await valkey.kill()
    for (const node of nodes)
      await expect.poll(() => node.health(), MINUTE).toMatchObject({ status: 'degraded' })
    expect(await countBy(one.client, one.number)).toBe(2)
    const newcomer = await TrackerClient.open(nodes[0] ?? { url: '' })
    expect(await countBy(newcomer, 3)).toBe(3)
    await introduce({ client: newcomer, number: 3 }, one, 1)
    // Back, without anything of what it had.
    await valkey.start()
    for (const node of nodes) await expect.poll(() => node.health(), MINUTE).toMatchObject({ status: 'ok' })
    await expect.poll(() => countBy(other.client, other.number), MINUTE).toBe(3)
    await newcomer.leave()
    await expect.poll(() => countBy(other.client, other.number), MINUTE).toBe(2)
    await introduceSometime(other, one)
    await introduceSometime(one, other)
    await expect.poll(() => valkey.ask('--scan', '--pattern', 'shoal:s:*'), MINUTE).not.toBe('')
  })

  test('Valkey’s content, with every connection held: it is filled anew', async () => {
    const valkey = await startValkey()
    await openAt(await startNodes([valkey.url, valkey.url]))
    valkey.ask('FLUSHALL')
    await expect.poll(() => valkey.ask('--scan', '--pattern', 'shoal:s:*'), MINUTE).not.toBe('')
    const [third] = await startNodes([valkey.url])
    const client = await TrackerClient.open(third ?? { url: '' })
    await expect.poll(() => countBy(client, 9), MINUTE).toBe(3)
  })

  test('a table that refuses: what it did not take in, or did not tell, is repeated soon', async () => {
    const valkey = await startValkey()
    const nodes = await startNodes([valkey.url, valkey.url])
    for (const refused of ['hset', 'hgetall']) {
      valkey.ask('ACL', 'SETUSER', 'default', `-${refused}`)
      const infoHash = refused === 'hset' ? 'd'.repeat(20) : 'e'.repeat(20)
      for (const [index, { url }] of nodes.entries()) {
        const peer = `info_hash=${infoHash}&peer_id=${String(index).repeat(20)}&port=100${index}&left=1`
        expect((await fetch(new URL(`announce?${peer}`, url))).status).toBe(200)
      }
      const counts = async (): Promise<readonly string[]> =>
        Promise.all(
          nodes.map(async ({ url }) => (await fetch(new URL(`scrape?info_hash=${infoHash}`, url))).text()),
        )
      // Each of them alone: nobody told them better.
      await sleep(1_000)
      for (const told of await counts()) expect(told).toContain('10:incompletei1e')
      valkey.ask('ACL', 'SETUSER', 'default', `+${refused}`)
      for (const index of nodes.keys()) {
        await expect.poll(async () => (await counts())[index], { timeout: 20_000 }).toContain('incompletei2e')
      }
    }
    for (const node of nodes) expect((await node.health()).status).toBe('ok')
  })

  test('Valkey’s answers: one that hangs is as good as none, and is taken up again', async () => {
    const valkey = await startValkey()
    const nodes = await startNodes([valkey.url, valkey.url])
    const [one, other] = await openAt(nodes)
    if (!one || !other) throw new Error('There are two.')
    valkey.freeze()
    for (const node of nodes)
      await expect.poll(() => node.health(), MINUTE).toMatchObject({ status: 'degraded' })
    expect(await countBy(one.client, one.number)).toBe(2)
    valkey.thaw()
    for (const node of nodes) await expect.poll(() => node.health(), MINUTE).toMatchObject({ status: 'ok' })
    await introduceSometime(one, other)
  })

  test('a Valkey whose place a replica takes, by the word of a Sentinel', async () => {
    const primary = await startValkey()
    const replica = await TestValkey.startReplica(primary)
    onTestFinished(() => replica.stop())
    const sentinel = await TestValkey.startSentinel(primary, 'shoal')
    onTestFinished(() => sentinel.stop())
    const url = `sentinel://127.0.0.1:${sentinel.port}/shoal`
    const nodes = await startNodes([url, url])
    const [one, other] = await openAt(nodes)
    if (!one || !other) throw new Error('There are two.')
    await primary.kill()
    await expect.poll(() => replica.ask('ROLE'), MINUTE).toMatch(/^master/)
    for (const node of nodes) await expect.poll(() => node.health(), MINUTE).toMatchObject({ status: 'ok' })
    await introduceSometime(one, other)
    await introduceSometime(other, one)
    // All of it is in the table of the one that is there.
    await expect.poll(() => replica.ask('--scan', '--pattern', 'shoal:s:*'), MINUTE).not.toBe('')
    // The former comes back, thinks for a moment that it is what it was, and is told better.
    await primary.start()
    await expect.poll(() => primary.ask('ROLE'), MINUTE).toMatch(/^slave/)
    await introduceSometime(one, other)
    const [third] = await startNodes([url])
    const client = await TrackerClient.open(third ?? { url: '' })
    await expect.poll(() => countBy(client, 9), MINUTE).toBe(3)
  })

  test('a part of a Valkey in cluster mode: its replica takes its place', async () => {
    const members = await TestValkey.startCluster(1)
    onTestFinished(async () => {
      for (const member of members) await member.stop()
    })
    const url = members.map((member) => member.url).join(',')
    const nodes = await startNodes([url, url])
    const [one, other] = await openAt(nodes)
    if (!one || !other) throw new Error('There are two.')
    const primaries = members.filter((member) => member.ask('ROLE').startsWith('master'))
    // Each has a third of the swarms: this one that of the test, and so what nodes ask for.
    const [key = ''] = primaries
      .map((each) => each.ask('--scan', '--pattern', 'shoal:s:*'))
      .filter((found) => found !== '')
    const holder = primaries.find((each) => each.ask('--scan', '--pattern', 'shoal:s:*') === key)
    await holder?.kill()
    await expect
      .poll(
        () => members.filter((member) => member !== holder && member.ask('ROLE').startsWith('master')).length,
        MINUTE,
      )
      .toBe(3)
    for (const node of nodes) await expect.poll(() => node.health(), MINUTE).toMatchObject({ status: 'ok' })
    await introduceSometime(one, other)
    await introduceSometime(other, one)
    const [third] = await startNodes([url])
    const client = await TrackerClient.open(third ?? { url: '' })
    await expect.poll(() => countBy(client, 9), MINUTE).toBe(3)
  })

  test('a node that is killed: its peers are gone within a minute', async () => {
    const valkey = await startValkey()
    const nodes = await startNodes([valkey.url, valkey.url])
    const [one] = await openAt(nodes)
    if (!one) throw new Error('There are two.')
    nodes[1]?.signal('SIGKILL')
    await expect.poll(() => countBy(one.client, one.number), MINUTE).toBe(1)
  })

  test('a node that is stopped: its sockets are sent away one by one, and it says so', async () => {
    const valkey = await startValkey()
    const [stays] = await startNodes([valkey.url])
    const [goes] = await startNodes([valkey.url], { DRAIN: '4' })
    if (!stays || !goes) throw new Error('There are two.')
    const clients = await Promise.all(Array.from({ length: 12 }, () => TrackerClient.open(goes)))
    const closedAt = clients.map(async ({ closed }) => closed.then((code) => ({ code, at: Date.now() })))
    const swarm = `info_hash=${'a'.repeat(20)}`
    const peer = `${swarm}&peer_id=${'b'.repeat(20)}&port=1000&left=1`
    await fetch(new URL(`announce?${peer}`, goes.url))
    await fetch(new URL(`announce?${swarm}&peer_id=${'c'.repeat(20)}&port=1001&left=1`, stays.url))
    const scraped = async ({ url }: { readonly url: string }) =>
      (await fetch(new URL(`scrape?${swarm}`, url))).text()
    // Both know each other by then: a node that is still alone has nobody to leave anything to.
    for (const node of [goes, stays])
      await expect.poll(() => scraped(node), MINUTE).toContain('10:incompletei2e')
    goes.signal('SIGTERM')
    await expect.poll(() => goes.health(), MINUTE).toEqual({ code: 503, status: 'draining' })
    const asked = async (): Promise<number> => (await fetch(new URL(`announce?${peer}`, goes.url))).status
    await expect.poll(asked, { interval: 50 }).toBe(503)
    const refused = new TrackerClient(new URL('announce', goes.url.replace('http', 'ws')).href)
    expect(await refused.closed).toBe(1006)
    const closes = await Promise.all(closedAt)
    expect(new Set(closes.map(({ code }) => code))).toEqual(new Set([1001]))
    const times = closes.map(({ at }) => at)
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(1_000)
    expect(await goes.exited).toBe(0)
    await expect.poll(() => scraped(stays), MINUTE).toContain('10:incompletei2e')
    expect((await stays.health()).status).toBe('ok')
  })

  test('a node’s way to Valkey: the others take it for gone, and it comes back with all it has', async () => {
    const valkey = await startValkey()
    const way = await Way.to(valkey.port)
    onTestFinished(() => way.close())
    const nodes = await startNodes([valkey.url, `redis://127.0.0.1:${way.port}`])
    const [one, other] = await openAt(nodes)
    if (!one || !other) throw new Error('There are two.')
    way.block()
    await expect.poll(() => countBy(one.client, one.number), MINUTE).toBe(1)
    await expect.poll(async () => nodes[1]?.health(), MINUTE).toMatchObject({ status: 'degraded' })
    expect((await nodes[0]?.health())?.status).toBe('ok')
    way.unblock()
    await expect.poll(() => countBy(one.client, one.number), MINUTE).toBe(2)
    await expect.poll(() => countBy(other.client, other.number), MINUTE).toBe(2)
    await introduceSometime(other, one)
    await introduceSometime(one, other)
  })
})

type At = Parameters<typeof introduce>[0]

/** Offers again and again, as clients do, until one comes through: what is lost meanwhile is lost. */
async function introduceSometime(from: At, to: At): Promise<void> {
  await expect
    .poll(async () => {
      from.client.send(announceBy(from.number, { offers: [100] }))
      await sleep(100)
      return (await to.client.settled()).map(({ kind }) => kind)
    }, MINUTE)
    .toContain('offer')
  await introduce(from, to, 200)
}
