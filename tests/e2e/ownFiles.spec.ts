import { join } from 'node:path'
import { dropOn } from '../support/drop.ts'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** The user's own files: shared twice, and after a reload. */

test('the same files again are the same share, which goes on', async ({ newPeer, folder }) => {
  const path = join(folder, 'again.bin')
  await makeFile(path, 300_000, 'again')
  const giver = await newPeer()
  const first = await giver.chooseFiles(path)
  await first.reaches('seeding')
  const link = await first.link()

  const visited = () => giver.page.evaluate(() => history.length)
  const before = await visited()
  await dropOn(giver.page, [path])
  // Its own page comes first, then it takes the place of the one that was there.
  await expect.poll(visited).toBe(before + 1)
  await expect(giver.page.locator('article')).toHaveCount(1)
  await giver.share().reaches('seeding')
  expect(await giver.share().link()).toBe(link)

  const taken = await (await newPeer()).download(link)
  await taken.reaches('seeding')
})

test('dropped files go on being served after a reload', async ({ newPeer, folder }) => {
  const path = join(folder, 'kept.bin')
  const sha1 = await makeFile(path, 100_000, 'kept')
  const giver = await newPeer()
  await dropOn(giver.page, [path])
  await giver.share().reaches('seeding')
  const link = await giver.share().link()

  await giver.page.reload()
  await giver.share().reaches('seeding')
  const taken = await (await newPeer()).download(link)
  await taken.reaches('seeding')
  expect(await taken.save('kept.bin')).toEqual({ name: 'kept.bin', sha1 })
})

test('dropped files that were edited meanwhile have to be chosen again', async ({ newPeer, folder }) => {
  const path = join(folder, 'edited.bin')
  await makeFile(path, 100_000, 'before')
  const giver = await newPeer()
  await dropOn(giver.page, [path])
  await giver.share().reaches('seeding')
  const before = await giver.share().infoHash()

  await makeFile(path, 100_000, 'after')
  await giver.page.reload()
  await giver.share().reaches('asleep')
  await expect(giver.page.getByRole('button', { name: 'Open its files' })).toBeVisible()

  // What was edited has the same size, and is a share of its own.
  await giver.chooseFiles(path)
  await expect(giver.page.locator('article[data-state="seeding"]')).toHaveCount(1)
  await expect(giver.page.locator(`article[data-infohash="${before}"]`)).toHaveAttribute(
    'data-state',
    'asleep',
  )
})
