import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'
import { PlayerView } from '../support/playerView.ts'
import { ReviewView } from '../support/reviewView.ts'

/** Notes as files, out and in. */

const FORMATS = [
  ['Markdown', 'md', true],
  ['Table (CSV)', 'csv', true],
  ['Captions (WebVTT)', 'vtt', true],
  ['Markers (EDL)', 'edl', false],
] as const

const UNREADABLE = [
  ['notes.docx', 'x', /^Notes come as \.md/],
  ['notes.csv', Buffer.from([0xff, 0xfe, 0x00]), /isn’t text/],
  ['empty.csv', 'text,start\n', /no notes in this file/],
  ['bad.csv', 'text,start\nHello,soon\n', /entry in this file lacks/],
] as const

test('notes go out in every format, come into other shares, and are not doubled; a file that is none is told', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'film.mp4')
  await makeFilm(path, { seconds: 6, kbit: 100 })
  const ann = await newPeer()
  await (await ann.chooseFiles(path)).reaches('seeding')
  const review = new ReviewView(ann)
  await review.becomes('Ann')
  await new PlayerView(ann.page).play('film.mp4')
  await new PlayerView(ann.page).starts()
  await review.region.getByRole('button', { name: 'Draw', exact: true }).click()
  await review.draw('Arrow', 'Red', [
    [0.2, 0.2],
    [0.7, 0.6],
  ])
  await review.region.getByLabel('At this time').fill('0:02.4')
  await review.write('Mind the *gap*')
  await review.threads().getByRole('button', { name: 'Answer' }).click()
  await ann.page.getByLabel('Your answer').fill('It is minded')
  await ann.page.getByLabel('Your answer').press('Enter')
  await review.threads().getByRole('button', { name: 'Resolve' }).click()
  await expect(review.threads()).toContainText('resolved')

  const ben = await newPeer()
  for (const [format, ending, keepsAll] of FORMATS) {
    const file = join(folder, `notes.${ending}`)
    await save(ann, format, file)
    // The same film beside another file, in another browser: a share without notes. (Files of other sizes, else
    // the page would look whether they are those of the last share, which sleeps.)
    await ben.home()
    const beside = join(folder, `beside.${ending}.txt`)
    await writeFile(beside, format)
    await ben.chooseFiles(path, beside)
    await expect(ben.page.getByRole('heading', { level: 1 })).toBeVisible()
    const other = new ReviewView(ben)
    await expect(other.region).toContainText('No notes yet.')
    await other.becomes('Ben')
    await expect(await bring(ben, file), format).toContainText('1 note and')
    const thread = other.threads('Mind the *gap*')
    await expect(thread).toContainText('It is minded')
    await expect(thread).toContainText('resolved')
    await expect(thread).toContainText('Ann')
    await expect(thread).toContainText('0:02')
    await expect(thread).toContainText('brought by Ben')
    await expect(thread.getByRole('button', { name: /drawing/ })).toHaveCount(keepsAll ? 1 : 0)
    await expect(await bring(ben, file)).toContainText(
      `0 notes and 0 answers added. ${keepsAll ? 2 : 1} here already`,
    )
    await expect(other.threads()).toHaveCount(1)
  }

  for (const [name, content, words] of UNREADABLE) {
    const file = join(folder, name)
    await writeFile(file, content)
    await expect(await bring(ben, file, 'alert')).toHaveText(words)
  }
})

for (const ending of ['mp4', 'webm'] as const) {
  test(`a note is on the frame that is shown, and editors get it at the film’s own rate: ${ending}`, async ({
    newPeer,
    folder,
  }) => {
    const path = join(folder, `film.${ending}`)
    await makeFilm(path, { seconds: 3, kbit: 200, rate: '30000/1001' })
    const ann = await newPeer()
    await (await ann.chooseFiles(path)).reaches('seeding')
    const review = new ReviewView(ann)
    await review.becomes('Ann')
    const player = new PlayerView(ann.page)
    await player.play(`film.${ending}`)
    await player.starts()
    await player.video.evaluate((video: HTMLVideoElement) => video.pause())
    await player.seek(0.99)
    await player.shows(0.99)
    // Frame 29 is shown until 1.001 s.
    await player.playButton.press('.')
    await expect.poll(() => player.time()).toBeCloseTo((30.5 * 1001) / 30_000, 3)
    await player.playButton.press(',')
    await expect.poll(() => player.time()).toBeCloseTo((29.5 * 1001) / 30_000, 3)
    await player.shows(0.9)
    await review.write('Here')
    const [edl, fcp] = [join(folder, 'notes.edl'), join(folder, 'notes.fcpxml')]
    await save(ann, 'Markers (EDL)', edl, '29.97')
    expect(await readFile(edl, 'utf8')).toContain('01:00:00:29 01:00:01:00')
    await save(ann, 'Final Cut (FCPXML)', fcp, '29.97')
    expect(await readFile(fcp, 'utf8')).toContain(`<marker start="${(108_000 + 29) * 1001}/30000s"`)
  })
}

async function save({ page }: Peer, format: string, path: string, rate?: string): Promise<void> {
  await page.getByRole('button', { name: 'Export or import' }).click()
  await page.getByRole('radio', { name: format }).check()
  if (rate !== undefined) await expect(page.getByLabel('Frames a second')).toHaveValue(rate)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save 1 note' }).click()
  await (await coming).saveAs(path)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
}

/** Imports a file; answers what the page says of it. */
async function bring({ page }: Peer, path: string, role: 'status' | 'alert' = 'status') {
  const dialog = page.getByRole('dialog')
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Export or import' }).click()
  await dialog.getByLabel('Import notes from a file').setInputFiles(path)
  return dialog.getByRole(role)
}
