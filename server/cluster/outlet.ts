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
  /** Writes what this node has of a swarm, and asks who else has it: `Replica.entered` is told, or `failed`. */
  enter(infoHash: InfoHash, counts: TableCounts): void
  write(infoHash: InfoHash, counts: TableCounts): void
  leave(infoHash: InfoHash): void
}

/** Of all these nodes together. */
export function summed(counts: Iterable<TableCounts>): TableCounts {
  let [seeds, leechers, downloaders, downloaded] = [0, 0, 0, 0]
  for (const one of counts) {
    seeds += one.seeds
    leechers += one.leechers
    downloaders += one.downloaders
    // Each node knows of all of them.
    downloaded = Math.max(downloaded, one.downloaded)
  }
  return { seeds, leechers, downloaders, downloaded }
}
