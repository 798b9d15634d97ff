import { join } from 'node:path'
import { makeFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { PlayerView } from '../support/playerView.ts'

/** A folder of films, one after the other, by keys and by the system's own. */

test('the films of a folder follow each other, and keys do what people expect of them', async ({
  newPeer,
  folder,
}) => {
  await makeFilm(join(folder, 'one.mp4'), { seconds: 3, kbit: 100 })
  await makeFilm(join(folder, 'two.mp4'), { seconds: 12, kbit: 100 })
  const giver = await newPeer()
  const { page } = giver
  const given = await giver.chooseFolder(folder)
  await given.reaches('seeding')
  const player = new PlayerView(page)
  await player.play('one.mp4')
  const name = page.locator('section.player .name')
  await expect(name).toHaveText('one.mp4')
  await player.starts()
  await player.seek(2.5)
  await expect(name).toHaveText('two.mp4')
  await player.passes(0.5)
  const title = () => page.evaluate(() => navigator.mediaSession.metadata?.title)
  expect(await title()).toBe('two.mp4')

  const read = <Result>(look: (video: HTMLVideoElement) => Result) => player.video.evaluate(look)
  await player.playButton.focus()
  await page.keyboard.press('k')
  await expect.poll(() => read(({ paused }) => paused)).toBe(true)
  await page.keyboard.press('5')
  await expect.poll(() => player.time()).toBeCloseTo(6, 0)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => player.time()).toBeCloseTo(11, 0)
  await page.keyboard.press('j')
  await expect.poll(() => player.time()).toBeCloseTo(1, 0)
  await page.keyboard.press('>')
  expect(await read(({ playbackRate }) => playbackRate)).toBe(1.25)
  await page.keyboard.press('m')
  expect(await read(({ muted }) => muted)).toBe(true)
  await page.keyboard.press('End')
  await expect.poll(() => player.time()).toBeGreaterThan(11)
  await page.keyboard.press('Shift+P')
  await expect(name).toHaveText('one.mp4')
})
