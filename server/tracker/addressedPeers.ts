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
  /** Another node heard it last, and keeps it. */
  readonly isElsewhere: boolean
  peerId: PeerId
  isSeed: boolean
  /** A partial seed (BEP 21): it lacks something, and wants nothing of it. */
  isPartialSeed: boolean
  hasCompleted: boolean
  heardAt: Milliseconds
  /** Whose it is; null where nobody has to be a member. */
  member: MemberId | null
  /** Its place in the list of its family's seeds or leechers; -1 while it is in none. */
  index: number
}

const IPV4_ENDPOINT_BYTES = 6

/** Those of one kind, IPv4 and IPv6 apart: a response over UDP has room for one family alone. */
class Families {
  readonly ipv4: AddressedPeer[] = []
  readonly ipv6: AddressedPeer[] = []

  get size(): number {
    return this.ipv4.length + this.ipv6.length
  }

  /** The list of a peer's own family. */
  of({ endpoint }: AddressedPeer): AddressedPeer[] {
    return endpoint.length === IPV4_ENDPOINT_BYTES ? this.ipv4 : this.ipv6
  }
}

/**
 * The peers of one swarm that have addresses.
 *
 * Invariant: a peer is in `#peers`, and in exactly one of the four lists, at its `index`. `#peers` is ordered by
 * `heardAt`, the longest silent first.
 */
export class AddressedPeers {
  readonly #peers = new Map<string, AddressedPeer>()
  readonly #seeds = new Families()
  readonly #leechers = new Families()
  partialSeeds = 0
  /** How many other nodes keep. */
  elsewhere = 0

  get size(): number {
    return this.#peers.size
  }

  get complete(): number {
    return this.#seeds.size
  }

  get incomplete(): number {
    return this.#leechers.size
  }

  at(endpoint: string): AddressedPeer | undefined {
    return this.#peers.get(endpoint)
  }

  all(): Iterable<AddressedPeer> {
    return this.#peers.values()
  }

  add(peer: AddressedPeer): void {
    this.#peers.set(peer.endpoint, peer)
    if (peer.isElsewhere) this.elsewhere += 1
    this.#enlist(peer)
  }

  remove(peer: AddressedPeer): void {
    if (!this.#peers.delete(peer.endpoint)) return
    if (peer.isElsewhere) this.elsewhere -= 1
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

  /** Removes those not heard of since `since`, and hands each to `gone`. What other nodes keep they expire themselves. */
  expire(since: Milliseconds, gone: (peer: AddressedPeer) => void): void {
    for (const peer of this.#peers.values()) {
      if (peer.heardAt > since) break
      if (peer.isElsewhere) continue
      this.remove(peer)
      gone(peer)
    }
  }

  /**
   * Up to `count` others, drawn at random, of the peer's own address family alone if it `isOneFamily`; a seed gets
   * leechers alone, since it has nothing to ask of a seed.
   */
  sample(peer: AddressedPeer, count: number, random: () => number, isOneFamily = false): AddressedPeer[] {
    const kinds = peer.isSeed ? [this.#leechers] : [this.#seeds, this.#leechers]
    const lists = kinds.flatMap((kind) => (isOneFamily ? [kind.of(peer)] : [kind.ipv4, kind.ipv6]))
    const own = this.#listOf(peer)
    const drawn: AddressedPeer[] = []
    let others = lists.reduce((sum, list) => sum + list.length - Number(list === own), 0)
    for (const list of lists) {
      // Each list in proportion, and by chance where that is no whole number: else few among many are never drawn.
      const rest = count - drawn.length
      const size = list.length - Number(list === own)
      const share = others <= rest ? size : Math.floor((rest * size) / others + random())
      drawn.push(...draw(list, peer, share, random))
      others -= size
    }
    return drawn
  }

  #listOf(peer: AddressedPeer): AddressedPeer[] {
    return (peer.isSeed ? this.#seeds : this.#leechers).of(peer)
  }

  #enlist(peer: AddressedPeer): void {
    peer.index = this.#listOf(peer).push(peer) - 1
    if (peer.isPartialSeed) this.partialSeeds += 1
  }

  #delist(peer: AddressedPeer): void {
    const list = this.#listOf(peer)
    const last = list.pop()
    if (last !== undefined && last !== peer) {
      list[peer.index] = last
      last.index = peer.index
    }
    peer.index = -1
    if (peer.isPartialSeed) this.partialSeeds -= 1
  }
}
