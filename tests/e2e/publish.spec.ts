import { createServer } from 'node:http'
import { once } from 'node:events'
import { utimes } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { makeFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { PlayerView } from '../support/playerView.ts'
import { published } from '../support/published.ts'

/**
 * The owner of a site puts films into a folder, and people watch them. What many of them cost the site is shown in
 * virtual time (tests/sim/audience.test.ts), and measured (`npm run bench -- watch`).
 */

async function mediaFolder(folder: string): Promise<string> {
  const path = join(folder, 'my films', 'a film.mp4')
  await makeFilm(path, { seconds: 120, kbit: 400, rate: 4 })
  // A file that was written to a moment ago may still grow, and is not published yet.
  const past = new Date(Date.now() - 60_000)
  await utimes(path, past, past)
  return folder
}

test('a film of the media folder is listed, opened, and passed on between those who watch', async ({
  newSite,
  newVisitor,
  folder,
}) => {
  const site = await newSite({ MEDIA_DIR: await mediaFolder(folder) })
  const first = await newVisitor({ site })
  await expect
    .poll(async () => {
      await first.page.goto(`${site.url}watch`)
      return first.page.getByRole('link', { name: 'Watch my films/a film.mp4' }).count()
    })
    .toBe(1)
  await first.page.getByRole('link', { name: 'Watch my films/a film.mp4' }).click()
  const player = new PlayerView(first.page)
  await player.starts()
  await player.passes(2)
  await expect(first.share().heading).toHaveText('a film.mp4')
  // Who comes next finds somebody who has it: two who begin together may go on side by side, each from the server.
  await player.hurry()
  await expect(first.share().article).toHaveAttribute('data-state', 'seeding', { timeout: 120_000 })

  const second = await newVisitor({ site })
  await second.page.goto(`${site.url}watch/my%20films/a%20film.mp4`)
  const other = new PlayerView(second.page)
  await other.goOn()
  await other.hurry()
  await other.passes(10)
  const sources = second.page.locator('[data-from-peers]')
  await expect
    .poll(async () => Number(await sources.getAttribute('data-from-peers')))
    .toBeGreaterThan(200_000)

  // The address stays good for a reload, and Home is the site's.
  await second.page.reload()
  await other.starts()
  await second.page.getByRole('link', { name: 'Shoal' }).click()
  await expect(second.pasteField).toBeVisible()
  expect(new URL(second.page.url()).pathname).toBe('/')
})

test('a film plays in a page of another site that the owner allows', async ({
  newSite,
  newVisitor,
  folder,
}) => {
  const site = await newSite({ MEDIA_DIR: await mediaFolder(folder), EMBED: '*' })
  const blog = await blogWith(`<iframe width=640 height=480 allow="autoplay; fullscreen"
        src="${site.url}watch/my%20films/a%20film.mp4?embed"></iframe>`)
  const reader = await newVisitor({ site, expectedTrouble: [/favicon/, /404/] })
  await expect.poll(() => published(site)).toBe(1)
  await reader.page.goto(blog.url)
  const video = reader.page.frameLocator('iframe').locator('video')
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
    .toBeGreaterThan(2)
  await expect(reader.page.frameLocator('iframe').getByRole('banner')).toHaveCount(0)
  await reader.page.goto('about:blank')
  blog.close()
})

test('a film plays in a frame that may keep nothing, from memory, and says so', async ({
  newSite,
  newVisitor,
  folder,
}) => {
  const site = await newSite({ MEDIA_DIR: await mediaFolder(folder), EMBED: '*' })
  // Without allow-same-origin the page has no storage, no service worker and no workers at all.
  const blog =
    await blogWith(`<iframe sandbox="allow-scripts" width=640 height=480 allow="autoplay; fullscreen"
        src="${site.url}watch/my%20films/a%20film.mp4?embed"></iframe>`)
  const reader = await newVisitor({ site, expectedTrouble: [/favicon/, /404/] })
  await expect.poll(() => published(site)).toBe(1)
  await reader.page.goto(blog.url)
  const frame = reader.page.frameLocator('iframe')
  const video = frame.locator('video')
  const read = (what: 'readyState' | 'currentTime') =>
    video.evaluate((element: HTMLVideoElement, name) => element[name], what)
  await expect.poll(() => read('readyState')).toBeGreaterThan(2)
  expect(await video.evaluate(() => self.origin)).toBe('null')
  await video.evaluate((element: HTMLVideoElement) => {
    element.muted = true
    void element.play()
  })
  await expect.poll(() => read('currentTime')).toBeGreaterThan(2)
  // What has not come yet comes after a jump.
  await video.evaluate((element: HTMLVideoElement) => (element.currentTime = 90))
  await expect.poll(() => read('currentTime')).toBeGreaterThan(91)
  await expect(frame.getByText(/held in memory while it plays, 1\.07\sGB at most/)).toBeVisible()
  await reader.page.goto('about:blank')
  blog.close()
})

/** Another site, with this on its only page. */
async function blogWith(body: string): Promise<{ url: string; close: () => void }> {
  const blog = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(`<!doctype html><title>A blog</title>${body}`)
  })
  blog.listen(0, '127.0.0.1')
  await once(blog, 'listening')
  const { port } = blog.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    close: () => {
      blog.closeAllConnections()
      blog.close()
    },
  }
}
