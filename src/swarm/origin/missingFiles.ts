import type { Milliseconds } from '../../core/brand.ts'
import type { FileLayout } from '../../torrent/fileLayout.ts'

/** After that a file is asked for again: somebody may have put it there. */
const PATIENCE: Milliseconds = 300_000

/** The files of a share that a web server does not have, while it has others: no reason to do without those. */
export class MissingFiles {
  readonly #layout: FileLayout
  readonly #pieceLength: number
  readonly #now: () => Milliseconds
  /** Until when each is taken to be missing. */
  readonly #until = new Map<number, Milliseconds>()
  /** Until when each of the pieces that they are in is of no use; the last file in a piece was asked for last. */
  readonly #pieces = new Map<number, Milliseconds>()

  constructor(layout: FileLayout, pieceLength: number, now: () => Milliseconds) {
    this.#layout = layout
    this.#pieceLength = pieceLength
    this.#now = now
  }

  /** False when nothing is left that the server might have: then it is the server that is of no use. */
  add(file: number): boolean {
    const until = this.#now() + PATIENCE
    this.#until.set(file, until)
    if (!this.#mayHaveAny()) {
      this.#until.clear()
      this.#pieces.clear()
      return false
    }
    const pieces = this.#layout.piecesOf(file, this.#pieceLength)
    for (let piece = pieces?.from ?? 0; pieces && piece <= pieces.to; piece++) this.#pieces.set(piece, until)
    return true
  }

  /** Whether some of the piece is in one of them. */
  touch(piece: number): boolean {
    const until = this.#pieces.get(piece)
    return until !== undefined && this.#now() < until
  }

  #mayHaveAny(): boolean {
    for (let file = 0; file < this.#layout.count; file++) {
      if (this.#layout.length(file) > 0 && !(this.#now() < (this.#until.get(file) ?? 0))) return true
    }
    return false
  }
}
