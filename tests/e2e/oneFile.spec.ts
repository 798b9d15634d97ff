import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** Somebody drops a file and sends the link; somebody else opens the link and gets the file. */

const SIZES: readonly (readonly [what: string, size: number])[] = [
  ['a few bytes', 13],
  ['one block and one byte', 16_385],
  ['5 MB', 5 * MB],
  ['300 MB', 300 * MB],
]

for (const [what, size] of SIZES) {
  test(`one file of ${what}`, async ({ newPeer, folder }) => {
    const path = join(folder, 'holiday film.bin')
    const sha1 = await makeFile(path, size, what)

    const giver = await newPeer()
    const given = await giver.chooseFiles(path)
    await given.reaches('seeding')
    await expect(given.heading).toHaveText('holiday film.bin')

    const taker = await newPeer()
    const taken = await taker.download(await given.link())
    await taken.reaches('seeding')
    expect(await taken.progress()).toBe(1)
    expect(await taken.infoHash()).toBe(await given.infoHash())
    expect(await taken.save()).toEqual({ name: 'holiday film.bin', sha1 })
  })
}

test('the page says what it is before anything is fetched', async ({ newPeer, folder }) => {
  const path = join(folder, 'notes.txt')
  await makeFile(path, 1_234_567, 'notes')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)

  const taker = await newPeer()
  const share = await taker.open(await given.link())
  await share.reaches('ready')
  await expect(share.heading).toHaveText('notes.txt')
  await expect(share.article).toContainText('1.23 MB')
  await expect(share.article).toContainText('1 person has it.')
  await expect(share.article).toContainText(
    /downloads to this browser and shares it on while this page is open/i,
  )
  expect(await share.progress()).toBe(0)
})
