import { join } from 'node:path'
import { dropOn, holdOver, pasteFiles, pasteText } from '../support/drop.ts'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { ShareView } from '../support/shareView.ts'

/** Everything that people bring, wherever on the page they let go of it. */

test('several dropped files become one share with a sensible name', async ({ newPeer, folder }) => {
  const names = ['b.txt', 'a.txt', 'c d.txt']
  const paths = names.map((name) => join(folder, name))
  const hashes = await Promise.all(paths.map((path, index) => makeFile(path, 1000 * (index + 1), path)))

  const giver = await newPeer()
  await dropOn(giver.page, paths)
  const given = giver.share()
  await given.reaches('seeding')
  await expect(given.heading).toHaveText(/\w/)

  const taker = await newPeer()
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')
  for (const [index, name] of names.entries()) {
    expect(await taken.save(name)).toEqual({ name, sha1: hashes[index] })
  }
})

test('a file can be dropped on a share’s own page, which says so while it is held over', async ({
  newPeer,
  folder,
}) => {
  const [first, second] = [join(folder, 'first.txt'), join(folder, 'second.txt')]
  await makeFile(first, 100, 'first')
  await makeFile(second, 100, 'second')
  const peer = await newPeer()
  await (await peer.chooseFiles(first)).reaches('seeding')
  const drag = await holdOver(peer.page, [second])
  await expect(peer.page.getByText('Let go to share')).toBeVisible()
  await drag.drop()
  await expect(peer.page.getByRole('heading', { level: 1 })).toHaveText('second.txt')
  await expect(peer.page.locator('article[data-state="seeding"]')).toHaveCount(2)
})

test('pasted files are shared', async ({ newPeer }) => {
  const peer = await newPeer()
  await pasteFiles(peer.page, [{ name: 'pasted.txt', text: 'from the clipboard' }])
  const share = peer.share()
  await share.reaches('seeding')
  await expect(share.heading).toHaveText('pasted.txt')
})

const TEXTS: readonly (readonly [what: string, textOf: (share: ShareView) => Promise<string>])[] = [
  ['a link', (share) => share.link()],
  ['a magnet', (share) => share.magnet()],
  ['an info hash', (share) => share.infoHash()],
  ['an info hash in capitals', async (share) => (await share.infoHash()).toUpperCase()],
]

for (const [what, textOf] of TEXTS) {
  test(`${what}, pasted anywhere or into the field, opens the share`, async ({ newPeer, folder }) => {
    const path = join(folder, 'pasted.bin')
    await makeFile(path, 50_000, what)
    const giver = await newPeer()
    const given = await giver.chooseFiles(path)
    await given.reaches('seeding')
    const text = await textOf(given)

    const anywhere = await newPeer()
    await pasteText(anywhere.page, text)
    await anywhere.share().reaches('ready')
    await expect(anywhere.share().heading).toHaveText('pasted.bin')

    const field = await newPeer()
    await field.get(`  ${text}\n`)
    await field.share().reaches('ready')
    expect(await field.share().infoHash()).toBe(await given.infoHash())
  })
}

test('pasting what is no link says so', async ({ newPeer }) => {
  const peer = await newPeer()
  await pasteText(peer.page, 'a shopping list')
  await expect(peer.page.getByRole('alert')).toContainText('not a link')
})

test('the link is copied by its button', async ({ newPeer, folder }) => {
  const path = join(folder, 'copied.txt')
  await makeFile(path, 100, 'copied')
  const peer = await newPeer()
  await peer.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const share = await peer.chooseFiles(path)
  await share.reaches('seeding')
  await share.button('Copy link').click()
  await expect(peer.page.getByText('Copied.', { exact: true })).toBeVisible()
  expect(await peer.page.evaluate(() => navigator.clipboard.readText())).toBe(await share.link())
})
