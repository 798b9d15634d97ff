import { join } from 'node:path'
import { dropOn, holdOver, pasteFiles, pasteText } from '../support/drop.ts'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { ShareView } from '../support/shareView.ts'

/** Everything that people bring, wherever on the page they let go of it. */

test('several dropped files become one share with a sensible name, whose link is copied by its button', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const names = ['b.txt', 'a.txt', 'c d.txt']
  const paths = names.map((name) => join(folder, name))
  const hashes = await Promise.all(paths.map((path, index) => makeFile(path, 1000 * (index + 1), path)))

  const giver = await newPeer()
  await dropOn(giver.page, paths)
  const given = giver.share()
  await given.reaches('seeding')
  await expect(given.heading).toHaveText(/\w/)
  await giver.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await given.button('Copy link').click()
  await expect(giver.page.getByText('Copied.', { exact: true })).toBeVisible()
  const copied = await giver.page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await given.link())

  const taken = await (await newVisitor()).download(copied)
  await taken.reaches('seeding')
  for (const [index, name] of names.entries()) {
    expect(await taken.save(name)).toEqual({ name, sha1: hashes[index] })
  }
})

test('a file can be pasted, and one dropped on a share’s own page, which says so while it is held over', async ({
  newPeer,
  folder,
}) => {
  const dropped = join(folder, 'dropped.txt')
  await makeFile(dropped, 100, 'dropped')
  const peer = await newPeer()
  await pasteText(peer.page, 'hunter2')
  await expect(peer.page.getByRole('alert')).toContainText('not a link')

  await pasteFiles(peer.page, [{ name: 'pasted.txt', text: 'from the clipboard' }])
  await peer.share().reaches('seeding')
  await expect(peer.share().heading).toHaveText('pasted.txt')
  const drag = await holdOver(peer.page, [dropped])
  await expect(peer.page.getByText('Let go to send')).toBeVisible()
  await drag.drop()
  await expect(peer.opened.heading).toHaveText('dropped.txt')
  await expect(peer.page.locator('article[data-state="seeding"]')).toHaveCount(2)
})

const TEXTS: readonly (readonly [what: string, textOf: (share: ShareView) => Promise<string>])[] = [
  ['a link', (share) => share.link()],
  ['a magnet', (share) => share.magnet()],
  ['an info hash', (share) => share.infoHash()],
  ['an info hash in capitals', async (share) => (await share.infoHash()).toUpperCase()],
]

test('links, magnets and info hashes, pasted anywhere or into the field, open the share', async ({
  newPeer,
  folder,
}) => {
  const [giver, anywhere, field] = [await newPeer(), await newPeer(), await newPeer()]
  for (const [what, textOf] of TEXTS) {
    await test.step(what, async () => {
      const path = join(folder, `${what}.bin`)
      await makeFile(path, 50_000, what)
      await giver.chooseFiles(path)
      const given = giver.opened
      await expect(given.heading).toHaveText(`${what}.bin`)
      await given.reaches('seeding')
      const text = await textOf(given)

      await pasteText(anywhere.page, text)
      await expect(anywhere.opened.heading).toHaveText(`${what}.bin`)
      await anywhere.opened.reaches('ready')

      await field.home()
      await field.get(`  ${text}\n`)
      await expect(field.opened.heading).toHaveText(`${what}.bin`)
      await field.opened.reaches('ready')
      expect(await field.opened.infoHash()).toBe(await given.infoHash())
    })
  }
})
