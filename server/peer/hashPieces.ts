import { FileUnreadable, type HashPieces } from '../../src/storage/hashing/hashPieces.ts'
import { hashRun } from '../../src/storage/hashing/hashRun.ts'
import { UnreadableFile } from '../../src/storage/hashing/pieceReader.ts'
import { pieceCount } from '../../src/torrent/pieces.ts'

/** Hashes in this thread: Node reads and digests on others by itself. */
export const hashPieces: HashPieces = async (files, { pieceLength, signal, progress }) => {
  const size = files.reduce((sum, file) => sum + file.size, 0)
  let done = 0
  const told = (length: number) => {
    signal.throwIfAborted()
    done += length
    progress(done)
  }
  try {
    return await hashRun({ files, pieceLength }, 0, pieceCount(size, pieceLength), told)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new FileUnreadable(error.file, error.cause)
    throw error
  }
}
