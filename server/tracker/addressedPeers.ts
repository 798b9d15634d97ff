import type { Milliseconds } from '../../src/core/brand.ts'
import type { PeerId } from '../../src/wire/trackerMessages.ts'
import type { MemberId } from './admission.ts'
import { draw } from './sample.ts'

/**
 * A peer that others reach at an address: it announces over HTTP or UDP, and keeps no socket open. WebRTC peers
 * cannot connect to it, nor it to them.
 */
export interface AddressedPeer {
  /** What limits count it by. */
  readonly address: string
  /** Address and port in network order, 6 or 18 bytes (BEP 23, BEP 7), as a byte string. */
  readonly endpoint: string
  peerId: PeerId
  isSeed: boolean
  /** A partial seed (BEP 21): it lacks something, and wants nothing of it. */
  isPartialSeed: boolean
  hasCompleted: boolean
  heardAt: Milliseconds
  /** Whose it is; null where nobody has to be a member. */
  member: MemberId | null
  /** Its place in the list of seeds or of leechers; -1 while it is in none. */
  index: number
}

/**
 * The peers of one swarm that have addresses.
 *
 * Invariant: a peer is in `#peers`, and in exactly one of the two lists, at its `index`. `#peers` is ordered by
 * `heardAt`, the longest silent first.
 */
export class AddressedPeers {
  readonly #peers = new Map<string, AddressedPeer>()
  readonly #seeds: AddressedPeer[] = []
  readonly #leechers: AddressedPeer[] = []
  partialSeeds = 0

  get size(): number {
    return this.#peers.size
  }

  get complete(): number {
    return this.#seeds.length
  }

  get incomplete(): number {
    return this.#leechers.length
  }

  at(endpoint: string): AddressedPeer | undefined {
    return this.#peers.get(endpoint)
  }

  all(): Iterable<AddressedPeer> {
    return this.#peers.values()
  }

  add(peer: AddressedPeer): void {
    this.#peers.set(peer.endpoint, peer)
    this.#enlist(peer)
  }

  remove(peer: AddressedPeer): void {
    if (!this.#peers.delete(peer.endpoint)) return
    this.#delist(peer)
  }

  /** The peer has announced: it is the least silent one from now on. */
  heard(peer: AddressedPeer, now: Milliseconds, state: { isSeed: boolean; isPartialSeed: boolean }): void {
    peer.heardAt = now
    this.#peers.delete(peer.endpoint)
    this.#peers.set(peer.endpoint, peer)
    if (peer.isSeed === state.isSeed && peer.isPartialSeed === state.isPartialSeed) return
    this.#delist(peer)
    peer.isSeed = state.isSeed
    peer.isPartialSeed = state.isPartialSeed
    this.#enlist(peer)
  }

  /** Removes those not heard of since `since`, and hands each to `gone`. */
  expire(since: Milliseconds, gone: (peer: AddressedPeer) => void): void {
    for (const peer of this.#peers.values()) {
      if (peer.heardAt > since) break
      this.remove(peer)
      gone(peer)
    }
  }

  /** Up to `count` others, drawn at random; a seed gets leechers alone, since it has nothing to ask of a seed. */
  sample(peer: AddressedPeer, count: number, random: () => number): AddressedPeer[] {
    if (peer.isSeed) return draw(this.#leechers, peer, count, random)
    // Seeds and leechers in proportion, each at least as far as the other list cannot fill the count.
    const others = this.#peers.size - 1
    const share = others <= count ? this.#seeds.length : Math.round((count * this.#seeds.length) / others)
    const seeds = draw(this.#seeds, peer, Math.min(share, count), random)
    return [...seeds, ...draw(this.#leechers, peer, count - seeds.length, random)]
  }

  #enlist(peer: AddressedPeer): void {
    peer.index = (peer.isSeed ? this.#seeds : this.#leechers).push(peer) - 1
    if (peer.isPartialSeed) this.partialSeeds += 1
  }

  #delist(peer: AddressedPeer): void {
    const list = peer.isSeed ? this.#seeds : this.#leechers
    const last = list.pop()
    if (last !== undefined && last !== peer) {
      list[peer.index] = last
      last.index = peer.index
    }
    peer.index = -1
    if (peer.isPartialSeed) this.partialSeeds -= 1
  }
}
