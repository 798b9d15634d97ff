import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFile, sha1OfFile } from '../support/files.ts'
import { makeFilm, makeLadder } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'
import type { SiteServer } from '../support/server.ts'
import { zipContents } from '../support/zipContents.ts'

/** What sealed.spec.ts shows in Chromium, in Firefox. */

type NewSite = (settings: Readonly<Record<string, string>>) => Promise<SiteServer>

/** Where whatever is dropped is sealed. */
const sealingSite = (newSite: NewSite) => newSite({ SEALED: 'default' })

async function seals(peer: Peer, bring: (peer: Peer) => Promise<unknown>): Promise<string> {
  await peer.home()
  await bring(peer)
  await peer.opened.reaches('seeding')
  const link = await peer.opened.link()
  expect(link).toMatch(/#[0-9a-f]{40}&key=[\w-]{43}/)
  return link
}

test('Firefox plays a sealed folder’s stream, and saves all of it as a ZIP', async ({
  newSite,
  newVisitor,
  firefox,
  folder,
}) => {
  const site = await sealingSite(newSite)
  const root = join(folder, 'trip')
  await makeLadder(join(root, 'film'), 6)
  await writeFile(join(root, 'diary.txt'), 'Rain.')
  await writeFile(join(root, 'nothing'), '')
  await firefox.open(await seals(await newVisitor({ site }), (giver) => giver.chooseFolder(root)))
  await firefox.reaches('ready')
  await firefox.press('Play master.m3u8')
  await expect.poll(() => firefox.videoTime(), { message: 'it plays', timeout: 60_000 }).toBeGreaterThan(0.5)
  await firefox.reaches('seeding')
  await firefox.press('Preview diary.txt')
  await firefox.shows('Rain.')
  await firefox.press('Save all')
  const path = firefox.downloadPath('trip.zip')
  const zip = () => zipContents(path).catch(() => null)
  await expect.poll(zip, { message: 'the ZIP among Firefox’s downloads' }).toMatchObject({
    'trip/diary.txt': await sha1OfFile(join(root, 'diary.txt')),
    'trip/nothing': await sha1OfFile(join(root, 'nothing')),
    'trip/film/master.m3u8': await sha1OfFile(join(root, 'film', 'master.m3u8')),
  })
})

test('Firefox plays a sealed film while it arrives, and goes on from where one jumps to', async ({
  newSite,
  newVisitor,
  firefox,
  folder,
}) => {
  const site = await sealingSite(newSite)
  const path = join(folder, 'film.webm')
  await makeFilm(path, { seconds: 45, kbit: 800 })
  const giver = await newVisitor({ site })
  const link = await seals(giver, async () => {
    await giver.givesAtMost(150_000)
    return giver.chooseFiles(path)
  })
  await firefox.open(link)
  await firefox.reaches('ready')
  await firefox.press('Play film.webm')
  await expect.poll(() => firefox.videoTime(), { message: 'it plays', timeout: 60_000 }).toBeGreaterThan(0.5)
  await firefox.seek(41)
  await firefox.showsFilmAt(41)
  expect(Number(await firefox.progress())).toBeLessThan(0.8)
})

test('Firefox asks for a password before it shows anything, and saves what is empty', async ({
  newSite,
  newVisitor,
  firefox,
  folder,
}) => {
  const site = await sealingSite(newSite)
  const path = join(folder, 'surprise.bin')
  const sha1 = await makeFile(path, 100_000, 'with a password')
  const giver = await newVisitor({ site })
  const link = await seals(giver, async () => {
    await giver.page.getByText('Password and expiry').click()
    await giver.page.getByLabel('Password').fill('open sesame')
    await giver.chooseFiles(path)
  })
  await firefox.open(link)
  await firefox.shows('This share has a password')
  expect(await firefox.text()).not.toContain('surprise.bin')
  await firefox.givesPassword('open simsim')
  await firefox.shows('not its password')
  await firefox.givesPassword('open sesame')
  await firefox.reaches('ready')
  await firefox.press('Download')
  await firefox.reaches('seeding')
  await firefox.saves('surprise.bin', sha1)

  const nothing = join(folder, 'nothing.txt')
  await writeFile(nothing, '')
  await firefox.open(await seals(giver, () => giver.chooseFiles(nothing)))
  await firefox.reaches('ready')
  await firefox.press('Download')
  await firefox.reaches('seeding')
  await firefox.saves('nothing.txt', await sha1OfFile(nothing))
})

test('Firefox says what is missing of a link, and what does not fit', async ({
  newSite,
  newVisitor,
  firefox,
  folder,
}) => {
  const site = await sealingSite(newSite)
  const path = join(folder, 'plan.bin')
  await makeFile(path, 100_000, 'locked')
  const giver = await newVisitor({ site })
  const link = await seals(giver, () => giver.chooseFiles(path))
  const bare = link.slice(0, link.indexOf('&key='))
  await firefox.open(bare)
  await firefox.shows('Part of this link is missing')
  await firefox.open(`${bare}&key=${'A'.repeat(43)}`)
  await firefox.shows('The link’s key doesn’t fit')
  expect(await firefox.text()).not.toContain('plan.bin')
})
