import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { configWithout, freeDial } from '../../../server/peer/alone.ts'
import { ClassicNetwork } from '../../../server/peer/classic/classicNetwork.ts'
import { Records } from '../../../server/peer/keeper/records.ts'
import { openNodeHome } from '../../../server/peer/nodeHome.ts'
import { NO_NOTES } from '../../../server/peer/nodePeer.ts'
import { parseInfoHash } from '../../../src/core/infoHash.ts'
import { PieceSet } from '../../../src/core/pieceSet.ts'
import { startEngine } from '../../../src/swarm/startEngine.ts'
import { MB } from '../../support/files.ts'
import { ON_LOOPBACK } from '../../support/onLoopback.ts'
import { bencode } from '../../support/torrents.ts'
import { temporaryFolder } from '../support/testServer.ts'

/* Memory does not grow with a share: one of a hundred gigabytes, sparse on both disks, of which some moves. */

const PIECE = 4 * 1024 * 1024
const COUNT = 25_000
const NAME = 'film.bin'

/** A torrent of nothing but zeros. */
function hugeTorrent() {
  const digest = createHash('sha1').update(new Uint8Array(PIECE)).digest()
  const pieces = Buffer.alloc(COUNT * digest.length)
  for (let piece = 0; piece < COUNT; piece += 1) digest.copy(pieces, piece * digest.length)
  const info = { name: NAME, 'piece length': PIECE, pieces, length: COUNT * PIECE }
  const infoHash = parseInfoHash(createHash('sha1').update(bencode(info)).digest('hex'))
  if (!infoHash) throw new Error('A digest is an info hash.')
  return { infoHash, torrentFile: new Uint8Array(bencode({ info })) }
}

type Huge = ReturnType<typeof hugeTorrent>

/** A peer that has had this share before, with so much of it here. */
async function startPeer({ infoHash, torrentFile }: Huge, here: PieceSet) {
  const folder = temporaryFolder()
  await mkdir(join(folder, infoHash))
  const file = await open(join(folder, infoHash, NAME), 'w')
  await file.truncate(COUNT * PIECE)
  await file.close()
  const records = new Records(join(folder, 'records.sqlite'))
  await records.put({ infoHash, torrentFile, files: null, wanted: null, paused: false, addedAt: 1 })
  await records.putProgress(infoHash, {
    bitfield: here.bitfield(),
    got: 0,
    given: 0,
    checkedAt: Date.now(),
  })
  const record = records.get(infoHash)
  if (!record) throw new Error('It was put there.')
  const network = await ClassicNetwork.start({ ...ON_LOOPBACK, local: true })
  const config = configWithout('http://127.0.0.1:9/', 'ws://127.0.0.1:9/announce')
  const ended = new AbortController()
  const engine = await startEngine(await openNodeHome(folder, records, network.join), {
    config,
    askConfig: () => Promise.resolve(config),
    member: { passkey: () => null, excluded: () => undefined },
    dial: freeDial(),
    notes: () => NO_NOTES,
    ended: ended.signal,
  })
  engine.recall(record.entry, record.progress)
  onTestFinished(async () => {
    await engine.close()
    await network.stop()
    ended.abort()
    records.close()
  })
  return { got: () => engine.shares().reduce((sum, share) => sum + share.got, 0) }
}

test('a share of 100 GB moves without growing in memory', async () => {
  const huge = hugeTorrent()
  await startPeer(huge, PieceSet.full(COUNT))
  const taker = await startPeer(huge, new PieceSet(COUNT))
  const hasGot = (megabytes: number) =>
    expect.poll(taker.got, { timeout: 120_000, interval: 100 }).toBeGreaterThan(megabytes * MB)
  // What both ends keep of pieces is full by then.
  await hasGot(300)
  const before = process.memoryUsage.rss()
  let most = before
  for (let megabytes = 400; megabytes <= 1_000; megabytes += 100) {
    await hasGot(megabytes)
    most = Math.max(most, process.memoryUsage.rss())
  }
  console.log(`${Math.round(before / MB)} MB, ${Math.round((most - before) / MB)} MB more at the most`)
  expect(most - before).toBeLessThan(150 * MB)
})
