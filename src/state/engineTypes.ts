/** The engine's plain types, for components: `ui` knows the engine only through `state`. */
export type { Engine, LocalFile, SpaceSnapshot } from '../swarm/engineApi.ts'
export type {
  Failure,
  FileSnapshot,
  PeerSnapshot,
  PieceMap,
  RateSample,
  ShareSnapshot,
  ShareState,
  Situation,
} from '../swarm/snapshot.ts'
