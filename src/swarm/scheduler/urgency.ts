import type { Milliseconds } from '../../core/brand.ts'
import type { PieceRange } from '../../torrent/pieces.ts'

/** Pieces of a run looked at for one request: those behind them are not due yet. */
const AHEAD = 64

/** Most runs kept: each is what somebody watches or saves. */
const MOST_RUNS = 64

/** What is watched or saved: runs of pieces needed in order, the sooner due the sooner asked for. */
export class Urgency {
  #runs: { from: number; to: number; deadline: Milliseconds }[] = []

  /** @param deadline when the first piece of it is needed; null: it is not needed any more */
  want({ from, to }: PieceRange, deadline: Milliseconds | null): void {
    this.#runs = this.#runs.filter((run) => run.from !== from || run.to !== to)
    if (deadline !== null) this.#runs.push({ from, to, deadline })
    this.#runs.sort((left, right) => left.deadline - right.deadline)
    this.#runs.length = Math.min(this.#runs.length, MOST_RUNS)
  }

  get idle(): boolean {
    return this.#runs.length === 0
  }

  /** The missing pieces of the runs, in the order they are needed. */
  *pieces(isMissing: (piece: number) => boolean): Generator<{ piece: number; deadline: Milliseconds }> {
    for (const run of this.#runs) {
      let seen = 0
      for (let piece = run.from; piece <= run.to && seen < AHEAD; piece++) {
        if (!isMissing(piece)) continue
        seen++
        yield { piece, deadline: run.deadline }
      }
    }
  }
}
