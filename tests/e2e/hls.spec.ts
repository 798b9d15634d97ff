import { join } from 'node:path'
import { readdir } from 'node:fs/promises'
import { makeLadder, makeTwoSounds } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { startOrigin } from '../support/originServer.ts'
import { PlayerView } from '../support/playerView.ts'

/** A folder of segments in several qualities, made by a real encoder. */

test('a film in two qualities plays from peers, in the one that the line carries', async ({
  newPeer,
  folder,
}) => {
  const ladder = join(folder, 'a film')
  await makeLadder(ladder, 60)
  const giver = await newPeer()
  // Far too slow for the better of the two.
  await giver.givesAtMost(40_000)
  const given = await giver.chooseFolder(ladder)
  await given.reaches('seeding')

  const taker = await newPeer()
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  const player = new PlayerView(taker.page)
  await player.play('master.m3u8')
  await player.passes(1, 60_000)
  await expect(player.section).toHaveAttribute('data-quality', '90')
  expect(Math.round(await player.duration())).toBe(60)

  // The line is better from now on.
  await giver.page.getByRole('button', { name: /^Speed limits/ }).click()
  await giver.page.getByRole('dialog').getByLabel('Send at most').fill('')
  await giver.page.getByRole('button', { name: 'Done', exact: true }).click()
  // What is here already of the lesser quality is shown first.
  await expect(player.section).toHaveAttribute('data-quality', '180', { timeout: 90_000 })
  await player.passes(await player.time())
})

test('a web server is asked for the segments of what is shown, and for no others', async ({
  newPeer,
  folder,
}) => {
  const ladder = join(folder, 'a film')
  await makeLadder(ladder, 60)
  const paths = await readdir(ladder, { recursive: true })
  const files = paths.filter((path) => /\.\w+$/.test(path))
  const origin = await startOrigin(
    Object.fromEntries(
      files.map((path) => [
        ['a film', ...path.split('/')].map(encodeURIComponent).join('/'),
        join(ladder, path),
      ]),
    ),
  )
  const giver = await newPeer()
  const given = await giver.chooseFolder(ladder)
  await given.reaches('seeding')
  await giver.page.getByText('More', { exact: true }).click()
  await giver.page.getByText('With a copy on a web server').click()
  await giver.page.getByRole('textbox', { name: /Its address on a web server/ }).fill(origin.url)
  await given.button('Add an HTTP copy').click()
  await expect.poll(() => given.link()).toContain('ws=')
  const taker = await newPeer()
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  await giver.leave()
  const before = origin.requests.length
  const player = new PlayerView(taker.page)
  await player.play('master.m3u8')
  await player.passes(3, 60_000)
  const asked = new Set(origin.requests.slice(before).map(({ path }) => decodeURIComponent(path)))
  const segments = [...asked].filter((path) => path.endsWith('.ts'))
  expect(segments.length).toBeGreaterThan(0)
  // Of 30 segments in each quality those that are due: the far end of the film is nobody's hurry. (The end of the
  // first quality's last segment shares a piece with the second's list.)
  const far = segments.filter((path) => Number(/part (\d+)/.exec(path)?.[1]) > 20)
  expect(far.length).toBeLessThan(2)
  expect(await taken.progress()).toBeLessThan(0.7)
  await taker.leave()
  await origin.stop()
})

test('of several sounds the one of one’s language is heard, and one may choose another', async ({
  newPeer,
  folder,
}) => {
  const film = join(folder, 'a film')
  await makeTwoSounds(film, 20)
  const giver = await newPeer()
  const given = await giver.chooseFolder(film)
  await given.reaches('seeding')
  const player = new PlayerView(giver.page)
  await player.play('master.m3u8')
  await player.passes(1)
  const menu = player.section.getByRole('combobox', { name: 'Language of the sound' })
  await expect(menu.locator('option')).toHaveText(['English', 'Deutsch'])
  await expect(menu).toHaveValue('0')
  await menu.selectOption('Deutsch')
  await expect(menu).toHaveValue('1')
  await player.passes((await player.time()) + 3)
})
