import type { Milliseconds } from '../../src/core/brand.ts'

/** Who is in a swarm beside the keeper, and within its reach. */
export interface Others {
  readonly seeds: number
  /** Who wants something that it lacks. */
  readonly leechers: number
  /** Who lacks something, and wants nothing of it (BEP 21). */
  readonly partialSeeds: number
}

/** Whether the keeper is in a swarm, and since when that may have to change. Times are in Unix time. */
export interface Presence {
  readonly isIn: boolean
  /** Since when somebody has lacked something; null while nobody does. */
  readonly lackingSince: Milliseconds | null
  /** Since when the keeper is there for nothing; null while it is not. */
  readonly idleSince: Milliseconds | null
}

export const ABSENT: Presence = { isIn: false, lackingSince: null, idleSince: null }

/** Whoever has all of a share gets this long to serve those who lack something, before the keeper comes too. */
export const PRECEDENCE: Milliseconds = 30_000
/** It leaves so long after it is needed no more: a page that is loaded again is back by then. */
export const LINGER: Milliseconds = 30_000

/**
 * When the keeper is in a swarm. While it lacks something itself: as long as others are there. Once it has all: when
 * somebody lacks something and nobody else has all of it, or has had half a minute to give it. So a share that nobody
 * asks for costs no connection and no announce.
 */
export function presenceOf(
  before: Presence,
  isComplete: boolean,
  { seeds, leechers, partialSeeds }: Others,
  now: Milliseconds,
): Presence {
  const lackingSince = leechers === 0 ? null : (before.lackingSince ?? now)
  const isNeeded = isComplete
    ? lackingSince !== null && (seeds === 0 || now - lackingSince >= PRECEDENCE)
    : seeds + leechers + partialSeeds > 0
  if (isNeeded) return { isIn: true, lackingSince, idleSince: null }
  if (!before.isIn) return { isIn: false, lackingSince, idleSince: null }
  const idleSince = before.idleSince ?? now
  const stays = now - idleSince < LINGER
  return { isIn: stays, lackingSince, idleSince: stays ? idleSince : null }
}
