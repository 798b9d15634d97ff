import { createServer } from 'node:http'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** The .torrent file, for those who know it: downloaded from one page, opened in another. */

test('a .torrent opens the same share elsewhere: by its address, or downloaded and chosen', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'with torrent.bin')
  const sha1 = await makeFile(path, 1_000_000, 'with torrent')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const infoHash = await given.infoHash()
  const torrent = await given.torrentFile()
  expect(torrent.name).toBe('with torrent.bin.torrent')
  const bytes = await readFile(torrent.path)

  const taker = await newPeer()
  const server = createServer((_request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end(bytes)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    await taker.get(`http://127.0.0.1:${port}/linked.torrent`)
    await taker.share().reaches('ready')
    expect(await taker.share().infoHash()).toBe(infoHash)
  } finally {
    server.close()
  }
  await taker.share().button('Remove').click()
  await taker.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click()
  await expect(taker.share().article).toHaveCount(0)

  const taken = await taker.chooseFiles(torrent.path)
  await taken.reaches('ready')
  expect(await taken.infoHash()).toBe(infoHash)
  await taken.button('Download').click()
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
})
