import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** Everyone who has it gives it. */

test('a leecher gives on what it has, while it fetches the rest and afterwards', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'in a ring.bin')
  const sha1 = await makeFile(path, 2 * MB, 'in a ring')

  const first = await newPeer()
  const given = await first.chooseFiles(path)
  const link = await given.link()

  const leechers = await Promise.all([newVisitor(), newVisitor()])
  const shares = await Promise.all(leechers.map((peer) => peer.download(link)))
  for (const share of shares) await share.reaches('seeding')
  for (const share of shares) expect((await share.save()).sha1).toBe(sha1)

  // The first stays, but gives nothing: whoever comes now gets it from those who fetched it.
  await given.button('Pause').click()
  await given.reaches('paused')
  const late = await newVisitor()
  const taken = await late.download(link)
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)

  // And from one alone, when all others have left.
  for (const peer of [first, ...leechers]) await peer.leave()
  const last = await (await newVisitor()).download(link)
  await last.reaches('seeding')
  expect((await last.save()).sha1).toBe(sha1)
})

test('when the seed leaves, those with a part say what they wait for; its coming back ends the waiting', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'again.bin')
  const sha1 = await makeFile(path, 3 * MB, 'again')

  const first = await newPeer({ gives: MB })
  const given = await first.chooseFiles(path)
  const link = await given.link()
  const taken = await (await newVisitor()).download(link)
  await taken.progressReaches(0.3)
  await first.leave()
  await taken.reaches('waiting')
  expect(await taken.progress()).toBeLessThan(0.5)
  // Known once the tracker was asked again.
  await expect(taken.article).toContainText('Nobody who has this is online right now.', { timeout: 60_000 })

  const late = await (await newVisitor()).download(link)
  await expect(late.article).toContainText('Connected to 1 person, but nobody has what is missing here.', {
    timeout: 60_000,
  })
  expect(await late.state()).toBe('waiting')

  const back = await newPeer()
  await (await back.chooseFiles(path)).reaches('seeding')
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
  await late.reaches('seeding')
})
