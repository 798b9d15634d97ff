import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { becomesMember } from '../support/membership.ts'
import { SiteAdmin } from '../support/siteAdmin.ts'

/** A private site, as its members and strangers meet it. */

const PRIVATE = { TRACKER_MODE: 'private', LOG_LEVEL: 'debug' }
/** Chromium tells of every request that was refused. */
const REFUSED = [/the server responded with a status of 40[14]/]

test('two members share and fetch, and nothing that is passed on names a passkey', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  const path = join(folder, 'secret.bin')
  const sha1 = await makeFile(path, MB, 'secret')
  const site = await newSite(PRIVATE)
  const admin = await SiteAdmin.of(site)
  const giver = await newVisitor({ site })
  const passkey = await becomesMember(giver, await admin.invite())
  expect(giver.page.url()).toBe(site.url)

  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  expect(await admin.torrents()).toMatchObject([{ infoHash: await given.infoHash(), name: 'secret.bin' }])
  const link = await given.link()
  const magnet = await given.magnet()
  const torrent = await readFile((await given.torrentFile()).path, 'latin1')
  expect(link).toMatch(new RegExp(`^${site.url}#${await given.infoHash()}&n=secret\\.bin&s=\\d+$`))
  expect(new URL(magnet).searchParams.getAll('tr')).toEqual([site.trackerUrl])
  expect(torrent).toContain('7:privatei1e')
  expect(torrent).toContain(`8:announce${site.trackerUrl.length}:${site.trackerUrl}`)
  const shown = await giver.page.locator('body').evaluate((body) => body.outerHTML)
  for (const told of [link, magnet, torrent, shown, site.output(), giver.page.url()]) {
    expect(told).not.toContain(passkey)
  }

  const taker = await newVisitor({ site })
  await becomesMember(taker, await admin.invite())
  const taken = await taker.download(link)
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
  // Once the tracker has been told; the page of the one who got it asks for the account again when it is opened.
  await expect.poll(async () => (await admin.members())[0]?.downloaded).toBeGreaterThanOrEqual(MB)
  await taker.home()
  await expect(taker.page.getByText(/You sent .* and received 1(\.\d+)?\sMB: a ratio of 0\.00/)).toBeVisible()
})

test('a stranger is told why nothing moves, and it goes on by itself with an invitation', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  const path = join(folder, 'members.bin')
  await makeFile(path, MB, 'members')
  const site = await newSite(PRIVATE)
  const admin = await SiteAdmin.of(site)
  const giver = await newVisitor({ site })
  const invitation = await admin.invite(2)
  await becomesMember(giver, invitation)
  const given = await giver.chooseFiles(path)
  const link = await given.link()

  // Before anything is dropped.
  const passer = await newVisitor({ site })
  await passer.home()
  await expect(passer.page.getByText('This site is for members only.')).toBeVisible()
  await expect(passer.page.getByText('Choose files', { exact: true })).toBeHidden()

  const stranger = await newVisitor({ site, expectedTrouble: REFUSED })
  const share = await stranger.open(link)
  await expect(share.article).toContainText('This site is for members only.')
  await expect(share.article).toContainText('Ask for an invitation')

  // The same page, as when the link is clicked in it: only the part behind the # changes.
  await stranger.page.evaluate((address) => (location.href = address), invitation)
  await expect(stranger.page.getByText('You’re a member now.')).toBeVisible()
  expect(stranger.page.url()).not.toContain('invitation')
  await stranger.share(await given.infoHash()).reaches('ready')

  const late = await newVisitor({ site, expectedTrouble: REFUSED })
  await late.open(invitation)
  await expect(late.page.getByRole('alert')).toContainText('This invitation no longer works')
})

test('a member revoked in the middle of a transfer is cut off from the tracker, and told', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  const path = join(folder, 'long.bin')
  await makeFile(path, 3 * MB, 'long')
  const site = await newSite(PRIVATE)
  const admin = await SiteAdmin.of(site)
  const giver = await newVisitor({ site, gives: MB })
  await becomesMember(giver, await admin.invite())
  const given = await giver.chooseFiles(path)
  const link = await given.link()
  const infoHash = await given.infoHash()

  const taker = await newVisitor({ site, expectedTrouble: REFUSED })
  await becomesMember(taker, await admin.invite())
  const revoked = (await admin.members())[0]?.id ?? 0
  const taken = await taker.download(link)
  await taken.progressReaches(0.02)
  expect(await admin.membersIn(infoHash)).toContain(revoked)
  await admin.revoke(revoked)
  expect(await admin.membersIn(infoHash)).not.toContain(revoked)
  await expect(taker.page.getByRole('alert')).toContainText('You’re no longer a member')
  await expect(taker.page.getByRole('contentinfo')).toContainText('You’re no longer a member.')

  await giver.leave()
  await expect(taken.article).toContainText('This site is for members only.')
})

test('a member enters what they share where only registered torrents are served; a stranger is refused', async ({
  newPeer,
  newVisitor,
  newSite,
  folder,
}) => {
  const [ours, theirs] = [join(folder, 'ours.bin'), join(folder, 'theirs.bin')]
  await makeFile(ours, MB, 'ours')
  await makeFile(theirs, MB, 'theirs')
  const site = await newSite({ TRACKER_MODE: 'listed' })
  const admin = await SiteAdmin.of(site)
  const member = await newVisitor({ site })
  const stranger = await newPeer({ site })

  const refused = await stranger.chooseFiles(theirs)
  await expect(refused.article).toContainText('this torrent is not registered here')

  await becomesMember(member, await admin.invite())
  const given = await member.chooseFiles(ours)
  await stranger.open(await given.link())
  const taken = stranger.share(await given.infoHash())
  await taken.reaches('ready')
  await taken.button('Download').click()
  await taken.reaches('seeding')
})
