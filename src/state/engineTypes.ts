/** The engine's plain types, for components: `ui` knows the engine only through `state`. */
export type { RefusalCode } from '../stream/problems.ts'
export type { OriginProblem } from '../swarm/origin/problems.ts'
export type { Failure } from '../swarm/problems.ts'
export type { MetainfoProblem } from '../torrent/problems.ts'
export type { FileSnapshot, PeerSnapshot, ShareSnapshot } from '../swarm/snapshot.ts'
export type { KeeperOffer, KeeperStatus } from '../wire/keeper.ts'
