import { join } from 'node:path'
import { makeLadder } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
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
  await giver.page.evaluate(() =>
    localStorage.setItem('shoal.limits', JSON.stringify({ give: 120_000, get: null })),
  )
  await giver.page.reload()
  const given = await giver.chooseFolder(ladder)
  await given.reaches('seeding')

  const taker = await newPeer()
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  const player = new PlayerView(taker.page)
  await player.play('master.m3u8')
  await player.passes(1, 60_000)
  await expect(player.section).toHaveAttribute('data-quality', '180')
  expect(Math.round(await player.duration())).toBe(60)
})
