import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { misfits } from '../support/misfits.ts'
import { dropOn } from '../support/drop.ts'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** What is shown without the page's own code, and what stands still once it has been used. */

/** In its own style, and on a narrow phone. */
async function isWellMade(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  await expect(page.getByRole('main')).toHaveCSS('display', 'grid')
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(misfits)).toEqual([])
}

test('without JavaScript', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(site.url)
  await isWellMade(page, 'Shoal needs JavaScript')
  await context.close()
})

test('in a browser that knows no modules', async ({ newVisitor, site }) => {
  const { page } = await newVisitor()
  await page.route(site.url, async (route) => {
    const response = await route.fetch()
    const html = await response.text()
    // Such a browser passes over modules, and runs what others pass over.
    const body = html
      .replace(/<script type="module".*?<\/script>/g, '')
      .replace('<script nomodule', '<script')
    await route.fulfill({ response, body })
  })
  await page.goto(site.url)
  await isWellMade(page, 'This browser is too old for Shoal')
})

test('where there is nothing', async ({ newVisitor, site }) => {
  const { page } = await newVisitor({ expectedTrouble: [/404/] })
  await page.goto(`${site.url}gone`)
  await isWellMade(page, 'There is nothing at this address')
  await page.getByRole('link', { name: 'To the start of Shoal' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Drop files to send them')
})

test('after a drop no ring is left on anything', async ({ newPeer, folder }) => {
  const path = join(folder, 'dropped.txt')
  await makeFile(path, 1_000, 'dropped')
  const peer = await newPeer()
  await dropOn(peer.page, [path])
  await peer.share().reaches('seeding')
  const ringed = () =>
    peer.page.evaluate(() =>
      [...document.querySelectorAll(':focus-visible')]
        .filter((each) => getComputedStyle(each).outlineStyle !== 'none')
        .map((each) => each.outerHTML.slice(0, 100)),
    )
  expect(await ringed()).toEqual([])
})
