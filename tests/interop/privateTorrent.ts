import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import bencode from 'bencode'
import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'

const PIECE_LENGTH = 16_384

/** A torrent of one file for members alone (BEP 27), with tracker addresses of one member in it. */
export interface PrivateTorrent {
  readonly infoHash: InfoHash
  readonly name: string
  /** Writes the .torrent file with these announce addresses, the first to be asked first, and returns its path. */
  write(folder: string, ...announce: readonly string[]): string
}

export function privateTorrent(name: string, content: Uint8Array): PrivateTorrent {
  return torrentOf(name, content, true)
}

/** The same for everybody, if it is not private. */
export function torrentOf(name: string, content: Uint8Array, isPrivate: boolean): PrivateTorrent {
  const pieces: Buffer[] = []
  for (let from = 0; from < content.length; from += PIECE_LENGTH) {
    pieces.push(
      createHash('sha1')
        .update(content.subarray(from, from + PIECE_LENGTH))
        .digest(),
    )
  }
  const info = {
    length: content.length,
    name,
    'piece length': PIECE_LENGTH,
    pieces: Buffer.concat(pieces),
    ...(isPrivate && { private: 1 }),
  }
  const digest = createHash('sha1').update(bencode.encode(info)).digest('hex')
  const infoHash = parseInfoHash(digest)
  if (!infoHash) throw new Error('No info hash')
  return {
    infoHash,
    name,
    write(folder, ...announce) {
      const path = join(folder, `${name}.torrent`)
      const tiers = announce.map((address) => [address])
      const named = announce.length > 0 && { announce: announce[0], 'announce-list': tiers }
      writeFileSync(path, bencode.encode({ ...named, info }))
      return path
    },
  }
}
