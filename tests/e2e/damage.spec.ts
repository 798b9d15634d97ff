import { stat, truncate, unlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { damageByte, keptPiecesReach, openAside } from '../support/kept.ts'
import { newTab } from '../support/tabs.ts'

/** Disks that forget, files that are changed: never a wrong byte, and nothing lost that was right. */

/** Pieces of 64 KiB, the smallest there are; see `core/pieces.ts`. */
const SMALL_PIECE = 65_536

/** Which byte of a share of 5 MB is damaged. */
const PLACES: readonly (readonly [where: string, offset: number])[] = [
  ['the first byte', 0],
  ['a byte in the middle', 2_500_000],
  ['the last byte', 5 * MB - 1],
]

for (const [where, offset] of PLACES) {
  test(`${where} of what was kept goes bad: its piece is fetched again, and no other`, async ({
    newPeer,
    site,
    folder,
  }) => {
    const path = join(folder, 'kept.bin')
    const sha1 = await makeFile(path, 5 * MB, where)
    const first = await newPeer()
    const link = await (await first.chooseFiles(path)).link()
    const taker = await newPeer()
    const taken = await taker.download(link)
    await taken.reaches('seeding')
    const infoHash = await taken.infoHash()
    await keptPiecesReach(taker.page, infoHash, Math.ceil((5 * MB) / SMALL_PIECE))
    await first.leave()
    const aside = await openAside(taker.context, site.url)
    await taker.page.close()
    await damageByte(aside, infoHash, offset)

    // Somebody who has given nothing yet, so that all they give is what was missing.
    const second = await newPeer()
    const given = await second.chooseFiles(path)
    await given.reaches('seeding')
    const again = await newTab(taker, site.url)
    const share = await again.open(link)
    const length = Math.min(SMALL_PIECE, 5 * MB - Math.floor(offset / SMALL_PIECE) * SMALL_PIECE)
    await given.article.getByText('Details', { exact: true }).click()
    const gave = async () =>
      Number(/gave ([\d.]+)\s+kB/.exec(await given.article.innerText())?.[1] ?? '0') * 1000
    await expect.poll(gave, { message: 'bytes given again' }).toBeGreaterThan(length - 100)
    await share.reaches('seeding')
    expect((await share.save()).sha1).toBe(sha1)
    // Some hundred bytes of talk go with the piece.
    expect(await gave()).toBeLessThan(length + 1000)
  })
}

/** What people do to a file that is being shared. */
const CHANGES: readonly (readonly [what: string, change: (path: string) => Promise<unknown>])[] = [
  ['edited', (path) => makeFile(path, 100 * MB, 'edited')],
  [
    'edited, and dated as before',
    async (path) => {
      const { atime, mtime } = await stat(path)
      await makeFile(path, 100 * MB, 'edited')
      await utimes(path, atime, mtime)
    },
  ],
  ['cut short', async (path) => truncate(path, 1000)],
  ['emptied', async (path) => writeFile(path, '')],
  ['deleted', async (path) => unlink(path)],
]

for (const [what, change] of CHANGES) {
  test(`a file that is ${what} while it is shared is given no more, and nobody gets a wrong byte`, async ({
    newPeer,
    folder,
  }) => {
    const path = join(folder, 'mine.bin')
    const sha1 = await makeFile(path, 100 * MB, 'mine')
    const giver = await newPeer()
    const given = await giver.chooseFiles(path)
    const link = await given.link()
    const taker = await newPeer()
    const taken = await taker.download(link)
    await taken.progressReaches(0.1)
    await change(path)
    await expect(given.article).toHaveAttribute('data-state', 'failed')
    await expect(given.article).toContainText('This share cannot go on giving.')
    await expect(given.article).toContainText(/changed, moved or deleted|no longer what was shared/)
    await taken.reaches('waiting')
    const before = await taken.progress()

    // The same bytes from somebody else: what came before the change is right, so it is not fetched again.
    const copy = join(folder, 'copy', 'mine.bin')
    expect(await makeFile(copy, 100 * MB, 'mine')).toBe(sha1)
    const other = await newPeer()
    await (await other.chooseFiles(copy)).reaches('seeding')
    await taken.reaches('seeding')
    expect(before).toBeGreaterThan(0)
    expect((await taken.save()).sha1).toBe(sha1)
  })
}
