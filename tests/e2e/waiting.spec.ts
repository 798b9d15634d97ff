import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { joinUnreachably, type Answering } from '../support/unreachablePeer.ts'
import { unknownInfoHash } from '../support/torrents.ts'

/** Why nothing moves, told apart and said in words. (Without a tracker: tracker.spec.ts.) */

test('a hash that nobody has', async ({ newPeer }) => {
  const peer = await newPeer()
  await peer.get(unknownInfoHash())
  const share = peer.share()
  await share.reaches('fetching')
  await expect(share.article).toContainText('Nobody who has this is online right now.')
  await share.button('Remove').click()
  await peer.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click()
  await expect(share.article).toHaveCount(0)
})

test('others wait for the same', async ({ newPeer }) => {
  const link = unknownInfoHash()
  const [one, two] = [await newPeer(), await newPeer()]
  await one.get(link)
  await two.get(link)
  for (const peer of [one, two]) {
    await expect(peer.share().article).toContainText('Connected to 1 person, who waits for it as well.')
  }
})

for (const answering of ['never', 'from nowhere'] satisfies Answering[]) {
  test(`somebody is there and answers ${answering}: no connection comes about`, async ({ newPeer, site }) => {
    const infoHash = unknownInfoHash()
    const other = await joinUnreachably(site.trackerUrl, infoHash, answering)
    const peer = await newPeer()
    await peer.get(infoHash)
    await expect(peer.share().article).toContainText('1 person is there, but no connection came about.', {
      timeout: 90_000,
    })
    other.leave()
  })
}

test('peers without the data', async ({ newPeer, folder }) => {
  const path = join(folder, 'half.bin')
  await makeFile(path, 20 * MB, 'half')
  const giver = await newPeer()
  await giver.givesAtMost(MB)
  const given = await giver.chooseFiles(path)
  const link = await given.link()

  const first = await newPeer()
  const half = await first.download(link)
  await half.progressReaches(0.05)
  await giver.leave()
  await half.reaches('waiting')

  const second = await newPeer()
  const share = await second.download(link)
  await expect(share.article).toContainText('Connected to 1 person, but nobody has what is missing here.', {
    timeout: 60_000,
  })
  expect(await share.state()).toBe('waiting')
})
