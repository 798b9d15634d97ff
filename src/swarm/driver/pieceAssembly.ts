import { BLOCK_LENGTH } from '../../torrent/pieces.ts'
import { MOST_SUSPECTS } from '../scheduler/blame.ts'
import type { Block } from '../scheduler/geometry.ts'
import type { TorrentStore } from '../torrentStore.ts'

/** Puts blocks together to pieces, and looks at their hashes. */
export class PieceAssembly {
  readonly #store: Pick<TorrentStore, 'memory' | 'isRight'>
  readonly #parts = new Map<number, Uint8Array<ArrayBuffer>>()
  /** Pieces as they first came wrong, to be compared with what is right: the same that `Blame` knows the senders of. */
  readonly #wrong = new Map<number, Uint8Array<ArrayBuffer>>()

  constructor(store: Pick<TorrentStore, 'memory' | 'isRight'>) {
    this.#store = store
  }

  /** Copies: what came is a part of a message that the connection is done with afterwards. */
  add({ piece, offset }: Block, bytes: Uint8Array): void {
    let part = this.#parts.get(piece)
    if (!part) {
      part = this.#store.memory(piece)
      this.#parts.set(piece, part)
    }
    part.set(bytes, offset)
  }

  /** Takes a piece whose blocks are all here: its bytes, or null when their hash is wrong. */
  async complete(piece: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const bytes = this.#parts.get(piece)
    this.#parts.delete(piece)
    if (!bytes) return null
    if (await this.#store.isRight(piece, bytes)) return bytes
    if (!this.#wrong.has(piece) && this.#wrong.size < MOST_SUSPECTS) this.#wrong.set(piece, bytes)
    return null
  }

  /** The piece is here, from elsewhere. */
  forget(piece: number): void {
    this.#wrong.delete(piece)
  }

  /** Which blocks were wrong when the piece first came, and forgets that; none when it did not. */
  compare(piece: number, right: Uint8Array): number[] {
    const wrong = this.#wrong.get(piece)
    this.#wrong.delete(piece)
    if (!wrong) return []
    const blocks = Array.from({ length: Math.ceil(right.length / BLOCK_LENGTH) }, (_, index) => index)
    return blocks.filter((index) => {
      const end = Math.min(right.length, (index + 1) * BLOCK_LENGTH)
      for (let at = index * BLOCK_LENGTH; at < end; at++) if (wrong[at] !== right[at]) return true
      return false
    })
  }
}
