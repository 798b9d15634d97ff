import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { holdBack } from '../support/heldParts.ts'
import { keptFolders, keptPiecesReach, keptShare } from '../support/kept.ts'

/** Cancel, pause and resume, remove, leave. */

/** Pieces of 16 KiB, the smallest there are; see `src/torrent/pieces.ts`. */
const SMALL_PIECE = 16_384

test('hashing can be cancelled, and the page is as before; a share can be renamed while it is hashed', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const cancelled = join(folder, 'cancelled.bin')
  await makeFile(cancelled, MB, 'cancelled')
  const giver = await newPeer()
  const letHash = await holdBack(giver.page, 'hashWorker')
  const share = await giver.chooseFiles(cancelled)
  await share.reaches('hashing')
  await share.button('Cancel').click()
  await expect(share.article).toHaveCount(0)

  const path = join(folder, 'IMG_0001.bin')
  await makeFile(path, 1000, 'whale')
  const given = await giver.chooseFiles(path)
  const name = given.article.getByLabel('Name', { exact: true })
  await name.fill('The whale.bin')
  await name.press('Enter')
  letHash()
  await given.reaches('seeding')
  await expect(given.heading).toHaveText('The whale.bin')

  const taken = await (await newVisitor()).open(await given.link())
  await taken.reaches('ready')
  await expect(taken.heading).toHaveText('The whale.bin')
})

test('a paused download stands still, also after a reload, and goes on when it is resumed', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'paused.bin')
  const sha1 = await makeFile(path, 3 * MB, 'paused')
  const giver = await newPeer({ gives: MB })
  const given = await giver.chooseFiles(path)
  const link = await given.link()

  const taker = await newVisitor()
  const taken = await taker.download(link)
  await taken.progressReaches(0.3)
  await taken.button('Pause').click()
  await taken.reaches('paused')
  const paused = await taken.progress()
  expect(paused).toBeLessThan(0.5)
  await giver.givesOn()

  // Time enough for somebody else to fetch all of it: not a byte came to the one that paused.
  await (await (await newVisitor()).download(link)).reaches('seeding')
  expect(await taken.state()).toBe('paused')
  expect(await taken.progress()).toBeCloseTo(paused, 1)

  const infoHash = await taken.infoHash()
  await expect.poll(async () => (await keptShare(taker.page, infoHash))?.paused).toBe(true)
  await keptPiecesReach(taker.page, infoHash, Math.floor((0.3 * 3 * MB) / SMALL_PIECE))
  await taker.page.reload()
  await taken.reaches('paused')
  expect(await taken.progress()).toBeCloseTo(paused, 1)

  await taken.button('Resume').click()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})

test('removing asks first, is for good, and never speaks of deleting one’s own files', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'unwanted.bin')
  await makeFile(path, MB, 'unwanted')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  const taker = await newVisitor()
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')

  const dialog = taker.page.getByRole('dialog')
  const answer = (name: string) => dialog.getByRole('button', { name, exact: true })
  await taken.button('Remove').click()
  await expect(answer('Remove')).toBeVisible()
  await answer('Cancel').click()
  await expect(dialog).toHaveCount(0)
  expect(await taken.state()).toBe('seeding')

  await taken.button('Remove').click()
  await answer('Remove').click()
  await expect(taken.article).toHaveCount(0)
  await expect.poll(() => keptFolders(taker.page)).toEqual([])
  await taker.page.reload()
  await expect(taker.page.getByRole('button', { name: 'Get', exact: true })).toBeVisible()
  await taker.pasteField.focus()
  await expect(taker.page.getByText('Your shares')).toHaveCount(0)

  await given.button('Remove').click()
  const asked = giver.page.getByRole('dialog')
  await expect(asked.getByRole('button', { name: /delete/ })).toHaveCount(0)
  await asked.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(given.article).toHaveCount(0)
})

test('leaving warns while somebody fetches, and only then', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'needed.bin')
  await makeFile(path, 3 * MB, 'needed')
  const giver = await newPeer({ gives: MB })
  const given = await giver.chooseFiles(path)

  const taker = await newVisitor()
  const taken = await taker.download(await given.link())
  await taken.progressReaches(0.02)

  const asked = giver.page.waitForEvent('dialog')
  await giver.page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()

  await giver.givesOn()
  await taken.reaches('seeding')
  const closed = taker.page.waitForEvent('close')
  await giver.leave()
  await taker.page.close({ runBeforeUnload: true })
  await closed
})
