import { join } from 'node:path'
import { dropOn, pasteText } from '../support/drop.ts'
import { makeAwkwardFolder, makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { holdBack } from '../support/heldParts.ts'
import { keptShare } from '../support/kept.ts'
import { MortalBrowser } from '../support/mortalBrowser.ts'
import type { Peer } from '../support/peer.ts'
import type { ShareView } from '../support/shareView.ts'

/** One's own files after a reload: the browser has forgotten them, or, where they were dropped, has not. */

/** Reloads once the library knows the share; answers its link. */
async function reloadKept(peer: Peer, share: ShareView): Promise<string> {
  await share.reaches('seeding')
  const link = await share.link()
  const infoHash = await share.infoHash()
  await expect.poll(() => keptShare(peer.page, infoHash)).not.toBeNull()
  await peer.page.reload()
  return link
}

test('chosen files fall asleep, and the same ones wake the same link', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'mine.bin')
  const sha1 = await makeFile(path, MB, 'mine')
  const peer = await newPeer()
  const share = await peer.chooseFiles(path)
  const link = await reloadKept(peer, share)
  await share.reaches('asleep')
  await expect(share.article).toContainText('it needs its files again')

  await peer.chooseFiles(path)
  await share.reaches('seeding')
  expect(await share.link()).toBe(link)
  await expect(peer.page.locator('article[data-state]')).toHaveCount(1)
  const taken = await (await newVisitor()).download(link)
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})

test('a copy kept in this browser, and what was pasted, need nothing after a reload', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'copied.bin')
  const sha1 = await makeFile(path, MB, 'copied')
  const peer = await newPeer()
  const share = await peer.chooseFiles(path)
  await share.reaches('seeding')
  await share.button('Keep a copy in this browser').click()
  await expect(share.button('Copy kept in this browser')).toBeVisible()
  const link = await reloadKept(peer, share)
  await share.reaches('seeding')
  expect(await share.link()).toBe(link)
  const taken = await (await newVisitor()).download(link)
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)

  const writer = await newPeer()
  await pasteText(writer.page, 'Milk, eggs and bread')
  const note = writer.share()
  await note.reaches('seeding')
  await expect(note.button('Copy kept in this browser')).toBeVisible()
  await reloadKept(writer, note)
  await note.reaches('seeding')
})

test('a folder is woken as well, on Home', async ({ newPeer, folder }) => {
  const root = join(folder, 'Größe & Höhe')
  await makeAwkwardFolder(root)
  const peer = await newPeer()
  const share = await peer.chooseFolder(root)
  const link = await reloadKept(peer, share)
  await share.reaches('asleep')
  await peer.home()
  await share.reaches('asleep')
  await peer.chooseFolder(root)
  await share.reaches('seeding')
  expect(await share.link()).toBe(link)
})

test('a share that was renamed while it was prepared wakes under its name and link', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'IMG_0001.bin')
  await makeFile(path, MB, 'whale')
  const peer = await newPeer()
  const letHash = await holdBack(peer.page, 'hashWorker')
  const share = await peer.chooseFiles(path)
  const name = share.article.getByLabel('Name', { exact: true })
  await name.fill('The whale.bin')
  await name.press('Enter')
  letHash()
  const link = await reloadKept(peer, share)
  await share.reaches('asleep')
  const letHashAgain = await holdBack(peer.page, 'hashWorker')
  await peer.chooseFiles(path)
  await share.reaches('hashing')
  letHashAgain()
  await share.reaches('seeding')
  expect(await share.link()).toBe(link)
  await expect(share.heading).toHaveText('The whale.bin')
  await expect(peer.page.locator('article[data-state]')).toHaveCount(1)
})

test('cancelling while the chosen files are looked at makes no other share of them', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'long.bin')
  await makeFile(path, MB, 'long')
  const peer = await newPeer()
  const share = await peer.chooseFiles(path)
  await reloadKept(peer, share)
  await share.reaches('asleep')
  const letHash = await holdBack(peer.page, 'hashWorker')
  await peer.chooseFiles(path)
  await share.reaches('hashing')
  await share.button('Cancel').click()
  await expect(peer.page.locator('article[data-state=hashing]')).toHaveCount(0)
  letHash()
  const small = join(folder, 'small.bin')
  await makeFile(small, 1000, 'small')
  await peer.chooseFiles(small)
  await expect(peer.page.locator('article[data-state=seeding]')).toHaveCount(1)
  await expect(peer.page.locator('article[data-state=hashing]')).toHaveCount(0)
})

test('dropped files are shared on after a reload without being asked for', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const path = join(folder, 'dropped.bin')
  const sha1 = await makeFile(path, MB, 'dropped')
  const peer = await newPeer()
  await dropOn(peer.page, [path])
  const share = peer.share()
  const link = await reloadKept(peer, share)
  await share.reaches('seeding')
  expect(await share.link()).toBe(link)
  const taken = await (await newVisitor()).download(link)
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})

test('a dropped file that was changed meanwhile is not shared on; as it is now it is a share of its own', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'dropped.bin')
  await makeFile(path, MB, 'dropped')
  const peer = await newPeer()
  await dropOn(peer.page, [path])
  const share = peer.share()
  await share.reaches('seeding')
  const infoHash = await share.infoHash()
  await expect.poll(() => keptShare(peer.page, infoHash)).not.toBeNull()
  const address = peer.page.url()
  await peer.page.goto('about:blank')
  await makeFile(path, MB, 'changed')
  await peer.page.goto(address)
  await share.reaches('asleep')
  await expect(share.button('Open the files')).toBeVisible()

  await peer.chooseFiles(path)
  await expect(peer.page.locator('article[data-state=seeding]')).toHaveCount(1)
  expect(await peer.share(infoHash).state()).toBe('asleep')
})

test('the same files again are the same share, which goes on', async ({ newPeer, newVisitor, folder }) => {
  const path = join(folder, 'again.bin')
  await makeFile(path, 300_000, 'again')
  const giver = await newPeer()
  const first = await giver.chooseFiles(path)
  await first.reaches('seeding')
  const link = await first.link()

  const visited = () => giver.page.evaluate(() => history.length)
  const before = await visited()
  await dropOn(giver.page, [path])
  // Its own page comes first, then it takes the place of the one that was there.
  await expect.poll(visited).toBe(before + 1)
  await expect(giver.page.locator('article')).toHaveCount(1)
  await giver.share().reaches('seeding')
  expect(await giver.share().link()).toBe(link)

  const taken = await (await newVisitor()).download(link)
  await taken.reaches('seeding')
})

test('after the browser was killed and started anew, Home has the dropped folder, one click away', async ({
  site,
  folder,
}) => {
  const root = join(folder, 'album')
  await makeFile(join(root, 'a.bin'), 2 * MB, 'a')
  await makeFile(join(root, 'b.bin'), 2 * MB, 'b')
  const browser = new MortalBrowser(join(folder, 'profile'), site.url)
  try {
    const peer = await browser.start()
    await peer.home()
    await dropOn(peer.page, [root])
    await peer.share().reaches('seeding')
    const infoHash = await peer.share().infoHash()
    await expect.poll(() => keptShare(peer.page, infoHash)).not.toBeNull()
    await browser.kill()

    const again = await browser.start()
    await again.home()
    await again.share(infoHash).reaches('asleep')
    await again.page.getByRole('link', { name: 'album' }).click()
    // What the click opens is the browser's own question, which no test can answer; the files chosen anew do as well.
    await expect(again.page.getByRole('button', { name: 'Open the files' })).toBeEnabled()
    await again.chooseFolder(root)
    await again.share(infoHash).reaches('seeding')
  } finally {
    await browser.kill()
  }
})
