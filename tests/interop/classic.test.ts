import { randomBytes, createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ClassicNetworkOptions } from '../../server/peer/classic/classicNetwork.ts'
import { dhtOfTest, startNeighbour } from '../server/peer/classic/support.ts'
import { startTestServer, temporaryFolder } from '../server/support/testServer.ts'
import { NodeEngine } from '../support/nodeEngine.ts'
import { ClassicPeer, startAria } from './classicClients.ts'
import { freePort, hasContent, ownAddress, Transmission } from './clients.ts'
import { torrentOf } from './privateTorrent.ts'

/*
 * The peer in Node with programs of ordinary BitTorrent: TCP, trackers, the DHT, peers that tell of peers, and those in
 * the same network.
 */

const CONTENT = randomBytes(2_000_000)
const NAME = 'shared.bin'
const FILES = { [NAME]: createHash('sha1').update(CONTENT).digest('hex') }

async function started(classic: Partial<ClassicNetworkOptions> = {}): Promise<NodeEngine> {
  const { url } = await startTestServer()
  const engine = await NodeEngine.start(url, temporaryFolder(), {
    port: 0,
    policy: { near: true },
    dht: null,
    dhtFile: null,
    local: false,
    ...classic,
  })
  onTestFinished(() => engine.stop())
  return engine
}

/** A torrent with a tracker of its own, and a folder that has its file. */
async function shared() {
  const { port } = await startTestServer({ environment: { HOST: '0.0.0.0', TRACKER_HTTP_INTERVAL: '5' } })
  const folder = temporaryFolder()
  writeFileSync(join(folder, NAME), CONTENT)
  const torrent = torrentOf(NAME, CONTENT, false)
  const path = torrent.write(folder, `http://${ownAddress()}:${port}/announce`)
  return { torrent, path, folder, bytes: readFileSync(path) }
}

function emptyFolder(): string {
  const folder = join(temporaryFolder(), 'downloads')
  mkdirSync(folder)
  return folder
}

type Start = (torrent: string, folder: string) => Promise<unknown>

const PROGRAMS: readonly (readonly [name: string, start: Start])[] = [
  [
    'libtorrent',
    async (what, folder) => new ClassicPeer({ what, folder, host: '0.0.0.0', port: await freePort() }),
  ],
  ['Transmission', async (torrent, folder) => new Transmission(torrent, folder, await freePort())],
  ['aria2', async (torrent, folder) => startAria({ torrent, folder, port: await freePort() })],
]

test.each(PROGRAMS)('%s gives over TCP, found by a tracker, and gets', async (_name, start) => {
  const { path, folder, bytes } = await shared()
  await start(path, folder)
  const ann = await started()
  expect(await ann.fetch(await ann.openTorrent(bytes))).toEqual(FILES)

  // The other way round: what this peer has, and nobody else.
  const other = await shared()
  const giver = await started()
  const id = await giver.openTorrent(other.bytes)
  const seed = new ClassicPeer({
    what: other.path,
    folder: other.folder,
    host: '0.0.0.0',
    port: await freePort(),
  })
  expect(await giver.fetch(id)).toEqual(FILES)
  seed.kill()
  const empty = emptyFolder()
  await start(other.path, empty)
  await hasContent(join(empty, NAME), CONTENT)
})

test('a magnet link is found by the DHT, from libtorrent and by it', async () => {
  const dht = await dhtOfTest()
  const folder = temporaryFolder()
  writeFileSync(join(folder, NAME), CONTENT)
  const torrent = torrentOf(NAME, CONTENT, false)
  const seed = new ClassicPeer({ what: torrent.write(folder), folder, port: await freePort(), dht })
  await expect.poll(() => dht.heard, { timeout: 60_000 }).toContain(torrent.infoHash)
  const magnet = `magnet:?xt=urn:btih:${torrent.infoHash}`
  const ann = await started({ host: '127.0.0.1', dht: [`${dht.host}:${dht.port}`] })
  expect(await ann.fetch(ann.open(magnet))).toEqual(FILES)
  seed.kill()

  const empty = emptyFolder()
  const taker = new ClassicPeer({ what: magnet, folder: empty, port: await freePort(), dht })
  await taker.says(({ progress }) => progress === 1)
  await hasContent(join(empty, NAME), CONTENT)
})

/** A torrent without a tracker, and a folder that has its file. */
function alone() {
  const folder = temporaryFolder()
  writeFileSync(join(folder, NAME), CONTENT)
  const torrent = torrentOf(NAME, CONTENT, false)
  const path = torrent.write(folder)
  return { torrent, path, folder, bytes: readFileSync(path) }
}

const HOST = '127.0.0.1'

test('libtorrent tells of peers, and is told of them', async () => {
  const { torrent, path, folder, bytes } = alone()
  const neighbour = await startNeighbour()
  // So slow that nobody is done before all have met.
  const slow = '--upload=20000'
  const more = ['--pex', slow]
  // It hears of nobody, and so connects to nobody by itself.
  const seed = { host: HOST, port: await freePort() }
  new ClassicPeer({ what: path, folder, ...seed, more: [slow] })
  const known = { host: HOST, port: await freePort() }
  const taker = new ClassicPeer({
    what: path,
    folder: emptyFolder(),
    ...known,
    more: [...more, `--peer=${HOST}:${seed.port}`],
  })
  // It tells a newcomer of those alone that it has met, and of later ones a minute after.
  await taker.says(({ progress }) => progress > 0)

  const ann = await started({ host: HOST, local: true })
  const fetched = ann.fetch(await ann.openTorrent(bytes))
  fetched.catch(() => undefined)
  const search = `BT-SEARCH * HTTP/1.1\r\nPort: ${known.port}\r\nInfohash: ${torrent.infoHash}\r\n\r\n`
  // What is called into a network may be lost, or come before anybody listens.
  const called = () => {
    neighbour.say(search)
    return ann.peers
  }
  await expect.poll(called, { timeout: 60_000, interval: 2_000 }).toContain(`${HOST}:${known.port}`)
  await expect.poll(() => ann.peers, { timeout: 60_000 }).toContain(`${HOST}:${seed.port}`)

  const stranger = new ClassicPeer({
    what: path,
    folder: emptyFolder(),
    host: HOST,
    port: await freePort(),
    more: [...more, `--peer=${HOST}:${ann.port}`],
  })
  const others = [seed.port, known.port]
  await stranger.says(({ peers }) => others.every((other) => peers.some(({ port }) => port === other)))
})

test('libtorrent and this peer call each other in the same network', async () => {
  const one = alone()
  const seed = new ClassicPeer({
    what: one.path,
    folder: one.folder,
    port: await freePort(),
    more: ['--lsd'],
  })
  await seed.says(({ isSeeding }) => isSeeding)
  const ann = await started({ host: HOST, local: true })
  expect(await ann.fetch(await ann.openTorrent(one.bytes))).toEqual(FILES)

  // The other way round: this one is there before, and hears libtorrent.
  seed.kill()
  await expect.poll(() => ann.peers).toEqual([])
  const empty = emptyFolder()
  new ClassicPeer({ what: one.path, folder: empty, port: await freePort(), more: ['--lsd'] })
  await hasContent(join(empty, NAME), CONTENT)
})
