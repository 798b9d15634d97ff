import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** Cancel, pause and resume, remove, leave. */

/** A file of zeros that takes no room on the disk: long to hash, quick to make. */
async function makeHollowFile(path: string, size: number): Promise<void> {
  await writeFile(path, '')
  await truncate(path, size)
}

test('hashing can be cancelled, and the page is as before', async ({ newPeer, folder }) => {
  const path = join(folder, 'huge.bin')
  await makeHollowFile(path, 20_000 * MB)
  const peer = await newPeer()
  const share = await peer.chooseFiles(path)
  await share.reaches('hashing')
  await share.progressReaches(0.001)
  await share.button('Cancel').click()
  await expect(share.article).toHaveCount(0)

  const small = join(folder, 'small.bin')
  await makeFile(small, 1000, 'small')
  await (await peer.chooseFiles(small)).reaches('seeding')
})

test('a share can be renamed while it is hashed', async ({ newPeer, folder }) => {
  const path = join(folder, 'IMG_0001.bin')
  await makeHollowFile(path, 2_000 * MB)
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  const name = given.article.getByLabel('Name', { exact: true })
  await name.fill('The whale.bin')
  await name.press('Enter')
  // Other tests hash as well on the same two cores.
  await given.reaches('seeding')
  await expect(given.heading).toHaveText('The whale.bin')

  const taker = await newPeer()
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  await expect(taken.heading).toHaveText('The whale.bin')
})

test('a paused download stands still, and goes on when it is resumed', async ({ newPeer, folder }) => {
  const path = join(folder, 'paused.bin')
  const sha1 = await makeFile(path, 20 * MB, 'paused')
  const giver = await newPeer()
  await giver.givesAtMost(2 * MB)
  const given = await giver.chooseFiles(path)
  const link = await given.link()

  const taker = await newPeer()
  const taken = await taker.download(link)
  await taken.progressReaches(0.05)
  await taken.button('Pause').click()
  await taken.reaches('paused')
  const paused = await taken.progress()
  expect(paused).toBeLessThan(1)

  // Time enough for somebody else to fetch all of it: not a byte came to the one that paused.
  const other = await newPeer()
  await (await other.download(link)).reaches('seeding')
  expect(await taken.state()).toBe('paused')
  expect(await taken.progress()).toBeCloseTo(paused, 1)

  await taken.button('Resume').click()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})

test('removing asks first', async ({ newPeer, folder }) => {
  const path = join(folder, 'unwanted.bin')
  await makeFile(path, MB, 'unwanted')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  const taker = await newPeer()
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')

  const dialog = taker.page.getByRole('dialog')
  const answer = (name: string) => dialog.getByRole('button', { name, exact: true })
  await taken.button('Remove').click()
  await expect(answer('Remove and delete its data')).toBeVisible()
  await answer('Keep it').click()
  await expect(dialog).toHaveCount(0)
  expect(await taken.state()).toBe('seeding')

  await taken.button('Remove').click()
  await answer('Remove and delete its data').click()
  await expect(taken.article).toHaveCount(0)
})

test('removing one’s own files never speaks of deleting them', async ({ newPeer, folder }) => {
  const path = join(folder, 'mine.bin')
  await makeFile(path, MB, 'mine')
  const peer = await newPeer()
  const share = await peer.chooseFiles(path)
  await share.reaches('seeding')
  await share.button('Remove').click()
  const dialog = peer.page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: /delete/ })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(share.article).toHaveCount(0)
})

test('leaving warns while somebody fetches, and only then', async ({ newPeer, folder }) => {
  const path = join(folder, 'needed.bin')
  await makeFile(path, 20 * MB, 'needed')
  const giver = await newPeer()
  await giver.givesAtMost(2 * MB)
  const given = await giver.chooseFiles(path)

  const taker = await newPeer()
  const taken = await taker.download(await given.link())
  await taken.progressReaches(0.02)

  const asked = giver.page.waitForEvent('dialog')
  await giver.page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()

  await taken.reaches('seeding')
  const closed = taker.page.waitForEvent('close')
  await giver.leave()
  await taker.page.close({ runBeforeUnload: true })
  await closed
})
