import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { makeMetainfo, type Metainfo } from '../../src/torrent/metainfo.ts'
import { choosePieceLength, DIGEST_LENGTH, lengthOfPiece, pieceCount } from '../../src/torrent/pieces.ts'

/** A file as it was when it was looked at: should either differ later, it is another file. */
export interface FileState {
  readonly size: number
  /** Milliseconds since 1970, with fractions where the disk has them. */
  readonly modifiedAt: number
}

/** What hashing a file comes to. */
export type Hashed = Pick<Metainfo, 'infoHash' | 'info'>

/** The file was changed while it was read. */
export class FileChanged extends Error {}

/**
 * Reads a file once and makes it a torrent of one file (BEP 3), with the pieces that the page would choose. Holds one
 * piece in memory. Rejects with {@link FileChanged}, as the disk does, or with the signal's reason.
 */
export async function hashFile(path: string, { size }: FileState, signal: AbortSignal): Promise<Hashed> {
  const pieceLength = choosePieceLength(size)
  const buffer = Buffer.alloc(pieceLength)
  const count = pieceCount(size, pieceLength)
  const pieces = Buffer.alloc(count * DIGEST_LENGTH)
  const file = await open(path)
  try {
    for (let piece = 0; piece < count; piece++) {
      signal.throwIfAborted()
      const length = lengthOfPiece(piece, size, pieceLength)
      const { bytesRead } = await file.read(buffer, 0, length, piece * pieceLength)
      if (bytesRead !== length) throw new FileChanged('The file has become shorter.')
      const digest = createHash('sha1').update(buffer.subarray(0, length)).digest()
      pieces.set(digest, piece * DIGEST_LENGTH)
    }
  } finally {
    await file.close()
  }
  const name = basename(path)
  const { infoHash, info } = await makeMetainfo({
    name,
    pieceLength,
    pieces,
    files: [{ path: [name], length: size }],
    single: true,
  })
  return { infoHash, info }
}
