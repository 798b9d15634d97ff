/** The engine's plain types, for components: `ui` knows the engine only through `state`. */
export type { WayOut } from '../swarm/link/wayOut.ts'
export type { FileSnapshot, PeerSnapshot, ShareSnapshot } from '../swarm/snapshot.ts'
