import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { SwarmCounts } from '../../src/wire/trackerMessages.ts'
import type { Peer } from './records.ts'
import { Swarm } from './swarm.ts'

/** Every swarm that has a peer, of whatever kind: the one table behind all protocols. */
export class SwarmTable {
  readonly #swarms = new Map<InfoHash, Swarm<Peer>>()
  #peerCount = 0

  get swarmCount(): number {
    return this.#swarms.size
  }

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
    if (swarm.population > 1) swarm.crowdedAt = now
  }

  /** To be called after a peer has left; a swarm without peers is forgotten. */
  left(swarm: Swarm<Peer>, now: Milliseconds): void {
    this.#peerCount -= 1
    if (swarm.population > 0) swarm.crowdedAt = now
    else this.#swarms.delete(swarm.infoHash)
  }

  countsOf(infoHash: InfoHash): SwarmCounts {
    const swarm = this.#swarms.get(infoHash)
    return {
      infoHash,
      complete: swarm?.complete ?? 0,
      incomplete: swarm?.incomplete ?? 0,
      downloaded: swarm?.downloaded ?? 0,
    }
  }
}
