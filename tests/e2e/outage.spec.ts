import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'

/*
 * Pages whose tracker dies. It stays dead for as long as a sleep lasts, not for ten minutes: no page waits longer for it
 * than a minute for its next try, however long it has been dead. Eight of ours, and time that stands still for whole
 * processes, are in tests/server/peer/outage.test.ts; these are as many pages as two cores paint.
 */

/** What a page says in its console that reaches nobody. */
const UNREACHED = [/WebSocket connection to .* failed/, /ERR_CONNECTION_REFUSED/, /ERR_INTERNET_DISCONNECTED/]

/** Longer than what a clock may jump without being taken for a sleep. */
const SLEEP_MS = 11_000

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
  const site = await newSite()
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 4 * MB, 'outage')
  const visit = () => newVisitor({ site, expectedTrouble: UNREACHED })
  const giver = await visit()
  await giver.home()
  await giver.givesUpTo(2 * MB)
  const link = await (await giver.chooseFiles(path)).link()
  const [stayer, leaver, napper, sleeper] = await Promise.all([visit(), visit(), visit(), visit()])
  const [stays, leaves, naps, sleeps] = await Promise.all([
    stayer.download(link),
    leaver.download(link),
    napper.download(link),
    sleeper.download(link),
  ])
  const shares = [stays, leaves, naps, sleeps]
  for (const share of shares) await share.progressReaches(0.05)

  await site.stop()
  await leaves.button('Pause').click()
  const [wake, wakeLater] = [await freeze(napper), await freeze(sleeper)]
  await wait(SLEEP_MS)
  await wake()
  // Nobody introduces anybody: what moves again moves over what was there before.
  await giver.givesOn()
  for (const share of [stays, naps]) await share.reaches('seeding')
  expect(await leaves.progress()).toBeLessThan(1)

  // Whoever comes back now has nobody to ask but the tracker.
  await leaves.button('Resume').click()
  await site.restart()
  await wakeLater()
  for (const share of [leaves, sleeps]) await share.reaches('seeding')
  for (const share of shares) expect((await share.save()).sha1).toBe(sha1)
})
