import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** The main flows without a pointing device. */

const FAR_ENOUGH = 60

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached()
  for (let presses = 0; presses < FAR_ENOUGH; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${target.toString()}`)
}

test('sharing, fetching, saving and removing by keyboard alone', async ({ newPeer, folder }) => {
  const path = join(folder, 'by keyboard.bin')
  const sha1 = await makeFile(path, 2 * MB, 'by keyboard')

  const giver = await newPeer()
  // Only the chooser of an input can be answered from outside; browsers without the other have it alone.
  await giver.page.evaluate(() => Reflect.deleteProperty(window, 'showOpenFilePicker'))
  // Asked for early: a chooser that opens before the browser was told of the wish would never be heard of.
  const chooser = giver.page.waitForEvent('filechooser')
  await tabTo(giver.page, giver.page.getByLabel('Choose files', { exact: true }))
  await giver.page.keyboard.press('Enter')
  await (await chooser).setFiles(path)
  const given = giver.share()
  await given.reaches('seeding')
  await tabTo(giver.page, given.article.getByLabel('Share link', { exact: true }))
  const link = await given.link()

  const taker = await newPeer()
  await tabTo(taker.page, taker.pasteField)
  await taker.page.keyboard.insertText(link)
  await taker.page.keyboard.press('Enter')
  const taken = taker.share()
  await taken.reaches('ready')
  await tabTo(taker.page, taken.button('Download'))
  await taker.page.keyboard.press('Enter')
  await taken.reaches('seeding')

  await tabTo(taker.page, taken.button('Save'))
  const download = taker.page.waitForEvent('download')
  await taker.page.keyboard.press('Space')
  expect((await download).suggestedFilename()).toBe('by keyboard.bin')
  expect((await taken.save()).sha1).toBe(sha1)

  await tabTo(taker.page, taken.button('Pause'))
  await taker.page.keyboard.press('Enter')
  await taken.reaches('paused')
  await tabTo(taker.page, taken.button('Resume'))
  await taker.page.keyboard.press('Enter')
  await taken.reaches('seeding')

  await tabTo(taker.page, taken.button('Remove'))
  await taker.page.keyboard.press('Enter')
  const dialog = taker.page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await taker.page.keyboard.press('Escape')
  // Out of the document, not only closed: until then the page still thinks that it asks.
  await expect(taker.page.locator('dialog')).toHaveCount(0)
  await expect(taken.button('Remove')).toBeFocused()

  await taker.page.keyboard.press('Enter')
  await tabTo(taker.page, dialog.getByRole('button', { name: 'Remove' }))
  await taker.page.keyboard.press('Enter')
  await expect(taken.article).toHaveCount(0)
})

test('the focus can always be seen', async ({ newPeer }) => {
  const peer = await newPeer()
  await tabTo(peer.page, peer.page.getByRole('button', { name: 'Get', exact: true }))
  const outline = await peer.page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body)
    return { style: style.outlineStyle, width: parseFloat(style.outlineWidth) }
  })
  expect(outline.style).not.toBe('none')
  expect(outline.width).toBeGreaterThanOrEqual(2)
})
