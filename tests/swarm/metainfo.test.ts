import bencode from 'bencode'
import fc from 'fast-check'
import parseTorrent from 'parse-torrent'
import { describe, expect, it, test } from 'vitest'
import { makeMetainfo, MetainfoError, readMetainfo, torrentFileOf } from '../../src/swarm/metainfo.ts'

const PIECE = 65_536

function torrent(info: Record<string, unknown>, rest: Record<string, unknown> = {}): Uint8Array {
  return bencode.encode({ ...rest, info })
}

const single = { name: 'a.txt', 'piece length': PIECE, pieces: new Uint8Array(20), length: 5 }

describe('readMetainfo', () => {
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
    ['a 10 MB list of lists', new Uint8Array(10_000_000).fill('l'.charCodeAt(0))],
    ['10 MB of digits', new Uint8Array(10_000_000).fill('9'.charCodeAt(0))],
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
    expect(made.files).toEqual([{ path: ['a.txt'], length: 5 }])
  })
})
