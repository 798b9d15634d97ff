import type { PieceRun } from './progress.ts'

/**
 * The same runs of pieces, begun at piece `start` and with what lies before it at the end.
 *
 * Everyone fetches in order (webtorrent's other order, rarest first, stalls for half a minute at the end of a
 * share of thousands of pieces); beginning each at a place of its own lets leechers have pieces for each other.
 */
export function rotate(runs: readonly PieceRun[], start: number): PieceRun[] {
  const after: PieceRun[] = []
  const before: PieceRun[] = []
  for (const { from, to } of runs) {
    if (from >= start) after.push({ from, to })
    else if (to < start) before.push({ from, to })
    else {
      after.push({ from: start, to })
      before.push({ from, to: start - 1 })
    }
  }
  return [...after, ...before]
}
