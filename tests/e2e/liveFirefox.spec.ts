import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/fixtures.ts'
import { startLiveFilm } from '../support/liveFilm.ts'
import { PlayerView } from '../support/playerView.ts'

/** A live film in Firefox, beside a viewer with Chromium: each has of the other what the publisher has not sent it. */

const PATH = 'news/index.m3u8'
/** Of a segment of a second at 800 kbit/s: no few pieces. */
const SEVERAL = 200_000

test('Firefox and Chromium watch a live film together, and give each other its segments', async ({
  newVisitor,
  newSite,
  firefox,
  folder,
}) => {
  test.setTimeout(120_000)
  const media = join(folder, 'media')
  const film = startLiveFilm(join(media, 'news'), { kind: 'fmp4' })
  await expect.poll(() => existsSync(join(media, PATH)), { timeout: 20_000 }).toBe(true)
  const site = await newSite({ MEDIA_DIR: media })
  const chromium = await newVisitor({ site, expectedTrouble: [/Failed to load/] })
  await chromium.page.goto(`${site.url}watch/${PATH}`)
  const player = new PlayerView(chromium.page)
  await player.goOn()
  await player.passes(1)

  await firefox.open(`${site.url}watch/${PATH}`)
  await expect
    .poll(() => firefox.videoTime(), { message: 'Firefox plays', timeout: 60_000 })
    .toBeGreaterThan(1)
  // By lot each asks the publisher for some of them.
  const fromPeers = '[data-from-peers]'
  await expect
    .poll(async () => Number(await firefox.told(fromPeers, 'data-from-peers')), { timeout: 30_000 })
    .toBeGreaterThan(SEVERAL)
  await expect
    .poll(async () => Number(await chromium.page.locator(fromPeers).getAttribute('data-from-peers')), {
      timeout: 30_000,
    })
    .toBeGreaterThan(SEVERAL)
  const at = await firefox.videoTime()
  await expect.poll(() => firefox.videoTime(), { timeout: 30_000 }).toBeGreaterThan(at + 4)

  await film.stop()
  await expect.poll(() => firefox.filmEnded(), { timeout: 30_000 }).toBe(true)
})
