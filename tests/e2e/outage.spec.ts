import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'

/*
 * Eight pages whose tracker dies, for as long as a sleep lasts: nobody waits much longer than a minute for the next
 * try, however long it has been dead (tests/swarm/trackerReturn.test.ts). `OUTAGE_MINUTES=10` leaves it dead for so
 * long. Time that stands still for whole processes is in tests/server/peer/outage.test.ts.
 */

/** What a page says in its console that reaches nobody. */
const UNREACHED = [
  /WebSocket connection to .* failed/,
  /ERR_CONNECTION_(REFUSED|RESET)/,
  /ERR_INTERNET_DISCONNECTED/,
]

/** Longer than what a clock may jump without being taken for a sleep. */
const SLEEP_MS = 11_000

const DEAD_MS = Math.max(SLEEP_MS, Number(process.env['OUTAGE_MINUTES'] ?? 0) * 60_000)

/** Freezes a page as a browser does that has put a tab aside; answers what brings it back. */
async function freeze({ context, page }: Peer): Promise<() => Promise<void>> {
  const session = await context.newCDPSession(page)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  return async () => {
    await session.send('Page.setWebLifecycleState', { state: 'active' })
    await session.detach()
  }
}

test('while the tracker is dead pages leave, sleep and come back, and all of them finish', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  if (DEAD_MS > SLEEP_MS) test.setTimeout(DEAD_MS + 10 * 60_000)
  const site = await newSite()
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 4 * MB, 'outage')
  const visit = () => newVisitor({ site, expectedTrouble: UNREACHED })
  const giver = await visit()
  await giver.home()
  await giver.givesUpTo(2 * MB)
  const link = await (await giver.chooseFiles(path)).link()
  const takers = await Promise.all(Array.from({ length: 7 }, visit))
  const shares = await Promise.all(takers.map((taker) => taker.download(link)))
  const [napper, sleeper, otherSleeper] = takers
  const [naps, sleeps, alsoSleeps, leaves, alsoLeaves, ...stay] = shares
  if (!napper || !sleeper || !otherSleeper || !naps || !sleeps || !alsoSleeps || !leaves || !alsoLeaves)
    throw new Error('There are seven.')
  for (const share of shares) await share.progressReaches(0.05)

  await site.stop()
  for (const share of [leaves, alsoLeaves]) await share.button('Pause').click()
  const wake = await freeze(napper)
  const wakeLater = await Promise.all([sleeper, otherSleeper].map(freeze))
  await wait(DEAD_MS)
  await wake()
  // Nobody introduces anybody: what moves again moves over what was there before.
  await giver.givesOn()
  for (const share of [...stay, naps]) await share.reaches('seeding')
  for (const share of [leaves, alsoLeaves]) expect(await share.progress()).toBeLessThan(1)

  // Whoever comes back now has nobody to ask but the tracker.
  for (const share of [leaves, alsoLeaves]) await share.button('Resume').click()
  await site.restart()
  for (const wakes of wakeLater) await wakes()
  for (const share of [leaves, alsoLeaves, sleeps, alsoSleeps]) await share.reaches('seeding')
  for (const share of shares) expect((await share.save()).sha1).toBe(sha1)
})
