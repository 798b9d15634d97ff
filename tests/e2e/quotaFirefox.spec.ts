import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { Firefox } from '../support/firefox.ts'
import { expect, test } from '../support/fixtures.ts'

/** What damage.spec.ts shows of Chromium's quota, with Firefox's own: a fifth of what all sites may have. */

const ALL_SITES_KIB = 250_000

test('with Firefox’s quota used up what has begun is finished, and what does not fit is refused', async ({
  newPeer,
  folder,
}) => {
  const firefox = await Firefox.start({ 'dom.quotaManager.temporaryStorage.fixedLimit': ALL_SITES_KIB })
  try {
    const [small, large] = [join(folder, 'small.bin'), join(folder, 'large.bin')]
    const sha1 = await makeFile(small, 3 * MB, 'fits')
    await makeFile(large, 2 * MB, 'does not')
    const giver = await newPeer({ gives: MB })
    const link = await (await giver.chooseFiles(small)).link()
    const other = await newPeer()
    const tooLarge = await (await other.chooseFiles(large)).link()

    const peer = await firefox.newPeer()
    await peer.open(link)
    await peer.reaches('ready')
    await peer.press('Download')
    await peer.progressReaches(0.1)
    expect(await peer.fillsAllBut(MB)).toBe('')
    // There is no more, whatever the page may think that there is.
    expect(await peer.fillsAllBut(-MB)).toBe('QuotaExceededError')
    expect(await peer.room()).toBeLessThanOrEqual(MB)
    await giver.givesOn()
    await peer.reaches('seeding')
    await peer.saves('small.bin', sha1)

    await peer.open(tooLarge)
    await peer.reaches('ready')
    await peer.press('Download')
    // Asked as a whole: what looks for words of elements misses some that come later.
    await expect.poll(() => peer.text(), { timeout: 30_000 }).toContain('There’s no space left.')
    expect(await peer.progress()).toBe('0')
  } finally {
    await firefox.stop()
  }
})
