import type { Milliseconds } from '../../src/core/brand.ts'
import type { PeerId } from '../../src/wire/trackerMessages.ts'
import type { TrackerLimits } from './limits.ts'
import type { Peer } from './records.ts'
import { forgetFull, TokenBucket, type Buckets } from './tokenBucket.ts'

type Limits = Pick<
  TrackerLimits,
  | 'peerIdsPerSocketPerMinute'
  | 'offersPerSocketPerMinute'
  | 'newPeersPerAddressPerMinute'
  | 'offersPerSourcePerMinute'
>

/** Peer ids of one session in one swarm that are not new when they come again: several clients may share a socket. */
const REMEMBERED_IDS = 10

/**
 * How many new peer ids and offers one socket and one address bring to one swarm. An offer costs its receiver a
 * connection that is held open for many seconds, and whoever makes it nothing.
 *
 * Who is beyond a bound of its address is no less in the swarm for it: it is counted, and gets the offers of others,
 * so that everybody behind one carrier's address finds someone; its own offers are handed on when there is room again.
 * The network null, that of this machine, has no bounds of its address.
 */
export class OfferBounds {
  readonly #limits: Limits

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** False when a session brings too many new peer ids to a swarm. */
  takesId({ bounds }: Peer, id: PeerId, now: Milliseconds): boolean {
    if (bounds.ids.includes(id)) return true
    const most = this.#limits.peerIdsPerSocketPerMinute
    if (most !== 0) {
      bounds.newIds ??= new TokenBucket(most, now)
      if (bounds.newIds.take(1, now) === 0) return false
    }
    if (bounds.ids.push(id) > REMEMBERED_IDS) bounds.ids.shift()
    bounds.isAdmitted = false
    return true
  }

  /** How many of so many offers may be handed on now. */
  offersOf(peer: Peer, count: number, now: Milliseconds): number {
    if (!this.#admits(peer, now)) return 0
    const { bounds } = peer
    const most = this.#limits.offersPerSocketPerMinute
    if (most === 0) return count
    bounds.offers ??= new TokenBucket(most, now)
    return bounds.offers.take(count, now)
  }

  /** Counts an offer to a peer; false when it has had too many from that address. */
  mayReach({ bounds }: Peer, { session }: Peer, now: Milliseconds): boolean {
    const most = this.#limits.offersPerSourcePerMinute
    if (most === 0 || session.network === null) return true
    bounds.sources ??= new Map()
    return bucketOf(bounds.sources, session.network, most, now).take(1, now) === 1
  }

  /** To be called for each peer every now and then. */
  sweep({ bounds }: Peer, now: Milliseconds): void {
    if (!bounds.sources) return
    forgetFull(bounds.sources, now)
    if (bounds.sources.size === 0) bounds.sources = null
  }

  #admits({ bounds, swarm, session }: Peer, now: Milliseconds): boolean {
    const most = this.#limits.newPeersPerAddressPerMinute
    if (most === 0 || session.network === null || bounds.isAdmitted) return true
    swarm.newcomers ??= new Map()
    bounds.isAdmitted = bucketOf(swarm.newcomers, session.network, most, now).take(1, now) === 1
    return bounds.isAdmitted
  }
}

function bucketOf(buckets: Buckets, network: string, perMinute: number, now: Milliseconds): TokenBucket {
  let bucket = buckets.get(network)
  if (!bucket) {
    bucket = new TokenBucket(perMinute, now)
    buckets.set(network, bucket)
  }
  return bucket
}
