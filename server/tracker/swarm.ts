import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import { AddressedPeers } from './addressedPeers.ts'
import { draw } from './sample.ts'
import type { Buckets } from './tokenBucket.ts'

/** What a swarm keeps of its members. */
export interface Member {
  isSeed: boolean
  /** Whether it is connected to another node. */
  readonly isElsewhere: boolean
  /** Its place in the swarm; -1 while it has none. */
  index: number
}

/**
 * The peers of one torrent: those that connect through WebRTC, which are members of the swarm itself, and those
 * that have an address. The two kinds cannot reach each other, and are counted together. Adding, removing and
 * drawing a peer take the same time however many there are.
 *
 * Invariant: the member at place i has `index` i, this node's own before all others, and `#complete` is the number of
 * members with `isSeed`.
 */
export class Swarm<Peer extends Member> {
  readonly infoHash: InfoHash
  /** How often a peer became complete, for as long as the swarm exists. */
  downloaded = 0
  /** When there were last two peers or more; null while there never were. */
  crowdedAt: Milliseconds | null = null
  partialSeeds = 0
  /** New peer ids that its addresses have room for; null while all have. */
  newcomers: Buckets | null = null
  /** WebRTC peers of nodes that cannot be reached now: counted, and offered nothing. */
  unreachableSeeds = 0
  unreachableLeechers = 0
  #peers: Peer[] = []
  #complete = 0
  #elsewhere = 0
  #addressed: AddressedPeers | null = null

  constructor(infoHash: InfoHash) {
    this.infoHash = infoHash
  }

  /** Peers of both kinds. */
  get population(): number {
    return this.size + (this.#addressed?.size ?? 0)
  }

  /** Those of them that this node has itself. */
  get populationHere(): number {
    const addressed = this.#addressed
    return this.here + (addressed ? addressed.size - addressed.elsewhere : 0)
  }

  /** Whether a peer that was last heard at `heardAt` can have moved anything since. */
  hadCompanySince(heardAt: Milliseconds): boolean {
    return this.population > 1 || (this.crowdedAt !== null && this.crowdedAt >= heardAt)
  }

  /** WebRTC peers. */
  get size(): number {
    return this.#peers.length + this.unreachableSeeds + this.unreachableLeechers
  }

  /** WebRTC peers of this node. */
  get here(): number {
    return this.#peers.length - this.#elsewhere
  }

  /** Those of others that can be reached. */
  get elsewhere(): number {
    return this.#elsewhere
  }

  get members(): readonly Peer[] {
    return this.#peers
  }

  /** Null while there have been none: most swarms have one kind alone. */
  get addressed(): AddressedPeers | null {
    return this.#addressed
  }

  get complete(): number {
    return this.#complete + this.unreachableSeeds + (this.#addressed?.complete ?? 0)
  }

  get incomplete(): number {
    return this.#peers.length - this.#complete + this.unreachableLeechers + (this.#addressed?.incomplete ?? 0)
  }

  /** Those who are still fetching: `incomplete` without partial seeds (BEP 21). */
  get downloaders(): number {
    return this.incomplete - this.partialSeeds - (this.#addressed?.partialSeeds ?? 0)
  }

  withAddressed(): AddressedPeers {
    return (this.#addressed ??= new AddressedPeers())
  }

  add(peer: Peer): void {
    const { here } = this
    this.#place(peer, this.#peers.length)
    if (peer.isSeed) this.#complete += 1
    if (peer.isElsewhere) this.#elsewhere += 1
    else this.#swap(peer, here)
  }

  /** Removes a member; its place goes to the last one of its kind. */
  remove(peer: Peer): void {
    if (!peer.isElsewhere) this.#swap(peer, this.here - 1)
    this.#swap(peer, this.#peers.length - 1)
    this.#peers.pop()
    peer.index = -1
    if (peer.isSeed) this.#complete -= 1
    if (peer.isElsewhere) this.#elsewhere -= 1
  }

  setSeed(peer: Peer, isSeed: boolean): void {
    this.#complete += Number(isSeed) - Number(peer.isSeed)
    peer.isSeed = isSeed
  }

  /** Up to `count` different members of this node other than `peer`, each set of them as likely as any other. */
  sampleHere(peer: Peer, count: number, random: () => number): Peer[] {
    return draw(this.#peers, peer, count, random, 0, this.here)
  }

  /** The same of all others. */
  sampleElsewhere(peer: Peer, count: number, random: () => number): Peer[] {
    return draw(this.#peers, peer, count, random, this.here)
  }

  #place(peer: Peer, index: number): void {
    this.#peers[index] = peer
    peer.index = index
  }

  #swap(peer: Peer, index: number): void {
    const other = this.#peers[index]
    if (!other || other === peer) return
    this.#place(other, peer.index)
    this.#place(peer, index)
  }
}
