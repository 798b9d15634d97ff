import { join } from 'node:path'
import { FILM_KINDS, makeFilmKinds } from '../support/filmKinds.ts'
import { expect, test } from '../support/fixtures.ts'

/** The table of containers.spec.ts in Firefox, where H.264, H.265 and AAC are the system's. */

test('each kind of film plays, plays remuxed, or is told in words in Firefox', async ({
  site,
  firefox,
  folder,
}) => {
  // Each decoder that Firefox has not used yet takes it seconds to begin with on a busy machine.
  test.setTimeout(480_000)
  await makeFilmKinds(folder)
  await firefox.open(site.url)
  await firefox.chooseFiles(...FILM_KINDS.map(({ name }) => join(folder, name)))
  await firefox.reaches('seeding')
  const found: Record<string, string> = {}
  for (const { name, video } of FILM_KINDS) {
    await firefox.click(`Play ${name}`)
    let last = 'nothing'
    await expect
      .poll(async () => (last = await firefox.filmOutcome(video !== null)), { timeout: 20_000 })
      .not.toBe('nothing')
      .catch(() => undefined)
    // Words on its sound come a little after the picture.
    if (last === 'plays' && name.includes('ac3')) {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      last = await firefox.filmOutcome(video !== null)
    }
    found[name] = last
    if (last !== 'nothing') await firefox.click('Close player')
  }
  expect(found).toEqual(Object.fromEntries(FILM_KINDS.map(({ name, firefox: becomes }) => [name, becomes])))
})
