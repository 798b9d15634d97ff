import { basename, join } from 'node:path'
import { makeAwkwardFolder, makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { fetchInNode, seedInNode } from '../support/node/nodePeer.ts'
import { offerFolder, savedContents } from '../support/pickedFolder.ts'

/** A plain webtorrent client in Node at the other end. Each connection takes it five seconds and more. */

test('a plain client fetches what the page seeds', async ({ newPeer, site, folder }) => {
  const path = join(folder, 'from the page.bin')
  const sha1 = await makeFile(path, 5 * MB, 'from the page')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const node = fetchInNode(site.trackerUrl, await given.magnet(), join(folder, 'fetched'))
  try {
    expect((await node.told('done')).files).toEqual({ 'from the page.bin': sha1 })
  } finally {
    await node.stop()
  }
})

test('a plain client fetches a folder that the page seeds', async ({ newPeer, site, folder }) => {
  const root = join(folder, 'Föhn')
  const contents = await makeAwkwardFolder(root)
  const giver = await newPeer()
  const given = await giver.chooseFolder(root)
  await given.reaches('seeding')
  const node = fetchInNode(site.trackerUrl, await given.magnet(), join(folder, 'fetched'))
  const below = Object.entries(contents).map(([path, sha1]) => [`Föhn/${path}`, sha1])
  try {
    expect((await node.told('done')).files).toEqual(Object.fromEntries(below))
  } finally {
    await node.stop()
  }
})

test('the page fetches what a plain client seeds', async ({ newPeer, site, folder }) => {
  const path = join(folder, 'from node.bin')
  const sha1 = await makeFile(path, 5 * MB, 'from node')
  const node = seedInNode(site.trackerUrl, [path])
  try {
    const { magnet } = await node.told('seeding')
    const taker = await newPeer()
    await taker.get(magnet)
    const taken = taker.share()
    await taken.reaches('ready')
    await taken.button('Download').click()
    await taken.reaches('seeding')
    expect(await taken.save()).toEqual({ name: 'from node.bin', sha1 })
  } finally {
    await node.stop()
  }
})

test('the page fetches a folder that a plain client seeds', async ({ newPeer, site, folder }) => {
  const root = join(folder, 'Öresund')
  const contents = await makeAwkwardFolder(root)
  const node = seedInNode(site.trackerUrl, [root])
  try {
    const { magnet } = await node.told('seeding')
    const taker = await newPeer()
    await offerFolder(taker.page)
    await taker.home()
    await taker.get(magnet)
    const taken = taker.share()
    await taken.reaches('ready')
    await taken.button('Download').click()
    await taken.reaches('seeding')
    await taken.button('Save all').click()
    await expect.poll(() => savedContents(taker.page, basename(root))).toEqual(contents)
  } finally {
    await node.stop()
  }
})
