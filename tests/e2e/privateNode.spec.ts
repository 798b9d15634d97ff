import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { becomesMember } from '../support/membership.ts'
import { fetchInNode } from '../support/node/nodePeer.ts'
import { SiteAdmin } from '../support/siteAdmin.ts'

/** A plain webtorrent client in Node as a member of a private site: its passkey is in the tracker's address. */

const PRIVATE = { TRACKER_MODE: 'private' }

/** Names the torrent alone: a magnet link of the site names its tracker too, without anybody's passkey. */
const magnetOf = (infoHash: string): string => `magnet:?xt=urn:btih:${infoHash}`

test('it fetches from a member’s page, and what it got is booked', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  const path = join(folder, 'ours.bin')
  const sha1 = await makeFile(path, MB, 'ours')
  const site = await newSite(PRIVATE)
  const admin = await SiteAdmin.of(site)
  const giver = await newVisitor({ site })
  await becomesMember(giver, await admin.invite())
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const { passkey, id } = await admin.newMember()
  const node = fetchInNode(
    `${site.trackerUrl}/${passkey}`,
    magnetOf(await given.infoHash()),
    join(folder, 'got'),
  )
  try {
    expect((await node.told('done')).files).toEqual({ 'ours.bin': sha1 })
    // It tells the tracker when it is done.
    await expect
      .poll(async () => (await admin.members()).find((member) => member.id === id)?.downloaded)
      .toBeGreaterThanOrEqual(MB)
  } finally {
    await node.stop()
  }
})

test('revoked in the middle of a transfer it is cut off from the tracker at once, and told why', async ({
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
  await given.reaches('seeding')
  const infoHash = await given.infoHash()
  const { passkey, id } = await admin.newMember()
  const node = fetchInNode(`${site.trackerUrl}/${passkey}`, magnetOf(infoHash), join(folder, 'got'))
  try {
    await node.told('begun')
    expect(await admin.membersIn(infoHash)).toContain(id)
    await admin.revoke(id)
    expect(await admin.membersIn(infoHash)).not.toContain(id)
    expect((await node.told('refused')).problem).toContain('for members')
    // Who is a member goes on, and nobody else lost anything.
    expect(await admin.membersIn(infoHash)).toHaveLength(1)
    await expect(given.article).toHaveAttribute('data-state', 'seeding')
  } finally {
    await node.stop()
  }
})
