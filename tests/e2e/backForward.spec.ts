import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { browserPath, CHROMIUM, CHROMIUM_FLAGS } from '../support/browsers.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/**
 * Pages that the browser has put aside whole, and brings back (the back/forward cache). The whole Chromium does so, but
 * for a flag of Playwright's; its headless shell does not.
 */
test.use({
  launchOptions: {
    executablePath: browserPath(CHROMIUM),
    args: [...CHROMIUM_FLAGS],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
})

/** Marks the page that is open, so that one that was loaded anew is told from it. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isTheSame: true }))
const isTheSame = (page: Page) => page.evaluate(() => 'isTheSame' in window).catch(() => null)

/** Another page of the site. */
async function goElsewhere(page: Page): Promise<void> {
  await page.goto(new URL('licences.txt', page.url()).href)
}

async function goBack(page: Page): Promise<void> {
  // Playwright's own way waits for what a page tells that is loaded.
  await page.evaluate(() => setTimeout(() => history.back()))
  await expect.poll(() => isTheSame(page)).toBe(true)
}

test('who goes to another page and comes back gives on, and fetches on from where it was', async ({
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 3 * MB, 'back')
  const giver = await newVisitor()
  await giver.home()
  await giver.givesUpTo(MB)
  const given = await giver.chooseFiles(path)
  const taker = await newVisitor()
  const taken = await taker.download(await given.link())
  await taken.progressReaches(0.2)
  for (const { page } of [giver, taker]) await mark(page)

  for (const { page } of [giver, taker]) await goElsewhere(page)
  for (const { page } of [giver, taker]) await goBack(page)
  expect(await given.state()).toBe('seeding')
  expect(await taken.progress()).toBeGreaterThanOrEqual(0.2)
  await giver.givesOn()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})
