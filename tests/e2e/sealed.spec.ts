import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { makeAwkwardFolder, makeFile, MB, sha1OfFile } from '../support/files.ts'
import { makeFilm, makeLadder, makePicture } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { NotesView } from '../support/notesView.ts'
import type { Peer } from '../support/peer.ts'
import { offerNoFile } from '../support/pickedFile.ts'
import { offerFolder, savedContents } from '../support/pickedFolder.ts'
import { PlayerView } from '../support/playerView.ts'
import { zipContents } from '../support/zipContents.ts'

/** Sealed shares from page to page: who has the whole link can read them, and nobody else. */

const SWITCH = 'Sealed: only people with the link can open it'
const withoutKey = (link: string) => link.slice(0, link.indexOf('&key='))

/** The link without what it tells of itself. */
async function linkOf(peer: Peer): Promise<string> {
  const link = await peer.opened.link()
  expect(link).toMatch(/#[0-9a-f]{40}&key=[\w-]{43}/)
  return link
}

async function seals(peer: Peer, bring: () => Promise<unknown>): Promise<string> {
  await peer.home()
  await peer.page.getByLabel(SWITCH).check()
  await bring()
  await peer.opened.reaches('seeding')
  return linkOf(peer)
}

test('a file, a large one, a folder and nothing at all go from seal to link to fetch to save', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const giver = await newPeer()
  const taker = await newVisitor()
  await offerFolder(taker.page)
  const nothing = join(folder, 'nothing.txt')
  await writeFile(nothing, '')
  for (const [name, size] of [
    ['letter.txt', 1_000],
    // More than is opened in memory to be saved.
    ['film.bin', 9 * MB],
  ] as const) {
    await test.step(name, async () => {
      const path = join(folder, name)
      const sha1 = await makeFile(path, size, name)
      const link = await seals(giver, () => giver.chooseFiles(path))
      await taker.open(link)
      const taken = taker.opened
      await taken.reaches('ready')
      await expect(taken.heading).toHaveText(name)
      await expect(taken.article).toContainText('Sealed: only people with the link can open it.')
      const coming = taker.page.waitForEvent('download', { timeout: 120_000 })
      await taken.button('Download').click()
      await taken.reaches('seeding')
      const download = await coming
      expect(download.suggestedFilename()).toBe(name)
      expect(await sha1OfFile(await download.path())).toBe(sha1)
    })
  }
  await test.step('a folder', async () => {
    const root = join(folder, 'Größe & Höhe')
    const contents = await makeAwkwardFolder(root)
    await taker.open(await seals(giver, () => giver.chooseFolder(root)))
    await taker.opened.button('Download').click()
    await taker.opened.reaches('seeding')
    await taker.opened.button('Save all').click()
    await expect.poll(() => savedContents(taker.page, basename(root))).toEqual(contents)
  })
  await test.step('nothing', async () => {
    const link = await seals(giver, () => giver.chooseFiles(nothing))
    await taker.open(link)
    await taker.opened.button('Download').click()
    await taker.opened.reaches('seeding')
    expect((await taker.opened.save()).name).toBe('nothing.txt')
  })
})

test('without its key it is carried, and says what is missing; with it, it opens from what is here', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'secret plan.bin')
  const sha1 = await makeFile(path, 2 * MB, 'carried')
  const giver = await newPeer()
  const link = await seals(giver, () => giver.chooseFiles(path))
  const carrier = await newVisitor()
  const carried = await carrier.open(withoutKey(link))
  await carried.reaches('ready')
  await expect(carried.article).toContainText('Part of this link is missing')
  await expect(carried.heading).toHaveText('Sealed share')
  await expect(new NotesView(carrier).region).toHaveCount(0)
  await carried.button('Download').click()
  await carried.reaches('seeding')
  await giver.leave()
  await carrier.page.reload()
  await carried.reaches('seeding')

  const taker = await newVisitor()
  const taken = await taker.download(link)
  await taken.reaches('seeding')
  expect(await taken.save()).toEqual({ name: 'secret plan.bin', sha1 })
  const opened = await carrier.open(link)
  await opened.reaches('seeding')
  expect(await opened.save()).toEqual({ name: 'secret plan.bin', sha1 })
  const [hers, theirs] = [new NotesView(taker), new NotesView(carrier)]
  await hers.becomes('Ann')
  await hers.write('Tell nobody.')
  await theirs.shows(['Tell nobody.'])
})

test('a wrong key shows nothing and says so', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'a.bin')
  await makeFile(path, 100_000, 'wrong key')
  const giver = await newPeer()
  const link = await seals(giver, () => giver.chooseFiles(path))
  const taker = await newVisitor()
  await taker.page.goto(`${withoutKey(link)}&key=${'A'.repeat(43)}`)
  await expect(taker.page.getByText('The link’s key doesn’t fit')).toBeVisible()
  await expect(taker.page.getByText('a.bin')).toHaveCount(0)
})

test('a password is asked for before anything is shown, and only once', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'surprise.bin')
  const sha1 = await makeFile(path, 1 * MB, 'with a password')
  const giver = await newPeer()
  await giver.page.getByLabel(SWITCH).check()
  await giver.page.getByText('Password and expiry').click()
  await giver.page.getByLabel('Password').fill('open sesame')
  await giver.page.getByLabel('Expires').selectOption('in a week')
  await giver.chooseFiles(path)
  await giver.opened.reaches('seeding')
  const link = await linkOf(giver)

  const taker = await newVisitor()
  const taken = await taker.open(link)
  const password = taken.article.getByLabel('Password', { exact: true })
  await expect(password).toBeVisible()
  await expect(taken.heading).toHaveText('Sealed share')
  await password.fill('open simsim')
  await password.press('Enter')
  await expect(taken.article.getByRole('alert')).toHaveText(/not its password/)
  await password.fill('open sesame')
  await taken.button('Open').click()
  await taken.reaches('ready')
  await expect(taken.heading).toHaveText('surprise.bin')
  await expect(taken.article).toContainText('Expires on')
  await taken.button('Download').click()
  await taken.reaches('seeding')
  await giver.leave()
  await taker.page.reload()
  await taken.reaches('seeding')
  expect(await taken.save()).toEqual({ name: 'surprise.bin', sha1 })
})

test('an open share that nobody has fetched is sealed afterwards, and sleeps and wakes as any other', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'late.bin')
  const sha1 = await makeFile(path, 1 * MB, 'sealed late')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const before = await given.infoHash()
  await given.article.getByLabel(SWITCH).check()
  await expect.poll(() => giver.opened.infoHash()).not.toBe(before)
  await giver.opened.reaches('seeding')
  const link = await linkOf(giver)
  await expect(giver.page).toHaveURL(/&key=/)

  await giver.page.reload()
  await giver.opened.reaches('asleep')
  await giver.chooseFiles(path)
  await giver.opened.reaches('seeding')
  expect(await linkOf(giver)).toBe(link)
  const taken = await (await newVisitor()).download(link)
  await taken.reaches('seeding')
  expect(await taken.save()).toEqual({ name: 'late.bin', sha1 })
})

test('a film plays while it arrives, and goes on from where one jumps to', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'film.webm')
  await makeFilm(path, { seconds: 45, kbit: 800, fastStart: true })
  const giver = await newPeer()
  // Half as much again as the film needs: what is not asked for first comes far too late.
  await giver.givesAtMost(150_000)
  const link = await seals(giver, () => giver.chooseFiles(path))
  const taker = await newVisitor()
  const taken = await taker.open(link)
  await taken.reaches('ready')
  const player = new PlayerView(taker.page)
  await player.play('film.webm')
  await player.starts()
  await player.passes(0.5)
  await player.seek(41)
  await player.passes(41.5)
  expect(await taken.progress()).toBeLessThan(0.8)
})

test('a folder is looked at, played as a stream and saved as a ZIP', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const root = join(folder, 'trip')
  await makeLadder(join(root, 'film'), 6)
  await makePicture(join(root, 'sea.png'), 320, 180)
  await writeFile(join(root, 'diary.txt'), 'Rain.')
  const giver = await newPeer()
  const link = await seals(giver, () => giver.chooseFolder(root))
  const taker = await newVisitor()
  await offerNoFile(taker.page)
  const taken = await taker.open(link)
  await taken.reaches('ready')
  const player = new PlayerView(taker.page)
  await player.play('master.m3u8')
  await player.passes(0.5)
  await taken.reaches('seeding')
  await taken.button('Preview diary.txt').click()
  await expect(taken.article.locator('pre')).toHaveText('Rain.')
  await taken.button('Preview sea.png').click()
  const picture = taker.page.locator('section.viewer img')
  await expect.poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(320)
  const coming = taker.page.waitForEvent('download')
  await taken.button('Save as a ZIP').click()
  const contents = await zipContents(await (await coming).path())
  expect(contents['trip/sea.png']).toBe(await sha1OfFile(join(root, 'sea.png')))
  expect(contents['trip/film/master.m3u8']).toBe(await sha1OfFile(join(root, 'film', 'master.m3u8')))
})

test('Firefox seals and opens them', async ({ newSite, newVisitor, firefox, folder }) => {
  const site = await newSite({ SEALED: 'default' })
  const path = join(folder, 'fire.bin')
  const sha1 = await makeFile(path, 2 * MB, 'from Firefox')
  await firefox.open(site.url)
  await firefox.chooseFiles(path)
  await firefox.reaches('seeding')
  const taken = await (await newVisitor({ site })).download(await firefox.link())
  await taken.reaches('seeding')
  expect(await taken.save()).toEqual({ name: 'fire.bin', sha1 })

  const giver = await newVisitor({ site })
  await giver.home()
  const other = join(folder, 'chrome.bin')
  const otherSha1 = await makeFile(other, 2 * MB, 'to Firefox')
  await giver.chooseFiles(other)
  await giver.opened.reaches('seeding')
  await firefox.open(await linkOf(giver))
  await firefox.reaches('ready')
  await firefox.press('Download')
  await firefox.reaches('seeding')
  await firefox.saves('chrome.bin', otherSha1)
})
