import { mkdir, stat, truncate, unlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { DoctorView } from '../support/doctorView.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import {
  allowPersisting,
  clearAll,
  damageByte,
  forget,
  keptFolders,
  keptPiecesReach,
  keptShare,
  limitQuota,
  openAside,
} from '../support/kept.ts'
import { MortalBrowser } from '../support/mortalBrowser.ts'
import type { Peer } from '../support/peer.ts'
import type { ShareView } from '../support/shareView.ts'
import { CAN_MOUNT, chromiumWithDisk, SmallDisk } from '../support/smallDisk.ts'
import { logStates, shownLooks } from '../support/stateLog.ts'
import { newTab } from '../support/tabs.ts'

/** Disks that fill up or forget, files that are changed: never a wrong byte, and nothing lost that was right. */

/** Pieces of 16 KiB, the smallest there are; see `torrent/pieces.ts`. */
const SMALL_PIECE = 16_384

const TOO_LARGE = 3 * MB

/** Refuses a download, lifts the limit, and downloads. */
async function refusesWhatDoesNotFit(given: ShareView, sha1: string, taker: Peer): Promise<void> {
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  await limitQuota(taker.page, TOO_LARGE - MB)
  await taken.button('Download').click()
  await expect(taker.page.getByRole('alert')).toContainText('There’s no space left.')
  expect(await taken.state()).toBe('ready')
  expect(await taken.progress()).toBe(0)
  await limitQuota(taker.page, null)
  await taken.button('Download').click()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
}

test('what does not fit is refused before a byte is fetched', async ({ newPeer, site, folder }) => {
  const path = join(folder, 'too large.bin')
  const sha1 = await makeFile(path, TOO_LARGE, 'too large')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  const browser = new MortalBrowser(join(folder, 'profile'), site.url)
  try {
    await refusesWhatDoesNotFit(given, sha1, await browser.start())
  } finally {
    await browser.kill()
  }
})

test('the same in a private window, where Chromium is silent about it', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'too large.bin')
  const sha1 = await makeFile(path, TOO_LARGE, 'too large')
  const giver = await newPeer()
  await refusesWhatDoesNotFit(await giver.chooseFiles(path), sha1, await newVisitor())
})

test('a download that has begun has its room, whatever becomes of the quota', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'begun.bin')
  const sha1 = await makeFile(path, 3 * MB, 'begun')
  const giver = await newPeer({ gives: MB })
  const given = await giver.chooseFiles(path)
  const taker = await newVisitor()
  const taken = await taker.download(await given.link())
  await taken.progressReaches(0.1)
  await limitQuota(taker.page, MB)
  await giver.givesOn()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})

test('a disk that fills up in the middle of a download loses nothing', async ({ newPeer, site, folder }) => {
  test.skip(!CAN_MOUNT, 'needs a disk of its own')
  const path = join(folder, 'begun.bin')
  const sha1 = await makeFile(path, 3 * MB, 'full')
  const giver = await newPeer({ gives: 1.2 * MB })
  const given = await giver.chooseFiles(path)
  const profile = join(folder, 'profile')
  await mkdir(profile)
  const chromium = await chromiumWithDisk(join(folder, 'chromium'), profile, 500)
  const browser = new MortalBrowser(profile, site.url, chromium)
  try {
    const taker = await browser.start()
    // Else it would clear all that the site keeps, sooner or later; another test tells what becomes of that.
    await allowPersisting(taker.page, site.url)
    await logStates(taker.page)
    const taken = await taker.download(await given.link())
    await taken.progressReaches(0.3)
    const disk = new SmallDisk(browser.pid, profile)
    disk.fill()
    await giver.givesOn()
    await expect(taken.article).toHaveAttribute('data-state', 'failed')
    await expect(taken.article).toContainText('There’s no space left.')
    const doctor = await DoctorView.ofShare(taken)
    // Nothing can be copied with a disk that is full.
    await doctor.says({ kind: 'failed', failure: { code: 'disk-full' } })
    await doctor.close()
    const kept = await taken.progress()
    const before = (await shownLooks(taker.page)).length
    await disk.free()
    await taken.button('Try again').click()
    await expect(taken.article).not.toHaveAttribute('data-state', 'failed')
    await taken.reaches('seeding')
    const after = (await shownLooks(taker.page)).slice(before)
    const looks = after.filter(({ state }) => state === 'downloading')
    expect(kept).toBeGreaterThan(0.05)
    if (!disk.wasCleared) {
      expect(Math.min(...looks.map(({ progress }) => progress))).toBeGreaterThanOrEqual(kept)
    }
    expect((await taken.save()).sha1).toBe(sha1)
  } finally {
    await browser.kill()
  }
})

test('what the browser clears while the page is open is remembered anew, and fetched again', async ({
  newPeer,
  newVisitor,
  site,
  folder,
}) => {
  const path = join(folder, 'cleared.bin')
  const sha1 = await makeFile(path, MB, 'cleared')
  const giver = await newPeer()
  const link = await (await giver.chooseFiles(path)).link()
  const taker = await newVisitor()
  const taken = await taker.download(link)
  await taken.reaches('seeding')
  const infoHash = await taken.infoHash()
  const aside = await openAside(taker.context, site.url)
  await keptPiecesReach(aside, infoHash, Math.ceil(MB / SMALL_PIECE))
  await clearAll(aside, site.url)
  expect(await keptFolders(aside)).toEqual([])
  await taken.button('Pause').click()
  await expect.poll(() => keptShare(aside, infoHash)).toMatchObject({ paused: true })
  await taker.page.reload()
  await taken.button('Resume').click()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
  await keptPiecesReach(aside, infoHash, Math.ceil(MB / SMALL_PIECE))
  expect(await keptFolders(aside)).toEqual([infoHash])
})

test('data that no share belongs to any more can be deleted', async ({
  newPeer,
  newVisitor,
  site,
  folder,
}) => {
  const path = join(folder, 'left.bin')
  await makeFile(path, MB, 'left')
  const giver = await newPeer()
  const link = await (await giver.chooseFiles(path)).link()
  const taker = await newVisitor()
  const taken = await taker.download(link)
  await taken.reaches('seeding')
  const infoHash = await taken.infoHash()
  await keptPiecesReach(taker.page, infoHash, Math.ceil(MB / SMALL_PIECE))
  const aside = await openAside(taker.context, site.url)
  await taker.page.close()
  // What a crash in the middle of a removal leaves.
  await forget(aside, infoHash)
  expect(await keptFolders(aside)).toEqual([infoHash])
  const again = await newTab(taker, site.url)
  await again.home()
  await expect(again.page.getByText('left from shares you removed')).toContainText('1 MB')
  await again.page.getByRole('button', { name: 'Delete it' }).click()
  await expect(again.page.getByText('left from shares you removed')).toHaveCount(0)
  expect(await keptFolders(aside)).toEqual([])
})

test('bytes of what was kept go bad, at its ends and between: their pieces are fetched again, and no others', async ({
  newPeer,
  newVisitor,
  site,
  folder,
}) => {
  const size = 2 * MB
  const places = [0, size / 2, size - 1]
  const path = join(folder, 'kept.bin')
  const sha1 = await makeFile(path, size, 'damaged')
  const first = await newPeer()
  const link = await (await first.chooseFiles(path)).link()
  const taker = await newVisitor()
  const taken = await taker.download(link)
  await taken.reaches('seeding')
  const infoHash = await taken.infoHash()
  await keptPiecesReach(taker.page, infoHash, Math.ceil(size / SMALL_PIECE))
  await first.leave()
  const aside = await openAside(taker.context, site.url)
  await taker.page.close()
  for (const offset of places) await damageByte(aside, infoHash, offset)

  // Somebody who has given nothing yet, so that all they give is what was missing.
  const second = await newPeer()
  const given = await second.chooseFiles(path)
  await given.reaches('seeding')
  const again = await newTab(taker, site.url)
  const share = await again.open(link)
  const missing = 2 * SMALL_PIECE + (size % SMALL_PIECE)
  await given.article.getByText('More', { exact: true }).click()
  await given.article.getByText('Details', { exact: true }).click()
  const gave = async () =>
    Number(/sent ([\d.]+)\s+kB/.exec(await given.article.innerText())?.[1] ?? '0') * 1000
  await expect.poll(gave, { message: 'bytes given again' }).toBeGreaterThan(missing - 100)
  await share.reaches('seeding')
  expect((await share.save()).sha1).toBe(sha1)
  // Some hundred bytes of talk go with the pieces.
  expect(await gave()).toBeLessThan(missing + 2000)
})

test('what the library has forgotten is found again by its link, and only what is missing fetched', async ({
  newPeer,
  newVisitor,
  site,
  folder,
}) => {
  const path = join(folder, 'forgotten.bin')
  const sha1 = await makeFile(path, 2 * MB, 'forgotten')
  const first = await newPeer()
  const link = await (await first.chooseFiles(path)).link()
  const taker = await newVisitor()
  const taken = await taker.download(link)
  await taken.reaches('seeding')
  const infoHash = await taken.infoHash()
  await keptPiecesReach(taker.page, infoHash, Math.ceil((2 * MB) / SMALL_PIECE))
  await first.leave()
  const aside = await openAside(taker.context, site.url)
  await taker.page.close()
  await forget(aside, infoHash)
  await damageByte(aside, infoHash, MB)

  const second = await newPeer()
  const given = await second.chooseFiles(path)
  await given.reaches('seeding')
  const share = await (await newTab(taker, site.url)).open(link)
  await share.reaches('ready')
  expect(await share.progress()).toBeGreaterThan(0.9)
  await share.button('Download').click()
  await share.reaches('seeding')
  expect((await share.save()).sha1).toBe(sha1)
  await given.article.getByText('More', { exact: true }).click()
  await given.article.getByText('Details', { exact: true }).click()
  await expect(given.article).toContainText(/sent 16\.4\skB/)
})

/** Of each of two files. */
const SIZE = 500_000

/**
 * What people do to a file that is being shared: its date tells nothing, it tells that it is another one, and there is
 * none.
 */
const CHANGES: readonly (readonly [what: string, change: (path: string) => Promise<unknown>])[] = [
  [
    'edited, and dated as before',
    async (path) => {
      const { atime, mtime } = await stat(path)
      await makeFile(path, SIZE, 'edited')
      await utimes(path, atime, mtime)
    },
  ],
  ['cut short', async (path) => truncate(path, 1000)],
  ['deleted', async (path) => unlink(path)],
]

test('a file that is changed while it is shared is given no more, and nobody gets a wrong byte', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const [giver, taker, other] = [await newPeer(), await newVisitor(), await newPeer()]
  for (const [what, change] of CHANGES) {
    await test.step(what, async () => {
      const [mine, copy] = [join(folder, what), join(folder, 'copy', what)]
      const sha1: Record<string, string> = {}
      for (const name of ['first.bin', 'changed.bin']) {
        sha1[name] = await makeFile(join(mine, name), SIZE, `${what} ${name}`)
        await makeFile(join(copy, name), SIZE, `${what} ${name}`)
      }
      await giver.chooseFolder(mine)
      const given = giver.opened
      await expect(given.heading).toHaveText(what)
      await given.reaches('seeding')
      await taker.open(await given.link())
      const taken = taker.opened
      await taken.reaches('ready')
      // A transfer that stands in its middle: nobody asks for the second file yet.
      const choice = taken.article.getByRole('checkbox', { name: 'Fetch changed.bin' })
      await choice.uncheck()
      await taken.button('Download').click()
      await taken.reaches('seeding')
      await change(join(mine, 'changed.bin'))
      await choice.check()
      await expect(given.article).toHaveAttribute('data-state', 'failed')
      await expect(given.article).toContainText('This share can’t be sent any more.')
      await expect(given.article).toContainText(/changed, moved or deleted|has changed since it was shared/)
      await taken.reaches('waiting')
      expect(await taken.progress()).toBeGreaterThanOrEqual(0.5)

      // The same bytes from somebody else: what came before the change is right, so it is not fetched again.
      await other.chooseFolder(copy)
      await taken.reaches('seeding')
      for (const name of ['first.bin', 'changed.bin']) {
        expect(await taken.save(name)).toEqual({ name, sha1: sha1[name] })
      }
    })
  }
})
