import { FileUnreadable, type HashPieces } from '../../src/storage/hashing/hashPieces.ts'
import { UnreadableFile } from '../../src/storage/hashing/pieceReader.ts'
import { piecesOf, RunHasher } from '../../src/storage/hashing/runHasher.ts'

/** Hashes in this thread: Node reads and digests on others by itself. */
export const hashPieces: HashPieces = async (files, { pieceLength, seal = null, signal, progress }) => {
  let done = 0
  const told = (length: number) => {
    signal.throwIfAborted()
    done += length
    progress(done)
  }
  try {
    const hashed = { files, pieceLength, seal }
    return await new RunHasher(hashed).run(0, piecesOf(hashed), told)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new FileUnreadable(error.file, error.cause)
    throw error
  }
}
