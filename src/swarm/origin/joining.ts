import type { Milliseconds } from '../../core/brand.ts'
import type { DiscoveryStatus } from '../discovery/discoveryStatus.ts'

type Looked = Pick<DiscoveryStatus, 'swarm' | 'heldUntil'>

/** How long an origin is asked for no more than the beginning, because others may have the rest. */
const TRACKER_PATIENCE: Milliseconds = 1500
/** On a machine that is busy with several films it takes ten seconds until one is connected. */
const LINK_PATIENCE: Milliseconds = 20_000
/** Who is connected tells in a moment what they have. */
const TELLING: Milliseconds = 2000

/**
 * Whether others are known, or about to be, and the first connection may come at any moment.
 *
 * @param age for how long it has been looked for others
 */
export function isJoining(discovery: Looked | null, age: Milliseconds): boolean {
  if (!discovery || discovery.heldUntil !== null) return false
  if (!discovery.swarm) return age < TRACKER_PATIENCE
  return discovery.swarm.seeds + discovery.swarm.leechers > 1 && age < LINK_PATIENCE
}

/**
 * For how long others have been awaited whose pieces would make it needless to ask an origin; null where nobody is.
 * Whoever has just been connected may have all of it: asked at that moment, an origin would send the next half
 * minute to each of them.
 *
 * @param heard how many of those who are connected have told what they have
 */
export function joiningFor(
  discovery: Looked | null,
  {
    connected,
    heard,
    age,
  }: { readonly connected: number; readonly heard: number; readonly age: Milliseconds },
): Milliseconds | null {
  if (heard > 0) return null
  if (connected > 0) return Math.min(age, TELLING)
  return isJoining(discovery, age) ? age : null
}
