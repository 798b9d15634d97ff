import { createServer } from 'node:http'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** The .torrent file, for those who know it: downloaded from one page, opened in another. */

test('a downloaded .torrent opens the same share elsewhere', async ({ newPeer, folder }) => {
  const path = join(folder, 'with torrent.bin')
  const sha1 = await makeFile(path, 2_000_000, 'with torrent')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const torrent = await given.torrentFile()
  expect(torrent.name).toBe('with torrent.bin.torrent')

  const taker = await newPeer()
  const taken = await taker.chooseFiles(torrent.path)
  await taken.reaches('ready')
  expect(await taken.infoHash()).toBe(await given.infoHash())
  await taken.button('Download').click()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})

test('the address of a .torrent can be pasted', async ({ newPeer, folder }) => {
  const path = join(folder, 'linked.bin')
  await makeFile(path, 200_000, 'linked')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const bytes = await readFile((await given.torrentFile()).path)

  const server = createServer((_request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end(bytes)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    const taker = await newPeer()
    await taker.get(`http://127.0.0.1:${port}/linked.torrent`)
    await taker.share().reaches('ready')
    expect(await taker.share().infoHash()).toBe(await given.infoHash())
  } finally {
    server.close()
  }
})
