import { join } from 'node:path'
import { makeFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'

test('from phone to phone, the one thing to do is in the first screen', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'A walk.mp4')
  await makeFilm(path, { seconds: 4, kbit: 300 })

  const giver = await newPeer({ phone: true })
  const main = giver.page.getByRole('main')
  // Nothing can be dropped there.
  await expect(giver.page.getByRole('heading', { level: 1 })).toHaveText('Send files')
  await expect(main.getByRole('listitem').first()).toHaveText('Choose files')
  await expect(main.getByText(/drop/i)).toHaveCount(0)
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  await expect(given.article.locator('.poster')).toBeVisible()
  await expect(given.button('Copy link')).toBeInViewport({ ratio: 1 })

  const taker = await newVisitor({ phone: true })
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  await expect(taken.button('Download')).toBeInViewport({ ratio: 1 })
  await taken.button('Download').tap()
  await taken.reaches('seeding')
  await expect(taken.article.getByText('Done. Saved.')).toBeInViewport({ ratio: 1 })
})
