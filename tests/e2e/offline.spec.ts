import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeFile, sha1OfFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** What the browser's console says of a site that is out of reach. */
const OUT_OF_REACH = [/ERR_CONNECTION_REFUSED/, /WebSocket connection to/, /Failed to load resource/]

/** The files are fetched one after the other, by whatever the machine has to spare. */
const SLOW_MS = 240_000

/** Whether the page's own files are all kept: the page itself comes last of them. */
function isKept(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const cache = await caches.open('shoal-shell')
    return navigator.serviceWorker.controller !== null && (await cache.match('/')) !== undefined
  })
}

test('home, the library and what was fetched are there without a network', async ({
  newSite,
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'kept.bin')
  await makeFile(path, 300_000, 'without a network')
  const site = await newSite()
  const giver = await newPeer({ site, expectedTrouble: OUT_OF_REACH })
  const given = await giver.chooseFiles(path)
  const taker = await newVisitor({ site, keepsShell: true, expectedTrouble: OUT_OF_REACH })
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')
  await expect.poll(() => isKept(taker.page), { timeout: SLOW_MS }).toBe(true)
  await giver.leave()
  await site.stop()

  await taker.page.reload()
  await taken.reaches('seeding')
  await expect(taken.heading).toHaveText('kept.bin')
  expect(await taken.save()).toEqual({ name: 'kept.bin', sha1: await sha1OfFile(path) })

  await taker.page.goto(site.url)
  await expect(taker.page.getByRole('heading', { name: 'Drop files to send them' })).toBeVisible()
  await taker.share().reaches('seeding')
  await expect(taker.page.getByRole('link', { name: 'kept.bin' })).toBeVisible()
})

test('an update of the site is there at the next visit, and what it no longer needs is gone', async ({
  newVisitor,
}) => {
  const visitor = await newVisitor({ keepsShell: true })
  const { page } = visitor
  await visitor.home()
  await expect.poll(() => isKept(page), { timeout: SLOW_MS }).toBe(true)
  // As an older version of the site left it.
  await page.evaluate(async () => {
    const cache = await caches.open('shoal-shell')
    const html = { headers: { 'Content-Type': 'text/html' } }
    await cache.put('/', new Response('<title>Before</title>', html))
    await cache.put('/assets/before.js', new Response('before'))
  })
  await page.reload()
  await expect(page).toHaveTitle(/Shoal/)
  const paths = () =>
    page.evaluate(async () => {
      const cache = await caches.open('shoal-shell')
      return (await cache.keys()).map(({ url }) => new URL(url).pathname)
    })
  await expect.poll(paths, { timeout: SLOW_MS }).not.toContain('/assets/before.js')
  const kept = await paths()
  expect(kept).toContain('/')
  // Nothing of the site's answers, of what it publishes or of shares.
  expect(kept.filter((path) => !/^\/$|^\/assets\//.test(path))).toEqual([])
})
