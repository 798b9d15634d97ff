import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFilm, makePicture, makeSound } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { pdfOf } from '../support/pdf.ts'
import { PlayerView } from '../support/playerView.ts'
import { brightnessAt, ReviewView } from '../support/reviewView.ts'

/** What notes can be on: a moment, a span, a picture, a page, a sound, a file as a whole, everything. */

test('notes on a span, a sound, a picture, a page, a file and everything lead back to where they belong', async ({
  newPeer,
  folder,
}) => {
  await makeFilm(join(folder, 'film.mp4'), { seconds: 12, kbit: 100 })
  await makeSound(join(folder, 'song.ogg'), 8)
  await makePicture(join(folder, 'photo.png'), 900, 600)
  await writeFile(join(folder, 'paper.pdf'), pdfOf(3))
  const [ann, ben] = [await newPeer(), await newPeer()]
  const given = await ann.chooseFolder(folder)
  await given.reaches('seeding')
  const review = new ReviewView(ann)
  const player = new PlayerView(ann.page)
  await review.becomes('Ann')

  await review.write('All of it is good')
  await review.about('song.ogg')
  await review.write('The song as a whole')
  await review.about('paper.pdf')
  await review.region.getByLabel('Page', { exact: true }).fill('3')
  await review.write('A word is missing')

  await player.play('film.mp4')
  await player.starts()
  await player.playButton.press('k')
  await expect(player.video).toHaveJSProperty('paused', true)
  await player.seek(2)
  await review.region.getByRole('button', { name: 'Start here' }).click()
  await player.seek(4.5)
  await review.region.getByRole('button', { name: 'End here' }).click()
  await expect(review.region.getByLabel('At this time')).toHaveValue('0:02')
  await expect(review.region.getByLabel('Until')).toHaveValue('0:04.5')
  await review.write('Too dark here')

  await player.play('song.ogg')
  await player.starts()
  await player.passes(1)
  // It stands as soon as one begins to write.
  await review.field.press('a')
  await expect(player.video).toHaveJSProperty('paused', true)
  await review.write('Out of tune')

  await given.button('Preview photo.png').click()
  await expect(review.overlay).toBeVisible()
  await review.region.getByRole('button', { name: 'Draw', exact: true }).click()
  await review.draw('Box', 'Aqua', [
    [0.25, 0.25],
    [0.75, 0.75],
  ])
  await review.write('Crop it like this')

  const taken = await ben.download(await given.link())
  await taken.reaches('seeding')
  const other = new ReviewView(ben)
  const otherPlayer = new PlayerView(ben.page)
  await expect(other.threads()).toHaveCount(6)
  const places = [
    ['All of it is good', /^$/],
    ['The song as a whole', /song\.ogg/],
    ['A word is missing', /Page 3 · paper\.pdf/],
    ['Too dark here', /0:02–0:04 · film\.mp4/],
    ['Out of tune', /0:0\d · song\.ogg/],
    ['Crop it like this', /photo\.png/],
  ] as const
  for (const [text, place] of places) {
    const words = await other.threads(text).locator('.place').allInnerTexts()
    expect(words.join(' ').replace(' drawing', ''), text).toMatch(place)
  }

  await other.threads('Too dark here').locator('.place').click()
  await otherPlayer.starts()
  await expect.poll(() => otherPlayer.time()).toBeCloseTo(2, 1)
  await expect(otherPlayer.video).toHaveJSProperty('paused', true)
  await expect(ben.page.locator('.marks .span')).toHaveCount(1)

  // Again and again, until one goes elsewhere.
  const loop = other.threads('Too dark here').getByRole('button', { name: 'Loop' })
  await loop.click()
  await otherPlayer.hurry()
  await expect(loop).toHaveAttribute('aria-pressed', 'true')
  for (let round = 0; round < 3; round++) {
    await otherPlayer.passes(3.5)
    await expect.poll(() => otherPlayer.time(), { intervals: [20] }).toBeLessThan(3)
  }
  await otherPlayer.seek(7)
  await expect(loop).toHaveAttribute('aria-pressed', 'false')
  await otherPlayer.passes(9)

  // The note's own link opens the share at it; here as well as where nothing has been fetched.
  await ben.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await other.threads('Too dark here').getByRole('button', { name: 'Copy link to note' }).click()
  const link = await ben.page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/&note=[0-9a-f]{8}-[0-9a-z]+$/)
  await ben.page.getByRole('button', { name: 'Close player' }).click()
  await ben.open(link)
  await otherPlayer.starts()
  await expect.poll(() => otherPlayer.time()).toBeCloseTo(2, 1)
  await expect(otherPlayer.video).toHaveJSProperty('paused', true)
  await expect(other.threads('Too dark here')).toHaveAttribute('aria-current', 'true')
  const cleo = await newPeer()
  const third = await cleo.open(link)
  await third.reaches('ready')
  await third.button('Download').click()
  const thirdReview = new ReviewView(cleo)
  await expect(thirdReview.threads('Too dark here')).toHaveAttribute('aria-current', 'true')
  await expect.poll(() => new PlayerView(cleo.page).time()).toBeCloseTo(2, 1)

  await other.threads('Crop it like this').locator('.place').first().click()
  await expect(other.overlay.getByRole('img', { name: 'A drawing by Ann' })).toBeVisible()
  const pixels = await other.drawnPixels()
  for (const edge of [
    [0.25, 0.5],
    [0.75, 0.5],
    [0.5, 0.25],
    [0.5, 0.75],
  ] as const) {
    expect(brightnessAt(pixels, edge)).toBeGreaterThan(70)
  }
  expect(brightnessAt(pixels, [0.5, 0.5])).toBeLessThan(30)

  if (await ben.page.evaluate(() => navigator.pdfViewerEnabled)) {
    await other.threads('A word is missing').locator('.place').click()
    await expect(ben.page.locator('iframe')).toHaveAttribute('src', /page=3$/)
  }
})
