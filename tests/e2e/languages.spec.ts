import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { expect, test } from '../support/fixtures.ts'
import { makeFile, sha1OfFile } from '../support/files.ts'
import { makeFilm } from '../support/film.ts'
import { misfits } from '../support/misfits.ts'
import { PlayerView } from '../support/playerView.ts'
import { SiteAdmin } from '../support/siteAdmin.ts'

/** A common phone, and the narrowest, or a wider window enlarged to 400 %. */
async function expectFits(page: Page, what: string): Promise<void> {
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 780 })
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect.soft(await page.evaluate(misfits), `${what}, ${width} px`).toEqual([])
  }
}

// From right to left, and with the longest words.
for (const locale of ['ar', 'de']) {
  test(`the player fits on a phone in ${locale}`, async ({ newPeer, folder }) => {
    const path = join(folder, 'A film with a name that is longer than any phone is wide, for once.mp4')
    await makeFilm(path, { seconds: 4, kbit: 100 })
    const peer = await newPeer({ locale })
    await expect(peer.page.locator('html')).toHaveAttribute('lang', locale)
    await peer.page.locator('input[type=file]').first().setInputFiles(path)
    await peer.share().reaches('seeding')
    await peer.page.locator('article .file .icon-on-phone').first().click()
    await new PlayerView(peer.page).starts()
    await expectFits(peer.page, 'the player')
  })

  test(`the admin page fits on a phone in ${locale}`, async ({ newPeer, newSite }) => {
    const site = await newSite({ TRACKER_MODE: 'private', KEEPER: '1GB' })
    const admin = await SiteAdmin.of(site)
    await admin.invite(5)
    await admin.newMember()
    const { page } = await newPeer({ site, locale, expectedTrouble: [/40[14]/] })
    await admin.open(page)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    const views = page.getByRole('navigation').getByRole('link')
    await expect(views.first()).toBeVisible()
    for (const view of await views.all()) {
      await view.click()
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expectFits(page, await view.innerText())
      await page.setViewportSize({ width: 1280, height: 720 })
    }
  })
}

test('who reads German sends and receives in German', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'Grüße.bin')
  const sha1 = await makeFile(path, 100_000, 'in German')
  const giver = await newPeer({ locale: 'de-DE' })
  await expect(giver.page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(giver.page.getByRole('heading', { level: 1 })).toHaveText('Dateien hier ablegen und senden')
  await giver.page.getByLabel('Dateien wählen', { exact: true }).setInputFiles(path)
  const given = giver.share()
  await given.reaches('seeding')
  const link = given.article.getByLabel('Link', { exact: true })
  await expect(link).toHaveValue(/#/)

  const taker = await newVisitor({ locale: 'de-AT' })
  const taken = await taker.open(await link.inputValue())
  await taken.reaches('ready')
  await expect(taken.article).toContainText('1 Person hat es')
  const coming = taker.page.waitForEvent('download')
  await taken.button('Herunterladen').click()
  await taken.reaches('seeding')
  const download = await coming
  expect(download.suggestedFilename()).toBe('Grüße.bin')
  expect(await sha1OfFile(await download.path())).toBe(sha1)
  await expect(taken.article).toContainText('Fertig.')
})

test('another language is there at once when somebody chooses it, and at the next visit', async ({
  newPeer,
}) => {
  const { page } = await newPeer()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Drop files to send them')
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de')
  await expect(heading).toHaveText('Dateien hier ablegen und senden')
  await page.reload()
  await expect(heading).toHaveText('Dateien hier ablegen und senden')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
})
