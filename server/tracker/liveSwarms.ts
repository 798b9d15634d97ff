import type { InfoHash } from '../../src/core/infoHash.ts'
import type { PeerId } from '../../src/wire/trackerMessages.ts'
import { KEEPER, type MemberId } from './admission.ts'
import type { Peer } from './records.ts'
import type { Swarm } from './swarm.ts'
import type { SwarmTable } from './swarmTable.ts'

/** A swarm as lists have it; its numbers are those of all nodes. */
export interface LiveSwarm {
  readonly infoHash: InfoHash
  readonly seeds: number
  readonly leechers: number
  /** Those over HTTP and UDP among them. */
  readonly addressedPeers: number
  readonly downloaded: number
}

/** A peer without its address. */
export interface LivePeer {
  readonly kind: 'webrtc' | 'addressed'
  readonly peerId: PeerId
  readonly isSeed: boolean
  readonly isPartialSeed: boolean
  readonly member: MemberId | null
}

/** The largest swarms, and how many can be listed. */
export interface LargestSwarms {
  readonly swarms: readonly LiveSwarm[]
  readonly total: number
}

export interface FoundSwarm extends LiveSwarm {
  /** {@link MOST_PEERS} of them. */
  readonly peers: readonly LivePeer[]
}

/** What goes on at this moment, at all nodes, for those who look on. */
export interface LiveSwarms {
  largest(count: number): LargestSwarms | Promise<LargestSwarms>
  /** Null where nobody is in it. */
  find(infoHash: InfoHash): FoundSwarm | null | Promise<FoundSwarm | null>
}

/** Peers shown of one swarm. */
export const MOST_PEERS = 500

/** Of the only node. */
export function liveSwarmsOf(table: SwarmTable): LiveSwarms {
  return {
    largest: (count) => ({ swarms: largestOf(table, count), total: table.swarmCount }),
    find: (infoHash) => findIn(table, infoHash),
  }
}

/** Of those that this node has a peer in. */
export function largestOf(table: SwarmTable, count: number): readonly LiveSwarm[] {
  return [...table.all()].sort(byPopulation).slice(0, count).map(liveSwarm)
}

export function findIn(table: SwarmTable, infoHash: InfoHash): FoundSwarm | null {
  const swarm = table.get(infoHash)
  return swarm ? { ...liveSwarm(swarm), peers: peersIn(swarm) } : null
}

/** The largest first, and in the same order wherever the same swarms are listed. */
export function bySize(left: LiveSwarm, right: LiveSwarm): number {
  return right.seeds + right.leechers - left.seeds - left.leechers || byHash(left, right)
}

function byPopulation(left: Swarm<Peer>, right: Swarm<Peer>): number {
  return right.population - left.population || byHash(left, right)
}

function byHash(left: { readonly infoHash: InfoHash }, right: { readonly infoHash: InfoHash }): number {
  return left.infoHash < right.infoHash ? -1 : 1
}

function liveSwarm({ infoHash, complete, incomplete, addressed, downloaded }: Swarm<Peer>): LiveSwarm {
  return { infoHash, seeds: complete, leechers: incomplete, addressedPeers: addressed?.size ?? 0, downloaded }
}

/** Some peers of both kinds. */
function peersIn(swarm: Swarm<Peer>): readonly LivePeer[] {
  const peers: LivePeer[] = []
  for (const { peerId, isSeed, isPartialSeed, session } of swarm.members.slice(0, MOST_PEERS)) {
    peers.push({ kind: 'webrtc', peerId, isSeed, isPartialSeed, member: memberOf(session.member) })
  }
  for (const { peerId, isSeed, isPartialSeed, member } of swarm.addressed?.all() ?? []) {
    if (peers.length >= MOST_PEERS) break
    peers.push({ kind: 'addressed', peerId, isSeed, isPartialSeed, member: memberOf(member) })
  }
  return peers
}

/** The site's own keeper is nobody's. */
function memberOf(member: MemberId | null): MemberId | null {
  return member === KEEPER ? null : member
}
