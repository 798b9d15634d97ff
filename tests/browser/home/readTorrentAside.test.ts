import { expect, it } from 'vitest'
import { readTorrentAside } from '../../../src/home/torrent/readTorrentAside.ts'
import { readTorrent } from '../../../src/swarm/torrentReading.ts'
import { makeMetainfo, torrentFileOf } from '../../../src/torrent/metainfo.ts'
import { MetainfoError } from '../../../src/torrent/problems.ts'

async function torrentFile(): Promise<Uint8Array<ArrayBuffer>> {
  const metainfo = await makeMetainfo({
    name: 'folder',
    pieceLength: 65_536,
    pieces: new Uint8Array(20),
    files: Array.from({ length: 1000 }, (_, index) => ({ path: ['a', `file ${index}`], length: 7 })),
    single: false,
  })
  return torrentFileOf(metainfo, ['wss://tracker.example/'], [])
}

it('reads a torrent in a worker as it does at once', async () => {
  const request = { kind: 'file', bytes: await torrentFile() } as const
  const aside = await readTorrentAside(request, { small: 0 })
  expect(aside).toEqual(await readTorrent(request))
  const info = { kind: 'info', bytes: aside.info } as const
  expect((await readTorrentAside(info, { small: 0 })).infoHash).toBe(aside.infoHash)
})

it('says why it refuses what is none', async () => {
  const request = { kind: 'file', bytes: new TextEncoder().encode('d4:infodee') } as const
  const refusal = await readTorrentAside(request, { small: 0 }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(MetainfoError)
  expect(refusal).toEqual(await readTorrent(request).catch((error: unknown) => error))
})

it('does not wait for ever', async () => {
  const request = { kind: 'file', bytes: await torrentFile() } as const
  const reading = readTorrentAside(request, { small: 0, timeLimit: 0 })
  await expect(reading).rejects.toThrow('torrent-takes-too-long')
})
