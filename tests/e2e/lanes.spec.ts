import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { browserPath, HEADLESS_SHELL, CHROMIUM_FLAGS } from '../support/browsers.ts'
import { openConnections, rememberConnections } from '../support/connections.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { Lab, LAB_FLAGS } from '../support/lab/lab.ts'
import { Peer } from '../support/peer.ts'

/** Further connections between two pages, where the line loses packets. */

test.use({
  launchOptions: { executablePath: browserPath(HEADLESS_SHELL), args: [...CHROMIUM_FLAGS, ...LAB_FLAGS] },
})

const LINE = { upKbit: 20_000, downKbit: 20_000, delay: 15 }

test('two pages open more connections where packets get lost, and give them back when nothing moves', async ({
  browser,
  newSite,
  folder,
}) => {
  // STUN would tell addresses around the lab.
  const site = await newSite({ STUN_PORT: '0' })
  const path = join(folder, 'lossy.bin')
  await makeFile(path, 3 * MB, 'lossy')
  const lab = new Lab({ giver: { ...LINE, loss: 0.02 }, taker: { ...LINE, loss: 0.02 } })
  const contexts: BrowserContext[] = []
  const newPeer = async (host: string) => {
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    contexts.push(context)
    await context.addInitScript(rememberConnections)
    await lab.join(context, host)
    const peer = new Peer(context, await context.newPage(), site.url)
    await peer.home()
    return peer
  }
  const giver = await newPeer('giver')
  const given = await giver.chooseFiles(path)
  const taker = await newPeer('taker')
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  // What the torrent holds may come with the answer, before the connection is open.
  await expect.poll(() => openConnections(taker)).toBe(1)

  await taken.button('Download').click()
  await expect.poll(() => openConnections(taker), { timeout: 60_000 }).toBeGreaterThan(1)
  await taken.reaches('seeding')
  const { hosts } = await lab.report()
  expect(hosts['taker']?.received).toBeGreaterThan(3 * MB)

  await expect.poll(() => openConnections(taker), { timeout: 60_000 }).toBe(1)
  expect(await openConnections(giver)).toBe(1)
  expect([...giver.trouble, ...taker.trouble]).toEqual([])
  for (const context of contexts) await context.close()
  await lab.stop()
})

test('two pages on one machine need no more connections, however busy it is', async ({
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'near.bin')
  const sha1 = await makeFile(path, 10 * MB, 'near')
  const giver = await newVisitor()
  const taker = await newVisitor()
  for (const peer of [giver, taker]) await peer.context.addInitScript(rememberConnections)
  await giver.home()
  const given = await giver.chooseFiles(path)
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')
  const counts = await Promise.all(
    [giver, taker].map(({ page }) => page.evaluate(() => globalThis.connectionsMade?.length)),
  )
  // Offers for five peers each, which the tracker hands on, and the answer to one of them.
  for (const count of counts) expect(count).toBeLessThan(15)
  expect((await taken.save()).sha1).toBe(sha1)
})
