import type { Milliseconds } from '../../core/brand.ts'
import type { DiscoveryStatus } from '../discovery/discoveryStatus.ts'

/** How long an origin is asked for no more than the beginning, because others may have the rest. */
const TRACKER_PATIENCE: Milliseconds = 1500
const LINK_PATIENCE: Milliseconds = 6000

/**
 * Whether others are known, or about to be, and the first connection may come at any moment.
 *
 * @param age for how long it has been looked for others
 */
export function isJoining(discovery: DiscoveryStatus | null, age: Milliseconds): boolean {
  if (!discovery || discovery.heldUntil !== null) return false
  if (!discovery.swarm) return age < TRACKER_PATIENCE
  return discovery.swarm.seeds + discovery.swarm.leechers > 1 && age < LINK_PATIENCE
}
