import { join } from 'node:path'
import { ELSEWHERE } from '../support/browsers.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** Trackers that others name. That a swarm outlives its tracker is shown in Node (tests/server/peer/swarm.test.ts). */

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
  await expect(taken.article).toContainText('Nobody who has it is online')
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
