import type { Query } from './postgres.ts'

/**
 * Has PostgreSQL decide something, in a transaction of its own, and settles once this node's copy has what came of it.
 * Rejects with `StoreAway` when PostgreSQL cannot be asked.
 */
export type Decide = <Result>(work: (query: Query) => Promise<Result>) => Promise<Result>
