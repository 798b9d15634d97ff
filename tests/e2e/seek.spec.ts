import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { makeLongFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { PlayerView } from '../support/playerView.ts'
import { published } from '../support/published.ts'
import type { SiteServer } from '../support/server.ts'

/** A film of two hours that a web server alone has: wherever one jumps to, it goes on from there. */

const HOURS = 2
/** Seconds, far from each other and in no order. */
const JUMPS = Array.from({ length: 20 }, (_, turn) => ((turn + 1) * 2711) % (HOURS * 3600 - 60))

async function publish(
  newSite: (settings: Record<string, string>) => Promise<SiteServer>,
  folder: string,
): Promise<string> {
  const path = join(folder, 'film.webm')
  await makeLongFilm(path, HOURS)
  // A file that was written to a moment ago may still grow, and is not published yet.
  const past = new Date(Date.now() - 60_000)
  await utimes(path, past, past)
  const site = await newSite({ MEDIA_DIR: folder })
  await expect.poll(() => published(site)).toBe(1)
  return `${site.url}watch/film.webm`
}

test('twenty jumps in Chromium', async ({ newSite, newPeer, folder }) => {
  const address = await publish(newSite, folder)
  const { page } = await newPeer()
  await page.goto(address)
  const player = new PlayerView(page)
  await player.starts()
  for (const seconds of JUMPS) {
    await player.seek(seconds)
    await player.shows(seconds)
  }
})

test('twenty jumps in Firefox', async ({ newSite, firefox, folder }) => {
  await firefox.open(await publish(newSite, folder))
  await firefox.showsFilmAt(0)
  for (const seconds of JUMPS) {
    await firefox.seek(seconds)
    await firefox.showsFilmAt(seconds)
  }
})
