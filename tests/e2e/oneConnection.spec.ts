import { join } from 'node:path'
import { openConnections, rememberConnections } from '../support/connections.ts'
import { dropOn } from '../support/drop.ts'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'

/** Two pages that are in several shares need one connection. */

/** In the page that is open, as a click on a link to the same site does. */
async function follow({ page }: Peer, link: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), new URL(link).hash)
}

test('five shares between two pages go over one connection, which ends with the last of them', async ({
  newVisitor,
  folder,
}) => {
  const names = ['one', 'two', 'three', 'four', 'five']
  const [giver, taker] = [await newVisitor(), await newVisitor()]
  for (const peer of [giver, taker]) {
    await peer.context.addInitScript(rememberConnections)
    await peer.home()
  }
  const given: { link: string; sha1: string }[] = []
  for (const name of names) {
    const path = join(folder, `${name}.bin`)
    const sha1 = await makeFile(path, 100_000, name)
    await dropOn(giver.page, [path])
    await expect(giver.opened.heading).toHaveText(`${name}.bin`)
    await giver.opened.reaches('seeding')
    given.push({ link: await giver.opened.link(), sha1 })
  }
  for (const [at, { link, sha1 }] of given.entries()) {
    await follow(taker, link)
    await expect(taker.opened.heading).toHaveText(`${names[at] ?? ''}.bin`)
    await taker.opened.reaches('ready')
    await taker.opened.button('Download').click()
    await taker.opened.reaches('seeding')
    expect(await taker.opened.save()).toEqual({ name: `${names[at] ?? ''}.bin`, sha1 })
    expect([await openConnections(giver), await openConnections(taker)]).toEqual([1, 1])
  }
  await taker.leave()
  await expect.poll(() => openConnections(giver)).toBe(0)
})

test('Firefox and Chromium share one connection as well, whichever of them has given', async ({
  newVisitor,
  firefox,
  folder,
}) => {
  const giver = await newVisitor()
  await giver.context.addInitScript(rememberConnections)
  await giver.home()
  const links: string[] = []
  for (const name of ['one', 'two']) {
    const path = join(folder, `${name}.bin`)
    await makeFile(path, 100_000, name)
    await dropOn(giver.page, [path])
    await expect(giver.opened.heading).toHaveText(`${name}.bin`)
    await giver.opened.reaches('seeding')
    links.push(await giver.opened.link())
  }
  await firefox.open(links[0] ?? '')
  await firefox.reaches('ready')
  await firefox.follow(links[1] ?? '')
  await firefox.shows('two.bin')
  await firefox.reaches('ready')
  await firefox.press('Download')
  await firefox.reaches('seeding')
  expect(await openConnections(giver)).toBe(1)
})
