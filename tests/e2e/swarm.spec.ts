import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** Everyone who has it gives it. */

test('the first leaves, and the third is served by the second alone', async ({ newPeer, folder }) => {
  const path = join(folder, 'passed on.bin')
  const sha1 = await makeFile(path, 20 * MB, 'passed on')

  const first = await newPeer()
  const given = await first.chooseFiles(path)
  const link = await given.link()

  const second = await newPeer()
  const kept = await second.download(link)
  await kept.reaches('seeding')
  await first.leave()

  const third = await newPeer()
  const taken = await third.download(link)
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})

test('a leecher gives on what it has, while it fetches the rest and afterwards', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'in a ring.bin')
  const sha1 = await makeFile(path, 30 * MB, 'in a ring')

  const first = await newPeer()
  const given = await first.chooseFiles(path)
  const link = await given.link()

  const leechers = await Promise.all([newPeer(), newPeer()])
  const shares = await Promise.all(leechers.map((peer) => peer.download(link)))
  for (const share of shares) await share.reaches('seeding')
  for (const share of shares) expect((await share.save()).sha1).toBe(sha1)

  // The first stays, but gives nothing: whoever comes now gets it from those who fetched it.
  await given.button('Pause').click()
  await given.reaches('paused')
  const late = await newPeer()
  const taken = await late.download(link)
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})

test('a seed that comes back ends the waiting', async ({ newPeer, folder }) => {
  const path = join(folder, 'again.bin')
  const sha1 = await makeFile(path, 20 * MB, 'again')

  const first = await newPeer()
  await first.givesAtMost(2 * MB)
  const given = await first.chooseFiles(path)
  const taker = await newPeer()
  const taken = await taker.download(await given.link())
  await taken.progressReaches(0.05)
  await first.leave()
  await taken.reaches('waiting')
  expect(await taken.progress()).toBeLessThan(1)
  // Known once the tracker was asked again.
  await expect(taken.article).toContainText('Nobody who has this is online right now.', { timeout: 60_000 })

  const back = await newPeer()
  await (await back.chooseFiles(path)).reaches('seeding')
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})
