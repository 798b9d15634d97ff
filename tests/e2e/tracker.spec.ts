import { join } from 'node:path'
import { ELSEWHERE } from '../support/browsers.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** The tracker introduces people; what they do then does not hang on it. */

const LOST_TRACKER = [/WebSocket connection to/, /ERR_CONNECTION_REFUSED/]

test('while the tracker is down a transfer goes on, and who has nobody says why; once it is back a new peer joins', async ({
  newPeer,
  newVisitor,
  newSite,
  folder,
}) => {
  const path = join(folder, 'unhurt.bin')
  const sha1 = await makeFile(path, 3 * MB, 'unhurt')
  const site = await newSite()
  const giver = await newPeer({ site, expectedTrouble: LOST_TRACKER, gives: MB })
  const given = await giver.chooseFiles(path)
  const link = await given.link()
  await expect(given.article).toContainText('Keep this page open')

  const taker = await newVisitor({ site, expectedTrouble: LOST_TRACKER })
  const taken = await taker.download(link)
  await taken.progressReaches(0.3)
  await site.stop()
  expect(await taken.progress()).toBeLessThan(0.5)
  await giver.givesOn()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)

  await taker.leave()
  await expect(given.article).toContainText('This page cannot look for other people right now.')
  await site.restart()
  await expect(given.article).not.toContainText('This page cannot look for other people right now.', {
    timeout: 60_000,
  })
  const late = await newVisitor({ site })
  await (await late.download(link)).reaches('seeding')
})

test('a share that is here already learns the trackers of another link', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const path = join(folder, 'elsewhere.bin')
  const sha1 = await makeFile(path, MB, 'elsewhere')
  const giver = await newPeer({ site: await newSite() })
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')

  const site = await newSite()
  const taker = await newPeer({ site })
  await taker.get(await given.infoHash())
  const taken = taker.share()
  await taken.reaches('fetching')
  await taker.home()
  await taker.get(await given.magnet())
  await taken.reaches('ready')
  await taken.button('Download').click()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})

test('a tracker of others is asked after a click, and named to others by choice', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const path = join(folder, 'foreign.bin')
  const sha1 = await makeFile(path, MB, 'foreign')
  const other = await newSite()
  const giver = await newPeer({ site: other })
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const sockets = async () => {
    const response = await fetch(`${other.url}healthz`)
    return ((await response.json()) as { sockets: number }).sockets
  }

  const site = await newSite()
  const taker = await newPeer({ site })
  const tracker = other.trackerUrl.replace('localhost', ELSEWHERE)
  const magnet = `magnet:?xt=urn:btih:${await given.infoHash()}&tr=${encodeURIComponent(tracker)}`
  const taken = await taker.open(`${site.url}#${magnet}`)
  await expect(taken.article).toContainText(`The link also names ${new URL(tracker).host}`)
  // By now its own tracker has answered.
  await expect(taken.article).toContainText('Nobody who has this is online')
  expect(await sockets()).toBe(1)
  await taken.button('Connect').click()
  await taken.reaches('ready')
  await taken.button('Download').click()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)

  expect(await taken.link()).toMatch(new RegExp(`^${site.url}#${await given.infoHash()}&n=[^&]+&s=\\d+$`))
  await taken.article.getByText('More', { exact: true }).click()
  await taken.article.getByRole('checkbox', { name: /in the link as well/ }).check()
  await expect.poll(() => taken.link()).toContain(encodeURIComponent(tracker))
  await taker.page.reload()
  await taken.reaches('seeding')
  expect(await taken.link()).toContain(encodeURIComponent(tracker))
  await expect.poll(sockets).toBe(2)
})
