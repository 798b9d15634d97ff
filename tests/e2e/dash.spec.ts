import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeCaptionedLadder, makeDash } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { PlayerView } from '../support/playerView.ts'

/** Films in many parts (DASH, HLS), and what they bring along. */

/** Captions that the manifest names, as a file of their own. */
async function addCaptions(folder: string): Promise<void> {
  const place = join(folder, 'manifest.mpd')
  const manifest = await readFile(place, 'utf8')
  const set =
    '<AdaptationSet contentType="text" lang="en"><Representation id="said" mimeType="text/vtt" bandwidth="256">' +
    '<BaseURL>said.vtt</BaseURL></Representation></AdaptationSet>'
  await writeFile(place, manifest.replace('</Period>', `${set}</Period>`))
  await writeFile(join(folder, 'said.vtt'), 'WEBVTT\n\n00:00.000 --> 00:19.000\nGood <i>evening</i> & more\n')
}

test('a film of DASH plays from peers, as one film, with its sounds and its captions', async ({
  newPeer,
  folder,
}) => {
  const film = join(folder, 'a film')
  await makeDash(film, 20)
  await addCaptions(film)
  const giver = await newPeer()
  const given = await giver.chooseFolder(film)
  await given.reaches('seeding')
  const taker = await newPeer()
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  await expect(taker.page.getByRole('button', { name: /^Play / })).toHaveText(['PlayPlay manifest.mpd'])
  const player = new PlayerView(taker.page)
  await player.play('manifest.mpd')
  await player.passes(1)
  expect(Math.round(await player.duration())).toBe(20)
  await expect(player.section).toHaveAttribute('data-quality', /^(90|180)$/)
  await expect.poll(() => player.captionsShown()).toEqual(['Good evening & more'])

  const menu = player.section.getByRole('combobox', { name: 'Language of the sound' })
  await expect(menu.locator('option')).toHaveText(['English', 'Deutsch'])
  await menu.selectOption('Deutsch')
  await expect(menu).toHaveValue('1')
  await player.seek(15)
  await player.passes(16)
})

test('a manifest that names what is elsewhere is told to be broken, and nobody is asked for it', async ({
  newPeer,
  folder,
}) => {
  const film = join(folder, 'a film')
  await makeDash(film, 20)
  const place = join(film, 'manifest.mpd')
  const manifest = await readFile(place, 'utf8')
  await writeFile(
    place,
    manifest.replace('<Period ', '<BaseURL>https://elsewhere.example/</BaseURL><Period '),
  )
  const giver = await newPeer()
  const asked: string[] = []
  giver.page.on('request', (request) => asked.push(new URL(request.url()).host))
  const given = await giver.chooseFolder(film)
  await given.reaches('seeding')
  const player = new PlayerView(giver.page)
  await player.play('manifest.mpd')
  await expect(giver.page.getByRole('alert')).toContainText('can’t be read')
  expect(asked).not.toContain('elsewhere.example')
})

test('captions that a list of segments names are shown, with no breach of the policy', async ({
  newPeer,
  folder,
}) => {
  const film = join(folder, 'a film')
  await makeCaptionedLadder(film, 20)
  const giver = await newPeer()
  const given = await giver.chooseFolder(film)
  await given.reaches('seeding')
  await expect(giver.page.getByRole('button', { name: /^Play / })).toHaveCount(1)
  const player = new PlayerView(giver.page)
  await player.play('master.m3u8')
  await player.passes(1)
  await expect.poll(() => player.captionsShown()).toEqual(['Good evening'])
  await player.seek(10)
  await expect.poll(() => player.captionsShown()).toEqual(['All is well'])
})

test('folders of DASH and HLS in the media folder are one film each, and play', async ({
  newSite,
  newVisitor,
  folder,
}) => {
  await makeDash(join(folder, 'dash film'), 20)
  await makeCaptionedLadder(join(folder, 'hls film'), 20)
  // A file that was written to a moment ago may still grow, and is not published yet.
  const past = new Date(Date.now() - 60_000)
  for (const path of await readdir(folder, { recursive: true })) await utimes(join(folder, path), past, past)
  const site = await newSite({ MEDIA_DIR: folder })
  const visitor = await newVisitor({ site })
  const links = visitor.page.getByRole('link', { name: /^Watch / })
  await expect
    .poll(async () => {
      await visitor.page.goto(`${site.url}watch`)
      return links.allTextContents()
    })
    .toEqual(['dash film/manifest.mpd', 'hls film/master.m3u8'])
  for (const name of ['dash film/manifest.mpd', 'hls film/master.m3u8']) {
    await visitor.page.goto(`${site.url}watch`)
    await visitor.page.getByRole('link', { name: `Watch ${name}` }).click()
    const player = new PlayerView(visitor.page)
    await player.goOn()
    await player.passes(1)
    await player.seek(15)
    await player.passes(16)
  }
})
