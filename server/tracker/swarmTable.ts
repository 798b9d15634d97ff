import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { SwarmCounts } from '../../src/wire/trackerMessages.ts'
import type { AddressedPeer } from './addressedPeers.ts'
import type { Peer } from './records.ts'
import { Swarm } from './swarm.ts'

/** Who tells the other nodes of a cluster what becomes of this node's peers. */
export interface Witness {
  /** To be called once an announce has changed what it changes. */
  heard(peer: Peer): void
  left(peer: Peer): void
  heardAddressed(swarm: Swarm<Peer>, peer: AddressedPeer): void
  leftAddressed(swarm: Swarm<Peer>, peer: AddressedPeer): void
  completed(swarm: Swarm<Peer>): void
  /** The last peer of this node has left; the swarm is forgotten, with the peers of others. */
  closed(swarm: Swarm<Peer>): void
}

export interface FullCounts extends SwarmCounts {
  /** Those who are still fetching: `incomplete` without partial seeds (BEP 21). */
  readonly downloaders: number
}

/** What is known of a swarm that this node has no peer in. */
export type CountsElsewhere = (infoHash: InfoHash) => FullCounts | null

/** Every swarm that has a peer of this node, of whatever kind: the one table behind all protocols. */
export class SwarmTable {
  readonly #swarms = new Map<InfoHash, Swarm<Peer>>()
  #peerCount = 0
  #lastNumber = 0
  /** Null where this is the only node. */
  witness: Witness | null = null
  countsElsewhere: CountsElsewhere | null = null

  get swarmCount(): number {
    return this.#swarms.size
  }

  /** Peers of this node. */
  get peerCount(): number {
    return this.#peerCount
  }

  get(infoHash: InfoHash): Swarm<Peer> | undefined {
    return this.#swarms.get(infoHash)
  }

  all(): Iterable<Swarm<Peer>> {
    return this.#swarms.values()
  }

  /** The swarm that a peer is about to join, made if it is the first. */
  open(infoHash: InfoHash): Swarm<Peer> {
    let swarm = this.#swarms.get(infoHash)
    if (!swarm) {
      swarm = new Swarm<Peer>(infoHash)
      this.#swarms.set(infoHash, swarm)
    }
    return swarm
  }

  /** To be called after a peer has joined. */
  joined(swarm: Swarm<Peer>, now: Milliseconds): void {
    this.#peerCount += 1
    this.crowded(swarm, now)
  }

  /** To be called after another node has told of a peer. */
  crowded(swarm: Swarm<Peer>, now: Milliseconds): void {
    if (swarm.population > 1) swarm.crowdedAt = now
  }

  /** To be called after a peer has left; a swarm without peers of this node is forgotten. */
  left(swarm: Swarm<Peer>, now: Milliseconds): void {
    this.#peerCount -= 1
    if (swarm.population > 0) swarm.crowdedAt = now
    if (swarm.populationHere === 0) this.close(swarm)
  }

  /** Forgets a swarm that this node has no peer in. */
  close(swarm: Swarm<Peer>): void {
    if (this.#swarms.get(swarm.infoHash) !== swarm) return
    this.#swarms.delete(swarm.infoHash)
    this.witness?.closed(swarm)
  }

  nextNumber(): number {
    return (this.#lastNumber += 1)
  }

  countsOf(infoHash: InfoHash): SwarmCounts {
    const counted = this.#countedOf(infoHash)
    return {
      infoHash,
      complete: counted?.complete ?? 0,
      incomplete: counted?.incomplete ?? 0,
      downloaded: counted?.downloaded ?? 0,
    }
  }

  downloadersOf(infoHash: InfoHash): number {
    return this.#countedOf(infoHash)?.downloaders ?? 0
  }

  #countedOf(infoHash: InfoHash): Swarm<Peer> | FullCounts | null | undefined {
    return this.#swarms.get(infoHash) ?? this.countsElsewhere?.(infoHash)
  }
}
