import { join } from 'node:path'
import { makeFile, MB, sha1OfFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** Somebody drops a file and sends the link; somebody else opens the link and gets the file. */

const FILES: readonly (readonly [name: string, size: number, shown: string])[] = [
  ['a few bytes.txt', 13, '13 bytes'],
  ['one block and one byte.bin', 16_385, '16.4 kB'],
  ['holiday film.bin', 5 * MB, '5 MB'],
]

test('files of all sizes: the page says what each is before anything is fetched, and then it arrives', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const giver = await newPeer()
  const taker = await newVisitor()
  for (const [name, size, shown] of FILES) {
    await test.step(name, async () => {
      const path = join(folder, name)
      const sha1 = await makeFile(path, size, name)
      await giver.chooseFiles(path)
      const given = giver.opened
      await expect(given.heading).toHaveText(name)
      await given.reaches('seeding')

      await taker.open(await given.link())
      const taken = taker.opened
      await taken.reaches('ready')
      await expect(taken.heading).toHaveText(name)
      await expect(taken.article).toContainText(shown)
      await expect(taken.article).toContainText('1 person has it.')
      await expect(taken.article).toContainText('While this page is open, you send it too.')
      expect(await taken.progress()).toBe(0)

      // One click leads to the disk.
      const coming = taker.page.waitForEvent('download')
      await taken.button('Download').click()
      await taken.reaches('seeding')
      const download = await coming
      expect(download.suggestedFilename()).toBe(name)
      expect(await sha1OfFile(await download.path())).toBe(sha1)
      await expect(taken.article).toContainText('Done. Saved.')
      expect(await taken.progress()).toBe(1)
      expect(await taken.infoHash()).toBe(await given.infoHash())
      expect(await taken.save()).toEqual({ name, sha1 })
    })
  }
})
