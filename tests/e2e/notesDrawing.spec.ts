import { join } from 'node:path'
import { makeFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { PlayerView } from '../support/playerView.ts'
import { brightnessAt, ReviewView } from '../support/reviewView.ts'

/** Drawings on a film: the same on every page, at any size. */

test('a drawing covers the same of the film in windows of different sizes, and only at its moment', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'film.mp4')
  await makeFilm(path, { seconds: 12, kbit: 100 })
  const [ann, ben] = [await newPeer(), await newPeer()]
  // So low that the film has bars at its sides here, and so narrow that it has none there.
  await ann.page.setViewportSize({ width: 1400, height: 520 })
  await ben.page.setViewportSize({ width: 400, height: 900 })
  const given = await ann.chooseFiles(path)
  const link = await given.link()
  await (await ben.download(link)).reaches('seeding')

  const [player, review] = [new PlayerView(ann.page), new ReviewView(ann)]
  await player.play('film.mp4')
  await player.starts()
  await player.passes(1)
  await review.becomes('Ann')
  await review.region.getByRole('button', { name: 'Draw', exact: true }).click()
  await expect(player.video).toHaveJSProperty('paused', true)
  const box = await review.overlay.boundingBox()
  const frame = await review.frame()
  expect(frame.width).toBeLessThan((box?.width ?? 0) - 20)
  await review.draw('Box', 'Aqua', [
    [0.1, 0.2],
    [0.45, 0.8],
  ])
  await review.draw('Arrow', 'Amber', [
    [0.9, 0.9],
    [0.6, 0.5],
  ])
  await review.draw('Pen', 'White', [
    [0.6, 0.1],
    [0.7, 0.3],
    [0.8, 0.1],
    [0.9, 0.3],
  ])
  await review.draw('Pen', 'Red', [
    [0.2, 0.5],
    [0.3, 0.5],
  ])
  await ann.page.getByRole('button', { name: 'Undo' }).click()
  await review.write('Look here')
  await ann.page.getByRole('button', { name: /Show the drawing/ }).click()

  const [otherPlayer, other] = [new PlayerView(ben.page), new ReviewView(ben)]
  await ben.page.getByRole('button', { name: /Show the drawing/ }).click()
  await otherPlayer.starts()
  await expect(other.overlay.getByRole('img', { name: 'A drawing by Ann' })).toBeVisible()
  await expect(otherPlayer.video).toHaveJSProperty('paused', true)
  expect(Math.abs((await otherPlayer.time()) - (await player.time()))).toBeLessThan(0.04)

  const [here, there] = [await review.drawnPixels(), await other.drawnPixels()]
  const places = [
    [0.1, 0.5],
    [0.45, 0.5],
    [0.27, 0.2],
    [0.27, 0.8],
    [0.75, 0.7],
    [0.62, 0.52],
    [0.6, 0.1],
    [0.9, 0.3],
  ] as const
  for (const pixels of [here, there]) {
    for (const place of places) expect(brightnessAt(pixels, place), place.join()).toBeGreaterThan(70)
    // Where the stroke was that was undone, and inside the box.
    expect(brightnessAt(pixels, [0.25, 0.5])).toBeLessThan(30)
  }
  const apart = here.map((each, at) => Math.abs(each - (there[at] ?? 0)))
  expect(apart.reduce((sum, each) => sum + each) / apart.length).toBeLessThan(4)
  expect(apart.filter((each) => each > 130).length).toBeLessThan(20)

  // Away from its moment it is gone, and back at it there again, without being chosen.
  await ben.page.getByRole('button', { name: 'Next note' }).waitFor({ state: 'detached' })
  await other.threads('Look here').press('Escape')
  await otherPlayer.seek(8)
  await expect(other.overlay.getByRole('img')).toHaveCount(0)
  await otherPlayer.seek(await player.time())
  await expect(other.overlay.getByRole('img')).toHaveCount(1)
})
