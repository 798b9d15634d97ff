import type { InfoHash } from '../../src/core/infoHash.ts'
import type { Log } from '../log.ts'
import type { NodeId } from './nodeId.ts'
import type { Outlet, TableCounts } from './outlet.ts'

/** What a link tells of. */
export interface LinkEvents {
  up(): void
  down(): void
  /** The table has lost what it had, although the link held. */
  emptied(): void
  received(from: NodeId, sequence: number, lines: string): void
  /** The fields of a line for all nodes. */
  announced(from: NodeId, fields: readonly string[]): void
  entered(infoHash: InfoHash, nodes: readonly NodeId[]): void
  /** What was to be written of a swarm, or read of it, was not. */
  failed(infoHash: InfoHash): void
  gone(id: NodeId): void
}

export interface LinkOptions {
  readonly id: NodeId
  /** What the other nodes are told of this one now and then: one field. */
  readonly figures: () => string
  readonly log: Log
  readonly events: LinkEvents
}

/** This node's way to the others, and to the table that all of them share. */
export interface Link extends Outlet {
  readonly isUp: boolean
  /** This one among them. */
  readonly nodeCount: number
  tellAll(...fields: readonly string[]): void
  /** What all nodes together have of a swarm; null when that cannot be known. */
  counts(infoHash: InfoHash): Promise<TableCounts | null>
  /** The secret that all nodes have: the first that one of them has offered. */
  secret(mine: string): Promise<string>
  /** To be called ten times a second or so. */
  tick(): void
  stop(): Promise<void>
}

export type CreateLink = (options: LinkOptions) => Link
