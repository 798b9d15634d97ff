import { join } from 'node:path'
import { dropOn } from '../support/drop.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { holdBack } from '../support/heldParts.ts'
import { keptFolders, keptPiecesReach, keptShare } from '../support/kept.ts'
import { MortalBrowser } from '../support/mortalBrowser.ts'
import type { Peer } from '../support/peer.ts'
import type { ShareView } from '../support/shareView.ts'
import { logStates, shownLooks } from '../support/stateLog.ts'
import { newTab } from '../support/tabs.ts'

/** What a visitor has does not go with the page: after a reload or a crash it is there again, and goes on. */

const CRASH = [/the page crashed/]

/** Pieces of 16 KiB, the smallest there are; see `torrent/pieces.ts`. */
const SMALL_PIECE = 16_384

/** The same tab, loaded anew. */
async function reload(peer: Peer): Promise<Peer> {
  await logStates(peer.page)
  await peer.page.reload()
  return peer
}

/** Kills the tab's process and opens the same address in another. */
async function crash(peer: Peer, site: string): Promise<Peer> {
  const address = peer.page.url()
  const crashed = peer.page.waitForEvent('crash')
  const devtools = await peer.context.newCDPSession(peer.page)
  // It is never answered: who should answer is gone.
  devtools.send('Page.crash').catch(() => undefined)
  await crashed
  await peer.page.close()
  const again = await newTab(peer, site)
  await logStates(again.page)
  await again.page.goto(address)
  return again
}

const SIZE = 3 * MB

/** Gives two fifths of a file, until it gives on. */
async function giveTwoFifths(giver: Peer, folder: string): Promise<{ link: string; sha1: string }> {
  const path = join(folder, 'large.bin')
  const sha1 = await makeFile(path, SIZE, 'library')
  return { link: await (await giver.chooseFiles(path)).link(), sha1 }
}

/** Waits until a third is here, and the library knows it: it is told once a second. */
async function thirdIsKept({ page }: Peer, share: ShareView): Promise<void> {
  await share.progressReaches(0.35)
  await keptPiecesReach(page, await share.infoHash(), Math.floor((0.3 * SIZE) / SMALL_PIECE))
}

/** Opened again, the page never showed less than it had. */
async function wentOn({ page }: Peer): Promise<void> {
  const atWork = (await shownLooks(page)).filter(({ state }) => state !== 'fetching')
  expect(Math.min(...atWork.map(({ progress }) => progress))).toBeGreaterThan(0.29)
}

test('a download goes on where it was after a reload, and after its tab crashed', async ({
  newPeer,
  newVisitor,
  site,
  folder,
}) => {
  const giver = await newPeer({ gives: 0.4 * SIZE })
  const { link, sha1 } = await giveTwoFifths(giver, folder)
  const taker = await newVisitor({ expectedTrouble: CRASH })
  await thirdIsKept(taker, await taker.download(link))
  await reload(taker)
  await taker.share().progressReaches(0.35)
  await giver.givesUpTo(0.6 * SIZE)
  await taker.share().progressReaches(0.5)
  await wentOn(taker)

  const again = await crash(taker, site.url)
  await again.share().progressReaches(0.35)
  await giver.givesOn()
  await again.share().reaches('seeding')
  await wentOn(again)
  expect((await again.share().save()).sha1).toBe(sha1)
})

test('a download goes on where it was after the whole browser was killed', async ({
  newPeer,
  site,
  folder,
}) => {
  const giver = await newPeer({ gives: 0.4 * SIZE })
  const { link, sha1 } = await giveTwoFifths(giver, folder)
  const browser = new MortalBrowser(join(folder, 'profile'), site.url)
  try {
    const taker = await browser.start()
    await thirdIsKept(taker, await taker.download(link))
    const address = taker.page.url()
    await browser.kill()
    const again = await browser.start()
    await logStates(again.page)
    await again.page.goto(address)
    await again.share().progressReaches(0.35)
    await giver.givesOn()
    await again.share().reaches('seeding')
    await wentOn(again)
    expect((await again.share().save()).sha1).toBe(sha1)
  } finally {
    await browser.kill()
  }
})

test('a download that is reloaded or crashes the moment it is complete is given on, nobody else having it', async ({
  newPeer,
  newVisitor,
  site,
  folder,
}) => {
  const path = join(folder, 'whole.bin')
  const sha1 = await makeFile(path, 2 * MB, 'whole')
  const giver = await newPeer()
  const link = await (await giver.chooseFiles(path)).link()
  const second = await newVisitor()
  await (await second.download(link)).reaches('seeding')
  await reload(second)
  await giver.leave()
  await second.share().reaches('seeding')

  const third = await newVisitor({ expectedTrouble: CRASH })
  await (await third.download(link)).reaches('seeding')
  const again = await crash(third, site.url)
  expect((await second.share().save()).sha1).toBe(sha1)
  await second.leave()
  await again.share().reaches('seeding')

  const fourth = await newVisitor()
  const fetched = await fourth.download(link)
  await fetched.reaches('seeding')
  expect((await fetched.save()).sha1).toBe(sha1)
  expect((await again.share().save()).sha1).toBe(sha1)
})

test('a finished download is given on after a reload without being fetched again', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'kept.bin')
  const sha1 = await makeFile(path, MB, 'kept')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  const link = await given.link()
  const taker = await newVisitor()
  const taken = await taker.download(link)
  await taken.reaches('seeding')
  await keptPiecesReach(taker.page, await taken.infoHash(), Math.ceil(MB / SMALL_PIECE))
  await giver.leave()
  await reload(taker)
  await taken.reaches('seeding')
  const states = (await shownLooks(taker.page)).map(({ state }) => state)
  expect(states).not.toContain('downloading')
  expect(states).not.toContain('waiting')

  const third = await newVisitor()
  const fetched = await third.download(link)
  await fetched.reaches('seeding')
  expect((await fetched.save()).sha1).toBe(sha1)
  // On Home as well: it is the library that brings the share, not the address.
  await taker.home()
  await taken.reaches('seeding')
  await expect(taken.heading).toHaveText('kept.bin')
})

test('a paused seed stays paused, and nobody is told of it', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'quiet.bin')
  await makeFile(path, MB, 'quiet')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  const link = await given.link()
  const taker = await newVisitor()
  const taken = await taker.download(link)
  await taken.reaches('seeding')
  await taken.button('Pause').click()
  await taken.reaches('paused')
  await giver.leave()
  const infoHash = await taken.infoHash()
  await expect.poll(async () => (await keptShare(taker.page, infoHash))?.paused).toBe(true)
  await keptPiecesReach(taker.page, infoHash, Math.ceil(MB / SMALL_PIECE))
  await reload(taker)
  await taken.reaches('paused')
  const third = await newVisitor()
  const alone = await third.open(link)
  await expect(alone.heading).toHaveText('quiet.bin')
  await expect(alone.article).toContainText(/1\sMB, according to the link\./)
  await expect(alone.article).toContainText('Nobody who has it is online.')
  await taken.button('Resume').click()
  await alone.reaches('ready')
})

test('files chosen not to be fetched stay away, also after a reload, until they are chosen', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const root = join(folder, 'album')
  const wanted = await makeFile(join(root, 'wanted.bin'), MB, 'wanted')
  const unwanted = await makeFile(join(root, 'unwanted.bin'), MB, 'unwanted')
  const giver = await newPeer()
  const given = await giver.chooseFolder(root)
  const taker = await newVisitor()
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  const choice = taken.article.getByRole('checkbox', { name: 'Fetch unwanted.bin' })
  await choice.uncheck()
  await taken.button('Download').click()
  await taken.reaches('seeding')
  const infoHash = await taken.infoHash()
  await expect.poll(async () => (await keptShare(taker.page, infoHash))?.wanted?.length).toBe(1)
  await keptPiecesReach(taker.page, infoHash, Math.floor(MB / SMALL_PIECE))
  await reload(taker)
  await taken.reaches('seeding')
  await expect(choice).not.toBeChecked()
  expect(await taken.save('wanted.bin')).toEqual({ name: 'wanted.bin', sha1: wanted })
  await expect(taken.file('unwanted.bin').getByRole('button', { name: 'Save' })).toHaveCount(0)
  await choice.check()
  expect(await taken.save('unwanted.bin')).toEqual({ name: 'unwanted.bin', sha1: unwanted })
})

test('a page that is reloaded or crashes while it prepares files says so, and keeps nothing of it', async ({
  newPeer,
  site,
  folder,
}) => {
  const path = join(folder, 'large.bin')
  await makeFile(path, MB, 'prepared')
  const peer = await newPeer({ expectedTrouble: CRASH })
  await holdBack(peer.page, 'hashWorker')
  for (const happens of [reload, crash]) {
    await (await peer.chooseFiles(path)).reaches('hashing')
    const { page } = await happens(peer, site.url)
    await expect(page.getByText('This share is gone.')).toBeVisible()
    await expect(page.locator('article')).toHaveCount(0)
    expect(await keptFolders(page)).toEqual([])
  }
})

test('dropped files that are prepared while the page is reloaded are prepared anew', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'dropped.bin')
  await makeFile(path, MB, 'dropped')
  const peer = await newPeer()
  const letHash = await holdBack(peer.page, 'hashWorker')
  await dropOn(peer.page, [path])
  const share = peer.share()
  await share.reaches('hashing')
  await reload(peer)
  await share.reaches('hashing')
  letHash()
  await share.reaches('seeding')
  await expect(share.heading).toHaveText('dropped.bin')
  await expect(peer.page.locator('article[data-state]')).toHaveCount(1)
})

test('dropped files that are prepared while the tab crashes are one click away', async ({ site, folder }) => {
  const path = join(folder, 'dropped.bin')
  await makeFile(path, MB, 'dropped')
  // The headless shell does not take the leave to read a file back.
  const browser = new MortalBrowser(join(folder, 'profile'), site.url)
  try {
    const peer = await browser.start()
    await peer.home()
    await holdBack(peer.page, 'hashWorker')
    await dropOn(peer.page, [path])
    await peer.share().reaches('hashing')
    const again = await crash(peer, site.url)
    const share = again.share()
    // With the site's last tab the leave to read the file is gone, until the user gives it again.
    await share.reaches('asleep')
    await expect(share.heading).toHaveText('dropped.bin')
    await expect(share.article).toContainText('1 MB')
    await expect(share.button('Open the files')).toBeEnabled()
    await share.button('Remove').click()
    await again.page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(again.page.locator('article')).toHaveCount(0)
    await again.page.reload()
    await again.pasteField.focus()
    await expect(again.page.getByText('Your shares')).toHaveCount(0)
  } finally {
    await browser.kill()
  }
})

test('a page reloaded while it prepares files does not take another share for them', async ({
  newPeer,
  folder,
}) => {
  const [held, small] = [join(folder, 'held.bin'), join(folder, 'small.bin')]
  await makeFile(held, MB, 'held')
  await makeFile(small, 1000, 'small')
  const peer = await newPeer()
  // The worker of the first file alone.
  await holdBack(peer.page, 'hashWorker', 1)
  await peer.chooseFiles(held)
  await peer.share().reaches('hashing')
  const address = peer.page.url()
  await dropOn(peer.page, [small])
  await expect(peer.page.getByRole('heading', { level: 1 })).toHaveText('small.bin')
  const kept = peer.page.locator('article[data-state=seeding]')
  await expect(kept).toHaveCount(1)
  const infoHash = await kept.getAttribute('data-infohash')
  await expect.poll(() => keptShare(peer.page, infoHash ?? '')).not.toBeNull()
  await peer.open(address)
  await expect(peer.page.getByText('This share is gone.')).toBeVisible()
})
