import type { ShareSnapshot } from '../state/engineTypes.ts'

/** Those that move. */
export function movingAmong(shares: readonly ShareSnapshot[]): readonly ShareSnapshot[] {
  return shares.filter(({ state }) => state === 'hashing' || state === 'downloading')
}

/** How far all that moves is together, 0…1 of the bytes; null while nothing does. */
export function overallProgress(shares: readonly ShareSnapshot[]): number | null {
  const moving = movingAmong(shares)
  const size = moving.reduce((sum, share) => sum + share.size, 0)
  return size === 0 ? null : moving.reduce((sum, share) => sum + share.progress * share.size, 0) / size
}
