import { afterEach, expect, it } from 'vitest'
import { checkOrigin } from '../../../src/swarm/origin/checkOrigin.ts'
import { readCopy } from '../../../src/swarm/origin/copyRead.ts'
import { FileLayout } from '../../../src/torrent/fileLayout.ts'
import { readMetainfo } from '../../../src/torrent/metainfo.ts'
import { startOrigin, type OriginServer } from '../../support/originServer.ts'
import { makeTorrent } from '../../support/torrents.ts'

/** A torrent whose second file begins with a piece, because of padding (BEP 47) that no server has. */

const A = Uint8Array.from({ length: 10_000 }, (_, at) => (at * 7) & 255)
const B = Uint8Array.from({ length: 30_000 }, (_, at) => (at * 11 + (at >> 8)) & 255)
const torrent = makeTorrent('padded', [
  { path: ['a.txt'], data: A },
  { path: ['.pad', '6384'], data: new Uint8Array(6384), attr: 'p' },
  { path: ['b.bin'], data: B },
  { path: ['.pad', '100'], data: new Uint8Array(100), attr: 'p' },
])
const whole = Buffer.concat([A, new Uint8Array(6384), B, new Uint8Array(100)])

let server: OriginServer | null = null
afterEach(async () => {
  await server?.stop()
  server = null
})

it('reads files from the server and padding from nowhere', async () => {
  const { url, requests } = (server = await startOrigin({ 'padded/a.txt': A, 'padded/b.bin': B }))
  const metainfo = await readMetainfo(torrent.bytes)
  const layout = FileLayout.of(metainfo)
  for (const [from, to] of [
    [0, whole.length],
    [9_000, 12_000],
    [10_500, 16_384],
    [16_000, 17_000],
    [46_000, 46_484],
  ] as const) {
    const parts: Uint8Array[] = []
    let fromServer = 0
    await readCopy({
      origin: url,
      secure: false,
      metainfo,
      layout,
      from,
      to,
      received: (bytes, isPadding) => {
        parts.push(bytes)
        if (!isPadding) fromServer += bytes.length
      },
      signal: new AbortController().signal,
      fetch: globalThis.fetch,
      silence: 5000,
    })
    expect(Buffer.concat(parts).equals(whole.subarray(from, to))).toBe(true)
    expect(fromServer).toBe(layout.slices(from, to).reduce((sum, slice) => sum + slice.to - slice.from, 0))
  }
  await checkOrigin(url, metainfo, () => 0, globalThis.fetch, false)
  expect(new Set(requests.map(({ path }) => path))).toEqual(new Set(['padded/a.txt', 'padded/b.bin']))
})

it('says at once that a copy is out of reach of a page by https', async () => {
  const metainfo = await readMetainfo(torrent.bytes)
  const asked: string[] = []
  const fetch = ((url: string) => {
    asked.push(url)
    return Promise.reject(new TypeError('Failed to fetch'))
  }) as typeof globalThis.fetch
  await expect(checkOrigin('http://o.example/x/', metainfo, () => 0, fetch, true)).rejects.toMatchObject({
    fault: 'refused',
    problem: { code: 'origin-by-http' },
  })
  // By https it was asked; what may be asked as it is, and is not there, may be there in a while.
  for (const [origin, secure] of [
    ['http://o.example/x/', false],
    ['https://o.example/x/', true],
    ['http://localhost:8123/', true],
  ] as const)
    await expect(checkOrigin(origin, metainfo, () => 0, fetch, secure)).rejects.toMatchObject({
      fault: 'passing',
    })
  expect(asked).toEqual([
    'https://o.example/x/padded/a.txt',
    'http://o.example/x/padded/a.txt',
    'https://o.example/x/padded/a.txt',
    'http://localhost:8123/padded/a.txt',
  ])
})
