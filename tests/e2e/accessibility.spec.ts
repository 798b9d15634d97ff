import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'
import { unknownInfoHash } from '../support/torrents.ts'

/** Axe finds nothing serious on any state, in both themes. */

/** Looks at the page as it is now, in one theme after the other. */
async function expectAccessible(peer: Peer, what: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await peer.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page: peer.page }).analyze()
    const found = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`)
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([])
  }
}

test('home, with a problem beside the field', async ({ newPeer }) => {
  const peer = await newPeer()
  await expectAccessible(peer, 'home')
  await peer.get('magnet:?broken')
  await expect(peer.pasteField).toHaveAccessibleDescription(/\w/)
  await expectAccessible(peer, 'a problem')
})

test('hashing', async ({ newPeer, folder }) => {
  const path = join(folder, 'huge.bin')
  await writeFile(path, '')
  await truncate(path, 20_000 * MB)
  const peer = await newPeer()
  const share = await peer.chooseFiles(path)
  await share.reaches('hashing')
  await expectAccessible(peer, 'hashing')
  expect(await share.state()).toBe('hashing')
  await share.button('Cancel').click()
})

test('fetching what nobody has, and its dialog', async ({ newPeer }) => {
  const peer = await newPeer()
  await peer.get(unknownInfoHash())
  await peer.share().reaches('fetching')
  await expectAccessible(peer, 'fetching')
  await peer.share().button('Remove').click()
  await expect(peer.page.getByRole('dialog')).toBeVisible()
  await expectAccessible(peer, 'the dialog')
})

test('ready, downloading, paused, waiting', async ({ newPeer, folder }) => {
  const path = join(folder, 'slow.bin')
  await makeFile(path, 40 * MB, 'slow')
  const giver = await newPeer()
  await giver.givesAtMost(MB)
  const given = await giver.chooseFiles(path)
  const taker = await newPeer()
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  await expectAccessible(taker, 'ready')
  await taken.button('Download').click()
  await taken.progressReaches(0.01)
  await expectAccessible(taker, 'downloading')
  await taken.button('Pause').click()
  await taken.reaches('paused')
  await expectAccessible(taker, 'paused')
  await giver.leave()
  await taken.button('Resume').click()
  await taken.reaches('waiting')
  await expectAccessible(taker, 'waiting')
})

test('seeding, for both ends, with what is disclosed, and home with shares', async ({ newPeer, folder }) => {
  const root = join(folder, 'album')
  for (const name of ['one.bin', 'two.bin', 'three.bin']) await makeFile(join(root, name), MB, name)
  const giver = await newPeer()
  const given = await giver.chooseFolder(root)
  const taker = await newPeer()
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')
  for (const peer of [giver, taker]) {
    await peer.page.locator('article details').evaluateAll((all) => {
      for (const details of all as HTMLDetailsElement[]) details.open = true
    })
    await expectAccessible(peer, 'seeding')
  }
  await given.button('QR code').click()
  await expectAccessible(giver, 'the QR code')
  await giver.page.keyboard.press('Escape')

  await giver.page.getByRole('link', { name: /Shoal/ }).first().click()
  await expect(giver.pasteField).toBeVisible()
  await expectAccessible(giver, 'home with shares')
})

test('a message', async ({ newPeer, folder }) => {
  const path = join(folder, 'broken.torrent')
  await writeFile(path, 'nothing of the kind')
  const peer = await newPeer()
  await peer.chooseFiles(path)
  await expect(peer.page.getByRole('alert')).toBeVisible()
  await expectAccessible(peer, 'a message')
})
