import bencode from 'bencode'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import parseTorrent from 'parse-torrent'
import { describe, expect, it, test } from 'vitest'
import { makeMetainfo, readInfo, readMetainfo, torrentFileOf } from '../../src/torrent/metainfo.ts'
import { makeTorrent } from '../support/torrents.ts'
import { MetainfoError } from '../../src/torrent/problems.ts'

const PIECE = 65_536

function torrent(info: Record<string, unknown>, rest: Record<string, unknown> = {}): Uint8Array {
  return bencode.encode({ ...rest, info })
}

const single = { name: 'a.txt', 'piece length': PIECE, pieces: new Uint8Array(20), length: 5 }

/** The same as {@link single}, with something before it that an encoder would not write. */
function raw(before: string): Uint8Array {
  return Buffer.concat([
    Buffer.from(`d4:info${before}4:name5:a.txt12:piece lengthi${PIECE}e6:pieces20:`),
    Buffer.alloc(20),
    Buffer.from('ee'),
  ])
}

function sha1(bytes: string | Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex')
}

const HASHES = '\u0001'.repeat(40)

describe('readMetainfo', () => {
  // Each is legal, and has another hash once it was decoded and encoded again.
  const ODD: readonly (readonly [string, string])[] = [
    [
      'keys in no order',
      `d6:pieces40:${HASHES}4:name7:one.bin12:piece lengthi16384e6:lengthi20000e6:source1:xe`,
    ],
    [
      'a key __proto__',
      `d9:__proto__d7:privatei1e1:x1:ye6:lengthi20000e4:name7:one.bin12:piece lengthi16384e6:pieces40:${HASHES}e`,
    ],
    [
      'a key that is no text',
      `d6:lengthi20000e4:name7:one.bin12:piece lengthi16384e6:pieces40:${HASHES}2:\u00ff\u00fei1ee`,
    ],
    [
      'a number beyond 2^53',
      `d6:lengthi20000e4:name7:one.bin12:piece lengthi16384e6:pieces40:${HASHES}1:xi9007199254740993ee`,
    ],
    [
      'a key twice, where nobody reads it',
      `d6:lengthi20000e4:name7:one.bin12:piece lengthi16384e6:pieces40:${HASHES}1:xd1:ai1e1:ai2eee`,
    ],
    ['pieces of 8 KiB', `d6:lengthi15000e4:name5:p.bin12:piece lengthi8192e6:pieces40:${HASHES}e`],
    ['pieces of 1 KiB', `d6:lengthi2000e4:name5:p.bin12:piece lengthi1024e6:pieces40:${HASHES}e`],
    ['pieces of no power of two', `d6:lengthi20000e4:name5:p.bin12:piece lengthi10001e6:pieces40:${HASHES}e`],
    ['pieces of 64 MiB', `d6:lengthi67108865e4:name5:p.bin12:piece lengthi67108864e6:pieces40:${HASHES}e`],
    [
      'a second version beside the first (BEP 52)',
      `d9:file treede6:lengthi20000e12:meta versioni2e4:name7:one.bin12:piece lengthi16384e6:pieces40:${HASHES}e`,
    ],
  ]

  test.each(ODD)('takes the hash of the bytes as they came, and hands them on: %s', async (_what, info) => {
    const bytes = Buffer.from(`d4:info${info}8:url-list0:e\n`, 'latin1')
    const metainfo = await readMetainfo(bytes)
    const written = Buffer.from(info, 'latin1')
    expect(metainfo.infoHash).toBe(sha1(written))
    expect(metainfo.private).toBe(false)
    expect(Buffer.from(metainfo.info).equals(written)).toBe(true)
    expect(await readInfo(written)).toMatchObject({ infoHash: metainfo.infoHash, files: metainfo.files })
    const handedOn = torrentFileOf(metainfo, ['wss://t/announce'], ['https://o.example/'])
    expect(await readMetainfo(handedOn)).toMatchObject({
      infoHash: metainfo.infoHash,
      trackers: ['wss://t/announce'],
      webSeeds: ['https://o.example/'],
    })
  })

  it('refuses an info dictionary that something follows: its hash would be of another one', async () => {
    const info = bencode.encode(single)
    await expect(readInfo(Buffer.concat([info, Buffer.from('x')]))).rejects.toBeInstanceOf(MetainfoError)
  })

  test.each([
    [{ 'piece length': 512 }, { code: 'pieces-too-short', length: 512, least: 1024 }],
    [{ 'piece length': 2 ** 27 }, { code: 'pieces-too-long', length: 2 ** 27, most: 2 ** 26 }],
    [{ pieces: undefined, 'file tree': {}, 'meta version': 2 }, { code: 'torrent-of-version-2' }],
    [{ length: -5 }, { code: 'file-length-negative' }],
    [{ length: PIECE * 3 }, { code: 'piece-hashes-miscounted', hashes: 1, pieces: 3 }],
    [{ files: [{ length: 5, path: Array(65).fill('a') }] }, { code: 'file-too-deep', most: 64 }],
  ])('says why it refuses %j', async (change, problem) => {
    await expect(readMetainfo(torrent({ ...single, ...change }))).rejects.toMatchObject({ problem })
  })

  it('agrees with parse-torrent on hash, name, size and files', async () => {
    const bytes = torrent({
      name: 'folder',
      'piece length': PIECE,
      pieces: new Uint8Array(40).fill(7),
      files: [
        { length: 65_000, path: ['a', 'b.txt'] },
        { length: 0, path: ['empty'] },
        { length: 9_000, path: ['ü.txt'] },
      ],
    })
    const ours = await readMetainfo(bytes)
    const theirs = await parseTorrent(bytes)
    expect(ours.infoHash).toBe(theirs.infoHash)
    expect(ours.size).toBe(theirs.length)
    expect(ours.files.map(({ path }) => ['folder', ...path].join('/'))).toEqual(
      theirs.files.map(({ path }) => path),
    )
  })

  test.each([
    ['nothing', new Uint8Array(0)],
    ['text', new TextEncoder().encode('hello')],
    ['a list', bencode.encode([1, 2])],
    ['no info', bencode.encode({ announce: 'x' })],
    ['no pieces', torrent({ ...single, pieces: undefined })],
    ['too few pieces', torrent({ ...single, length: PIECE + 1 })],
    ['too many pieces', torrent({ ...single, pieces: new Uint8Array(40) })],
    ['a piece length of 0', torrent({ ...single, 'piece length': 0 })],
    ['a piece length of 1 TB', torrent({ ...single, 'piece length': 1e12 })],
    ['a negative length', torrent({ ...single, length: -5 })],
    ['no length', torrent({ ...single, length: undefined })],
    ['files that are none', torrent({ ...single, length: undefined, files: [1, 2] })],
    ['no files', torrent({ ...single, length: undefined, files: [] })],
    ['a file with a negative length', torrent({ ...single, files: [{ length: -1, path: ['a'] }] })],
    ['pieces of 512 bytes', torrent({ ...single, 'piece length': 512 })],
    ['pieces of 65 MiB', torrent({ ...single, 'piece length': 65 * 1024 * 1024 })],
    ['a length beyond 2^53', raw('d6:lengthi9007199254740993e')],
    ['a length with leading zeros', raw('d6:lengthi005e')],
    ['a length of minus nothing', raw('d6:lengthi-0e')],
    ['a length of so many digits that it is none', raw(`d6:lengthi${'9'.repeat(400)}e`)],
    ['two names', raw('d6:lengthi5e4:name1:a')],
    ['a path in 64 folders', torrent({ ...single, files: [{ length: 5, path: Array(65).fill('a') }] })],
    ['a string with leading zeros', new TextEncoder().encode('d04:infodee')],
    ['an unfinished dictionary', torrent(single).slice(0, -1)],
    ['a 10 MB list of lists', new Uint8Array(10_000_000).fill('l'.charCodeAt(0))],
    ['10 MB of digits', new Uint8Array(10_000_000).fill('9'.charCodeAt(0))],
    ['padding alone', torrent({ ...single, files: [{ length: 5, path: ['a'], attr: 'p' }] })],
    ['more than 10 MB', new Uint8Array(11_000_000)],
  ])('refuses %s in words', async (_what, bytes) => {
    await expect(readMetainfo(bytes)).rejects.toBeInstanceOf(MetainfoError)
  })

  it('refuses random bytes and damaged torrents without any other error', async () => {
    const good = torrent(single)
    const damaged = fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => {
      const bytes = good.slice()
      bytes[at] = byte
      return bytes
    })
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), async (bytes) => {
        await readMetainfo(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(MetainfoError))
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['marked (BEP 47)', { path: ['.pad', '6384'], attr: 'p' }],
    ['named by BitComet', { path: ['_____padding_file_0_if you see this file, please update to BitComet'] }],
  ])('shows no padding that is %s, and counts it where pieces are', async (_what, padding) => {
    const made = makeTorrent('padded', [
      { path: ['a.txt'], data: new Uint8Array(10_000) },
      { data: new Uint8Array(6384), ...padding },
      { path: ['b.bin'], data: new Uint8Array(30_000) },
    ])
    const metainfo = await readMetainfo(made.bytes)
    expect(metainfo.infoHash).toBe(made.infoHash)
    expect(metainfo.files).toMatchObject([
      { path: ['a.txt'], length: 10_000, start: 0 },
      { path: ['b.bin'], length: 30_000, start: 16_384, place: 2 },
    ])
    expect([metainfo.size, metainfo.contentSize]).toEqual([46_384, 40_000])
  })

  it('keeps paths inside the share', async () => {
    const { files, name } = await readMetainfo(
      torrent({
        name: '../../evil',
        'piece length': PIECE,
        pieces: new Uint8Array(20),
        files: [
          { length: 1, path: ['..', '..', 'etc', 'passwd'] },
          { length: 1, path: ['a/../../b'] },
          { length: 1, path: ['..'] },
        ],
      }),
    )
    expect(name).toBe('.._.._evil')
    expect(files.map(({ path }) => path)).toEqual([['etc', 'passwd'], ['a_.._.._b'], ['file 3']])
  })

  it('keeps only trackers that a page can use', async () => {
    const { trackers } = await readMetainfo(
      torrent(single, { announce: 'udp://a', 'announce-list': [['wss://b/'], ['ws://c/', 'http://d/']] }),
    )
    expect(trackers).toEqual(['wss://b/', 'ws://c/'])
  })
})

describe('makeMetainfo', () => {
  it('makes a single-file torrent that its own .torrent file agrees with', async () => {
    const made = await makeMetainfo({
      name: 'a.txt',
      pieceLength: PIECE,
      pieces: new Uint8Array(20),
      files: [{ path: ['a.txt'], length: 5 }],
      single: true,
    })
    const read = await parseTorrent(torrentFileOf(made, ['wss://t/announce'], []))
    expect(read.infoHash).toBe(made.infoHash)
    expect(read.announce).toEqual(['wss://t/announce'])
    expect(made.files).toMatchObject([{ path: ['a.txt'], length: 5 }])
  })
})
