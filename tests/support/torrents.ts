import { createHash, randomBytes } from 'node:crypto'

/** .torrent files made by hand (BEP 3), so that they can hold what an honest program would not write. */

type Bencoded = number | string | Uint8Array | readonly Bencoded[] | { readonly [key: string]: Bencoded }

export function bencode(value: Bencoded): Buffer {
  if (typeof value === 'number') return Buffer.from(`i${value}e`)
  if (typeof value === 'string') return bencode(Buffer.from(value))
  if (value instanceof Uint8Array) return Buffer.concat([Buffer.from(`${value.length}:`), value])
  if (isList(value)) return Buffer.concat([Buffer.from('l'), ...value.map(bencode), Buffer.from('e')])
  const pairs = Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([key, member]) => [bencode(key), bencode(member)])
  return Buffer.concat([Buffer.from('d'), ...pairs, Buffer.from('e')])
}

/** Array.isArray does not narrow a readonly array out of a union. */
function isList(value: Bencoded): value is readonly Bencoded[] {
  return Array.isArray(value)
}

export interface HandmadeTorrent {
  readonly bytes: Buffer
  readonly infoHash: string
}

export interface HandmadeFile {
  readonly path: readonly string[]
  readonly data: Uint8Array
  /** BEP 47: `p` for padding. */
  readonly attr?: string
}

const PIECE_LENGTH = 16_384

/** @param webSeed BEP 19 */
export function makeTorrent(name: string, files: readonly HandmadeFile[], webSeed?: string): HandmadeTorrent {
  const data = Buffer.concat(files.map((file) => file.data))
  const hashes: Buffer[] = []
  for (let start = 0; start < data.length; start += PIECE_LENGTH) {
    hashes.push(
      createHash('sha1')
        .update(data.subarray(start, start + PIECE_LENGTH))
        .digest(),
    )
  }
  const info = {
    name,
    'piece length': PIECE_LENGTH,
    pieces: Buffer.concat(hashes),
    files: files.map((file) => ({
      path: file.path,
      length: file.data.length,
      ...(file.attr !== undefined && { attr: file.attr }),
    })),
  }
  return {
    bytes: bencode({ info, 'created by': 'tests', ...(webSeed !== undefined && { 'url-list': webSeed }) }),
    infoHash: createHash('sha1').update(bencode(info)).digest('hex'),
  }
}

/** A .torrent of one file of so many bytes that nobody has: its pieces are made up. */
export function makeHollowTorrent(name: string, size: number): Buffer {
  const pieceLength = 1 << 20
  const pieces = randomBytes(20 * Math.ceil(size / pieceLength))
  return bencode({ info: { name, 'piece length': pieceLength, pieces, length: size } })
}

/** An info hash that no torrent has. */
export function unknownInfoHash(): string {
  return randomBytes(20).toString('hex')
}
