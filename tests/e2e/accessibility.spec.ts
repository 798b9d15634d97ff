import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { violationsOf } from '../support/accessible.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { holdBack } from '../support/heldParts.ts'
import type { Peer } from '../support/peer.ts'
import { unknownInfoHash } from '../support/torrents.ts'

/** Axe finds nothing serious on any state, in both themes. */

async function expectAccessible(peer: Peer, what: string): Promise<void> {
  const grave = (await violationsOf(peer.page)).filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect.soft(grave, what).toEqual([])
}

test('home with a message, with a problem beside the field; hashing; fetching what nobody has, and its dialog', async ({
  newPeer,
  folder,
}) => {
  const peer = await newPeer()
  await expectAccessible(peer, 'home')
  await peer.get('magnet:?broken')
  await expect(peer.pasteField).toHaveAccessibleDescription(/\w/)
  await expectAccessible(peer, 'a problem')

  const broken = join(folder, 'broken.torrent')
  await writeFile(broken, 'nothing of the kind')
  await peer.chooseFiles(broken)
  await expect(peer.page.getByRole('alert')).toBeVisible()
  await expectAccessible(peer, 'a message')

  const letHash = await holdBack(peer.page, 'hashWorker')
  const path = join(folder, 'new.bin')
  await makeFile(path, 1000, 'new')
  const share = await peer.chooseFiles(path)
  await share.reaches('hashing')
  await expectAccessible(peer, 'hashing')
  expect(await share.state()).toBe('hashing')
  letHash()
  await share.reaches('seeding')

  await peer.home()
  const infoHash = unknownInfoHash()
  await peer.get(infoHash)
  await peer.share(infoHash).reaches('fetching')
  await expectAccessible(peer, 'fetching')
  await peer.share(infoHash).button('Why is it stuck?').click()
  await expect(peer.page.getByRole('status').getByText('Nobody else has this open')).toBeVisible()
  await expectAccessible(peer, 'why nothing moves')
  await peer.page.keyboard.press('Escape')
  await expect(peer.share(infoHash).button('Why is it stuck?')).toBeFocused()
  await peer.share(infoHash).button('Remove').click()
  await expect(peer.page.getByRole('dialog')).toBeVisible()
  await expectAccessible(peer, 'the dialog')
})

test('ready, downloading, paused, waiting', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'slow.bin')
  await makeFile(path, 5 * MB, 'slow')
  const giver = await newPeer({ gives: MB })
  const given = await giver.chooseFiles(path)
  const taker = await newVisitor()
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

test('seeding, for both ends, with what is disclosed, and home with shares', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const root = join(folder, 'album')
  for (const name of ['one.bin', 'two.bin', 'three.bin']) await makeFile(join(root, name), MB, name)
  const giver = await newPeer()
  const given = await giver.chooseFolder(root)
  const taker = await newVisitor()
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
