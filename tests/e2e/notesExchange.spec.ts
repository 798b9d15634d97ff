import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFilm } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'
import { PlayerView } from '../support/playerView.ts'
import { ReviewView } from '../support/reviewView.ts'

/** Notes as files, out and in. */

for (const [format, ending, keepsAll] of [
  ['Markdown', 'md', true],
  ['Table (CSV)', 'csv', true],
  ['Captions (WebVTT)', 'vtt', true],
  ['Markers (EDL)', 'edl', false],
] as const) {
  test(`notes go out as ${format}, come into another share, and are not doubled`, async ({
    newPeer,
    folder,
  }) => {
    const path = join(folder, 'film.mp4')
    await makeFilm(path, { seconds: 6, kbit: 200 })
    const ann = await newPeer()
    await (await ann.chooseFiles(path)).reaches('seeding')
    const review = new ReviewView(ann.page)
    await review.be('Ann')
    await new PlayerView(ann.page).play('film.mp4')
    await new PlayerView(ann.page).starts()
    await review.panel.getByRole('button', { name: 'Draw', exact: true }).click()
    await review.draw('Arrow', 'Red', [
      [0.2, 0.2],
      [0.7, 0.6],
    ])
    await review.panel.getByLabel('At this time').fill('0:02.4')
    await review.write('Mind the *gap*')
    await review.threads().getByRole('button', { name: 'Answer' }).click()
    await ann.page.getByLabel('Your answer').fill('It is minded')
    await ann.page.getByLabel('Your answer').press('Enter')
    await review.threads().getByRole('button', { name: 'Resolve' }).click()
    await expect(review.threads()).toContainText('resolved')
    const file = join(folder, `notes.${ending}`)
    await save(ann, format, file)

    // The same film by itself once more, in another browser: a share without notes.
    const ben = await newPeer()
    await writeFile(join(folder, 'beside.txt'), ending)
    await (await ben.chooseFiles(path, join(folder, 'beside.txt'))).reaches('seeding')
    const other = new ReviewView(ben.page)
    await other.be('Ben')
    await expect(await bring(ben, file)).toContainText('1 note and')
    const thread = other.threads('Mind the *gap*')
    await expect(thread).toContainText('It is minded')
    await expect(thread).toContainText('resolved')
    await expect(thread).toContainText('Ann')
    await expect(thread).toContainText('0:02')
    await expect(thread).toContainText('brought by Ben')
    await expect(thread.getByRole('button', { name: /drawing/ })).toHaveCount(keepsAll ? 1 : 0)
    await expect(await bring(ben, file)).toContainText(
      `0 notes and 0 answers added. ${keepsAll ? 2 : 1} were here`,
    )
    await expect(other.threads()).toHaveCount(1)
  })
}

test('a file that cannot be read is told in words', async ({ newPeer, folder }) => {
  const path = join(folder, 'some.bin')
  await writeFile(path, 'bytes')
  const ann = await newPeer()
  await (await ann.chooseFiles(path)).reaches('seeding')
  for (const [name, content, words] of [
    ['notes.docx', 'x', /ending is none of/],
    ['notes.csv', Buffer.from([0xff, 0xfe, 0x00]), /not text/],
    ['empty.csv', 'text,start\n', /no notes in this file/],
    ['bad.csv', 'text,start\nHello,soon\n', /1 entry lacked/],
  ] as const) {
    const file = join(folder, name)
    await writeFile(file, content)
    await expect(await bring(ann, file, 'alert')).toHaveText(words)
  }
})

async function save({ page }: Peer, format: string, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Export or import' }).click()
  await page.getByRole('radio', { name: format }).check()
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
