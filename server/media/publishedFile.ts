import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { InfoHash } from '../../src/core/infoHash.ts'
import { makeMetainfo, type Metainfo } from '../../src/torrent/metainfo.ts'
import { choosePieceLength, DIGEST_LENGTH, pieceCount } from '../../src/torrent/pieces.ts'

/** A file as it was when it was looked at: should either differ later, it is another file. */
export interface FileState {
  readonly size: number
  /** Milliseconds since 1970, with fractions where the disk has them. */
  readonly modifiedAt: number
}

/** A file that is published, by itself or as a part of a film. */
export interface PublishedFile extends FileState {
  readonly infoHash: InfoHash
  /** On this machine. */
  readonly place: string
}

/** What hashing a file comes to. */
export type Hashed = Pick<Metainfo, 'infoHash' | 'info'>

/** The file was changed while it was read. */
export class FileChanged extends Error {}

/** A file to be hashed: where it lies, and its path in the torrent, the torrent's name left out. */
export interface HashedFile extends FileState {
  readonly place: string
  readonly path: readonly string[]
}

/**
 * Reads files once and makes them a torrent (BEP 3), with the pieces that the page would choose: of one file by itself,
 * or of several in a folder of that name. Holds one piece in memory. Rejects with {@link FileChanged}, as the disk does,
 * or with the signal's reason.
 */
export async function hashFiles(
  name: string,
  files: readonly HashedFile[],
  single: boolean,
  signal: AbortSignal,
): Promise<Hashed> {
  const size = files.reduce((sum, file) => sum + file.size, 0)
  const pieceLength = choosePieceLength(size)
  const pieces = Buffer.alloc(pieceCount(size, pieceLength) * DIGEST_LENGTH)
  const buffer = Buffer.alloc(Math.min(pieceLength, size))
  let filled = 0
  let piece = 0
  const finish = () => {
    const digest = createHash('sha1').update(buffer.subarray(0, filled)).digest()
    pieces.set(digest, piece * DIGEST_LENGTH)
    piece += 1
    filled = 0
  }
  for (const { place, size: length } of files) {
    const file = await open(place)
    try {
      for (let at = 0; at < length;) {
        signal.throwIfAborted()
        const part = Math.min(buffer.length - filled, length - at)
        const { bytesRead } = await file.read(buffer, filled, part, at)
        if (bytesRead !== part) throw new FileChanged('The file has become shorter.')
        at += part
        filled += part
        if (filled === pieceLength) finish()
      }
    } finally {
      await file.close()
    }
  }
  if (filled > 0) finish()
  const { infoHash, info } = await makeMetainfo({
    name,
    pieceLength,
    pieces,
    files: files.map((file) => ({ path: single ? [name] : file.path, length: file.size })),
    single,
  })
  return { infoHash, info }
}
