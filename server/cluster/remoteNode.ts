import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { AddressedPeer } from '../tracker/addressedPeers.ts'
import { forgetExpired, forgetInbox } from '../tracker/pendingOffers.ts'
import { newPeerBounds } from '../tracker/peerBounds.ts'
import type { Peer, PendingOffer, Session } from '../tracker/records.ts'
import type { Swarm } from '../tracker/swarm.ts'
import { addressIn, type ToldPeer } from './lines.ts'
import type { NodeId } from './nodeId.ts'

/** What one node has of one swarm. */
interface Part {
  readonly swarm: Swarm<Peer>
  readonly peers: Set<Peer>
  readonly addressed: Map<string, AddressedPeer>
  /** What its WebRTC peers count for while nothing reaches them. */
  seedsOutOfReach: number
  leechersOutOfReach: number
  /** It was not told again since something of it was missed. */
  isStale: boolean
}

/** Another node tells nothing twice that these would bound: what its peers send is bounded there. */
const NO_BOUNDS = newPeerBounds()
const NO_SWARMS: Session['peers'] = new Map()

type Tell = (line: string) => void

/**
 * What this node knows of another: its peers, in the swarms that both have. They are members of those swarms like
 * this node's own, and what is sent to them goes to the other node.
 */
export class RemoteNode {
  readonly id: NodeId
  /** The number of the batch that comes next; null when it may be any. */
  expected: number | null = null
  /** When it was asked to tell all again; null once it has. */
  askedAt: Milliseconds | null = null
  readonly #peers = new Map<number, Peer>()
  readonly #parts = new Map<InfoHash, Part>()
  readonly #tell: Tell

  constructor(id: NodeId, tell: Tell) {
    this.id = id
    this.#tell = tell
  }

  peer(number: number): Peer | undefined {
    return this.#peers.get(number)
  }

  /** A WebRTC peer of it has come, or is another than before. */
  has(swarm: Swarm<Peer>, number: number, told: ToldPeer, network: string | null): void {
    const known = this.#peers.get(number)
    if (known && known.swarm !== swarm) this.left(number)
    const peer = this.#peers.get(number) ?? this.#met(swarm, number, told, network)
    peer.peerId = told.peerId
    if (peer.index >= 0) swarm.setSeed(peer, told.isSeed)
    swarm.partialSeeds += Number(told.isPartialSeed) - Number(peer.isPartialSeed)
    peer.isPartialSeed = told.isPartialSeed
  }

  left(number: number): void {
    const peer = this.#peers.get(number)
    if (!peer) return
    const part = this.#parts.get(peer.swarm.infoHash)
    if (part?.peers.delete(peer)) this.#forget(part, peer)
  }

  hasAddressed(swarm: Swarm<Peer>, endpoint: string, told: ToldPeer, now: number): void {
    const list = swarm.withAddressed()
    const former = list.at(endpoint)
    if (former) list.remove(former)
    const peer: AddressedPeer = {
      address: addressIn(endpoint),
      endpoint,
      isElsewhere: true,
      peerId: told.peerId,
      member: told.member,
      isSeed: told.isSeed,
      isPartialSeed: told.isPartialSeed,
      hasCompleted: told.hasCompleted,
      heardAt: now,
      index: -1,
    }
    list.add(peer)
    this.part(swarm).addressed.set(endpoint, peer)
  }

  leftAddressed(infoHash: InfoHash, endpoint: string): void {
    const part = this.#parts.get(infoHash)
    const peer = part?.addressed.get(endpoint)
    if (!part || !peer) return
    part.addressed.delete(endpoint)
    forgetAddressed(part, peer)
  }

  /** What it has of a swarm, which may be nothing yet. */
  part(swarm: Swarm<Peer>): Part {
    let part = this.#parts.get(swarm.infoHash)
    if (part?.swarm !== swarm) {
      part = {
        swarm,
        peers: new Set<Peer>(),
        addressed: new Map<string, AddressedPeer>(),
        seedsOutOfReach: 0,
        leechersOutOfReach: 0,
        isStale: false,
      }
      this.#parts.set(swarm.infoHash, part)
    }
    return part
  }

  /** It has none of a swarm any more, as far as this node is to know. */
  drop(infoHash: InfoHash): void {
    const part = this.#parts.get(infoHash)
    if (!part) return
    this.#parts.delete(infoHash)
    for (const peer of part.peers) this.#forget(part, peer)
    for (const peer of part.addressed.values()) forgetAddressed(part, peer)
    part.swarm.unreachableSeeds -= part.seedsOutOfReach
    part.swarm.unreachableLeechers -= part.leechersOutOfReach
  }

  dropAll(): void {
    for (const infoHash of [...this.#parts.keys()]) this.drop(infoHash)
  }

  /** Nothing reaches it for now: its WebRTC peers are counted, and are offered nothing. */
  outOfReach(): void {
    for (const part of this.#parts.values()) {
      for (const peer of part.peers) {
        if (peer.isSeed) part.seedsOutOfReach += 1
        else part.leechersOutOfReach += 1
        if (peer.isSeed) part.swarm.unreachableSeeds += 1
        else part.swarm.unreachableLeechers += 1
        this.#forget(part, peer)
      }
      part.peers.clear()
    }
  }

  /** Everything is to be told again; {@link stale} says what was not. */
  missed(): void {
    for (const part of this.#parts.values()) part.isStale = true
  }

  stale(): readonly InfoHash[] {
    return [...this.#parts].filter(([, part]) => part.isStale).map(([infoHash]) => infoHash)
  }

  /** Forgets what its peers offered and nobody answered in time. */
  sweep(now: number): void {
    for (const { session } of this.#peers.values()) if (session.outbox.size > 0) forgetExpired(session, now)
  }

  #met(swarm: Swarm<Peer>, number: number, told: ToldPeer, network: string | null): Peer {
    // In the order of the registry's own: they are read by the same code, a thousand times a second.
    const peer: Peer = {
      session: new RemoteSession(this.#tell, told, network),
      swarm,
      number,
      isElsewhere: true,
      peerId: told.peerId,
      isSeed: false,
      isPartialSeed: false,
      hasCompleted: told.hasCompleted,
      heardAt: Infinity,
      inbox: null,
      index: -1,
      bounds: NO_BOUNDS,
    }
    swarm.add(peer)
    this.#peers.set(number, peer)
    this.part(swarm).peers.add(peer)
    return peer
  }

  #forget({ swarm }: Part, peer: Peer): void {
    this.#peers.delete(peer.number)
    forgetInbox(peer)
    forgetExpired(peer.session, Infinity)
    swarm.partialSeeds -= Number(peer.isPartialSeed)
    if (peer.index >= 0) swarm.remove(peer)
  }
}

function forgetAddressed({ swarm }: Part, peer: AddressedPeer): void {
  // Another node may have heard it since.
  if (swarm.addressed?.at(peer.endpoint) === peer) swarm.addressed.remove(peer)
}

/** The connection of a peer of another node, as far as the registry has to know of it. */
class RemoteSession implements Session {
  readonly member: Session['member']
  readonly network: string | null
  readonly peers = NO_SWARMS
  readonly outbox = new Set<PendingOffer>()
  pingedAt = -Infinity
  readonly #tell: Tell

  constructor(tell: Tell, { member }: ToldPeer, network: string | null) {
    this.#tell = tell
    this.member = member
    this.network = network
  }

  readonly send: Session['send'] = (message, about) => {
    if (!about) return
    const { from, to, key } = about
    if (message.kind === 'offer') {
      this.#tell(`O\t${to.number}\t${from.number}\t${message.offerId}\t${message.sdp}`)
    } else if (message.kind === 'answer') {
      this.#tell(`A\t${from.number}\t${to.number}\t${key}\t${message.peerId}\t${message.sdp}`)
    }
  }
}
