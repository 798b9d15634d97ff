import { randomBytes, createHash } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'bittorrent-dht'
import { expect, onTestFinished, test } from 'vitest'
import { dhtOfTest, startClassic } from '../server/peer/classic/support.ts'
import { startTestServer, temporaryFolder } from '../server/support/testServer.ts'
import { NodeEngine } from '../support/nodeEngine.ts'
import { ClassicPeer, startAria } from './classicClients.ts'
import { freePort, hasContent } from './clients.ts'
import { torrentOf } from './privateTorrent.ts'

/* The keeper as a bridge between libtorrent and who speaks WebRTC alone, as a page does. */

const CONTENT = randomBytes(3_000_000)
const NAME = 'shared.bin'
const FILES = { [NAME]: createHash('sha1').update(CONTENT).digest('hex') }
const LIMITS = { KEEPER: '50MB', KEEPER_FOR: 'everybody', BRIDGE: 'everybody', BRIDGE_PORT: '0' }

async function startSite(
  dht: { readonly host: string; readonly port: number },
  more: Record<string, string> = {},
) {
  const BRIDGE_DHT = `${dht.host}:${dht.port}`
  const environment = { ...LIMITS, BRIDGE_DHT, BRIDGE_NEAR: 'yes', ...more }
  const site = await startTestServer({ environment, settings: { dataDir: temporaryFolder() } })
  const offer = async () => {
    const config = (await (await fetch(`${site.url}config.json`)).json()) as { keeper: unknown }
    return config.keeper
  }
  await expect.poll(offer, { timeout: 60_000 }).toMatchObject({ bridges: true, isUp: true })
  return site
}

async function ask(site: string, link: string): Promise<{ status: number; json: Record<string, unknown> }> {
  const response = await fetch(`${site}api/keeper/shares`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ link, bridge: true }),
  })
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

async function stateOf(site: string, infoHash: string): Promise<unknown> {
  const response = await fetch(`${site}api/keeper/shares/${infoHash}`)
  const { state, failure } = (await response.json()) as { state: unknown; failure: unknown }
  return failure ?? state
}

async function seeded(dht: {
  readonly host: string
  readonly port: number
  readonly heard: readonly string[]
}) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, NAME), CONTENT)
  const torrent = torrentOf(NAME, CONTENT, false)
  const port = await freePort()
  const seed = new ClassicPeer({ what: torrent.write(folder), folder, port, dht })
  await seed.says(({ isSeeding }) => isSeeding)
  await expect.poll(() => dht.heard, { timeout: 60_000 }).toContain(torrent.infoHash)
  return { infoHash: torrent.infoHash }
}

test('what libtorrent alone has comes through the keeper, while it arrives there', async () => {
  const dht = await dhtOfTest()
  const { infoHash } = await seeded(dht)
  const site = await startSite(dht)
  const page = await NodeEngine.start(site.url, temporaryFolder())
  onTestFinished(() => page.stop())
  const id = page.open(infoHash)
  expect(await ask(site.url, `magnet:?xt=urn:btih:${infoHash}`)).toMatchObject({ status: 200 })
  expect(await page.fetch(id)).toEqual(FILES)
  expect(page.peers.some((peer) => peer.includes(':'))).toBe(false)
  await expect.poll(() => stateOf(site.url, infoHash), { timeout: 60_000 }).toBe('kept')
})

test('what a page gave, and the keeper keeps, libtorrent gets when the page has gone', async () => {
  const dht = await dhtOfTest()
  const site = await startSite(dht)
  const page = await NodeEngine.start(site.url, temporaryFolder())
  const folder = temporaryFolder()
  writeFileSync(join(folder, NAME), CONTENT)
  const link = await page.give(join(folder, NAME), NAME)
  const infoHash = new URL(link).hash.slice(1)
  expect(await ask(site.url, link)).toMatchObject({ status: 200 })
  await expect.poll(() => stateOf(site.url, infoHash), { timeout: 60_000 }).toBe('kept')
  await page.stop()

  const empty = temporaryFolder()
  const what = `magnet:?xt=urn:btih:${infoHash}`
  const taker = new ClassicPeer({ what, folder: empty, port: await freePort(), dht })
  await taker.says(({ progress }) => progress === 1)
  await hasContent(join(empty, NAME), CONTENT)
})

test('what aria2 alone has comes through the keeper, and goes from there to aria2', async () => {
  const dht = await dhtOfTest()
  const folder = temporaryFolder()
  writeFileSync(join(folder, NAME), CONTENT)
  const { infoHash, ...torrent } = torrentOf(NAME, CONTENT, false)
  await startAria({ torrent: torrent.write(folder), folder, port: await freePort(), dht })
  await expect.poll(() => dht.heard, { timeout: 120_000 }).toContain(infoHash)
  const site = await startSite(dht)
  expect(await ask(site.url, infoHash)).toMatchObject({ status: 200 })
  const page = await NodeEngine.start(site.url, temporaryFolder())
  onTestFinished(() => page.stop())
  expect(await page.fetch(page.open(infoHash))).toEqual(FILES)

  const other = await dhtOfTest()
  const giving = await startSite(other)
  const giver = await NodeEngine.start(giving.url, temporaryFolder())
  const link = await giver.give(join(folder, NAME), NAME)
  expect(await ask(giving.url, link)).toMatchObject({ status: 200 })
  const given = new URL(link).hash.slice(1)
  await expect.poll(() => stateOf(giving.url, given), { timeout: 60_000 }).toBe('kept')
  await giver.stop()
  const empty = temporaryFolder()
  const what = `magnet:?xt=urn:btih:${given}`
  await startAria({ torrent: what, folder: empty, port: await freePort(), dht: other })
  await hasContent(join(empty, NAME), CONTENT)
})

test('what is too large is not fetched, nor anything near where no setting allows it', async () => {
  const dht = await dhtOfTest()
  const { infoHash } = await seeded(dht)
  const small = await startSite(dht, { BRIDGE_SIZE: '2MB' })
  await ask(small.url, infoHash)
  await expect.poll(() => stateOf(small.url, infoHash)).toBe('too-large')

  const lonely = await dhtOfTest()
  const careful = await startSite(lonely, { BRIDGE_NEAR: 'no' })
  await ask(careful.url, infoHash)
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  expect(lonely.heard).toEqual([])
  expect(await stateOf(careful.url, infoHash)).toBe('waiting')
})

test('a private torrent is refused', async () => {
  const dht = await dhtOfTest()
  const site = await startSite(dht)
  // libtorrent would not give the metadata of one.
  const torrent = torrentOf(NAME, CONTENT, true)
  const path = torrent.write(temporaryFolder(), 'http://127.0.0.1:9/announce')
  const holder = await startClassic()
  await holder.openTorrent(readFileSync(path))
  // Somebody tells the DHT of it all the same.
  announceInDht(dht, torrent.infoHash, holder.port)
  await ask(site.url, torrent.infoHash)
  await expect.poll(() => stateOf(site.url, torrent.infoHash), { timeout: 60_000 }).toBe('refused')
})

function announceInDht(
  { host, port }: { readonly host: string; readonly port: number },
  infoHash: string,
  at: number,
): void {
  const teller = new Client({ bootstrap: [`${host}:${port}`], socket: createSocket('udp4') })
  onTestFinished(() => new Promise<void>((resolve) => teller.destroy(resolve)))
  teller.listen(0, host)
  teller.once('ready', () => teller.announce(infoHash, at))
}
