import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** The tracker introduces people; what they do then does not hang on it. */

const LOST_TRACKER = [/WebSocket connection to/, /ERR_CONNECTION_REFUSED/]

test('a transfer goes on while the tracker is down, and a new peer joins once it is back', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const path = join(folder, 'unhurt.bin')
  const sha1 = await makeFile(path, 40 * MB, 'unhurt')
  const site = await newSite()
  const giver = await newPeer({ site, expectedTrouble: LOST_TRACKER })
  await giver.givesAtMost(2 * MB)
  const given = await giver.chooseFiles(path)
  const link = await given.link()

  const taker = await newPeer({ site, expectedTrouble: LOST_TRACKER })
  const taken = await taker.download(link)
  await taken.progressReaches(0.05)
  await site.stop()
  const before = await taken.progress()
  expect(before).toBeLessThan(0.9)
  await taken.progressReaches(before + 0.1)
  await site.restart()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)

  const late = await newPeer({ site })
  const joined = await late.download(link)
  await joined.progressReaches(0.01)
})

test('no tracker: the page says so, and recovers by itself', async ({ newPeer, newSite, folder }) => {
  const path = join(folder, 'lonely.bin')
  await makeFile(path, MB, 'lonely')
  const site = await newSite()
  const giver = await newPeer({ site, expectedTrouble: LOST_TRACKER })
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  await expect(given.article).toContainText('Keep this page open')

  await site.stop()
  await expect(given.article).toContainText('This page cannot reach its tracker.')
  await site.restart()
  await expect(given.article).not.toContainText('This page cannot reach its tracker.', { timeout: 60_000 })

  const taker = await newPeer({ site })
  await (await taker.download(await given.link())).reaches('seeding')
})

test('a share that is here already learns the trackers of another link', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const path = join(folder, 'elsewhere.bin')
  const sha1 = await makeFile(path, MB, 'elsewhere')
  const giver = await newPeer({ site: await newSite() })
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')

  const site = await newSite()
  const taker = await newPeer({ site })
  await taker.home()
  await taker.get(await given.infoHash())
  const taken = taker.share()
  await taken.reaches('fetching')
  await taker.home()
  await taker.get(await given.magnet())
  await taken.reaches('ready')
  await taken.button('Download').click()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})
