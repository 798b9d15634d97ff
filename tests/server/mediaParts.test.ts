import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import parseTorrent from 'parse-torrent'
import { expect, test, vi } from 'vitest'
import { startTestServer, temporaryFolder } from './support/testServer.ts'

/** Films in many parts in the media folder: each is one, with all its files, and the folder as their web copy. */

function put(folder: string, path: string, content: string, at = 1_700_000_000): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
  utimesSync(join(folder, path), at, at)
}

const LIST =
  '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-MAP:URI="init.mp4"\n#EXTINF:2,\n0.m4s\n#EXT-X-ENDLIST\n'
const MASTER = '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow/list.m3u8\n'
const MANIFEST =
  '<MPD><SegmentTemplate initialization="init-$RepresentationID$.mp4" media="c-$Number$.m4s"/></MPD>'

function films(): string {
  const folder = temporaryFolder()
  put(folder, 'my films/hls/master.m3u8', MASTER)
  put(folder, 'my films/hls/master.en.srt', 'said')
  for (const [name, text] of [
    ['list.m3u8', LIST],
    ['init.mp4', 'init'],
    ['0.m4s', 'zero'],
  ] as const)
    put(folder, `my films/hls/low/${name}`, text)
  put(folder, 'manifest.mpd', MANIFEST)
  for (const name of ['init-0.mp4', 'c-1.m4s', 'c-2.m4s']) put(folder, name, name)
  put(folder, 'alone.mp4', 'alone')
  put(folder, 'lost.m4s', 'of no film')
  put(folder, 'songs/all.m3u8', '#EXTM3U\nsong.mp3')
  put(folder, 'songs/song.mp3', 'song')
  return folder
}

interface Listed {
  readonly path: string
  readonly size: number
  readonly infoHash: string
}

async function publishing(folder: string, dataDir?: string) {
  const server = await startTestServer({
    environment: { MEDIA_DIR: folder },
    settings: { dataDir: dataDir ?? null },
  })
  const get = (path: string) => fetch(new URL(path, server.url))
  const list = async () => ((await (await get('media.json')).json()) as { files: Listed[] }).files
  await vi.waitFor(async () => expect(await list()).toHaveLength(4), { timeout: 30_000 })
  return { server, get, list }
}

test('a playlist and what it names is one film', async () => {
  const { list } = await publishing(films())
  expect((await list()).map(({ path }) => path)).toEqual([
    'alone.mp4',
    'manifest.mpd',
    'my films/hls/master.m3u8',
    'songs/song.mp3',
  ])
})

test.each([
  ['manifest.mpd', 'manifest', ['manifest.mpd', 'c-1.m4s', 'c-2.m4s', 'init-0.mp4']],
  [
    'my films/hls/master.m3u8',
    'hls',
    ['master.m3u8', 'low/0.m4s', 'low/init.mp4', 'low/list.m3u8', 'master.en.srt'],
  ],
])('the files of %s are those of its torrent, and its web copy has each', async (path, name, files) => {
  const folder = films()
  const { get } = await publishing(folder)
  const response = await get(`media-torrents/${path.split('/').map(encodeURIComponent).join('/')}`)
  const torrent = await parseTorrent(Buffer.from(await response.arrayBuffer()))
  expect(torrent.name).toBe(name)
  expect(torrent.files.map((file) => file.path.split('/').slice(1).join('/'))).toEqual(files)
  const [seed = ''] = torrent.urlList ?? []
  expect(seed).toMatch(/\/$/)
  for (const file of torrent.files) {
    const answer = await fetch(seed + file.path.split('/').map(encodeURIComponent).join('/'))
    expect([file.path, answer.status, (await answer.text()).length]).toEqual([file.path, 200, file.length])
  }
})

test('nothing but the parts of films is to be had', async () => {
  const { get } = await publishing(films())
  for (const path of ['media/lost.m4s', 'media/songs/all.m3u8', 'media/my%20films/hls/nothing.m4s'])
    expect((await get(path)).status).toBe(404)
})

test('a film whose part has changed is another, and one that has not is not read again', async () => {
  const folder = films()
  const dataDir = temporaryFolder()
  const first = await publishing(folder, dataDir)
  const before = await first.list()
  await first.server.stop()
  put(folder, 'my films/hls/low/0.m4s', 'nill', 1_700_000_001)
  const second = await publishing(folder, dataDir)
  await vi.waitFor(
    async () => {
      const now = await second.list()
      const changed = now.filter(({ infoHash }, at) => infoHash !== before[at]?.infoHash)
      expect(changed.map(({ path }) => path)).toEqual(['my films/hls/master.m3u8'])
    },
    { timeout: 30_000 },
  )
})
