import { join } from 'node:path'
import { makeFile } from '../support/files.ts'
import { makeFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { cutOff, holdBack, onRequestsFor } from '../support/heldParts.ts'
import type { Peer } from '../support/peer.ts'
import { PlayerView } from '../support/playerView.ts'

/** Most of the page's code is fetched when it is needed: slowly on a bad line, or not at all. */

/** What the browser's console says of code that did not come. */
const NOT_LOADED = [/Failed to load resource/]

/** How often the page was loaded from now on. */
function countLoads({ page }: Peer): () => number {
  let loads = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads += 1
  })
  return () => loads
}

test('a share is opened at once, however long what shows it takes to come', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'holiday film.bin')
  await makeFile(path, 300_000, 'held back')
  const giver = await newPeer()
  const comes = await holdBack(giver.page, 'shareViews')
  await giver.chooseFiles(path)
  await expect(giver.page.getByRole('heading', { level: 1 })).toHaveText('Opening holiday film.bin…')
  await expect(giver.page).toHaveTitle('holiday film.bin · Shoal')
  comes()
  const given = giver.share()
  await given.reaches('seeding')

  const taker = await newVisitor()
  const comesToo = await holdBack(taker.page, 'shareViews')
  // Not waiting for what is held back.
  await taker.page.goto(await given.link(), { waitUntil: 'commit' })
  // The engine has asked what it is meanwhile.
  await expect(taker.page.getByRole('heading', { level: 1 })).toHaveText('Opening holiday film.bin…')
  await expect(taker.page).toHaveTitle('holiday film.bin · Shoal')
  comesToo()
  const taken = taker.share()
  await taken.reaches('ready')
  await expect(taken.heading).toHaveText('holiday film.bin')
})

test('what shows a share and did not come is asked for again', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'a.bin')
  await makeFile(path, 300_000, 'cut off')
  const giver = await newPeer()
  const link = await (await giver.chooseFiles(path)).link()

  const taker = await newVisitor({ expectedTrouble: NOT_LOADED })
  const connect = await cutOff(taker.page, 'shareViews')
  const loads = countLoads(taker)
  const share = await taker.open(link)
  const before = loads()
  const alert = taker.page.getByRole('alert')
  await expect(alert.getByRole('heading', { level: 1 })).toHaveText('A part of Shoal didn’t load.')
  connect()
  await alert.getByRole('button', { name: 'Try again' }).click()
  await share.reaches('ready')
  await expect(alert).toBeHidden()
  // Its looks have come as well.
  await expect(share.article.locator('.share')).toHaveCSS('display', 'grid')
  expect(loads(), 'no need to load the page anew').toBe(before)
})

test('a page that is older than its site is loaded anew', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'a.bin')
  await makeFile(path, 300_000, 'updated')
  const giver = await newPeer()
  const link = await (await giver.chooseFiles(path)).link()

  const taker = await newVisitor({ expectedTrouble: NOT_LOADED })
  const loads = countLoads(taker)
  let before = Infinity
  await onRequestsFor(taker.page, 'shareViews', (route) =>
    loads() > before ? route.continue() : route.fulfill({ status: 404 }),
  )
  const share = await taker.open(link)
  before = loads()
  const loaded = taker.page.waitForEvent('load')
  await taker.page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  await loaded
  await share.reaches('ready')
  expect(loads()).toBe(before + 1)
})

test('Firefox, which asks once for code that does not come, loads the page anew', async ({
  newPeer,
  firefox,
  folder,
}) => {
  const path = join(folder, 'a.bin')
  await makeFile(path, 300_000, 'asks once')
  const giver = await newPeer()
  const link = await (await giver.chooseFiles(path)).link()

  const connect = await firefox.cutOff('/assets/shareViews-')
  await firefox.open(link)
  await firefox.shows('A part of Shoal didn’t load.')
  connect()
  await Promise.all([firefox.loadsAnew(), firefox.pressAnywhere('Try again')])
  await firefox.reaches('ready')
})

test('shares on Home are moved although what shows them did not come', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'a.bin')
  const sha1 = await makeFile(path, 300_000, 'at home')
  const giver = await newPeer({ expectedTrouble: NOT_LOADED })
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const link = await given.link()

  const keeper = await newVisitor({ expectedTrouble: NOT_LOADED })
  await (await keeper.download(link)).reaches('seeding')
  await giver.leave()
  const connect = await cutOff(keeper.page, 'shareViews')
  await keeper.home()
  const alert = keeper.page.getByRole('alert')
  await expect(alert).toContainText('A part of Shoal didn’t load.')
  await expect(keeper.page.getByRole('heading', { level: 1 })).toHaveText('Drop files to send them')

  const taker = await newVisitor()
  const taken = await taker.download(link)
  await taken.reaches('seeding')
  expect(await taken.save()).toEqual({ name: 'a.bin', sha1 })
  connect()
  await alert.getByRole('button', { name: 'Try again' }).click()
  await keeper.share().reaches('seeding')
})

test('an engine that did not come is asked for again', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'a.bin')
  await makeFile(path, 300_000, 'no engine')
  const giver = await newPeer()
  const link = await (await giver.chooseFiles(path)).link()

  const taker = await newVisitor({ expectedTrouble: NOT_LOADED })
  const connect = await cutOff(taker.page, 'createEngine')
  const share = await taker.open(link)
  const alert = taker.page.getByRole('alert')
  await expect(alert).toContainText('A part of Shoal didn’t load.')
  connect()
  await alert.getByRole('button', { name: 'Try again' }).click()
  await share.reaches('ready')
})

test('a player and notes that did not come are asked for again', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'film.webm')
  await makeFilm(path, { seconds: 5, kbit: 500 })
  const giver = await newPeer()
  const link = await (await giver.chooseFiles(path)).link()

  const taker = await newVisitor({ expectedTrouble: NOT_LOADED })
  const loads = countLoads(taker)
  const bringPlayer = await cutOff(taker.page, 'Player')
  const bringNotes = await cutOff(taker.page, 'kit')
  const share = await taker.open(link)
  await share.reaches('ready')
  const before = loads()
  const failed = taker.page.getByRole('alert').filter({ hasText: 'A part of Shoal didn’t load.' })
  const player = new PlayerView(taker.page)
  await player.play('film.webm')
  const playerFailed = failed.first()
  const notesFailed = failed.last()
  await expect(failed).toHaveCount(2)
  bringNotes()
  await notesFailed.getByRole('button', { name: 'Try again' }).click()
  await expect(share.article.getByRole('textbox', { name: 'New note' })).toBeVisible()
  await expect(failed).toHaveCount(1)
  bringPlayer()
  await playerFailed.getByRole('button', { name: 'Try again' }).click()
  await player.starts()
  await player.passes(0.2)
  expect(loads(), 'no need to load the page anew').toBe(before)
})
