import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makePicture } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { pdfOf } from '../support/pdf.ts'
import { brightnessAt, ReviewView } from '../support/reviewView.ts'

/** Drawing where films have no part: on pages of a document; and without a pointer. */

test('a drawing on a page of a document is on that page for everybody, and on no other', async ({
  newPeer,
  folder,
}) => {
  await writeFile(join(folder, 'paper.pdf'), pdfOf(3))
  const [ann, ben] = [await newPeer(), await newPeer()]
  await ben.page.setViewportSize({ width: 400, height: 900 })
  const given = await ann.chooseFiles(join(folder, 'paper.pdf'))
  await given.reaches('seeding')
  const taken = await ben.download(await given.link())
  await taken.reaches('seeding')
  const [hers, his] = [new ReviewView(ann), new ReviewView(ben)]
  await hers.becomes('Ann')

  await given.button('Preview paper.pdf').click()
  await ann.page.getByRole('button', { name: 'Next page' }).click()
  await hers.region.getByRole('button', { name: 'Draw', exact: true }).click()
  await expect(pageShown(ann.page, 2)).toBeVisible()
  await hers.draw('Box', 'Aqua', [
    [0.2, 0.3],
    [0.6, 0.7],
  ])
  await hers.write('A word is missing')
  await expect(hers.threads('A word is missing').locator('.place').first()).toHaveText('Page 2')

  await his.threads('A word is missing').locator('.place').first().click()
  await expect(his.overlay.getByRole('img', { name: 'A drawing by Ann' })).toBeVisible()
  for (const [page, review] of [
    [ann.page, hers],
    [ben.page, his],
  ] as const) {
    await expect(pageShown(page, 2)).toBeVisible()
    // The page itself: its number is written in black on white, near its middle.
    await expect.poll(() => inkOf(page)).toBeGreaterThan(30)
    const pixels = await review.drawnPixels(true)
    for (const edge of [
      [0.2, 0.5],
      [0.6, 0.5],
      [0.4, 0.3],
      [0.4, 0.7],
    ] as const)
      expect(brightnessAt(pixels, edge), edge.join()).toBeGreaterThan(40)
    expect(brightnessAt(pixels, [0.4, 0.5])).toBeLessThan(30)
  }

  // No other page has it; and the last one is the last.
  await ben.page.getByRole('button', { name: 'Next page' }).click()
  await expect(his.overlay.getByRole('img')).toHaveCount(0)
  await expect(ben.page.getByRole('button', { name: 'Next page' })).toBeDisabled()
  await ben.page.getByRole('button', { name: 'Page before' }).click()
  await expect(his.overlay.getByRole('img')).toHaveCount(1)
  for (const peer of [ann, ben]) expect(peer.trouble).toEqual([])
})

test('what is no document is said in words when its pages are to be drawn on', async ({
  newPeer,
  folder,
}) => {
  await writeFile(join(folder, 'broken.pdf'), `%PDF-1.7\n${'nothing '.repeat(200)}`)
  const ann = await newPeer()
  const given = await ann.chooseFiles(join(folder, 'broken.pdf'))
  await given.reaches('seeding')
  await given.button('Preview broken.pdf').click()
  const review = new ReviewView(ann)
  await review.region.getByRole('button', { name: 'Draw', exact: true }).click()
  await expect(ann.page.getByRole('alert')).toContainText('It can’t be shown')
})

test('one draws by keys alone, and hears where the pen is', async ({ newPeer, folder }) => {
  await makePicture(join(folder, 'photo.png'), 900, 600)
  const [ann, ben] = [await newPeer(), await newPeer()]
  const given = await ann.chooseFiles(join(folder, 'photo.png'))
  await given.reaches('seeding')
  const link = await given.link()
  const [hers, his] = [new ReviewView(ann), new ReviewView(ben)]
  await hers.becomes('Ann')
  await given.button('Preview photo.png').press('Enter')
  const draw = hers.region.getByRole('button', { name: 'Draw', exact: true })
  await draw.press('Enter')
  const area = ann.page.getByRole('application', { name: 'Drawing area' })
  await expect(area).toBeFocused()
  await expect(area).toHaveAccessibleDescription(/Arrow keys move the pen/)
  await ann.page.getByRole('radio', { name: 'Arrow', exact: true }).press(' ')
  await area.focus()

  const told = hers.region.getByRole('status').last()
  const press = async (key: string, times: number) => {
    for (let time = 0; time < times; time++) await ann.page.keyboard.press(key)
  }
  await press(' ', 1)
  await expect(told).toHaveText('Begun at 50 % across, 50 % down')
  await press('ArrowRight', 10)
  await press('ArrowUp', 10)
  await expect(told).toHaveText(/^6\d % across, 2\d % down$/)
  await press('Enter', 1)
  await expect(told).toHaveText(/^Drawn to 6\d % across/)
  // A line of three points, and a slip that is dropped.
  await ann.page.getByRole('radio', { name: 'Pen', exact: true }).press(' ')
  await area.focus()
  await press('ArrowDown', 25)
  await press(' ', 1)
  await press('ArrowLeft', 15)
  await press(' ', 1)
  await expect(told).toHaveText(/^Point at/)
  await press('ArrowUp', 10)
  await press('Enter', 1)
  await press(' ', 1)
  await press('Escape', 1)
  await expect(told).toHaveText('Not drawn')
  await press('t', 1)
  await expect(hers.field).toBeFocused()
  await ann.page.keyboard.type('By hand')
  await ann.page.keyboard.press('Enter')
  await expect(hers.threads('By hand')).toHaveCount(1)

  await (await ben.download(link)).reaches('seeding')
  await his
    .threads('By hand')
    .getByRole('button', { name: /Show the drawing/ })
    .click()
  await expect(his.overlay.getByRole('img', { name: 'A drawing by Ann' })).toBeVisible()
  const [here, there] = [await hers.drawnPixels(), await his.drawnPixels()]
  for (const pixels of [here, there]) {
    for (const place of [
      [0.5, 0.5],
      [0.57, 0.4],
      [0.66, 0.865],
      [0.42, 0.62],
    ] as const)
      expect(brightnessAt(pixels, place), place.join()).toBeGreaterThan(70)
    expect(brightnessAt(pixels, [0.2, 0.2])).toBeLessThan(30)
  }
})

function pageShown(page: Page, number: number) {
  return page.getByRole('img', { name: `paper.pdf, page ${number}` })
}

/** How many dark pixels the page has in its middle. */
function inkOf(page: Page): Promise<number> {
  return page.locator('.frame canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas
    const copy = new OffscreenCanvas(width, height).getContext('2d')
    if (!copy) throw new Error('This browser has no 2D canvas.')
    copy.drawImage(canvas, 0, 0)
    const { data } = copy.getImageData(width / 3, height / 3, width / 3, height / 3)
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 80) dark++
    return dark
  })
}
