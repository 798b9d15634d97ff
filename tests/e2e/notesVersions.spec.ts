import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { makeFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'
import { PlayerView } from '../support/playerView.ts'
import { ReviewView } from '../support/reviewView.ts'

/** Two versions of a film, of other lengths and rates, with the notes of both. */

test.setTimeout(180_000)

const VERSIONS = 'Two versions'

test('three people review two versions: both stand, jump and step together, and show whose notes are whose', async ({
  newPeer,
  folder,
}) => {
  await makeCuts(folder)
  await makeFilm(join(folder, 'third.webm'), { seconds: 10, kbit: 120, rate: 25, width: 180, height: 180 })
  const [ann, ben, cleo] = [await newPeer(), await newPeer(), await newPeer()]
  const given = await ann.chooseFolder(join(folder, 'cuts'))
  const link = await given.link()
  await (await ben.download(link)).reaches('seeding')
  const [hers, his, thirds] = [new ReviewView(ann), new ReviewView(ben), new ReviewView(cleo)]
  await hers.becomes('Ann')
  await standsAt(new PlayerView(ann.page), 'first.mp4', 3)
  await hers.write('Too slow here')
  await his.becomes('Ben')
  await standsAt(new PlayerView(ben.page), 'second.mp4', 5)
  await his.write('Better now')

  // The third one has a film of her own, with a note, and then opens theirs.
  const player = new PlayerView(cleo.page)
  await (await cleo.chooseFiles(join(folder, 'third.webm'))).reaches('seeding')
  await thirds.becomes('Cleo')
  await standsAt(player, 'third.webm', 2)
  await thirds.write('The colours are off')
  // Not by loading the page anew: what was chosen by its path is not to be had again then.
  await cleo.page.getByRole('link', { name: 'Shoal' }).click()
  await cleo.get(link)
  await cleo.opened.reaches('ready')
  await cleo.opened.button('Download').click()
  await cleo.opened.reaches('seeding')
  await standsAt(player, 'first.mp4', 6)

  // Another version out of another share.
  const other = await compare(cleo, 'third.webm')
  await together(other, 6)
  await expect(thirds.threads('Too slow here')).toContainText('Version 1')
  await expect(thirds.threads('The colours are off')).toContainText('Version 2')
  await expect(thirds.threads('Better now')).toHaveCount(0)
  await thirds.threads('The colours are off').locator('.place').click()
  await together(other, 2)

  // Out of the same one.
  const second = await chooseSecond(cleo, 'second.mp4')
  await together(second, 2)
  await expect(thirds.threads('The colours are off')).toHaveCount(0)
  await expect(thirds.threads('Better now')).toContainText('Version 2')
  await thirds.threads('Better now').locator('.place').click()
  await together(second, 5)
  await expect(thirds.threads('Better now')).toHaveAttribute('aria-current', 'true')
  await thirds.threads('Too slow here').locator('.place').click()
  await together(second, 3)
  await expect(thirds.threads('Better now')).not.toHaveAttribute('aria-current')
  // By keys among the notes of both; and frame by frame, at the first one's rate.
  await player.playButton.press('n')
  await together(second, 5)
  for (let step = 0; step < 5; step++) await player.playButton.press('.')
  await together(second, 5.18)

  // What the others say meanwhile comes.
  await his.answer('Too slow here', 'I cut two seconds')
  await expect(thirds.threads('Too slow here')).toContainText('I cut two seconds')
  for (const peer of [ann, ben, cleo]) expect(peer.trouble).toEqual([])
})

test('two versions run together, side by side and one over the other, on a phone as well', async ({
  newPeer,
  folder,
}) => {
  await makeCuts(folder)
  const ann = await newPeer()
  await (await ann.chooseFolder(join(folder, 'cuts'))).reaches('seeding')
  const player = new PlayerView(ann.page)
  await standsAt(player, 'first.mp4', 1)
  const second = await compare(ann, 'second.mp4')
  await together(second, 1)

  // Running, also at another speed.
  await player.playButton.press('>')
  await player.playButton.press('k')
  await player.passes(3)
  await near(second)
  expect(await second.evaluate(({ playbackRate }: HTMLVideoElement) => playbackRate)).toBeGreaterThan(1.1)
  // The shorter one stands at its end, and runs again after a jump.
  await player.seek(9.5)
  await expect.poll(() => timeOf(second)).toBeGreaterThan(8.9)
  await expect(second).toHaveJSProperty('paused', true)
  await player.seek(2)
  await expect(second).toHaveJSProperty('paused', false)
  await player.playButton.press('k')
  await expect(second).toHaveJSProperty('paused', true)

  // One over the other: with a line between them, or one at a time.
  const bar = ann.page.getByRole('group', { name: VERSIONS })
  const box = ann.page.locator('div.second')
  const [left, right] = [await boxOf(player.video), await boxOf(second)]
  expect(right.x).toBeGreaterThanOrEqual(left.x + left.width)
  await bar.getByText('Wipe', { exact: true }).click()
  await bar.getByRole('slider', { name: 'Where the first version ends' }).fill('0.25')
  await expect(box).toHaveCSS('clip-path', 'inset(0px 0px 0px 25%)')
  const [below, above] = [await boxOf(player.video), await boxOf(second)]
  expect(Math.abs(above.x - below.x) + Math.abs(above.width - below.width)).toBeLessThan(2)
  await player.playButton.press('v')
  await expect(box).toHaveCSS('clip-path', 'none')
  await expect(bar.getByRole('button', { name: 'Version 2' })).toHaveAttribute('aria-pressed', 'true')
  await player.playButton.press('v')
  await expect(box).toHaveCSS('clip-path', 'inset(0px 0px 0px 100%)')

  // On a phone one is below the other.
  await bar.getByText('Side by side', { exact: true }).click()
  await ann.page.setViewportSize({ width: 380, height: 800 })
  const [upper, lower] = [await boxOf(player.video), await boxOf(second)]
  expect(lower.y).toBeGreaterThanOrEqual(upper.y + upper.height)
  expect(await ann.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380)
  await bar.getByRole('button', { name: 'Stop comparing' }).click()
  await expect(second).toHaveCount(0)
  expect(ann.trouble).toEqual([])
})

test('the second version is heard, is shifted to where both show the same, and gets notes of its own', async ({
  newPeer,
  folder,
}) => {
  await makeCuts(folder)
  const [ann, ben] = [await newPeer(), await newPeer()]
  const given = await ann.chooseFolder(join(folder, 'cuts'))
  await (await ben.download(await given.link())).reaches('seeding')
  const [hers, his] = [new ReviewView(ann), new ReviewView(ben)]
  await hers.becomes('Ann')
  const player = new PlayerView(ann.page)
  await standsAt(player, 'first.mp4', 2)
  const second = await compare(ann, 'second.mp4')
  await together(second, 2)
  const bar = ann.page.getByRole('group', { name: VERSIONS })
  const muted = () => Promise.all([player.video, second].map((video) => video.evaluate(isMuted)))

  // One is heard at a time, until one asks for the sound of the first by its own button.
  expect(await muted()).toEqual([false, true])
  const sound = bar.getByRole('radiogroup', { name: 'Sound' })
  await sound.getByText('Version 2').click()
  await expect.poll(muted).toEqual([true, false])
  await player.video.evaluate((video: HTMLVideoElement) => (video.volume = 0.5))
  await expect(second).toHaveJSProperty('volume', 0.5)
  await player.section.locator('media-mute-button').first().click()
  await expect.poll(muted).toEqual([false, true])
  await expect(sound.getByLabel('Version 1')).toBeChecked()

  // In frames of the first one, and in seconds.
  await bar.getByLabel('Offset in frames').fill('50')
  await apart(second, 2)
  await expect(bar.getByLabel('Offset in seconds')).toHaveValue('2')
  await bar.getByLabel('Offset in seconds').fill('-1.5')
  await bar.getByLabel('Offset in seconds').press('Tab')
  await apart(second, -1.5)
  await player.seek(1)
  await expect.poll(() => timeOf(second)).toBe(0)
  await player.seek(4.001)
  await apart(second, -1.5)

  // What is written on the second one is at its own moment, marked where that is on the first one's timeline.
  await hers.region.getByRole('radiogroup', { name: 'Write about' }).getByText('Version 2').click()
  await hers.write('This cut is better')
  const note = hers.threads('This cut is better')
  await expect(note).toContainText('Version 2')
  const mark = ann.page.locator('.mark.other')
  await expect
    .poll(() => mark.evaluate((each: HTMLElement) => Number.parseFloat(each.style.left)))
    .toBeCloseTo((4 / 12) * 100, 0)
  await player.seek(8)
  await note.locator('.place').click()
  await expect.poll(() => timeOf(player.video)).toBeCloseTo(4, 1)
  await apart(second, -1.5)
  // Drawn on its picture, not on the first one's.
  await hers.region.getByRole('button', { name: 'Draw', exact: true }).click()
  await expect(ann.page.locator('div.second svg.drawing')).toHaveCount(1)
  await expect(ann.page.locator('svg.drawing')).toHaveCount(1)
  await hers.region.getByRole('radiogroup', { name: 'Write about' }).getByText('Version 1').click()
  await expect(ann.page.locator('svg.drawing')).toHaveCount(0)

  // The other one sees it on that film.
  await his.becomes('Ben')
  await standsAt(new PlayerView(ben.page), 'second.mp4', 1)
  await his.threads('This cut is better').locator('.place').click()
  await expect.poll(() => timeOf(new PlayerView(ben.page).video)).toBeCloseTo(2.5, 1)
  for (const peer of [ann, ben]) expect(peer.trouble).toEqual([])
})

/** Of other lengths and rates. */
async function makeCuts(folder: string): Promise<void> {
  await makeFilm(join(folder, 'cuts', 'first.mp4'), { seconds: 12, kbit: 120, rate: 25 })
  await makeFilm(join(folder, 'cuts', 'second.mp4'), { seconds: 9, kbit: 120, rate: '30000/1001' })
}

async function standsAt(player: PlayerView, name: string, seconds: number): Promise<void> {
  await player.play(name)
  await player.starts()
  await player.video.evaluate((video: HTMLVideoElement) => video.pause())
  await player.seek(seconds + 0.001)
  await player.shows(seconds)
}

/** Begins to compare; answers the second version's picture. */
async function compare(peer: Peer, name: string): Promise<Locator> {
  await peer.page.getByRole('button', { name: 'Compare', exact: true }).click()
  return chooseSecond(peer, name)
}

async function chooseSecond({ page }: Peer, name: string): Promise<Locator> {
  const bar = page.getByRole('group', { name: VERSIONS })
  await bar.getByLabel('Second version').selectOption({ label: name })
  return pictureOf(page, name)
}

function pictureOf(page: Page, name: string): Locator {
  return page.getByRole('group', { name: `Version 2: ${name}` }).locator('video')
}

/** Both stand at this moment, to a frame, and neither before nor after the other. */
async function together(second: Locator, seconds: number): Promise<void> {
  const apart = async () => {
    const [first = 0, led = 0] = await times(second)
    // A note is on its frame, which began before.
    return Math.abs(first - seconds) < 0.04 ? Math.abs(first - led) : Infinity
  }
  await expect.poll(apart, { message: `both at ${seconds} s` }).toBeLessThan(0.002)
  await expect(second).toHaveJSProperty('paused', true)
  await expect(second).toHaveJSProperty('seeking', false)
}

/** The second one stands so far ahead of the first. */
async function apart(second: Locator, seconds: number): Promise<void> {
  const ahead = async () => {
    const [first = 0, led = 0] = await times(second)
    return led - first
  }
  await expect.poll(ahead, { message: `${seconds} s ahead` }).toBeCloseTo(seconds, 1)
}

/** While they run. */
async function near(second: Locator): Promise<void> {
  const apart = async () => {
    const [first = 0, led = 0] = await times(second)
    return Math.abs(first - led)
  }
  await expect.poll(apart, { intervals: [50] }).toBeLessThan(0.15)
}

/** Of both at one moment. */
function times(second: Locator): Promise<number[]> {
  return second.evaluate((led: HTMLVideoElement) => {
    const all = [...document.querySelectorAll('video')]
    return [...all.filter((each) => each !== led), led].map(({ currentTime }) => currentTime)
  })
}

/** Runs in the page. */
function isMuted(video: Element): boolean {
  return (video as HTMLVideoElement).muted
}

function timeOf(video: Locator): Promise<number> {
  return video.evaluate(({ currentTime }: HTMLVideoElement) => currentTime)
}

async function boxOf(video: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await video.boundingBox()
  if (!box) throw new Error('The picture is not on the page.')
  return box
}
