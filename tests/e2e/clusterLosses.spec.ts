import { join } from 'node:path'
import { noNginx } from '../support/balancers.ts'
import { MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { expectedTrouble, Front } from '../support/front.ts'
import { becomesMember } from '../support/membership.ts'
import { noPostgres, TestPostgres } from '../support/postgres.ts'
import { SiteAdmin } from '../support/siteAdmin.ts'
import { Transfers, type NewPage } from '../support/transfers.ts'
import { noValkey, TestValkey } from '../support/valkey.ts'
import { Way } from '../support/way.ts'

/** What nodes have in common is lost, or their way to it, while pages are in the middle of transfers. */

const missing = noValkey ?? noNginx ?? noPostgres

test.skip(missing !== null, missing ?? '')

test('a replica takes the place of Valkey in the middle of transfers that finish', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const primary = await TestValkey.start()
  const replica = await TestValkey.startReplica(primary)
  const sentinel = await TestValkey.startSentinel(primary, 'shoal')
  const front = await Front.start(newSite, `sentinel://127.0.0.1:${sentinel.port}/shoal`)
  const { site } = front
  try {
    const transfers = await Transfers.start(newPeer, site, join(folder, 'failover.bin'))
    await primary.kill()
    await front.says('degraded')
    // Nobody who comes meanwhile is turned away.
    await transfers.join()
    await expect.poll(() => replica.ask('ROLE'), { timeout: 60_000 }).toMatch(/^master/)
    await front.says('ok')
    await transfers.join()
    await front.hasSockets(5)
    await transfers.finish()
  } finally {
    await front.stop()
    for (const valkey of [sentinel, replica, primary]) await valkey.stop()
  }
})

test('a node is cut off from the others in the middle of transfers that finish', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const valkey = await TestValkey.start()
  const ways = [await Way.to(valkey.port), await Way.to(valkey.port), await Way.to(valkey.port)] as const
  const [one, two, three] = ways.map(({ port }) => `redis://127.0.0.1:${port}`)
  const front = await Front.start(newSite, [one ?? '', two ?? '', three ?? ''])
  const { site } = front
  try {
    const transfers = await Transfers.start(newPeer, site, join(folder, 'cutOff.bin'))
    await front.hasSockets(3)
    const cutOff = await front.busiest()
    const way = ways[front.nodes.indexOf(cutOff)]
    way?.block()
    await front.says('degraded', [cutOff])
    const others = front.nodes.filter((node) => node !== cutOff)
    await front.says('ok', others)
    // Whichever side newcomers come to, they meet all others at the latest when there is one side again.
    const newcomers = [await transfers.newcomer(), await transfers.newcomer()]
    const joined = Promise.all(newcomers.map(async (newcomer) => transfers.join(newcomer)))
    await front.hasSockets(5)
    await front.says('ok', others)
    way?.unblock()
    await front.says('ok')
    await joined
    await transfers.finish()
  } finally {
    await front.stop()
    for (const way of ways) way.close()
    await valkey.stop()
  }
})

test('PostgreSQL goes away in the middle of transfers of members, which finish and are booked once', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  const postgres = await TestPostgres.start()
  const valkey = await TestValkey.start()
  const front = await Front.start(newSite, valkey.url, {
    DATABASE_URL: await postgres.createDatabase(),
    TRACKER_MODE: 'private',
  })
  const { site } = front
  try {
    const admin = await SiteAdmin.of(site)
    const newMember: NewPage = async (options) => {
      const member = await newVisitor(options)
      await becomesMember(member, await admin.invite())
      return member
    }
    const transfers = await Transfers.start(newMember, site, join(folder, 'members.bin'))
    const known = await transfers.newcomer()
    const invitation = await admin.invite()

    await postgres.stop()
    await front.says('degraded')
    await transfers.join(known)
    const stranger = await newVisitor({ site, expectedTrouble })
    await stranger.open(invitation)
    await expect(stranger.page.getByText('You’re not a member yet.')).toBeVisible()
    await transfers.finish()

    await postgres.resume()
    await front.says('ok')
    await becomesMember(stranger, invitation)
    // Each took all of it while there was nowhere to book it; of the giver and the stranger there is nothing to book.
    // Nothing counts twice, but a piece may come from two at the very end.
    const booked = async (): Promise<readonly number[]> => {
      const members = await admin.members()
      return members
        .map(({ downloaded }) => Math.round(downloaded / MB))
        .toSorted((one, other) => one - other)
    }
    await expect.poll(booked, { timeout: 60_000 }).toEqual([0, 0, 6, 6, 6])
  } finally {
    await front.stop()
    await valkey.stop()
    await postgres.remove()
  }
})
