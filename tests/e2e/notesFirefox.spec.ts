import { join } from 'node:path'
import { reviewLinkOf } from '../../src/core/reviewToken.ts'
import { makeReview } from '../../src/notes/reviewKeys.ts'
import { makeFile } from '../support/files.ts'
import { test } from '../support/fixtures.ts'
import { NotesView } from '../support/notesView.ts'

/** Notes between Firefox and Chromium, in the open and in private. */

for (const secret of [null, makeReview()]) {
  test(`both write and both read${secret ? ', in a private review' : ''}`, async ({
    newPeer,
    firefox,
    folder,
  }) => {
    const path = join(folder, 'both.bin')
    await makeFile(path, 100_000, 'both')
    const ann = await newPeer()
    const plain = await (await ann.chooseFiles(path)).link()
    const link = secret ? reviewLinkOf(plain, secret) : plain
    if (secret) await ann.page.evaluate((text) => (location.hash += `&review=${text}`), secret)
    await firefox.open(link)
    await firefox.reaches('ready')
    await firefox.press('Download')
    await firefox.reaches('seeding')
    const notes = new NotesView(ann)
    await notes.write('Written in Chromium')
    await firefox.shows('Written in Chromium')
    await firefox.writes('New note', 'Written in Firefox')
    await notes.shows(['Written in Firefox'])
    await notes.answer('Written in Firefox', 'Answered in Chromium')
    await firefox.shows('Answered in Chromium')
    await firefox.reload()
    await firefox.shows('Written in Firefox')
    await firefox.shows('Answered in Chromium')
  })
}
