import type { PieceRun } from './progress.ts'

/**
 * The runs of pieces from piece `start` on, and those before it.
 *
 * Everyone fetches in order (webtorrent's other order, rarest first, stalls for half a minute at the end of a
 * share of thousands of pieces); beginning each at a place of its own lets leechers have pieces for each other.
 */
export function splitAt(runs: readonly PieceRun[], start: number): { first: PieceRun[]; then: PieceRun[] } {
  const first: PieceRun[] = []
  const then: PieceRun[] = []
  for (const { from, to } of runs) {
    if (to >= start) first.push({ from: Math.max(from, start), to })
    if (from < start) then.push({ from, to: Math.min(to, start - 1) })
  }
  return { first, then }
}
