import type { Bytes } from './brand.ts'

/** A stretch of a file, 0…1 of its bytes. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Drawn at most: beyond it nobody tells them apart on a line a thousand pixels long. */
const MOST = 400

/**
 * The stretches of a file that have arrived.
 *
 * @param start of the file in the share
 * @param isHere whether a piece of the share has arrived
 */
export function arrivedStretches(
  start: Bytes,
  length: Bytes,
  pieceLength: Bytes,
  isHere: (piece: number) => boolean,
): Stretch[] {
  const stretches: { from: number; to: number }[] = []
  const last = Math.floor((start + length - 1) / pieceLength)
  for (let piece = Math.floor(start / pieceLength); piece <= last && length > 0; piece++) {
    if (!isHere(piece)) continue
    const from = Math.max(0, (piece * pieceLength - start) / length)
    const to = Math.min(1, ((piece + 1) * pieceLength - start) / length)
    const before = stretches.at(-1)
    if (before && from - before.to < 1 / MOST) before.to = to
    else stretches.push({ from, to })
  }
  return stretches
}
