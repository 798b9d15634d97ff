import type { InfoHash } from '../../src/core/infoHash.ts'
import type { NodeId } from './nodeId.ts'

/** What stands in the table of one node's part of a swarm. */
export interface TableCounts {
  readonly seeds: number
  readonly leechers: number
  readonly downloaders: number
  readonly downloaded: number
}

/** What carries it to the other nodes and to the table that they share. Nothing of it throws or calls back at once. */
export interface Outlet {
  /** Goes with all else of this turn; lost where the other node is. */
  tell(node: NodeId, line: string): void
  /** Writes what this node has of a swarm, and asks who else has it: `Replica.entered` is told. */
  enter(infoHash: InfoHash, counts: TableCounts): void
  write(infoHash: InfoHash, counts: TableCounts): void
  leave(infoHash: InfoHash): void
}

/** Of two nodes together. */
export function summed(sum: TableCounts, one: TableCounts): TableCounts {
  return {
    seeds: sum.seeds + one.seeds,
    leechers: sum.leechers + one.leechers,
    downloaders: sum.downloaders + one.downloaders,
    // Each node knows of all of them.
    downloaded: Math.max(sum.downloaded, one.downloaded),
  }
}
