import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** What Firefox keeps: the basics of library.spec.ts, asleep.spec.ts and tabs.spec.ts. */

test('a download goes on after a reload, and is given on after another', async ({
  newPeer,
  firefox,
  folder,
}) => {
  const path = join(folder, 'to-firefox.bin')
  const sha1 = await makeFile(path, 4 * MB, 'to firefox')
  const giver = await newPeer()
  await giver.givesAtMost(400_000)
  const link = await (await giver.chooseFiles(path)).link()
  await firefox.open(link)
  await firefox.reaches('ready')
  await firefox.press('Download')
  await firefox.progressReaches(0.5)
  await firefox.reload()
  expect(await firefox.progressAtFirst()).toBeGreaterThan(0)
  await firefox.reaches('seeding')
  await firefox.saves('to-firefox.bin', sha1)

  await giver.leave()
  await firefox.reload()
  await firefox.reaches('seeding')
  const taken = await (await newPeer()).download(link)
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})

test('one’s own files fall asleep, and the same ones wake the same link', async ({
  newPeer,
  site,
  firefox,
  folder,
}) => {
  const path = join(folder, 'from-firefox.bin')
  const sha1 = await makeFile(path, 1 * MB, 'from firefox')
  await firefox.open(site.url)
  await firefox.chooseFiles(path)
  await firefox.reaches('seeding')
  const link = await firefox.link()
  await firefox.reload()
  await firefox.reaches('asleep')
  await firefox.chooseFiles(path)
  await firefox.reaches('seeding')
  expect(await firefox.link()).toBe(link)
  const taken = await (await newPeer()).download(link)
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})

test('a second tab says so, takes one’s own files over, and goes on alone', async ({
  newPeer,
  site,
  firefox,
  folder,
}) => {
  const path = join(folder, 'tabs.bin')
  const sha1 = await makeFile(path, 1 * MB, 'tabs')
  await firefox.open(site.url)
  await firefox.chooseFiles(path)
  await firefox.reaches('seeding')
  const link = await firefox.link()
  const { closeLast } = await firefox.newTab()
  await firefox.shows('Shoal is open in another tab.')
  await firefox.pressAnywhere('Use it here')
  await firefox.reaches('seeding')
  await closeLast()
  const taken = await (await newPeer()).download(link)
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})
