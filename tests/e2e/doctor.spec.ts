import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { browserPath, CHROMIUM_FLAGS, HEADLESS_SHELL } from '../support/browsers.ts'
import { wayTo } from '../support/deadEnds.ts'
import { DoctorView } from '../support/doctorView.ts'
import { makeFile, MB } from '../support/files.ts'
import { Firefox } from '../support/firefox.ts'
import { expect, test } from '../support/fixtures.ts'
import { keptShare } from '../support/kept.ts'
import { becomesMember } from '../support/membership.ts'
import { SiteAdmin } from '../support/siteAdmin.ts'
import { makeTorrent, unknownInfoHash } from '../support/torrents.ts'
import { joinUnreachably } from '../support/unreachablePeer.ts'

/**
 * What the page finds out about its own connection, with each cause made to happen. Others are where they happen
 * anyway: nobody there, or nobody reached (waiting.spec.ts), the day's limit (dial.spec.ts), a full disk
 * (damage.spec.ts), and what routers and relays do (doctorNetworks.spec.ts). tests/rules/causes.test.ts counts them.
 */

/** Addresses that are kept for documents: nothing answers there. */
const NOWHERE = ['192.0.2.1', '198.51.100.1']

/** Nobody listens there. */
const NO_COPY = 'http://127.0.0.1:9/copied'

const stunAt = (...hosts: readonly string[]) => ({
  ICE_SERVERS: JSON.stringify(hosts.map((host) => ({ urls: `stun:${host}:3478` }))),
})

/** Nobody has chosen anything but how many others there have to be. */
const dial = (peersFrom: number | 'never') => ({ peersFrom, aDay: null })

test('all is well, but for the clock, or the network', async ({ newPeer }) => {
  const { page, context } = await newPeer({ expectedTrouble: [/ERR_INTERNET_DISCONNECTED/] })
  const doctor = await DoctorView.ofPage(page)
  await doctor.names({ kind: 'fine' })
  await page.clock.setFixedTime(Date.now() + 2 * 3_600_000)
  await doctor.lookAgain()
  await doctor.names({ kind: 'clock', skew: 2 * 3_600_000 })
  await context.setOffline(true)
  await doctor.lookAgain()
  await doctor.names({ kind: 'offline' })
})

test('no answer to STUN, then no site', async ({ newSite, newPeer }) => {
  const site = await newSite(stunAt(...NOWHERE))
  const peer = await newPeer({ site, expectedTrouble: [/ERR_CONNECTION_REFUSED/] })
  const doctor = await DoctorView.ofPage(peer.page)
  await doctor.names({ kind: 'no-udp' })
  await site.stop()
  await doctor.lookAgain()
  await doctor.names({ kind: 'site-away' })
  await doctor.close()
  await expect(peer.page.getByRole('button', { name: 'Check my connection' })).toBeFocused()
})

test('one STUN server alone that is silent, and then the proxy before the site answers', async ({
  newSite,
  newPeer,
}) => {
  const site = await newSite(stunAt('192.0.2.1'))
  const way = await wayTo(site)
  const peer = await newPeer({ site: { ...site, url: way.url }, expectedTrouble: [/502/, /WebSocket/] })
  const doctor = await DoctorView.ofPage(peer.page)
  await doctor.names({ kind: 'stun-silent' })
  await site.stop()
  await doctor.lookAgain()
  await doctor.names({ kind: 'site-error', status: 502 })
  await way.close()
})

for (const [hindrance, kind] of [
  ['refuses WebSockets', 'socket-blocked'],
  ['swallows WebSockets', 'tracker-silent'],
] as const) {
  test(`a proxy that ${hindrance}`, async ({ site, newPeer }) => {
    const way = await wayTo(site, hindrance)
    const peer = await newPeer({ site: { ...site, url: way.url }, expectedTrouble: [/WebSocket/] })
    await (await DoctorView.ofPage(peer.page)).names({ kind })
    await way.close()
  })
}

test('an extension that takes WebRTC away', async ({ newVisitor }) => {
  const peer = await newVisitor()
  await peer.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'RTCPeerConnection'))
  await peer.home()
  await (await DoctorView.ofPage(peer.page)).names({ kind: 'no-webrtc' })
})

test('a setting of Firefox that takes WebRTC away', async ({ site }) => {
  const firefox = await Firefox.start({ 'media.peerconnection.enabled': false })
  try {
    const peer = await firefox.newPeer()
    await peer.open(site.url)
    await peer.pressAnywhere('Speed limits')
    await peer.pressAnywhere('Check my connection')
    await peer.finds('[data-cause="no-webrtc"]')
  } finally {
    await firefox.stop()
  }
})

test('a policy that keeps WebRTC to proxies', async ({ site, playwright }) => {
  const browser = await playwright.chromium.launch({
    executablePath: browserPath(HEADLESS_SHELL),
    args: [...CHROMIUM_FLAGS, '--force-webrtc-ip-handling-policy=disable_non_proxied_udp'],
  })
  const page = await browser.newPage()
  await page.goto(site.url)
  await (await DoctorView.ofPage(page)).names({ kind: 'no-addresses' })
  await browser.close()
})

test('a site that is for members, and one for shares that it knows', async ({
  newSite,
  newVisitor,
  newPeer,
  folder,
}) => {
  const closed = await newSite({ TRACKER_MODE: 'private' })
  const admin = await SiteAdmin.of(closed)
  const expelled = await newVisitor({ site: closed, expectedTrouble: [/status of 40[134]/] })
  await (await DoctorView.ofPage((await newPeer({ site: closed })).page)).names({ kind: 'members-only' })
  await becomesMember(expelled, await admin.invite())
  await (await DoctorView.ofPage(expelled.page)).names({ kind: 'fine' })

  const path = join(folder, 'unlisted.bin')
  await makeFile(path, 1000, 'unlisted')
  const listed = await newPeer({ site: await newSite({ TRACKER_MODE: 'listed' }) })
  const doctor = await DoctorView.ofShare(await listed.chooseFiles(path))
  await doctor.names({ kind: 'refused', reason: 'this torrent is not registered here' })
})

test('what one has chosen oneself', async ({ newPeer, newVisitor, folder }) => {
  const peer = await newPeer({ expectedTrouble: [/ERR_CONNECTION_REFUSED|ERR_UNSAFE_PORT/] })
  // Nobody serves its copy, and there has to be one.
  const torrent = join(folder, 'copied.torrent')
  const { bytes } = makeTorrent('copied', [{ path: ['copied'], data: Buffer.alloc(100_000, 'x') }], NO_COPY)
  await writeFile(torrent, bytes)
  await peer.keeps('dial', dial('never'))
  const share = await peer.chooseFiles(torrent)
  await share.reaches('ready')
  await share.button('Download').click()
  await share.reaches('waiting')
  let doctor = await DoctorView.ofShare(share)
  await doctor.names({ kind: 'peers-off' })
  await doctor.help()
  doctor = await DoctorView.ofShare(share)
  await doctor.names({ kind: 'alone' })
  await doctor.close()
  await peer.keeps('dial', dial(3))
  // The page tries the copy again first.
  await share.reaches('waiting')
  await expect(share.article).not.toContainText('Downloading from')
  doctor = await DoctorView.ofShare(share)
  await doctor.names({ kind: 'too-few', wanted: 3 })
  await doctor.help()
  doctor = await DoctorView.ofShare(share)
  await doctor.names({ kind: 'alone' })

  const path = join(folder, 'mine.bin')
  await makeFile(path, MB, 'mine')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  await given.button('Pause').click()
  doctor = await DoctorView.ofShare(given)
  await doctor.names({ kind: 'paused' })
  await doctor.help()
  await given.reaches('seeding')
  await giver.page.getByText('More', { exact: true }).click()
  await giver.page.getByText('Limits of this share').click()
  await giver.page.getByLabel('Stop sending after').fill('0.3')
  await giver.page.getByLabel('Stop sending after').press('Tab')
  await (await newVisitor()).download(await given.link())
  doctor = await DoctorView.ofShare(given)
  await doctor.names({ kind: 'ratio-reached' })
  const infoHash = await given.infoHash()
  await expect.poll(() => keptShare(giver.page, infoHash)).not.toBeNull()
  await giver.page.reload()
  await given.reaches('asleep')
  await (await DoctorView.ofShare(given)).names({ kind: 'asleep' })
})

test('a share stands still, and moves', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'data.bin')
  await makeFile(path, 1.5 * MB, 'moving')
  const giver = await newPeer({ gives: 0.5 * MB })
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const taker = await newVisitor()
  await taker.home()
  await taker.keeps('limits', { give: null, get: 100_000 })
  const taken = await taker.download(await given.link())
  await taken.reaches('waiting')
  const doctor = await DoctorView.ofShare(taken)
  await doctor.names({ kind: 'choked', peers: 1 })
  await giver.givesOn()
  await doctor.names({ kind: 'moving' })
})

test('descriptions that are changed on the way: DTLS fails', async ({
  site,
  newVisitor,
  newPeer,
  folder,
}) => {
  const path = join(folder, 'data.bin')
  await makeFile(path, 1000, 'changed')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const way = await wayTo(site, 'changes fingerprints')
  const taker = await newVisitor({ site: { ...site, url: way.url }, expectedTrouble: [/WebSocket/] })
  await taker.home()
  await taker.get(await given.infoHash())
  const doctor = await DoctorView.ofShare(taker.share())
  await doctor.names({ kind: 'no-handshake', others: 1 })
  await taker.leave()
  await way.close()
})

test('somebody who never answers: connecting, and then not', async ({ newVisitor, site }) => {
  const infoHash = unknownInfoHash()
  const other = await joinUnreachably(site.trackerUrl, infoHash, 'never')
  const peer = await newVisitor()
  // The page's clock goes as the test says.
  await peer.page.clock.install()
  await peer.home()
  await peer.get(infoHash)
  const doctor = await DoctorView.ofShare(peer.share())
  await doctor.names({ kind: 'connecting' })
  await peer.page.clock.fastForward('00:25')
  await doctor.names({ kind: 'unanswered', others: 1 })
  other.leave()
})
