import { open, type FileHandle } from 'node:fs/promises'
import type { FileState } from './publishedFile.ts'

/** The file is not there any more, or not as it was. */
export class FileGone extends Error {}

/** Files that are open at a time, whoever asks for them. */
export const MOST_OPEN = 64

/**
 * Reads parts of files. Each is opened for the time of one read, when its turn comes: how slowly the part is sent
 * afterwards costs no open file.
 */
export class FileReader {
  readonly #waiting: (() => void)[] = []
  #open = 0

  /** Rejects with {@link FileGone}, or as the disk does. */
  async check(place: string, state: FileState): Promise<void> {
    await this.#with(place, state, () => Promise.resolve())
  }

  /** Rejects with {@link FileGone}, or as the disk does. */
  async read(place: string, state: FileState, from: number, length: number): Promise<Buffer> {
    return this.#with(place, state, async (file) => {
      const bytes = Buffer.allocUnsafeSlow(length)
      const { bytesRead } = await file.read(bytes, 0, length, from)
      if (bytesRead !== length) throw new FileGone('The file has become shorter.')
      return bytes
    })
  }

  async #with<Result>(
    place: string,
    { size, modifiedAt }: FileState,
    work: (file: FileHandle) => Promise<Result>,
  ): Promise<Result> {
    if (this.#open >= MOST_OPEN) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#open += 1
    try {
      const file = await open(place).catch(() => {
        throw new FileGone('The file cannot be opened.')
      })
      try {
        const found = await file.stat()
        if (!found.isFile() || found.size !== size || found.mtimeMs !== modifiedAt) {
          throw new FileGone('The file has changed.')
        }
        return await work(file)
      } finally {
        await file.close()
      }
    } finally {
      // The place goes to who waits.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#open -= 1
    }
  }
}
