import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFilm, makePicture } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { openingOf, watchOpening } from '../support/opening.ts'
import type { Peer } from '../support/peer.ts'
import { published } from '../support/published.ts'

/** While a page opens, nothing on it moves: what is still to come has its place from the beginning. */

const NARROW = { width: 360, height: 740 }

async function moves(peer: Peer): Promise<readonly string[]> {
  await peer.page.waitForLoadState('networkidle')
  const { moved } = await openingOf(peer.page)
  return moved
}

for (const size of [NARROW, { width: 1280, height: 800 }]) {
  test(`nothing moves while a page of ${size.width} pixels opens`, async ({ newVisitor, folder }) => {
    const trip = join(folder, 'trip')
    await mkdir(trip)
    await makePicture(join(trip, 'lake.png'), 640, 360)
    await makeFilm(join(trip, 'boat.webm'), { seconds: 4, kbit: 300 })
    await writeFile(join(trip, 'read me.txt'), 'Hello.')

    const giver = await newVisitor()
    await giver.page.setViewportSize(size)
    await watchOpening(giver.page)
    await giver.home()
    expect(await moves(giver), 'Home').toEqual([])
    const given = await giver.chooseFolder(trip)
    await given.reaches('seeding')
    const link = await given.link()

    const taker = await newVisitor()
    await taker.page.setViewportSize(size)
    await watchOpening(taker.page)
    const taken = await taker.open(link)
    await taken.reaches('ready')
    expect(await moves(taker), 'a link').toEqual([])
    await taken.button('Download').click()
    await taken.reaches('seeding')

    // People come and go while a page is open: that is told where they are listed, and no part of its opening.
    await giver.page.goto('about:blank')
    await taker.page.reload()
    await taken.reaches('seeding')
    await expect(taken.article.getByRole('img', { name: 'lake.png' })).toBeVisible()
    expect(await moves(taker), 'a finished share').toEqual([])

    await taker.home()
    await expect(taker.page.getByRole('heading', { name: 'Your shares' })).toBeVisible()
    expect(await moves(taker), 'Home with shares').toEqual([])

    await giver.page.goto(link)
    await given.reaches('asleep')
    expect(await moves(giver), 'a share that is asleep').toEqual([])
  })
}

test('nothing moves while a page asks before it connects, or lists what there is to watch', async ({
  newSite,
  newVisitor,
  folder,
}) => {
  await makeFilm(join(folder, 'film.webm'), { seconds: 2, kbit: 200 })
  const site = await newSite({ MEDIA_DIR: folder })
  await expect.poll(() => published(site)).toBe(1)
  const peer = await newVisitor({ site })
  await watchOpening(peer.page)
  await peer.page.goto(`${site.url}watch`)
  await expect(peer.page.getByRole('link', { name: 'Watch film.webm' })).toBeVisible()
  expect(await moves(peer), 'the list').toEqual([])

  await peer.keeps('dial', { peersFrom: 1, aDay: null, onlyOnClick: true })
  await peer.page.goto(`${site.url}#${'ab'.repeat(20)}`)
  await peer.page.reload()
  await expect(peer.page.getByRole('button', { name: 'Connect', exact: true })).toBeVisible()
  expect(await moves(peer), 'the question').toEqual([])
})
