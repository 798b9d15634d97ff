import { join } from 'node:path'
import { makeFilm } from '../support/film.ts'
import { MB } from '../support/files.ts'
import { expect, test as base } from '../support/fixtures.ts'
import { startOrigin, type Manner, type OriginServer } from '../support/originServer.ts'
import type { Peer } from '../support/peer.ts'
import { PlayerView } from '../support/playerView.ts'
import type { ShareView } from '../support/shareView.ts'

/** Films behind which a publisher's plain web server stands. */

interface Film {
  readonly path: string
  readonly origin: OriginServer
}

/** Films on a web server, and their paths. To be named before `newPeer`, to outlive the pages. */
interface Fixtures {
  /** Of 40 s. */
  readonly film: Film
  /** Of 200 s and 10 MB: more than a web server is asked for at once. */
  readonly longFilm: Film
}

const test = base.extend<Fixtures>({
  film: async ({ folder }, use) => {
    await withFilm(folder, { seconds: 40, kbit: 400 }, use)
  },
  longFilm: async ({ folder }, use) => {
    await withFilm(folder, { seconds: 200, kbit: 400, rate: 4 }, use)
  },
})

async function withFilm(
  folder: string,
  options: Parameters<typeof makeFilm>[1],
  use: (film: Film) => Promise<void>,
): Promise<void> {
  const path = join(folder, 'film.mp4')
  await makeFilm(path, options)
  const origin = await startOrigin({ 'film.mp4': path })
  await use({ path, origin })
  await origin.stop()
}

async function publish(peer: Peer, path: string, address: string): Promise<ShareView> {
  const share = await peer.chooseFiles(path)
  await share.reaches('seeding')
  await peer.page.getByText('More', { exact: true }).click()
  await peer.page.getByText('With a copy on a web server').click()
  await peer.page.getByRole('textbox', { name: /Its address on a web server/ }).fill(address)
  await share.button('Add an HTTP copy').click()
  await expect.poll(() => share.link()).toContain('ws=')
  return share
}

async function fromOrigin(share: ShareView): Promise<number> {
  return Number(await share.article.locator('[data-from-origin]').getAttribute('data-from-origin'))
}

test('a film plays from the web server alone, once nobody else is there', async ({ film, newPeer }) => {
  const giver = await newPeer()
  const link = await (await publish(giver, film.path, `${film.origin.url}film.mp4`)).link()
  const taker = await newPeer()
  const taken = await taker.open(link)
  await taken.reaches('ready')
  await giver.leave()
  const player = new PlayerView(taker.page)
  await player.play('film.mp4')
  await player.passes(3)
  await player.seek(37)
  await player.passes(37.5)
  expect(await fromOrigin(taken)).toBeGreaterThan(100_000)
  const methods = new Set(film.origin.requests.map(({ method }) => method))
  expect([...methods]).toEqual(['GET'])
})

test('a viewer whose peers all leave goes on', async ({ film, newPeer }) => {
  const giver = await newPeer()
  await giver.givesAtMost(80_000)
  const link = await (await publish(giver, film.path, `${film.origin.url}film.mp4`)).link()
  const taker = await newPeer()
  const taken = await taker.open(link)
  await taken.reaches('ready')
  const player = new PlayerView(taker.page)
  await player.play('film.mp4')
  await player.passes(4)
  await giver.leave()
  await player.hurry()
  await player.passes(25)
  expect(await taken.progress()).toBeGreaterThan(0.5)
})

test('a web server that dies in the middle is asked again when it is back', async ({ longFilm, newPeer }) => {
  const { path, origin } = longFilm
  const giver = await newPeer()
  const link = await (await publish(giver, path, `${origin.url}film.mp4`)).link()
  const taker = await newPeer({ expectedTrouble: [/500 \(Internal/] })
  const taken = await taker.open(link)
  await taken.reaches('ready')
  await giver.leave()
  const player = new PlayerView(taker.page)
  await player.play('film.mp4')
  await player.passes(1)
  // Less than the end of the film.
  origin.most = origin.sent() + 0.2 * MB
  await player.seek(190)
  await expect(taken.article.locator('[data-from-origin]')).toContainText('isn’t used right now')
  origin.most = Infinity
  await player.passes(190.5, 60_000)
})

/** What is said of those that are no copy. That others harm nobody either shows in Node: tests/server/peer/origin.test.ts. */
const FAULTS: readonly (readonly [Manner, RegExp])[] = [
  ['lies', /It sends something else/],
  ['ignores ranges', /can’t send parts of a file/],
]
for (const [manner, why] of FAULTS) {
  test(`a web server that ${manner} harms nobody who has peers`, async ({ film, newPeer }) => {
    // Who is to say something of it has to need it for a while.
    const giver = await newPeer({ gives: 0.4 * MB })
    const link = await (await publish(giver, film.path, `${film.origin.url}film.mp4`)).link()
    film.origin.manner = manner
    // The browser tells of failed requests by itself, whoever made them.
    const taker = await newPeer({ expectedTrouble: [/CONTENT_LENGTH_MISMATCH/] })
    const taken = await taker.open(link)
    await taken.reaches('ready')
    const player = new PlayerView(taker.page)
    await player.play('film.mp4')
    await expect(taken.article.locator('[data-from-origin]')).toContainText(why)
    await giver.givesOn()
    await player.passes(1)
    await taken.reaches('seeding')
    await player.seek(38)
    await player.passes(38.5)
  })
}

test('an address that is no copy is not published', async ({ film, newPeer }) => {
  const giver = await newPeer({ expectedTrouble: [/404 \(Not Found\)/] })
  const share = await giver.chooseFiles(film.path)
  await share.reaches('seeding')
  await giver.page.getByText('More', { exact: true }).click()
  await giver.page.getByText('With a copy on a web server').click()
  const field = giver.page.getByRole('textbox', { name: /Its address on a web server/ })
  const add = share.button('Add an HTTP copy')
  await field.fill(`${film.origin.url}other.mp4`)
  await add.click()
  await expect(share.article.getByRole('alert')).toContainText('It doesn’t have the file.')
  film.origin.manner = 'lies'
  await field.fill(`${film.origin.url}film.mp4`)
  await add.click()
  await expect(share.article.getByRole('alert')).toContainText('Its contents differ.')
  expect(await share.link()).not.toContain('ws=')
})
