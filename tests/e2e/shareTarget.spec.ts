import { join } from 'node:path'
import { ELSEWHERE } from '../support/browsers.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'

/** What the system shares with the installed page: a form with files, sent to an address of the site. */

/** The files are fetched one after the other, by whatever the machine has to spare. */
const SLOW_MS = 240_000

/** Another site that sends what the system would. */
async function send(peer: Peer, site: string, files: readonly string[], text = ''): Promise<void> {
  const { page } = peer
  const body = `<form method="post" enctype="multipart/form-data" action="${site}share-target">
    <input type="file" name="files" multiple aria-label="Files" /><input name="text" value="${text}" /><button>Send</button></form>`
  const address = `http://${ELSEWHERE}/form`
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto(address)
  await page.getByLabel('Files').setInputFiles([...files])
  await page.getByRole('button', { name: 'Send' }).click()
}

/** As installed: a window of its own, which a browser without windows has not. */
async function becomesApp({ page }: Peer): Promise<void> {
  await page.addInitScript(() => {
    const asks = window.matchMedia.bind(window)
    window.matchMedia = (query) => asks(query === '(display-mode: standalone)' ? 'all' : query)
  })
}

/** Waits for the service worker that takes what is shared. */
async function isReady({ page }: Peer): Promise<void> {
  const controlled = () => page.evaluate(() => navigator.serviceWorker.controller !== null)
  await expect.poll(controlled, { timeout: SLOW_MS }).toBe(true)
}

/** More than the site passes over: it cuts the browser off. */
const LARGE = 80 * MB

const kept = ({ page }: Peer) =>
  page.evaluate(async () => (await (await caches.open('shoal-shared')).keys()).map(({ url }) => url))

test('files that are shared with the app become a share at once, and are kept for it', async ({
  site,
  newPeer,
  newVisitor,
  folder,
}) => {
  const paths = ['one.jpg', 'two.jpg'].map((name) => join(folder, name))
  const [first = ''] = await Promise.all(paths.map((path) => makeFile(path, 3 * MB, path)))
  const phone = await newPeer({ keepsShell: true })
  await isReady(phone)
  await becomesApp(phone)
  await send(phone, site.url, paths)
  const share = phone.share()
  await share.reaches('seeding')
  await expect(share.heading).toHaveText('2 pictures')
  expect(new URL(phone.page.url()).search).toBe('')
  expect(await kept(phone)).toEqual([])
  // The system's copies are gone with the page, and those of the browser are not.
  await expect(phone.page.getByText('Copy kept in this browser', { exact: false })).toBeVisible()
  await phone.page.reload()
  await share.reaches('seeding')

  const taken = await (await newVisitor()).download(await share.link())
  await taken.reaches('seeding')
  expect(await taken.save('one.jpg')).toEqual({ name: 'one.jpg', sha1: first })
})

test('what another site sends to a tab is shared only if one wants it', async ({ site, newPeer, folder }) => {
  const path = join(folder, 'not mine.txt')
  await makeFile(path, 1_000, 'not mine')
  const peer = await newPeer({ keepsShell: true })
  await isReady(peer)
  await send(peer, site.url, [path])
  const asks = peer.page.getByRole('alert').filter({ hasText: '1 file' })
  await expect(asks).toBeVisible()
  await expect(peer.page.locator('article')).toHaveCount(0)
  await asks.getByRole('button', { name: 'Send' }).click()
  await peer.share().reaches('seeding')
  await expect(peer.share().heading).toHaveText('not mine.txt')

  await peer.page.goto(`${site.url}?text=words+of+theirs`)
  await expect(peer.page.getByRole('alert')).toBeVisible()
  await expect(peer.page.locator('article')).toHaveCount(1)
})

test('what does not fit in the browser, and what comes before its time, is told', async ({
  site,
  newPeer,
  folder,
}) => {
  const path = join(folder, 'large.bin')
  await makeFile(path, LARGE, 'large')
  // No service worker is there: the site itself answers.
  const early = await newPeer({ expectedTrouble: [/409 \(Conflict\)/] })
  await send(early, site.url, [path])
  await expect(early.page.getByRole('alert')).toContainText('Nothing arrived')
  await expect(early.page.getByRole('heading', { name: 'Drop files to send them' })).toBeVisible()

  const phone = await newPeer({ keepsShell: true })
  await isReady(phone)
  const session = await phone.context.newCDPSession(phone.page)
  const { origin } = new URL(site.url)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 10 * MB })
  await becomesApp(phone)
  await send(phone, site.url, [path])
  await expect(phone.page.getByRole('alert')).toContainText('too much')
  expect(await kept(phone)).toEqual([])
})
