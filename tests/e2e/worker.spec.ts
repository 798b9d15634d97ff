import { join } from 'node:path'
import { makeFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { PlayerView } from '../support/playerView.ts'

/** What becomes of the service worker in the middle of a film is nobody's business. */

test('a worker that is stopped, and one that a new version replaces, are not noticed', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'film.mp4')
  await makeFilm(path, { seconds: 30, kbit: 800 })
  const giver = await newPeer()
  await giver.givesAtMost(200_000)
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const taker = await newVisitor()
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  const { page } = taker
  const player = new PlayerView(page)
  await player.play('film.mp4')
  await player.passes(1)

  const session = await page.context().newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await player.seek(12)
  await player.passes(13)

  // Another script at the same scope: what browsers do when the site has been updated.
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/')
    const script = registration?.active?.scriptURL ?? ''
    await navigator.serviceWorker.register(`${script}?newer`, { scope: '/' })
  })
  await player.passes((await player.time()) + 1)
  await player.seek(27)
  await player.passes(28)
  await expect(player.section.getByRole('alert')).toHaveCount(0)

  // Browsers let the old one come to an end with what it has begun, which may take minutes; whichever it is answers.
  const scripts = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/')
      return [registration?.waiting, registration?.active].map((worker) => worker?.scriptURL ?? '')
    })
  await expect.poll(async () => (await scripts()).join(' ')).toContain('?newer')
  await page.getByRole('button', { name: 'Close player' }).click()
  // So near to its end it begins anew.
  await player.play('film.mp4')
  await player.passes(1)
  await expect(player.section.getByRole('alert')).toHaveCount(0)
})
