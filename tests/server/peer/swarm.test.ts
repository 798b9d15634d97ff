import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NO_LIMITS } from '../../../src/core/limits.ts'
import type { Engine } from '../../../src/swarm/engineApi.ts'
import { makeFile, MB, sha1OfFile } from '../../support/files.ts'
import { give, open, reaches, shareOf, startPeer, take } from '../support/nodePeers.ts'
import { startTestServer, temporaryFolder } from '../support/testServer.ts'

/** Everyone who has it gives it: real WebRTC between engines in Node, introduced by a real tracker. */

const PATIENCE = { timeout: 60_000 }

/** A folder with a film in it. */
async function filmIn(folder: string, size: number, seed: string) {
  const path = join(folder, 'film.bin')
  return { path, sha1: await makeFile(path, size, seed) }
}

function sha1Of(engine: Engine, folder: string): Promise<string> {
  return sha1OfFile(join(folder, shareOf(engine).infoHash ?? '', 'film.bin'))
}

test('a leecher gives on what it has, while it fetches the rest and afterwards', async () => {
  const { url } = await startTestServer()
  const folder = temporaryFolder()
  const { path, sha1 } = await filmIn(folder, 2 * MB, 'in a ring')
  const names = ['ann', 'ben', 'cid', 'dan', 'eve'] as const
  const home = (name: string) => join(folder, name)
  const start = (name: string) => startPeer(url, home(name))
  const [ann, ben, cid] = await Promise.all(names.slice(0, 3).map(start))
  if (!ann || !ben || !cid) return expect.fail('All have started.')
  const { id, link } = await give(ann.engine, path)
  await Promise.all([ben, cid].map(({ engine }) => take(engine, link)))
  for (const { engine } of [ben, cid]) await reaches(engine, 'seeding')
  expect(await Promise.all([sha1Of(ben.engine, home('ben')), sha1Of(cid.engine, home('cid'))])).toEqual([
    sha1,
    sha1,
  ])

  // The first stays, but gives nothing: whoever comes now gets it from those who fetched it.
  ann.engine.pause(id)
  const dan = await start('dan')
  await take(dan.engine, link)
  await reaches(dan.engine, 'seeding')
  expect(await sha1Of(dan.engine, home('dan'))).toBe(sha1)

  // And from one alone, when all others have left.
  for (const peer of [ann, ben, cid]) await peer.stop()
  const eve = await start('eve')
  await take(eve.engine, link)
  await reaches(eve.engine, 'seeding')
  expect(await sha1Of(eve.engine, home('eve'))).toBe(sha1)
}, 120_000)

test('when the seed leaves, those with a part know what they wait for; its coming back ends the waiting', async () => {
  const { url } = await startTestServer()
  const folder = temporaryFolder()
  const { path, sha1 } = await filmIn(folder, 3 * MB, 'again')
  const first = await startPeer(url, join(folder, 'first'))
  const { id, link } = await give(first.engine, path)
  first.engine.limitShare(id, { ...NO_LIMITS, ratio: 0.4 })
  const { engine: taken } = await startPeer(url, join(folder, 'taken'))
  await take(taken, link)
  await expect.poll(() => shareOf(taken).progress, PATIENCE).toBeGreaterThan(0.3)
  await first.stop()
  expect((await reaches(taken, 'waiting')).progress).toBeLessThan(0.5)
  // Known once the tracker was asked again.
  await expect.poll(() => shareOf(taken).situation, PATIENCE).toEqual({ kind: 'alone' })

  const { engine: late } = await startPeer(url, join(folder, 'late'))
  await take(late, link)
  await expect.poll(() => shareOf(late).situation, PATIENCE).toEqual({ kind: 'peers-without-data', peers: 1 })
  expect(shareOf(late).state).toBe('waiting')

  const { engine: back } = await startPeer(url, join(folder, 'back'))
  await give(back, path)
  for (const engine of [taken, late]) await reaches(engine, 'seeding')
  expect(await sha1Of(taken, join(folder, 'taken'))).toBe(sha1)
}, 120_000)

test('while the tracker is down a transfer goes on, and who has nobody knows why; once it is back a new peer joins', async () => {
  const site = await startTestServer()
  const folder = temporaryFolder()
  const { path, sha1 } = await filmIn(folder, 3 * MB, 'unhurt')
  const { engine: giver } = await startPeer(site.url, join(folder, 'giver'))
  const { id, link } = await give(giver, path)
  giver.limitShare(id, { ...NO_LIMITS, ratio: 0.4 })
  const taker = await startPeer(site.url, join(folder, 'taker'))
  await take(taker.engine, link)
  await expect.poll(() => shareOf(taker.engine).progress, PATIENCE).toBeGreaterThan(0.3)
  await site.stop()
  expect(shareOf(taker.engine).progress).toBeLessThan(0.5)
  giver.limitShare(id, NO_LIMITS)
  await reaches(taker.engine, 'seeding')
  expect(await sha1Of(taker.engine, join(folder, 'taker'))).toBe(sha1)

  await taker.stop()
  await expect.poll(() => shareOf(giver).situation.kind, PATIENCE).toBe('tracker-unreachable')
  const { url } = await startTestServer({ environment: { PORT: new URL(site.url).port } })
  await expect.poll(() => shareOf(giver).situation.kind, PATIENCE).toBe('alone')
  const { engine: late } = await startPeer(url, join(folder, 'late'))
  await take(late, link)
  await reaches(late, 'seeding')
}, 120_000)

test('a share that is here already learns the trackers of another link', async () => {
  const [site, other] = [await startTestServer(), await startTestServer()]
  const folder = temporaryFolder()
  const { path, sha1 } = await filmIn(folder, MB, 'elsewhere')
  const { engine: giver } = await startPeer(other.url, join(folder, 'giver'))
  const { infoHash, magnet } = await give(giver, path)
  const { engine: taker } = await startPeer(site.url, join(folder, 'taker'))
  const id = open(taker, `${site.url}#${infoHash ?? ''}`)
  await expect.poll(() => shareOf(taker).situation, PATIENCE).toEqual({ kind: 'alone' })
  expect(open(taker, `${site.url}#${magnet ?? ''}`)).toBe(id)
  taker.contact(id, [new URL(other.url).host])
  await reaches(taker, 'ready')
  await taker.download(id)
  await reaches(taker, 'seeding')
  expect(await sha1Of(taker, join(folder, 'taker'))).toBe(sha1)
}, 120_000)

test('reading a file that is not to be fetched fetches what is read, and chooses nothing', async () => {
  const { url } = await startTestServer()
  const folder = temporaryFolder()
  const shared = join(folder, 'both')
  await mkdir(shared)
  await makeFile(join(shared, 'chosen.bin'), MB, 'chosen')
  await makeFile(join(shared, 'left.bin'), 20 * MB, 'left')
  const { engine: giver } = await startPeer(url, join(folder, 'giver'))
  const { link } = await give(giver, shared)
  const { engine: taker } = await startPeer(url, join(folder, 'taker'))
  const id = open(taker, link ?? '')
  const { infoHash, files } = await reaches(taker, 'ready')
  const at = (name: string) => files.findIndex(({ path }) => path.at(-1) === name)
  taker.want(id, new Set([at('chosen.bin')]))
  await taker.download(id)
  await reaches(taker, 'seeding')

  const from = 3 * MB
  const reading = taker.read(infoHash ?? expect.fail('It is known.'), at('left.bin'))
  const bytes = (await reading?.read(from, from + 100)) ?? expect.fail('It can be read.')
  const whole = await readFile(join(shared, 'left.bin'))
  expect(bytes.length).toBeGreaterThan(0)
  expect(Buffer.from(bytes).equals(whole.subarray(from, from + bytes.length))).toBe(true)
  reading?.close()
  // What is close behind it may have come as well, the rest has not.
  const left = shareOf(taker).files[at('left.bin')]
  expect(left).toMatchObject({ wanted: false })
  expect(left?.progress).toBeGreaterThan(0)
  expect(left?.progress).toBeLessThan(0.6)
  expect(shareOf(taker)).toMatchObject({ state: 'seeding', progress: 1 })
}, 120_000)
