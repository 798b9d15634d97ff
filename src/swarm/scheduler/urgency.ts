import type { Milliseconds } from '../../core/brand.ts'
import type { PieceRange } from '../../torrent/pieces.ts'

/** Pieces of a range looked at for one request: those behind them are not due yet. */
const AHEAD = 64

/** Most ranges kept: each is what somebody watches or saves. */
const MOST_RANGES = 64

/** What is watched or saved: ranges of pieces needed in order, the sooner due the sooner asked for. */
export class Urgency {
  #ranges: { from: number; to: number; deadline: Milliseconds }[] = []

  /** @param deadline when the first piece of it is needed; null: it is not needed any more */
  want({ from, to }: PieceRange, deadline: Milliseconds | null): void {
    this.#ranges = this.#ranges.filter((range) => range.from !== from || range.to !== to)
    if (deadline !== null) this.#ranges.push({ from, to, deadline })
    this.#ranges.sort((left, right) => left.deadline - right.deadline)
    this.#ranges.length = Math.min(this.#ranges.length, MOST_RANGES)
  }

  get idle(): boolean {
    return this.#ranges.length === 0
  }

  /** The missing pieces of the ranges, in the order they are needed. */
  *pieces(isMissing: (piece: number) => boolean): Generator<{ piece: number; deadline: Milliseconds }> {
    for (const range of this.#ranges) {
      let seen = 0
      for (let piece = range.from; piece <= range.to && seen < AHEAD; piece++) {
        if (!isMissing(piece)) continue
        seen++
        yield { piece, deadline: range.deadline }
      }
    }
  }
}
