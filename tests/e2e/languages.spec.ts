import { join } from 'node:path'
import { makeFile, sha1OfFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

test('who reads German sends and receives in German', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'Grüße.bin')
  const sha1 = await makeFile(path, 100_000, 'in German')
  const giver = await newPeer({ locale: 'de-DE' })
  await expect(giver.page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(giver.page.getByRole('heading', { level: 1 })).toHaveText('Dateien hier ablegen und teilen')
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
  await expect(heading).toHaveText('Drop files to share them')
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de')
  await expect(heading).toHaveText('Dateien hier ablegen und teilen')
  await page.reload()
  await expect(heading).toHaveText('Dateien hier ablegen und teilen')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
})
