import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { NO_PAGE_LIMITS } from '../../../src/core/limits.ts'
import { makeFile, MB, sha1OfFile } from '../../support/files.ts'
import { startOrigin, type Manner } from '../../support/originServer.ts'
import { give, open, reaches, shareOf, startPeer, take } from '../support/nodePeers.ts'
import { startTestServer, temporaryFolder } from '../support/testServer.ts'

/* Engines in Node behind which a publisher's web server stands; how a page says what is wrong with it is in tests/e2e. */

const PATIENCE = { timeout: 60_000 }

/** A file on a web server, somebody who gives it and has told of the copy, and somebody who has not opened the link. */
async function publish(seed: string) {
  const { url } = await startTestServer()
  const folder = temporaryFolder()
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 3 * MB, seed)
  const origin = await startOrigin({ 'film.bin': path })
  onTestFinished(() => origin.stop())
  const giver = await startPeer(url, join(folder, 'giver'))
  const { id } = await give(giver.engine, path)
  await giver.engine.addWebSeed(id, `${origin.url}film.bin`)
  const { link } = shareOf(giver.engine)
  const taker = await startPeer(url, join(folder, 'taker'))
  const fetched = () => sha1OfFile(join(folder, 'taker', shareOf(taker.engine).infoHash ?? '', 'film.bin'))
  return {
    origin,
    giver: giver.engine,
    leave: () => giver.stop(),
    id,
    link,
    taker: taker.engine,
    fetched,
    sha1,
  }
}

const MANNERS: readonly Manner[] = [
  'is broken',
  'lies',
  'ignores ranges',
  'crawls',
  'breaks off',
  'is silent',
]

test.each(MANNERS)('a web server that %s harms nobody who has peers', async (manner) => {
  const { origin, giver, link, taker, fetched, sha1 } = await publish(manner)
  // Slow enough that the web server is asked for what is due.
  giver.limit({ ...NO_PAGE_LIMITS, give: 2 * MB })
  origin.manner = manner
  const before = origin.requests.length
  await take(taker, link)
  const { id, infoHash } = shareOf(taker)
  taker.playing(id, 0, { ahead: 0, rate: MB })
  const reading = taker.read(infoHash ?? expect.fail('It is known.'), 0)
  await reading?.read(0, 1)
  await reaches(taker, 'seeding')
  expect(await fetched()).toBe(sha1)
  expect(origin.requests.length).toBeGreaterThan(before)
})

test('of a web server that lies nothing is kept', async () => {
  const { origin, giver, id, link, taker, fetched, sha1 } = await publish('nobody else')
  const known = open(taker, link ?? '')
  await reaches(taker, 'ready')
  giver.pause(id)
  origin.manner = 'lies'
  await taker.download(known)
  await expect.poll(() => shareOf(taker).origins[0]?.why, PATIENCE).toEqual({ code: 'origin-false' })
  expect(shareOf(taker).progress).toBe(0)
  giver.resume(id)
  await reaches(taker, 'seeding')
  expect(await fetched()).toBe(sha1)
})
