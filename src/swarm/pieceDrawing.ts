import type { PieceTable } from './scheduler/pieceTable.ts'
import type { PieceMap } from './snapshot.ts'

export const MISSING = 0
export const IN_FLIGHT = 1
export const HERE = 2

/** The pieces of a share as the page draws them: read off the ledger whenever that has changed. */
export class PieceDrawing {
  readonly pieces: PieceTable
  readonly #status: Uint8Array
  readonly #availability: Uint8Array
  #version = 0
  #drawnAt = -1

  constructor(pieces: PieceTable) {
    this.pieces = pieces
    this.#status = new Uint8Array(pieces.geometry.pieceCount)
    this.#availability = new Uint8Array(pieces.geometry.pieceCount)
  }

  /** A new object each time, over the same arrays: who watches snapshots compares them by identity. */
  map(): PieceMap {
    if (this.#drawnAt !== this.pieces.changes) this.#draw()
    const { pieceCount: count, pieceLength } = this.pieces.geometry
    const [status, availability, version] = [this.#status, this.#availability, this.#version]
    return { count, pieceLength, status, availability, version }
  }

  #draw(): void {
    const { changes, here, active, checking } = this.pieces
    this.#drawnAt = changes
    const holders = this.pieces.holders()
    let changed = false
    for (let piece = 0; piece < this.#status.length; piece++) {
      const isComing = active.get(piece)?.isAsked === true || checking.has(piece)
      const status = here.has(piece) ? HERE : isComing ? IN_FLIGHT : MISSING
      const availability = Math.min(255, holders(piece))
      changed ||= status !== this.#status[piece] || availability !== this.#availability[piece]
      this.#status[piece] = status
      this.#availability[piece] = availability
    }
    if (changed) this.#version++
  }
}
