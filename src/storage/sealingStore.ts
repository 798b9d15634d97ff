import type { Bytes } from '../core/brand.ts'
import { sealedParts, sealRun, type Seal } from '../seal/seal.ts'
import { RECORD, RECORD_CONTENT } from '../seal/sizes.ts'
import { FileStore } from './fileStore.ts'
import type { PieceStore } from './pieceStore.ts'

/**
 * A sealed share that is made of the user's own files whenever it is read: no copy of it is kept. What reads it in
 * anything but whole records has more sealed than it needs.
 */
export class SealingStore implements PieceStore {
  readonly #seal: Seal
  readonly #plain: FileStore
  readonly #size: Bytes

  constructor(files: readonly Blob[], seal: Seal) {
    const parts = sealedParts(seal, files)
    this.#seal = seal
    this.#plain = new FileStore(parts)
    this.#size = parts.reduce((sum, { size }) => sum + size, 0)
  }

  async read(offset: Bytes, length: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    const first = Math.floor(offset / RECORD)
    const records = Math.ceil((offset + length) / RECORD) - first
    const from = Math.min(first * RECORD_CONTENT, this.#size)
    const to = Math.min((first + records) * RECORD_CONTENT, this.#size)
    const plain = to > from ? await this.#plain.read(from, to - from) : new Uint8Array()
    const sealed = await sealRun(this.#seal, { first, records }, plain)
    // Whole records, as pieces are: what comes out needs no copy.
    if (sealed.length === length) return sealed
    return sealed.slice(offset - first * RECORD, offset - first * RECORD + length)
  }

  write(): Promise<never> {
    return this.#plain.write()
  }

  flush(): Promise<void> {
    return this.#plain.flush()
  }

  async blob(offset: Bytes, length: Bytes): Promise<Blob> {
    return new Blob([await this.read(offset, length)])
  }

  close(): Promise<void> {
    return this.#plain.close()
  }

  destroy(): Promise<void> {
    return this.#plain.destroy()
  }
}
