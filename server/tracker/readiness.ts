import type { InfoHash } from '../../src/core/infoHash.ts'

/** Knows what other nodes of a cluster have, before a request is answered. */
export interface Readiness {
  /** Does `work`, which may join a swarm, once what others have of it is known: at once, mostly. */
  joining<Result>(infoHash: InfoHash, work: () => Result): Result | Promise<Result>
  /** Does `work`, which counts peers, once those of swarms that this node does not have are known. */
  counting<Result>(infoHashes: readonly InfoHash[], work: () => Result): Result | Promise<Result>
}

/** One node that knows all there is. */
export const ALONE: Readiness = {
  joining: (_infoHash, work) => work(),
  counting: (_infoHashes, work) => work(),
}
