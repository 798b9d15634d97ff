/** The engine's plain types, for components: `ui` knows the engine only through `state`. */
export type { FileSnapshot, PeerSnapshot, ShareSnapshot } from '../swarm/snapshot.ts'
