import type { Bytes } from '../core/brand.ts'
import type { PieceStore } from './pieceStore.ts'

/**
 * A store that is still being opened: what is asked of it waits. Every method rejects as the opening does, if it
 * fails.
 */
export class OpeningStore implements PieceStore {
  readonly #opening: Promise<PieceStore>

  constructor(opening: Promise<PieceStore>) {
    this.#opening = opening
    // Told by every call, and by whoever opens it.
    opening.catch(() => undefined)
  }

  async read(
    offset: Bytes,
    length: Bytes,
    memory?: () => Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.#opening).read(offset, length, memory)
  }

  async write(offset: Bytes, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.#opening).write(offset, bytes)
  }

  async flush(): Promise<void> {
    await (await this.#opening).flush()
  }

  async blob(offset: Bytes, length: Bytes, settled: boolean): Promise<Blob> {
    return (await this.#opening).blob(offset, length, settled)
  }

  async close(): Promise<void> {
    await (await this.#opening).close()
  }

  async destroy(): Promise<void> {
    await (await this.#opening).destroy()
  }
}
