import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { holdBack } from '../support/heldParts.ts'
import type { Peer } from '../support/peer.ts'
import { logStates, shownLooks } from '../support/stateLog.ts'
import { newTab } from '../support/tabs.ts'

/** Several tabs of one browser: one moves files, the others say so, and each can have it go on there. */

const elsewhere = (peer: Peer) => peer.page.getByText('Shoal is open in another tab.')
const useHere = (peer: Peer) => peer.page.getByRole('button', { name: 'Use it here', exact: true }).click()

/** Another tab at the same address as the first. */
async function beside(peer: Peer, site: string): Promise<Peer> {
  const tab = await newTab(peer, site)
  await logStates(tab.page)
  await tab.page.goto(peer.page.url())
  return tab
}

async function neverFailed(...tabs: readonly Peer[]): Promise<void> {
  for (const { page } of tabs) {
    expect((await shownLooks(page)).map(({ state }) => state)).not.toContain('failed')
  }
}

test('one’s own files go from tab to tab, and back, and of three to the one that asks', async ({
  newVisitor,
  site,
  folder,
}) => {
  const path = join(folder, 'mine.bin')
  const sha1 = await makeFile(path, MB, 'mine')
  const first = await newVisitor()
  await logStates(first.page)
  await first.home()
  const given = await first.chooseFiles(path)
  const link = await given.link()

  const second = await beside(first, site.url)
  await expect(elsewhere(second)).toBeVisible()
  await expect(second.share().article).toHaveCount(0)
  expect(await given.state()).toBe('seeding')

  await useHere(second)
  await second.share().reaches('seeding')
  await expect(elsewhere(first)).toBeVisible()
  const taken = await (await newVisitor()).download(link)
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)

  await useHere(first)
  await given.reaches('seeding')
  await expect(elsewhere(second)).toBeVisible()

  const third = await beside(first, site.url)
  await expect(elsewhere(third)).toBeVisible()
  // Not the one that waited longest.
  await useHere(third)
  await third.share().reaches('seeding')
  await expect(elsewhere(first)).toBeVisible()
  await expect(elsewhere(second)).toBeVisible()
  await useHere(second)
  await second.share().reaches('seeding')
  await expect(elsewhere(third)).toBeVisible()
  await neverFailed(first, second, third)
})

test('a download goes on in the other tab where it was, and closing that one passes it on by itself', async ({
  newPeer,
  newVisitor,
  site,
  folder,
}) => {
  const path = join(folder, 'half.bin')
  const sha1 = await makeFile(path, 3 * MB, 'half')
  const giver = await newPeer({ gives: 1.2 * MB })
  const link = await (await giver.chooseFiles(path)).link()
  const first = await newVisitor()
  await logStates(first.page)
  const taken = await first.download(link)
  await taken.progressReaches(0.35)
  const second = await beside(first, site.url)
  await expect(elsewhere(second)).toBeVisible()
  await useHere(second)
  await second.share().progressReaches(0.35)
  await expect(elsewhere(first)).toBeVisible()
  await giver.givesOn()
  await second.share().reaches('seeding')
  const atWork = (await shownLooks(second.page)).filter(({ state }) => state !== 'fetching')
  expect(Math.min(...atWork.map(({ progress }) => progress))).toBeGreaterThan(0.34)
  expect((await second.share().save()).sha1).toBe(sha1)

  await giver.leave()
  await neverFailed(second)
  await second.page.close()
  await taken.reaches('seeding')
  const passedOn = await (await newVisitor()).download(link)
  await passedOn.reaches('seeding')
  expect((await passedOn.save()).sha1).toBe(sha1)
  await neverFailed(first)
})

test('a share that nobody has decided about is opened again in the tab that gets it back', async ({
  newPeer,
  newVisitor,
  site,
  folder,
}) => {
  const path = join(folder, 'undecided.bin')
  await makeFile(path, MB, 'undecided')
  const giver = await newPeer()
  const link = await (await giver.chooseFiles(path)).link()
  const first = await newVisitor()
  const share = await first.open(link)
  await share.reaches('ready')
  const second = await beside(first, site.url)
  await useHere(second)
  await second.share().reaches('ready')
  await expect(elsewhere(first)).toBeVisible()
  await second.page.close()
  await share.reaches('ready')
})

test('files that are still prepared go on being prepared in the other tab', async ({
  newPeer,
  site,
  folder,
}) => {
  const path = join(folder, 'large.bin')
  await makeFile(path, MB, 'prepared')
  const first = await newPeer()
  await holdBack(first.page, 'hashWorker')
  const given = await first.chooseFiles(path)
  await given.reaches('hashing')
  const second = await newTab(first, site.url)
  await second.home()
  await useHere(second)
  await second.share().reaches('seeding')
})

test('a tab lets go for a newer version of the page, says so, and loses nothing', async ({
  newPeer,
  site,
  folder,
}) => {
  const path = join(folder, 'kept.bin')
  await makeFile(path, MB, 'kept')
  const giver = await newPeer()
  const link = await (await giver.chooseFiles(path)).link()
  const older = await newPeer()
  await (await older.download(link)).reaches('seeding')
  // What the next version would do, from another page of the site.
  const newer = await newTab(older, site.url)
  await newer.page.goto(`${site.url}manifest.webmanifest`)
  const kept = await newer.page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('shoal', 99)
        opening.onerror = () => reject(new Error(opening.error?.message))
        opening.onsuccess = () => {
          const counting = opening.result.transaction('entries').objectStore('entries').count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )
  expect(kept).toBe(1)
  const said = older.page.getByRole('heading', { name: 'There’s a newer Shoal.' })
  await expect(said).toBeVisible()
  // The site was set back: what the newer one keeps is refused, not replaced, and nothing is offered for deletion.
  const loaded = older.page.waitForEvent('load')
  await older.page.getByRole('button', { name: 'Reload', exact: true }).click()
  await loaded
  await expect(said).toBeVisible()
  await older.home()
  await expect(said).toBeVisible()
  await expect(older.page.getByRole('button', { name: /Delete/ })).toHaveCount(0)
})
