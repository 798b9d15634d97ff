import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { PeerId } from '../../src/wire/trackerMessages.ts'
import type { PendingOffer } from './pendingOffers.ts'
import type { Session } from './session.ts'

/** One session's place in one swarm. */
export interface Peer {
  readonly session: Session
  readonly swarm: Swarm
  /** What the session called itself last. */
  peerId: PeerId
  isSeed: boolean
  /** Whether its `completed` has been counted as a download. */
  hasCompleted: boolean
  /** When the session last sent something about this swarm. */
  heardAt: Milliseconds
  /** Offers that this peer, and no other, may answer, by {@link PendingOffer.key}; null until there are some. */
  inbox: Map<string, PendingOffer> | null
  /** Its place in {@link Swarm.peers}; -1 once it has left. */
  index: number
}

/**
 * The peers of one torrent. Adding, removing and drawing a peer take the same time however many there are.
 *
 * Invariant: `peers[i].index === i`, and `complete` is the number of peers with `isSeed`.
 */
export class Swarm {
  readonly infoHash: InfoHash
  /** How often a peer became complete, for as long as the swarm exists. */
  downloaded = 0
  #peers: Peer[] = []
  #complete = 0

  constructor(infoHash: InfoHash) {
    this.infoHash = infoHash
  }

  get size(): number {
    return this.#peers.length
  }

  get complete(): number {
    return this.#complete
  }

  get incomplete(): number {
    return this.#peers.length - this.#complete
  }

  add(peer: Peer): void {
    peer.index = this.#peers.push(peer) - 1
    if (peer.isSeed) this.#complete += 1
  }

  /** Removes a member; its place goes to the last one. */
  remove(peer: Peer): void {
    const last = this.#peers.pop()
    if (last !== undefined && last !== peer) {
      this.#peers[peer.index] = last
      last.index = peer.index
    }
    peer.index = -1
    if (peer.isSeed) this.#complete -= 1
  }

  setSeed(peer: Peer, isSeed: boolean): void {
    this.#complete += Number(isSeed) - Number(peer.isSeed)
    peer.isSeed = isSeed
  }

  /**
   * Up to `count` different members other than `peer`, each set of them as likely as any other. `random` is in
   * [0, 1). Takes time for `count`, not for the swarm (Floyd's sampling).
   */
  sample(peer: Peer, count: number, random: () => number): Peer[] {
    const others = this.#peers.length - 1
    const chosen = new Set<number>()
    for (let upper = Math.max(0, others - count); upper < others; upper += 1) {
      const drawn = Math.floor(random() * (upper + 1))
      chosen.add(chosen.has(drawn) ? upper : drawn)
    }
    const sampled: Peer[] = []
    for (const place of chosen) {
      // Places are counted without `peer` itself.
      const other = this.#peers[place < peer.index ? place : place + 1]
      if (other) sampled.push(other)
    }
    return sampled
  }
}
