import { wayTo } from '../support/deadEnds.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'

/**
 * What the page finds out about its own connection, with each cause made to happen. Those of a share are where they
 * happen anyway: nobody there (waiting.spec.ts), the day's limit (dial.spec.ts), a full disk (damage.spec.ts).
 */

async function check({ page }: Peer) {
  await page.getByRole('button', { name: 'Speed limits' }).click()
  await page.getByRole('button', { name: 'Check my connection' }).click()
  return page.getByRole('dialog', { name: 'Check my connection' })
}

test('no answer to STUN, then no site', async ({ newSite, newPeer }) => {
  // An address that is kept for documents: nothing answers there.
  const site = await newSite({ ICE_SERVERS: JSON.stringify([{ urls: 'stun:192.0.2.1:3478' }]) })
  const peer = await newPeer({ site, expectedTrouble: [/ERR_CONNECTION_REFUSED/] })
  const doctor = await check(peer)
  await expect(doctor.getByRole('status')).toContainText('Your network blocks connections to other people')
  await site.stop()
  await doctor.getByRole('button', { name: 'Look again' }).click()
  await expect(doctor.getByRole('status')).toContainText('This site isn’t answering.')
  await doctor.getByRole('button', { name: 'Close' }).click()
  await expect(peer.page.getByRole('button', { name: 'Check my connection' })).toBeFocused()
})

test('a proxy that knows no WebSockets', async ({ site, newPeer }) => {
  const way = await wayTo(site, true)
  const peer = await newPeer({ site: { ...site, url: way.url }, expectedTrouble: [/WebSocket/] })
  const doctor = await check(peer)
  await expect(doctor.getByRole('status')).toContainText('blocks how people find each other')
  await way.close()
})

test('a browser without WebRTC', async ({ newVisitor }) => {
  const peer = await newVisitor()
  await peer.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'RTCPeerConnection'))
  await peer.home()
  const doctor = await check(peer)
  await expect(doctor.getByRole('status')).toContainText('WebRTC is switched off')
})
