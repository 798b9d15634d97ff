import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures.ts'
import { startLiveFilm } from '../support/liveFilm.ts'
import { PlayerView } from '../support/playerView.ts'

/** A film that is being made while it is watched, by a real encoder in real time. */

const PATH = 'news/index.m3u8'

/** What pages have asked the publisher's server for, of the film's parts. */
class Asked {
  readonly parts: string[] = []
  lists = 0

  watch(page: Page): void {
    page.on('request', (request) => {
      const part = /\.live\/(\d+)$/.exec(request.url())?.[1]
      if (part !== undefined) this.parts.push(part)
      if (/\.live\/list/.test(request.url())) this.lists++
    })
  }
}

test('four viewers watch a live film, and ask for each segment about once', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  test.setTimeout(120_000)
  const media = join(folder, 'media')
  const film = startLiveFilm(join(media, 'news'), { segment: 2 })
  await expect.poll(() => existsSync(join(media, PATH)), { timeout: 20_000 }).toBe(true)
  const site = await newSite({ MEDIA_DIR: media })
  const asked = new Asked()
  const open = async () => {
    const viewer = await newVisitor({ site, expectedTrouble: [/Failed to load/] })
    asked.watch(viewer.page)
    await viewer.page.goto(`${site.url}watch/${PATH}`)
    const player = new PlayerView(viewer.page)
    await player.goOn()
    await player.passes(1)
    return { viewer, player }
  }
  const first = await open()
  const others = await Promise.all([open(), open()])

  // Somebody who comes late begins at the edge.
  const late = await open()
  const behind = await late.player.video.evaluate(
    (video: HTMLVideoElement) => video.duration - video.currentTime,
  )
  expect(behind).toBeLessThan(12)

  const before = new Set(asked.parts)
  const from = asked.parts.length
  await new Promise((resolve) => setTimeout(resolve, 12_000))
  const parts = asked.parts.slice(from)
  const fresh = new Set(parts.filter((part) => !before.has(part)))
  expect(fresh.size).toBeGreaterThan(3)
  // Each by itself would have asked for all of them: 4. On a machine that is not busy it is 1.
  expect(parts.length / fresh.size).toBeLessThan(2.5)
  const fromPeers = late.viewer.page.locator('[data-from-peers]')
  await expect
    .poll(async () => Number(await fromPeers.getAttribute('data-from-peers')))
    .toBeGreaterThan(100_000)

  // The end is told, and what there is is shown to it.
  await film.stop()
  for (const { player } of [first, ...others, late]) {
    await expect
      .poll(() => player.video.evaluate((video: HTMLVideoElement) => video.ended), { timeout: 30_000 })
      .toBe(true)
  }
})

test('a live film in one file is shown, and of an encrypted one it is told that it is not', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  test.setTimeout(90_000)
  const media = join(folder, 'media')
  const films = [
    startLiveFilm(join(media, 'whole'), { kind: 'fmp4', inOne: true }),
    startLiveFilm(join(media, 'closed'), { encrypted: true }),
  ]
  for (const name of ['whole', 'closed'])
    await expect.poll(() => existsSync(join(media, name, 'index.m3u8')), { timeout: 20_000 }).toBe(true)
  const site = await newSite({ MEDIA_DIR: media })
  const viewer = await newVisitor({ site, expectedTrouble: [/Failed to load/] })
  await viewer.page.goto(`${site.url}watch/whole/index.m3u8`)
  const player = new PlayerView(viewer.page)
  await player.goOn()
  await player.passes(4)
  await expect(viewer.page.getByText('This is a live channel.')).toBeVisible()
  await expect(viewer.page.getByText('It’s all here')).toHaveCount(0)
  await viewer.page.goto(`${site.url}watch/closed/index.m3u8`)
  await expect(viewer.page.getByText('This live film is encrypted')).toBeVisible()
  await viewer.page.goto(`${site.url}watch`)
  await expect(viewer.page.getByText('whole/index.m3u8')).toBeVisible()
  await expect(viewer.page.getByText('closed/index.m3u8')).toHaveCount(0)
  for (const film of films) await film.stop()
})
