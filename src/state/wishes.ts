import type { ShareSnapshot } from '../swarm/snapshot.ts'

/** What somebody wants to be told of a share: that others are here, or that what goes on has ended. */
export type Wish = 'here' | 'done'

/** A wish, and what there was when it was made. */
export interface Wanted {
  readonly wish: Wish
  /** People who had all of it. */
  readonly complete: number
  readonly isHashing: boolean
}

type Seen = Pick<ShareSnapshot, 'mine' | 'peers' | 'progress' | 'state' | 'situation'>

/** What there is to wait for at the moment; null for nothing. */
export function wishFor(share: Seen): Wish | null {
  switch (share.state) {
    case 'fetching':
      // It's an invitation that is missing, and not people.
      return share.situation.kind === 'members-only' ? null : 'here'
    case 'waiting':
      return share.peers.length > 0 ? 'done' : 'here'
    case 'hashing':
    case 'downloading':
      return 'done'
    case 'seeding':
      if (!share.mine) return null
      if (share.peers.length === 0) return 'here'
      // Of those who have it nothing more is to be told.
      return share.peers.some(({ progress }) => progress < 1) ? 'done' : null
    default:
      return null
  }
}

export function wanted(wish: Wish, share: Seen): Wanted {
  return { wish, complete: completeOf(share), isHashing: share.state === 'hashing' }
}

export function isMet({ wish, complete, isHashing }: Wanted, share: Seen): boolean {
  if (share.state === 'failed') return true
  if (!share.mine) {
    const until = wish === 'here' ? ['ready', 'downloading', 'seeding'] : ['seeding']
    return until.includes(share.state)
  }
  if (share.state !== 'seeding') return false
  if (wish === 'here') return share.peers.length > 0
  return isHashing || completeOf(share) > complete
}

function completeOf({ peers }: Seen): number {
  return peers.filter(({ progress }) => progress >= 1).length
}
