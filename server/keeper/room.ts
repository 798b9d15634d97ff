import type { Bytes, Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { KeptShare } from '../store/keptShares.ts'

/**
 * Which shares have to go so that one of `size` bytes fits beside the rest: those that were wanted longest ago, and
 * never one that is promised to a member. Null when it does not fit all the same. Whatever is to be kept counts with
 * all of its size, however much of it is here.
 */
export function roomFor(
  wanted: { readonly infoHash: InfoHash; readonly size: Bytes },
  shares: readonly KeptShare[],
  space: Bytes,
): readonly InfoHash[] | null {
  const others = shares.filter(({ infoHash }) => infoHash !== wanted.infoHash)
  let excess = spaceTaken(others) + wanted.size - space
  if (excess <= 0) return []
  const evicted: InfoHash[] = []
  const loose = others.filter((share) => takes(share) > 0 && !isPromisedToMember(share))
  for (const share of loose.sort((one, other) => one.wantedAt - other.wantedAt)) {
    evicted.push(share.infoHash)
    excess -= takes(share)
    if (excess <= 0) return evicted
  }
  return null
}

export function spaceTaken(shares: readonly KeptShare[]): Bytes {
  return shares.reduce((sum, share) => sum + takes(share), 0)
}

/** What is kept for those of whom `isTheirs` says so. */
export function keptFor(
  shares: readonly KeptShare[],
  isTheirs: (share: KeptShare) => boolean,
): { readonly count: number; readonly bytes: Bytes } {
  const theirs = shares.filter((share) => share.state !== 'failed' && isTheirs(share))
  return { count: theirs.length, bytes: spaceTaken(theirs) }
}

/** Until when a share is kept, in Unix time; null when it is not. */
export function keptUntil({ state, promises }: KeptShare): Milliseconds | null {
  if (state === 'failed' || promises.length === 0) return null
  return Math.max(...promises.map(({ until }) => until))
}

function isPromisedToMember({ promises }: KeptShare): boolean {
  return promises.some(({ member }) => member !== null)
}

function takes({ state, size }: KeptShare): Bytes {
  return state === 'failed' ? 0 : (size ?? 0)
}
