import { join } from 'node:path'
import { makeFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'

/** Firefox plays what Chromium gives. */

test('Firefox plays a film while it arrives, and goes on from where one jumps to', async ({
  newPeer,
  firefox,
  folder,
}) => {
  const path = join(folder, 'film.webm')
  await makeFilm(path, { seconds: 30, kbit: 3000 })
  const giver = await newPeer()
  await giver.givesAtMost(1_000_000)
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  await firefox.open(await given.link())
  await firefox.reaches('ready')
  await firefox.press('Play film.webm')
  await expect.poll(() => firefox.videoTime(), { message: 'it plays', timeout: 60_000 }).toBeGreaterThan(1)
  expect(Number(await firefox.progress())).toBeLessThan(0.9)
  await firefox.seek(26)
  await expect
    .poll(() => firefox.videoTime(), { message: 'it goes on', timeout: 60_000 })
    .toBeGreaterThan(26.5)
})
