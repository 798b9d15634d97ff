import type { PeerKey } from './commands.ts'

/**
 * Pieces that came wrong and were not got right since; who makes more of them is found out all the same. The bytes
 * of each are kept as well (see `pieceAssembly.ts`), up to 16 MiB.
 */
export const MOST_SUSPECTS = 4

/**
 * Who sent what is false. A piece that one peer sent whole and whose hash is wrong convicts it. One that came
 * from several is fetched again from one alone; when that is right, the blocks that differ tell who lied. That is
 * told of the first try, whoever makes the second wrong as well: whoever keeps its bytes has to keep to that.
 */
export class Blame {
  /** Who sent each block of a piece when it first came wrong. */
  readonly #suspects = new Map<number, readonly PeerKey[]>()

  /** Whether the piece has come wrong. */
  isSuspect(piece: number): boolean {
    return this.#suspects.has(piece)
  }

  /** A piece's hash is wrong. Answers who is convicted by it. */
  failed(piece: number, senders: readonly PeerKey[]): readonly PeerKey[] {
    if (!this.#suspects.has(piece) && this.#suspects.size < MOST_SUSPECTS) this.#suspects.set(piece, senders)
    const all = [...new Set(senders)]
    return all.length === 1 ? all : []
  }

  /** A piece's hash is right; `wrong` are the blocks of its first try that were not. */
  verified(piece: number, wrong: readonly number[]): readonly PeerKey[] {
    const senders = this.#suspects.get(piece)
    this.#suspects.delete(piece)
    return [...new Set(wrong.flatMap((index) => senders?.[index] ?? []))]
  }
}
