import type { InfoHash } from '../../src/core/infoHash.ts'

/** What a swarm keeps of its members. */
export interface Member {
  isSeed: boolean
  /** Its place in the swarm; -1 while it has none. */
  index: number
}

/**
 * The peers of one torrent. Adding, removing and drawing a peer take the same time however many there are.
 *
 * Invariant: the member at place i has `index` i, and `complete` is the number of peers with `isSeed`.
 */
export class Swarm<Peer extends Member> {
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
