import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NO_LIMITS } from '../../../src/core/limits.ts'
import { makeFile, MB } from '../../support/files.ts'
import { give, open, shareOf, startPeer, take } from '../support/nodePeers.ts'
import { startTestServer, temporaryFolder } from '../support/testServer.ts'

/** A swarm whose trackers are gone: real WebRTC between engines in Node. */

const SLOW = { ...NO_LIMITS, give: 20_000 }

test('those who know one and the same peer meet each other when no tracker answers any more', async () => {
  const [site, otherSite] = [await startTestServer(), await startTestServer()]
  const folder = temporaryFolder()
  const path = join(folder, 'film.bin')
  await makeFile(path, MB, 'no tracker')
  const { engine: ann } = await startPeer(site.url, join(folder, 'ann'))
  const { id: given, infoHash, link } = await give(ann, path)
  ann.limitShare(given, SLOW)
  const both = new URL('announce', otherSite.url.replace(/^http/, 'ws')).href
  open(ann, `${site.url}#magnet:?xt=urn:btih:${infoHash ?? ''}&tr=${encodeURIComponent(both)}`)
  ann.contact(given, [new URL(otherSite.url).host])

  const others = await Promise.all(
    [site, site, site, otherSite, otherSite, otherSite, otherSite].map(
      async ({ url }, at) => (await startPeer(url, join(folder, `other ${at}`))).engine,
    ),
  )
  await Promise.all(others.map((engine) => take(engine, link)))
  // Ann knows everybody, and those of one site nobody of the other.
  await expect.poll(() => shareOf(ann).peers.length, { timeout: 30_000 }).toBe(7)
  expect(others.map((engine) => shareOf(engine).peers.length > 4)).not.toContain(true)

  await Promise.all([site.stop(), otherSite.stop()])
  await expect
    .poll(() => others.map((engine) => shareOf(engine).peers.length), { timeout: 120_000 })
    .toEqual(others.map(() => 7))
  ann.limitShare(given, NO_LIMITS)
  await expect
    .poll(() => others.map((engine) => shareOf(engine).state), { timeout: 60_000 })
    .toEqual(others.map(() => 'seeding'))
}, 300_000)
