import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseInfoHash } from '../../src/core/infoHash.ts'
import { reviewLinkOf } from '../../src/core/reviewToken.ts'
import { makeReview } from '../../src/notes/reviewKeys.ts'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { bencode, makeTorrent, unknownInfoHash } from '../support/torrents.ts'

/** What cannot be opened is answered with a clear message, and the page goes on working. */

const TEXTS: readonly (readonly [what: string, text: string, message: RegExp])[] = [
  ['nothing', '', /Paste a link first/],
  ['a magnet without a hash', 'magnet:?dn=film', /no valid info hash/],
  ['a magnet with half a hash', 'magnet:?xt=urn:btih:c9e15763f722f23e98a29', /no valid info hash/],
  ['a magnet of version 2', `magnet:?xt=urn:btmh:1220${'ab'.repeat(32)}`, /version 2/],
  [
    'a hash with a digit missing',
    'c9e15763f722f23e98a29decdfae341b98d5305',
    /40 hexadecimal digits; this has 39/,
  ],
  ['words', 'hello there', /not a link Shoal can open/],
  ['script', '<script>alert(1)</script>', /not a link Shoal can open/],
  ['a link that lost its end', '#c9e15763', /damaged/],
]

test('what is pasted and cannot be opened is told in words', async ({ newPeer, site }) => {
  const peer = await newPeer()
  for (const [what, text, message] of TEXTS) {
    await peer.get(text)
    await expect(peer.pasteField, what).toHaveAccessibleDescription(message)
  }
  // A web address that is no .torrent.
  await peer.get(`${site.url}healthz`)
  await expect(peer.pasteField).toHaveAccessibleDescription(/\w/)
  await expect(peer.share().article).toHaveCount(0)

  // A damaged link, in a new page and in one that is open.
  await peer.open(`${site.url}#c9e15763`)
  await expect(peer.pasteField).toHaveAccessibleDescription(/Part of this link is missing/)
  await peer.home()
  await peer.page.goto(`${site.url}#c9e15764`)
  await expect(peer.pasteField).toHaveAccessibleDescription(/Part of this link is missing/)
  // One that has lost the end of its review's secret.
  const infoHash = parseInfoHash(unknownInfoHash())
  if (!infoHash) throw new Error('It is one.')
  await peer.page.goto(reviewLinkOf(`${site.url}#${infoHash}`, makeReview()).slice(0, -3))
  await expect(peer.page.getByText('Part of this link is missing')).toBeVisible()
  await expect(peer.share().article).toHaveCount(0)
})

const good = makeTorrent('good', [{ path: ['a.txt'], data: Buffer.from('hello') }]).bytes

const FILES: readonly (readonly [what: string, bytes: () => Buffer])[] = [
  ['an empty file', () => Buffer.alloc(0)],
  ['a .torrent cut off in the middle', () => good.subarray(0, good.length / 2)],
  ['10 MB of garbage', () => randomBytes(10_000_000)],
  ['10 MB of bencoded lists, one in the other', () => Buffer.alloc(10_000_000, 'l')],
  ['a web page', () => Buffer.from('<!doctype html><title>Not found</title>')],
  ['a dictionary without info', () => bencode({ announce: 'wss://tracker.invalid' })],
  ['an info without pieces', () => bencode({ info: { name: 'x', length: 3, 'piece length': 16384 } })],
  [
    'a piece length of nothing',
    () => bencode({ info: { name: 'x', length: 3, 'piece length': 0, pieces: Buffer.alloc(20) } }),
  ],
  [
    'too few piece hashes',
    () => bencode({ info: { name: 'x', length: 1e9, 'piece length': 16384, pieces: Buffer.alloc(20) } }),
  ],
  [
    'a negative length',
    () => bencode({ info: { name: 'x', length: -5, 'piece length': 16384, pieces: Buffer.alloc(20) } }),
  ],
]

test('a .torrent file that is none is refused by its name, and the page goes on working', async ({
  newPeer,
  folder,
}) => {
  const peer = await newPeer()
  for (const [what, bytes] of FILES) {
    const path = join(folder, `${what}.torrent`)
    await writeFile(path, bytes())
    await peer.chooseFiles(path)
    const alert = peer.page.getByRole('alert').filter({ hasText: `“${what}.torrent”` })
    await expect(alert).toContainText('didn’t open.')
    await expect(peer.share().article).toHaveCount(0)
  }
  const path = join(folder, 'fine.txt')
  await makeFile(path, 100, 'fine')
  await (await peer.chooseFiles(path)).reaches('seeding')
})
