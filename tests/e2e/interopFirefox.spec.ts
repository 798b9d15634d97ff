import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** Firefox and Chromium, both ways. */

test('Firefox fetches what Chromium seeds', async ({ newPeer, firefox, folder }) => {
  const path = join(folder, 'to-firefox.bin')
  const sha1 = await makeFile(path, 2 * MB, 'to firefox')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await firefox.open(await given.link())
  await firefox.reaches('ready')
  await firefox.press('Download')
  await firefox.reaches('seeding')
  await firefox.saves('to-firefox.bin', sha1)
})

test('Chromium fetches what Firefox seeds', async ({ newPeer, site, firefox, folder }) => {
  const path = join(folder, 'from-firefox.bin')
  const sha1 = await makeFile(path, 2 * MB, 'from firefox')
  await firefox.open(site.url)
  await firefox.chooseFiles(path)
  await firefox.reaches('seeding')
  const taker = await newPeer()
  const taken = await taker.download(await firefox.link())
  await taken.reaches('seeding')
  expect(await taken.save()).toEqual({ name: 'from-firefox.bin', sha1 })
})
