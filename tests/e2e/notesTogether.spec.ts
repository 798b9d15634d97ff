import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { makeFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import { PlayerView } from '../support/playerView.ts'
import { ReviewView } from '../support/reviewView.ts'

/** People at one film: who is here, where they point, watching with somebody; finding notes among many. */

test('one sees who is here and where they point, and watches with them', async ({ newPeer, folder }) => {
  const path = join(folder, 'film.mp4')
  await makeFilm(path, { seconds: 30, kbit: 60 })
  const [ann, ben] = [await newPeer(), await newPeer()]
  const given = await ann.chooseFiles(path)
  await (await ben.download(await given.link())).reaches('seeding')
  const [review, other] = [new ReviewView(ann), new ReviewView(ben)]
  const [player, otherPlayer] = [new PlayerView(ann.page), new PlayerView(ben.page)]
  await review.becomes('Ann')
  await player.play('film.mp4')
  await player.starts()
  await player.seek(12)

  // The name that somebody gave is told from there too, with what they do.
  await expect(ben.page.getByRole('region', { name: 'People' })).toContainText(/Ann\s*has it/)

  const here = ben.page.getByRole('list', { name: 'Who is here' })
  await expect(here).toContainText('Ann watches at 0:1')
  await here.getByRole('button', { name: 'Watch along with Ann' }).click()
  await otherPlayer.starts()
  await otherPlayer.passes(12)

  await player.playButton.press('k')
  await expect(otherPlayer.video).toHaveJSProperty('paused', true)
  await player.seek(20)
  await expect.poll(() => otherPlayer.time()).toBeCloseTo(20, 1)

  const frame = await review.frame()
  await ann.page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2)
  const pointer = other.overlay.locator('.pointer', { hasText: 'Ann' })
  await expect(pointer).toBeVisible()
  const [tip, there] = [await pointer.locator('path').boundingBox(), await other.frame()]
  expect(((tip?.x ?? 0) - there.x) / there.width).toBeCloseTo(0.5, 1)

  await here.getByRole('button', { name: 'Stop watching along with Ann' }).click()
  await player.seek(3)
  await expect(here).toContainText('Ann is at 0:03')
  expect(await otherPlayer.time()).toBeGreaterThan(15)
  await ann.leave()
  await expect(here).toHaveCount(0)
})

test('notes are found by words, state and drawing, and gone through by keyboard', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'film.mp4')
  await makeFilm(path, { seconds: 20, kbit: 60 })
  const ann = await newPeer()
  await (await ann.chooseFiles(path)).reaches('seeding')
  const [player, review] = [new PlayerView(ann.page), new ReviewView(ann)]
  await review.becomes('Ann')
  await player.play('film.mp4')
  await player.starts()
  for (const [time, text] of [
    ['0:02', 'Sky too dark'],
    ['0:05', 'Sky fine'],
    ['0:09', 'Cut earlier'],
  ] as const) {
    await review.field.fill(text)
    await review.region.getByLabel('At this time').fill(time)
    await review.write(text)
  }
  await review.threads('Sky fine').getByRole('button', { name: 'Resolve' }).click()

  await player.seek(0)
  const stage = player.playButton
  await stage.press('n')
  await expect.poll(() => player.time()).toBeCloseTo(2, 1)
  await expect(review.threads('Sky too dark')).toHaveAttribute('aria-current', 'true')
  await stage.press('n')
  await stage.press('n')
  await expect.poll(() => player.time()).toBeCloseTo(9, 1)
  await stage.press('p')
  await expect.poll(() => player.time()).toBeCloseTo(5, 1)
  await stage.press('t')
  await expect(review.field).toBeFocused()

  await review.region.getByLabel('Search notes').fill('sky')
  await expect(review.threads()).toHaveCount(2)
  await review.region.getByLabel('State').selectOption('Open')
  await expect(review.threads()).toHaveText([/Sky too dark/])
  await expect(ann.page.locator('.marks .mark')).toHaveCount(1)
  await review.region.getByLabel('Search notes').fill('')
  await review.region.getByLabel('With a drawing').check()
  await expect(review.region).toContainText('No notes match.')
  await review.region.getByLabel('With a drawing').uncheck()
  await expect(review.threads()).toHaveCount(2)

  await review.region.getByRole('button', { name: 'Draw', exact: true }).click()
  for (const colorScheme of ['dark', 'light'] as const) {
    await ann.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page: ann.page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  }
})

test('a private review is begun on the page, and its links let in who has them', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'cut.bin')
  await writeFile(path, 'a cut')
  const [ann, ben, reader] = [await newPeer(), await newPeer(), await newPeer()]
  await (await ann.chooseFiles(path)).reaches('seeding')
  await ann.page.getByText('More', { exact: true }).click()
  await ann.page.getByText('Private review', { exact: true }).click()
  await ann.page.getByRole('button', { name: 'Begin a private review' }).click()
  const linkIn = async (label: string) => ann.page.getByLabel(label).inputValue()
  const write = await linkIn('Private review link, to read and write')
  const read = await linkIn('Read-only review link')
  await (await ben.download(write)).reaches('seeding')
  await (await reader.download(read)).reaches('seeding')
  await new ReviewView(ben).write('Between us')
  for (const peer of [ann, reader]) await expect(new ReviewView(peer).threads('Between us')).toHaveCount(1)
  await expect(new ReviewView(ann).region).toContainText('private')
  await expect(new ReviewView(reader).region).toContainText('private, read-only')
  await expect(new ReviewView(reader).field).toHaveCount(0)
})
