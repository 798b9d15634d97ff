import type { Bytes } from '../../core/brand.ts'
import type { Block } from '../scheduler/geometry.ts'

/** Bytes of one request at most. */
const MOST_BYTES: Bytes = 2 * 1024 * 1024

/** Consecutive bytes of a share that are asked for by one request. */
export interface RangeRun {
  readonly from: Bytes
  readonly to: Bytes
  /** In order, without a gap. */
  readonly blocks: readonly Block[]
}

/** Puts blocks that follow one another together; the run with the block that was asked for first comes first. */
export function runsOf(blocks: Iterable<Block>, pieceLength: Bytes): RangeRun[] {
  const placed = [...blocks].map((block, rank) => ({ block, rank, from: startOf(block, pieceLength) }))
  placed.sort((left, right) => left.from - right.from)
  const runs: { from: Bytes; to: Bytes; blocks: Block[]; rank: number }[] = []
  for (const { block, rank, from } of placed) {
    const last = runs.at(-1)
    if (last?.to === from && last.to - last.from < MOST_BYTES) {
      last.blocks.push(block)
      last.to += block.length
      last.rank = Math.min(last.rank, rank)
    } else runs.push({ from, to: from + block.length, blocks: [block], rank })
  }
  return runs.sort((left, right) => left.rank - right.rank)
}

/** Where the block begins in the share. */
export function startOf({ piece, offset }: Block, pieceLength: Bytes): Bytes {
  return piece * pieceLength + offset
}
