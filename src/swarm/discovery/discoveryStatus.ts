import type { WayOut } from '../link/wayOut.ts'
import type { Announcer } from './announcer.ts'
import type { TrackerStatus } from './trackerConnection.ts'

/** How many there are in a swarm. */
export interface Population {
  readonly seeds: number
  readonly leechers: number
}

/** What became of this page's own tries to connect to others, since it joined the swarm. */
export interface Attempts {
  /** Offers that trackers were given to hand to others. */
  readonly offered: number
  /** Those that were answered. */
  readonly answered: number
  /** Where the last one that came to nothing has ended: no path was found (ICE), or nobody spoke at its end (DTLS). */
  readonly lastFailure: 'path' | 'handshake' | null
}

/** What the page can be told about finding peers. */
export interface DiscoveryStatus {
  readonly trackers: readonly TrackerStatus[]
  /** What a tracker refused us with, if all that answered did. */
  readonly refusal: string | null
  /** Whether a tracker serves members alone and this page is none, and none that answered did any better. */
  readonly excluded: boolean
  /** Counts of the most populous tracker, this page included; null before any reply. */
  readonly swarm: Population | null
  readonly connecting: number
  readonly open: number
  /** Links that failed since the last one that opened. */
  readonly failed: number
  readonly attempts: Attempts
  /** How many people have to be there before it connects to any; null once they are. */
  readonly heldUntil: number | null
  /** How far this page gets by itself. */
  readonly wayOut: WayOut
}

/** What the trackers tell. */
export function statusOfTrackers(
  announcers: readonly Announcer[],
): Pick<DiscoveryStatus, 'trackers' | 'refusal' | 'excluded' | 'swarm'> {
  const swarm = mostPopulous(announcers)
  const [refusal = null] = announcers.flatMap((announcer) => announcer.refusal ?? [])
  return {
    trackers: announcers.map(({ status }) => status),
    refusal: swarm ? null : refusal,
    excluded: !swarm && announcers.some(({ isExcluded }) => isExcluded),
    swarm,
  }
}

/** Counts of the most populous tracker; null before any reply. */
export function mostPopulous(
  announcers: readonly { readonly swarm: Population | null }[],
): Population | null {
  const sizeOf = ({ seeds, leechers }: Population) => seeds + leechers
  return announcers
    .flatMap(({ swarm }) => swarm ?? [])
    .reduce<Population | null>((most, swarm) => (most && sizeOf(most) >= sizeOf(swarm) ? most : swarm), null)
}

/** All that were made, by whichever way. */
export function attemptsOf(
  ways: readonly Pick<Attempts, 'offered' | 'answered'>[],
): Pick<Attempts, 'offered' | 'answered'> {
  const sum = (of: 'offered' | 'answered') => ways.reduce((total, way) => total + way[of], 0)
  return { offered: sum('offered'), answered: sum('answered') }
}
