import { stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { DoctorView } from '../support/doctorView.ts'
import { makeFilm } from '../support/film.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { startOrigin } from '../support/originServer.ts'
import { PlayerView } from '../support/playerView.ts'
import { published } from '../support/published.ts'

/** How far people take part is theirs to say, and the publisher's. */

test('who wants no other people gets it from the web server alone, and gives nothing', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'film.mp4')
  await makeFilm(path, { seconds: 12, kbit: 800 })
  const origin = await startOrigin({ 'film.mp4': path })
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  await giver.page.getByText('More', { exact: true }).click()
  await giver.page.getByText('With a copy on a web server').click()
  await giver.page.getByRole('textbox', { name: /Its address on a web server/ }).fill(`${origin.url}film.mp4`)
  await given.button('Add an HTTP copy').click()
  await expect.poll(() => given.link()).toContain('ws=')
  const torrent = await given.torrentFile()

  const loner = await newPeer()
  await loner.page.getByRole('button', { name: 'Speed limits' }).click()
  await loner.page.getByLabel('Connect to other people').selectOption('never')
  await loner.page.getByRole('button', { name: 'Done', exact: true }).click()
  const share = await loner.chooseFiles(torrent.path)
  await share.reaches('ready')
  await share.button('Download').click()
  await share.reaches('seeding')
  const sources = share.article.locator('[data-from-peers]')
  await expect(sources).toHaveAttribute('data-from-peers', '0')
  expect(Number(await sources.getAttribute('data-from-origin'))).toBe((await stat(path)).size)
  await expect(share.article).toContainText('You chose not to connect to people')
  await expect(given.article.getByText(/other person has it/)).toHaveCount(0)

  // Somebody who needs what only people can tell is told so, and what to do.
  const asker = await newPeer()
  await asker.keeps('dial', { peersFrom: 'never', aDay: null })
  const asked = await asker.open(await given.link())
  await expect(asked.article).toContainText('You chose not to connect to people.')
  await asker.page.getByRole('button', { name: /^Speed limits/ }).click()
  await asker.page.getByLabel('Connect to other people').selectOption('whenever others have it')
  await asker.page.getByRole('button', { name: 'Done', exact: true }).click()
  await asked.reaches('ready')
  await origin.stop()
})

test('a day’s budget ends what is given, and not what is fetched', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'data.bin')
  await makeFile(path, 3 * MB, 'budget')
  const giver = await newPeer({ gives: MB })
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const taker = await newVisitor()
  const taken = await taker.download(await given.link())
  await expect(given.article).toContainText('sending limit is reached')
  expect(await taken.progress()).toBeLessThan(0.4)
  const doctor = await DoctorView.ofShare(given)
  await doctor.names({ kind: 'day-over' })
  await doctor.help()
  await taken.reaches('seeding')
})

test('the publisher says from how many viewers on they give to each other', async ({
  newSite,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'film.mp4')
  // Large enough that the third has not got all of it from the server before the others are reached.
  await makeFilm(path, { seconds: 400, kbit: 400, rate: 4 })
  const past = new Date(Date.now() - 60_000)
  await utimes(path, past, past)
  const site = await newSite({ MEDIA_DIR: folder, MEDIA_PEERS: '3' })
  await expect.poll(() => published(site)).toBe(1)
  const watch = async () => {
    const { page } = await newVisitor({ site })
    await page.goto(`${site.url}watch/film.mp4`)
    const player = new PlayerView(page)
    await player.goOn()
    await player.passes(2)
    return page.locator('[data-from-peers]')
  }
  const first = await watch()
  const second = await watch()
  for (const viewer of [first, second]) await expect(viewer).toHaveAttribute('data-from-peers', '0')
  const third = await watch()
  await expect(third).not.toHaveAttribute('data-from-peers', '0', { timeout: 60_000 })
})

test('who connects only by a click contacts nobody before', async ({ newPeer, folder }) => {
  const path = join(folder, 'data.bin')
  await makeFile(path, 1000, 'click')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  const link = await given.link()

  const shy = await newPeer()
  await shy.page.getByRole('button', { name: 'Speed limits' }).click()
  await shy.page.getByLabel('Connect only when I click').check()
  const contacted: string[] = []
  shy.page.on('websocket', (socket) => contacted.push(socket.url()))
  const share = await shy.open(link)
  await expect(shy.page.getByText('Once you connect, this site')).toBeVisible()
  await shy.page.waitForLoadState('networkidle')
  expect(contacted).toEqual([])
  await shy.page.getByRole('button', { name: 'Connect', exact: true }).click()
  await share.reaches('ready')
  await expect(share.article).toContainText('People with this link open can see your IP address')
  expect(contacted).not.toEqual([])
})
