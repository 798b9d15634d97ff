import { choosePieceLength } from '../../src/torrent/pieces.ts'
import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dropOn } from '../support/drop.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
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

/** Hashes for long, takes no room on the disk. */
async function makeHollowFile(path: string, size: number): Promise<void> {
  await writeFile(path, '')
  await truncate(path, size)
}

test.describe('a download goes on where it was', () => {
  test.slow()
  const SIZE = 100 * MB

  /** Downloads a part, has something happen, and downloads the rest. */
  async function survives(
    given: ShareView,
    sha1: string,
    taker: Peer,
    happens: (peer: Peer) => Promise<Peer>,
  ): Promise<void> {
    const taken = await taker.download(await given.link())
    await taken.progressReaches(0.3)
    const infoHash = await taken.infoHash()
    // The library is a second behind.
    await keptPiecesReach(taker.page, infoHash, Math.floor((0.2 * SIZE) / choosePieceLength(SIZE)))
    const again = await happens(taker)
    const share = again.share(infoHash)
    await share.reaches('seeding')
    const looks = await shownLooks(again.page)
    const atWork = looks.filter(({ state }) => state !== 'fetching')
    expect(Math.min(...atWork.map(({ progress }) => progress))).toBeGreaterThan(0.19)
    expect((await share.save()).sha1).toBe(sha1)
  }

  async function giveLarge(peer: Peer, folder: string): Promise<{ given: ShareView; sha1: string }> {
    const path = join(folder, 'large.bin')
    const sha1 = await makeFile(path, SIZE, 'library')
    await peer.givesAtMost(6 * MB)
    return { given: await peer.chooseFiles(path), sha1 }
  }

  test('after a reload', async ({ newPeer, folder }) => {
    const { given, sha1 } = await giveLarge(await newPeer(), folder)
    await survives(given, sha1, await newPeer(), reload)
  })

  test('after its tab crashed', async ({ newPeer, site, folder }) => {
    const { given, sha1 } = await giveLarge(await newPeer(), folder)
    const taker = await newPeer({ expectedTrouble: CRASH })
    await survives(given, sha1, taker, (peer) => crash(peer, site.url))
  })

  test('after the whole browser was killed', async ({ newPeer, site, folder }) => {
    const { given, sha1 } = await giveLarge(await newPeer(), folder)
    const browser = new MortalBrowser(join(folder, 'profile'), site.url)
    try {
      await survives(given, sha1, await browser.start(), async (peer) => {
        const address = peer.page.url()
        await browser.kill()
        const again = await browser.start()
        await logStates(again.page)
        await again.page.goto(address)
        return again
      })
    } finally {
      await browser.kill()
    }
  })
})

/** What can happen to a page that has everything. */
const ENDINGS: readonly (readonly [what: string, happens: (peer: Peer, site: string) => Promise<Peer>])[] = [
  ['reloaded', reload],
  ['crashed', crash],
]

for (const [what, happens] of ENDINGS) {
  test(`a download that is ${what} the moment it is complete is given on, nobody else having it`, async ({
    newPeer,
    site,
    folder,
  }) => {
    const path = join(folder, 'whole.bin')
    const sha1 = await makeFile(path, 40 * MB, 'whole')
    const giver = await newPeer()
    const given = await giver.chooseFiles(path)
    const link = await given.link()
    const taker = await newPeer({ expectedTrouble: CRASH })
    const taken = await taker.download(link)
    await taken.reaches('seeding')
    const again = await happens(taker, site.url)
    await giver.leave()
    const share = again.share()
    await share.reaches('seeding')

    const third = await newPeer()
    const fetched = await third.download(link)
    await fetched.reaches('seeding')
    expect((await fetched.save()).sha1).toBe(sha1)
    expect((await share.save()).sha1).toBe(sha1)
  })
}

test('a finished download is given on after a reload without being fetched again', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'kept.bin')
  const sha1 = await makeFile(path, 5 * MB, 'kept')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  const link = await given.link()
  const taker = await newPeer()
  const taken = await taker.download(link)
  await taken.reaches('seeding')
  await keptPiecesReach(taker.page, await taken.infoHash(), Math.ceil((5 * MB) / SMALL_PIECE))
  await giver.leave()
  await reload(taker)
  await taken.reaches('seeding')
  const states = (await shownLooks(taker.page)).map(({ state }) => state)
  expect(states).not.toContain('downloading')
  expect(states).not.toContain('waiting')

  const third = await newPeer()
  const fetched = await third.download(link)
  await fetched.reaches('seeding')
  expect((await fetched.save()).sha1).toBe(sha1)
  // On Home as well: it is the library that brings the share, not the address.
  await taker.home()
  await taken.reaches('seeding')
  await expect(taken.heading).toHaveText('kept.bin')
})

test('what is removed stays removed', async ({ newPeer, folder }) => {
  const path = join(folder, 'gone.bin')
  await makeFile(path, MB, 'gone')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  const taker = await newPeer()
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')
  await taken.button('Remove').click()
  await taker.page.getByRole('dialog').getByRole('button', { name: 'Remove and delete its data' }).click()
  await expect(taken.article).toHaveCount(0)
  await expect.poll(() => keptFolders(taker.page)).toEqual([])
  await taker.page.reload()
  await expect(taker.page.getByRole('button', { name: 'Get', exact: true })).toBeVisible()
  await taker.pasteField.focus()
  await expect(taker.page.getByText('Your shares')).toHaveCount(0)
})

test('a paused download stays paused', async ({ newPeer, folder }) => {
  const path = join(folder, 'paused.bin')
  const size = 20 * MB
  const sha1 = await makeFile(path, size, 'paused')
  const giver = await newPeer()
  await giver.givesAtMost(2 * MB)
  const given = await giver.chooseFiles(path)
  const taker = await newPeer()
  const taken = await taker.download(await given.link())
  await taken.progressReaches(0.1)
  await taken.button('Pause').click()
  await taken.reaches('paused')
  const infoHash = await taken.infoHash()
  await expect.poll(async () => (await keptShare(taker.page, infoHash))?.paused).toBe(true)
  await keptPiecesReach(taker.page, infoHash, 0.1 * (size / choosePieceLength(size)))
  const before = await taken.progress()
  await reload(taker)
  await taken.reaches('paused')
  expect(await taken.progress()).toBeCloseTo(before, 1)
  await taken.button('Resume').click()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})

test('a paused seed stays paused, and nobody is told of it', async ({ newPeer, folder }) => {
  const path = join(folder, 'quiet.bin')
  await makeFile(path, MB, 'quiet')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  const link = await given.link()
  const taker = await newPeer()
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
  const third = await newPeer()
  const alone = await third.open(link)
  await expect(alone.article).toContainText('Nobody who has this is online right now.')
  await taken.button('Resume').click()
  await alone.reaches('ready')
})

test('the chosen files stay chosen', async ({ newPeer, folder }) => {
  const root = join(folder, 'album')
  const sha1 = await makeFile(join(root, 'wanted.bin'), 2 * MB, 'wanted')
  await makeFile(join(root, 'unwanted.bin'), 2 * MB, 'unwanted')
  const giver = await newPeer()
  const given = await giver.chooseFolder(root)
  const taker = await newPeer()
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  const choice = taken.article.getByRole('checkbox', { name: 'Fetch unwanted.bin' })
  await choice.uncheck()
  await taken.button('Download').click()
  await taken.reaches('seeding')
  const infoHash = await taken.infoHash()
  await expect.poll(async () => (await keptShare(taker.page, infoHash))?.wanted?.length).toBe(1)
  await keptPiecesReach(taker.page, infoHash, Math.floor((2 * MB) / SMALL_PIECE))
  await reload(taker)
  await taken.reaches('seeding')
  await expect(choice).not.toBeChecked()
  expect((await taken.save('wanted.bin')).sha1).toBe(sha1)
  await choice.check()
  await expect(taken.file('unwanted.bin').getByRole('button', { name: 'Save', exact: true })).toBeVisible()
})

for (const [what, happens] of ENDINGS) {
  test(`a page that is ${what} while it prepares files says so, and keeps nothing of it`, async ({
    newPeer,
    site,
    folder,
  }) => {
    const path = join(folder, 'huge.bin')
    await makeHollowFile(path, 20_000 * MB)
    const peer = await newPeer({ expectedTrouble: CRASH })
    const share = await peer.chooseFiles(path)
    await share.reaches('hashing')
    await share.progressReaches(0.001)
    const again = await happens(peer, site.url)
    await expect(again.page.getByText('This share is no longer here.')).toBeVisible()
    await expect(again.page.locator('article')).toHaveCount(0)
    expect(await keptFolders(again.page)).toEqual([])
  })
}

test('dropped files that are prepared while the page is reloaded are prepared anew', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'dropped.bin')
  await makeHollowFile(path, 3_000 * MB)
  const peer = await newPeer()
  await dropOn(peer.page, [path])
  const share = peer.share()
  await share.reaches('hashing')
  await share.progressReaches(0.01)
  await reload(peer)
  await share.reaches('hashing')
  await share.reaches('seeding')
  await expect(share.heading).toHaveText('dropped.bin')
  await expect(peer.page.locator('article[data-state]')).toHaveCount(1)
})

test('dropped files that are prepared while the tab crashes are one click away', async ({
  newPeer,
  site,
  folder,
}) => {
  const path = join(folder, 'dropped.bin')
  await makeHollowFile(path, 20_000 * MB)
  const peer = await newPeer({ expectedTrouble: CRASH })
  await dropOn(peer.page, [path])
  await peer.share().reaches('hashing')
  await peer.share().progressReaches(0.001)
  const again = await crash(peer, site.url)
  const share = again.share()
  // With the site's last tab the leave to read the file is gone, until the user gives it again.
  await share.reaches('asleep')
  await expect(share.heading).toHaveText('dropped.bin')
  await expect(share.article).toContainText('20 GB')
  await expect(share.button('Open its files')).toBeEnabled()
  await share.button('Remove').click()
  await again.page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(again.page.locator('article')).toHaveCount(0)
  await again.page.reload()
  await again.pasteField.focus()
  await expect(again.page.getByText('Your shares')).toHaveCount(0)
})

test('a page reloaded while it prepares files does not take another share for them', async ({
  newPeer,
  folder,
}) => {
  const small = join(folder, 'small.bin')
  await makeFile(small, 1000, 'small')
  const huge = join(folder, 'huge.bin')
  await makeHollowFile(huge, 20_000 * MB)
  const peer = await newPeer()
  await peer.chooseFiles(huge)
  await peer.share().reaches('hashing')
  const address = peer.page.url()
  await dropOn(peer.page, [small])
  await expect(peer.page.getByRole('heading', { level: 1 })).toHaveText('small.bin')
  const kept = peer.page.locator('article[data-state=seeding]')
  await expect(kept).toHaveCount(1)
  const infoHash = await kept.getAttribute('data-infohash')
  await expect.poll(() => keptShare(peer.page, infoHash ?? '')).not.toBeNull()
  await peer.open(address)
  await expect(peer.page.getByText('This share is no longer here.')).toBeVisible()
})
