import { join } from 'node:path'
import { makeRichFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { FILM_KINDS, filmOutcome, makeFilmKinds } from '../support/filmKinds.ts'
import { PlayerView } from '../support/playerView.ts'

/** What becomes of a film, by its container and its codecs: a row each, of really encoded media. */

test('each kind of film plays, plays remuxed, or is told in words', async ({ newPeer, folder }) => {
  test.setTimeout(300_000)
  await makeFilmKinds(folder)
  const giver = await newPeer({ expectedTrouble: [/./] })
  const given = await giver.chooseFolder(folder)
  await given.reaches('seeding')
  const found: Record<string, string> = {}
  const player = new PlayerView(giver.page)
  for (const { name, video } of FILM_KINDS) {
    await player.play(name)
    let last = 'nothing'
    await expect
      .poll(async () => (last = await giver.page.evaluate(filmOutcome, video !== null)), { timeout: 12_000 })
      .not.toBe('nothing')
      .catch(() => undefined)
    // Words on its sound come a little after the picture.
    if (last === 'plays' && /ac3/.test(name)) {
      await giver.page.waitForTimeout(1500)
      last = await giver.page.evaluate(filmOutcome, video !== null)
    }
    found[name] = last
    const close = giver.page.getByRole('button', { name: 'Close player' })
    if ((await close.count()) > 0) await close.click()
  }
  expect(found).toEqual(Object.fromEntries(FILM_KINDS.map(({ name, chromium }) => [name, chromium])))
})

test.describe('what is in a film’s own file', () => {
  for (const name of ['film.mkv', 'film.mp4', 'film.webm']) {
    test(`is offered: the sounds, captions and chapters of ${name}`, async ({ newPeer, folder }) => {
      await makeRichFilm(join(folder, name))
      const giver = await newPeer({ expectedTrouble: [/ERR_|Failed to load/] })
      const given = await giver.chooseFiles(join(folder, name))
      await given.reaches('seeding')
      const player = new PlayerView(giver.page)
      await player.play(name)
      await player.passes(1)
      await expect.poll(() => player.captionsShown()).toEqual(['Good evening'])

      const chapters = player.section.getByRole('combobox', { name: 'Chapters' })
      await expect(chapters.locator('option')).toHaveText(['The beginning', 'The end'])
      await chapters.selectOption('The end')
      await player.shows(8)
      await expect(chapters).toHaveValue('1')

      const sounds = player.section.getByRole('combobox', { name: 'Language of the sound' })
      await expect(sounds.locator('option')).toHaveText(['English', 'Deutsch'])
      await sounds.selectOption('Deutsch')
      await expect.poll(() => giver.page.evaluate(filmOutcome, true)).toBe('remuxed')
      await player.passes(9.5)
      await expect(sounds).toHaveValue('1')
      expect(await player.time()).toBeLessThan(19)
      await expect.poll(() => player.captionsShown()).toEqual(['All is well'])
      // Back to the first sound, in the same feed.
      await sounds.selectOption('English')
      await player.seek(2)
      await player.passes(3)
      await expect.poll(() => player.captionsShown()).toEqual(['Good evening'])
    })
  }
})
