import { DoctorView } from '../support/doctorView.ts'
import { expect, test } from '../support/fixtures.ts'
import { joinUnreachably } from '../support/unreachablePeer.ts'
import { unknownInfoHash } from '../support/torrents.ts'

/** Why nothing moves, told apart and said in words. (Without a tracker, or a seed: tests/server/peer/swarm.test.ts.) */

const NO_CONNECTION = '1 person can’t be reached.'

test('a hash that nobody has, and others who wait for the same', async ({ newPeer }) => {
  const infoHash = unknownInfoHash()
  const [one, two] = [await newPeer(), await newPeer()]
  await one.get(infoHash)
  const share = one.share()
  await share.reaches('fetching')
  await expect(share.article).toContainText('Nobody who has it is online.')
  const doctor = await DoctorView.ofShare(share)
  await doctor.names({ kind: 'alone' })
  await two.get(infoHash)
  await doctor.names({ kind: 'no-data', peers: 1 })
  await doctor.close()
  for (const peer of [one, two]) {
    await expect(peer.share().article).toContainText('Waiting with 1 person.')
  }
  await share.button('Remove').click()
  await one.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click()
  await expect(share.article).toHaveCount(0)
})

test('somebody is there and answers from nowhere: no connection comes about', async ({ newPeer, site }) => {
  const infoHash = unknownInfoHash()
  const other = await joinUnreachably(site.trackerUrl, infoHash, 'from nowhere')
  const peer = await newPeer()
  await peer.get(infoHash)
  await expect(peer.share().article).toContainText(NO_CONNECTION, { timeout: 90_000 })
  await (await DoctorView.ofShare(peer.share())).names({ kind: 'unreachable', others: 1 })
  other.leave()
})

test('somebody is there and never answers: the page loses patience', async ({ newVisitor, site }) => {
  const infoHash = unknownInfoHash()
  const other = await joinUnreachably(site.trackerUrl, infoHash, 'never')
  const peer = await newVisitor()
  // The page's clock goes as the test says; the test above waits for as long as it really takes.
  await peer.page.clock.install()
  await peer.home()
  await peer.get(infoHash)
  await expect(peer.share().article).toContainText('Connecting to 1 person.')
  await peer.page.clock.fastForward('00:25')
  await expect(peer.share().article).toContainText(NO_CONNECTION)
  other.leave()
})
