import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'
import { makeHollowTorrent } from '../support/torrents.ts'

/** Browsers that give the page no disk, as private windows of some do: memory serves, and the page says so. */

const NO_DISK = [/Not in a private window/]

/** From the next page on. */
async function takeTheDiskAway({ page }: Peer): Promise<void> {
  await page.addInitScript(() => {
    // The blank page, between two others, is no secure one and has none.
    if (!('StorageManager' in globalThis)) return
    StorageManager.prototype.getDirectory = () =>
      Promise.reject(new DOMException('Not in a private window.', 'SecurityError'))
  })
}

test('what is fetched is held in memory, which is said before', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'small.bin')
  const sha1 = await makeFile(path, MB, 'memory')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  const taker = await newVisitor({ expectedTrouble: NO_DISK })
  await takeTheDiskAway(taker)
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  await expect(taken.article).toContainText('keeps up to 1.07 GB, until you close the page')
  await taken.button('Download').click()
  await taken.reaches('seeding')
  await expect(taken.article).toContainText('It’s only in memory')
  expect((await taken.save()).sha1).toBe(sha1)
  // It is served from there as well.
  const third = await newVisitor()
  const link = await given.link()
  await giver.leave()
  const fetched = await third.download(link)
  await fetched.reaches('seeding')
  expect((await fetched.save()).sha1).toBe(sha1)
})

test('what memory does not hold is refused before a byte is fetched', async ({ newVisitor, folder }) => {
  const path = join(folder, 'large.torrent')
  await writeFile(path, makeHollowTorrent('large.bin', 1100 * MB))
  const taker = await newVisitor({ expectedTrouble: NO_DISK })
  await takeTheDiskAway(taker)
  await taker.home()
  const taken = await taker.chooseFiles(path)
  await taken.reaches('ready')
  await expect(taken.article).toContainText('Too large for a private window')
  await taken.button('Download').click()
  await expect(taker.page.getByRole('alert')).toContainText('too large for this browser')
  expect(await taken.state()).toBe('ready')
  expect(await taken.progress()).toBe(0)
})
