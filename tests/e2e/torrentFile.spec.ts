import { createServer } from 'node:http'
import { once } from 'node:events'
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { startOrigin } from '../support/originServer.ts'
import { makeTorrent } from '../support/torrents.ts'

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

test('padding is neither shown, nor saved, nor asked of a web server', async ({ newPeer, folder }) => {
  const a = Buffer.alloc(10_000, 'a')
  const b = Buffer.alloc(30_000, 'b')
  const origin = await startOrigin({ 'padded/a.txt': a, 'padded/b.bin': b })
  const torrent = makeTorrent(
    'padded',
    [
      { path: ['a.txt'], data: a },
      { path: ['.pad', '6384'], data: Buffer.alloc(6384), attr: 'p' },
      { path: ['b.bin'], data: b },
    ],
    origin.url,
  )
  const path = join(folder, 'padded.torrent')
  await writeFile(path, torrent.bytes)
  const peer = await newPeer()
  try {
    const share = await peer.chooseFiles(path)
    await share.reaches('ready')
    await expect(share.article).toHaveAttribute('data-infohash', torrent.infoHash)
    await expect(share.article).not.toContainText('6384')
    await share.button('Download').click()
    await share.reaches('seeding')
    const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex')
    expect((await share.save('a.txt')).sha1).toBe(sha1(a))
    expect((await share.save('b.bin')).sha1).toBe(sha1(b))
    expect(new Set(origin.requests.map((request) => request.path))).toEqual(
      new Set(['padded/a.txt', 'padded/b.bin']),
    )
  } finally {
    await peer.leave()
    await origin.stop()
  }
})
