import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { localFiles } from '../../../server/peer/localFiles.ts'
import { startNodePeer } from '../../../server/peer/nodePeer.ts'
import { parseFragment } from '../../../src/core/invitation.ts'
import { NO_LIMITS } from '../../../src/core/limits.ts'
import type { Engine } from '../../../src/swarm/engineApi.ts'
import { makeFile, MB } from '../../support/files.ts'
import { startTestServer, temporaryFolder } from '../support/testServer.ts'

/** A swarm whose trackers are gone: real WebRTC between engines in Node. */

const SLOW = { ...NO_LIMITS, give: 20_000 }

async function started(site: string, folder: string): Promise<Engine> {
  const peer = await startNodePeer({ site, folder })
  onTestFinished(() => peer.stop())
  return peer.engine
}

function shareOf(engine: Engine) {
  return engine.shares()[0] ?? expect.fail('It has a share.')
}

function open(engine: Engine, link: string): string {
  return engine.open(parseFragment(new URL(link).hash.slice(1)) ?? expect.fail('It is a link.'))
}

async function joined(engine: Engine, link: string): Promise<void> {
  const id = open(engine, link)
  await expect.poll(() => shareOf(engine).state, { timeout: 30_000 }).toBe('ready')
  await engine.download(id)
}

test('those who know one and the same peer meet each other when no tracker answers any more', async () => {
  const [site, otherSite] = [await startTestServer(), await startTestServer()]
  const folder = temporaryFolder()
  const path = join(folder, 'film.bin')
  await makeFile(path, MB, 'no tracker')
  const ann = await started(site.url, join(folder, 'ann'))
  const given = ann.addFiles(await localFiles(path), 'film.bin')
  await expect.poll(() => shareOf(ann).state, { timeout: 30_000 }).toBe('seeding')
  ann.limitShare(given, SLOW)
  const { infoHash, link } = shareOf(ann)
  const both = new URL('announce', otherSite.url.replace(/^http/, 'ws')).href
  open(ann, `${site.url}#magnet:?xt=urn:btih:${infoHash ?? ''}&tr=${encodeURIComponent(both)}`)
  ann.contact(given, [new URL(otherSite.url).host])

  const others = await Promise.all(
    [site, site, site, otherSite, otherSite, otherSite, otherSite].map(({ url }, at) =>
      started(url, join(folder, `other ${at}`)),
    ),
  )
  await Promise.all(others.map((engine) => joined(engine, link ?? '')))
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
