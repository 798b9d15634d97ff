import { expect, test } from 'vitest'
import { makeMetainfo, torrentFileOf } from '../../../src/torrent/metainfo.ts'
import { fetchInNode } from '../../support/node/nodePeer.ts'
import { CountedPeer } from '../support/countedPeer.ts'
import { startTestServer, temporaryFolder } from '../support/testServer.ts'

/* Two people who are in several shares need one connection: real WebRTC between engines in Node, by a real tracker. */

const PATIENCE = { timeout: 30_000 }

function two(url: string): Promise<[CountedPeer, CountedPeer]> {
  const start = () => CountedPeer.start(url, temporaryFolder())
  return Promise.all([start(), start()])
}

function contentOf(name: string): string {
  return name.repeat(2000)
}

function trackerOf(url: string): string {
  return new URL('announce', url.replace(/^http/, 'ws')).href
}

test('twenty shares between two people go over one connection, whoever gives them', async () => {
  const { url } = await startTestServer()
  const [ann, ben] = await two(url)
  const names = Array.from({ length: 10 }, (_, at) => `film ${at}`)
  const ofAnn = await Promise.all(names.map((name) => ann.give(name, contentOf(`Ann's ${name}`))))
  const ofBen = await Promise.all(names.map((name) => ben.give(name, contentOf(`Ben's ${name}`))))
  const [atBen, atAnn] = await Promise.all([
    Promise.all(ofAnn.map(({ link }) => ben.take(link))),
    Promise.all(ofBen.map(({ link }) => ann.take(link))),
  ])
  expect(atBen).toEqual(names.map((name) => contentOf(`Ann's ${name}`)))
  expect(atAnn).toEqual(names.map((name) => contentOf(`Ben's ${name}`)))
  await expect.poll(() => [ann.connected.length, ben.connected.length], PATIENCE).toEqual([1, 1])
  // Where both have connected at once, shares are still moving to the connection that stays.
  await expect
    .poll(() => ann.engine.shares().map(({ peers }) => peers.length), PATIENCE)
    .toEqual(Array<number>(20).fill(1))

  // One that ends leaves the others as they are; the last takes the connection with it.
  const [first, ...others] = ann.engine.shares().map(({ id }) => id)
  ann.engine.pause(first ?? '')
  await expect
    .poll(() => ben.engine.shares().filter(({ peers }) => peers.length === 1).length, PATIENCE)
    .toBe(19)
  expect([ann.connected.length, ben.connected.length]).toEqual([1, 1])
  for (const id of others) ann.engine.pause(id)
  await expect.poll(() => [ann.connected.length, ben.connected.length], PATIENCE).toEqual([0, 0])
}, 90_000)

test('of more shares than one connection carries, the rest go over another', async () => {
  const { url } = await startTestServer()
  const [ann, ben] = await two(url)
  const names = Array.from({ length: 65 }, (_, at) => `film ${at}`)
  const given = await Promise.all(names.map((name) => ann.give(name, name)))
  expect(await Promise.all(given.map(({ link }) => ben.take(link)))).toEqual(names)
  await expect.poll(() => [ann.connected.length, ben.connected.length], PATIENCE).toEqual([2, 2])
}, 90_000)

test('the second share comes without a word of the tracker', async () => {
  const site = await startTestServer()
  const [ann, ben] = await two(site.url)
  const first = await ann.give('first', contentOf('first'))
  expect(await ben.take(first.link)).toBe(contentOf('first'))
  await site.stop()
  const second = await ann.give('second', contentOf('second'))
  expect(await ben.take(second.link)).toBe(contentOf('second'))
  expect([ann.connected.length, ben.connected.length]).toEqual([1, 1])
})

test('with somebody there who has it, a share makes no connections for strangers', async () => {
  const { url } = await startTestServer()
  const [ann, ben] = await two(url)
  const first = await ann.give('first', contentOf('first'))
  await ben.take(first.link)
  await expect.poll(() => ann.share(first.id).peers.length, PATIENCE).toBe(1)
  const before = [ann.made, ben.made]
  for (const name of ['second', 'third']) {
    const { link } = await ann.give(name, contentOf(name))
    expect(await ben.take(link)).toBe(contentOf(name))
  }
  expect([ann.made, ben.made]).toEqual(before)
})

test('a connection that dies ends all that goes over it, and all of it comes back over one', async () => {
  const { url } = await startTestServer()
  const [ann, ben] = await two(url)
  const names = ['one', 'two', 'three', 'four']
  const given = await Promise.all(names.map((name) => ann.give(name, contentOf(name))))
  // As one who comes later, and waits for a click: a seed has no use for another.
  const opened = given.map(({ link }) => ben.open(link))
  for (const id of opened) await ben.reaches(id, 'ready')
  await expect.poll(() => ben.connected.length, PATIENCE).toBe(1)
  const [dying] = ben.connected
  dying?.close()
  await expect.poll(() => ann.engine.shares().filter(({ peers }) => peers.length > 0).length).toBe(0)
  await expect
    .poll(() => opened.map((id) => ben.share(id).peers.length), PATIENCE)
    .toEqual(names.map(() => 1))
  await expect.poll(() => [ann.connected.length, ben.connected.length], PATIENCE).toEqual([1, 1])
  for (const [at, id] of opened.entries()) {
    await ben.engine.download(id)
    await ben.reaches(id, 'seeding')
    expect(await (await ben.engine.fileBlob(id, 0)).text()).toBe(contentOf(names[at] ?? ''))
  }
}, 90_000)

test('a private share is given over a connection that is there to whom its tracker has named, and to nobody else', async () => {
  const [site, other] = [await startTestServer(), await startTestServer()]
  const [ann, ben] = await two(site.url)
  const mal = await CountedPeer.start(other.url, temporaryFolder())
  const open = await ann.give('open', contentOf('open'))
  const also = await ann.give('also open', contentOf('also open'))
  expect(await ben.take(open.link)).toBe(contentOf('open'))
  // Mal knows the site's tracker for the open share alone.
  const host = new URL(site.url).host
  const tracker = trackerOf(site.url)
  const met = mal.open(
    `${other.url}#magnet:?xt=urn:btih:${open.infoHash ?? ''}&tr=${encodeURIComponent(tracker)}`,
  )
  mal.engine.contact(met, [host])
  await expect.poll(() => mal.share(met).peers.length, PATIENCE).toBe(2)

  const metainfo = await makeMetainfo({
    name: 'private',
    pieceLength: 16_384,
    pieces: new Uint8Array(20),
    files: [{ path: ['private'], length: 1 }],
    single: true,
    private: true,
  })
  const file = torrentFileOf(metainfo, [tracker], [])
  const [atAnn, atBen] = [await ann.engine.openTorrentFile(file), await ben.engine.openTorrentFile(file)]
  await expect.poll(() => ben.share(atBen).peers.length, PATIENCE).toBe(1)
  await expect.poll(() => ben.connected.length, PATIENCE).toBe(2)

  // What is open Mal gets by knowing its info hash, over the connection to Ann: she was asked, and that is heard.
  expect(await mal.take(`${other.url}#${also.infoHash ?? ''}`)).toBe(contentOf('also open'))
  const inVain = mal.open(`${other.url}#${metainfo.infoHash}`)
  expect(await mal.take(`${other.url}#${(await ann.give('third', contentOf('third'))).infoHash ?? ''}`)).toBe(
    contentOf('third'),
  )
  expect(mal.share(inVain).peers).toEqual([])
  expect(ann.share(atAnn).peers).toHaveLength(1)
}, 90_000)

test('a plain client has a connection of its own, beside the one of two who know each other', async () => {
  const site = await startTestServer()
  const [ann, ben] = await two(site.url)
  const given = await Promise.all(['one', 'two'].map((name) => ann.give(name, contentOf(name))))
  for (const { link } of given) await ben.take(link)
  const plain = fetchInNode(trackerOf(site.url), given[0]?.magnet ?? '', temporaryFolder())
  try {
    expect(Object.keys((await plain.told('done')).files)).toEqual(['one'])
    // It may have fetched from Ben, and meet Ann a moment later.
    await expect.poll(() => ann.connected.length, PATIENCE).toBe(2)
  } finally {
    await plain.stop()
  }
})
