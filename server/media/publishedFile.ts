import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import { choosePieceLength, lengthOfPiece, pieceCount } from '../../src/torrent/pieces.ts'
import { bencode, utf8Bytes, type Bencodable } from '../tracker/bencode.ts'

/** A file as it was when it was looked at: should either differ later, it is another file. */
export interface FileState {
  readonly size: number
  /** Milliseconds since 1970, with fractions where the disk has them. */
  readonly modifiedAt: number
}

/** What hashing a file comes to. */
export interface Hashed {
  readonly infoHash: InfoHash
  /** The bencoded info dictionary (BEP 3). */
  readonly info: Buffer
}

/** The file was changed while it was read. */
export class FileChanged extends Error {}

/**
 * Reads a file once and makes it a torrent of one file (BEP 3), with the pieces that the page would choose. Holds one
 * piece in memory. Rejects with {@link FileChanged}, as the disk does, or with the signal's reason.
 */
export async function hashFile(path: string, { size }: FileState, signal: AbortSignal): Promise<Hashed> {
  const pieceLength = choosePieceLength(size)
  const buffer = Buffer.alloc(pieceLength)
  let digests = ''
  const file = await open(path)
  try {
    for (let piece = 0; piece < pieceCount(size, pieceLength); piece++) {
      signal.throwIfAborted()
      const length = lengthOfPiece(piece, size, pieceLength)
      const { bytesRead } = await file.read(buffer, 0, length, piece * pieceLength)
      if (bytesRead !== length) throw new FileChanged('The file has become shorter.')
      digests += createHash('sha1').update(buffer.subarray(0, length)).digest('binary')
    }
  } finally {
    await file.close()
  }
  const info = {
    length: size,
    name: utf8Bytes(basename(path)),
    'piece length': pieceLength,
    pieces: digests,
  }
  const bytes = Buffer.from(bencode(info), 'latin1')
  const infoHash = parseInfoHash(createHash('sha1').update(bytes).digest('hex'))
  if (!infoHash) throw new Error('A SHA-1 digest is always an info hash.')
  return { infoHash, info: bytes }
}

/** The .torrent file of a hashed file: with the tracker, and its own web seed (BEP 19). */
export function torrentFileOf(info: Buffer, tracker: string, webSeed: string): Buffer {
  const around = (key: string, value: Bencodable): string => `${bencode(key)}${bencode(value)}`
  // In the order of the keys; the info dictionary as it was hashed.
  const file = `d${around('announce', tracker)}${bencode('info')}${info.toString('latin1')}${around('url-list', webSeed)}e`
  return Buffer.from(file, 'latin1')
}
