import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { PeerId } from '../../src/wire/trackerMessages.ts'
import type { AddressedPeer } from './addressedPeers.ts'
import { OPEN, type Admission, type MemberId } from './admission.ts'
import { AddressCount } from './addressCount.ts'
import { interval, SILENT_INTERVALS } from './interval.ts'
import type { TrackerLimits } from './limits.ts'
import type { Peer } from './records.ts'
import { isSeed } from './registry.ts'
import type { Swarm } from './swarm.ts'
import type { SwarmTable } from './swarmTable.ts'

/** An announce of a peer with an address, whichever protocol it came by. */
export interface AddressedAnnounce {
  readonly infoHash: InfoHash
  readonly peerId: PeerId
  /** Where it came from, never what it says of itself. */
  readonly address: string
  /** Address and port in network order, 6 or 18 bytes, as a byte string. */
  readonly endpoint: string
  readonly event?: 'started' | 'stopped' | 'completed'
  readonly isPartialSeed?: boolean
  readonly uploaded: number
  readonly downloaded: number
  readonly left: number | null
  /** Null when the client does not say. */
  readonly numwant: number | null
  /** Whether the response has room for peers of the client's own address family alone. */
  readonly isOneFamily?: boolean
}

export interface AddressedReply {
  readonly intervalSeconds: number
  /** Earlier announces are answered, and are a waste. */
  readonly minIntervalSeconds: number
  readonly complete: number
  readonly incomplete: number
  readonly peers: readonly AddressedPeer[]
}

/** One line of a scrape (BEP 48, BEP 21). */
export interface AddressedCounts {
  readonly infoHash: InfoHash
  readonly complete: number
  readonly incomplete: number
  readonly downloaded: number
  readonly downloaders: number
}

/** Why a request gets nothing; for people to read, in English as clients show it. */
export interface Refusal {
  readonly refusal: string
}

export interface AddressedTrackerOptions {
  readonly table: SwarmTable
  readonly now: () => Milliseconds
  readonly random: () => number
  readonly limits: Pick<
    TrackerLimits,
    'addressedIntervalSeconds' | 'jitterPercent' | 'peersPerReply' | 'peersPerAddress' | 'scrapeHashes'
  >
  readonly admission?: Admission
}

const DEFAULT_NUMWANT = 50
const MIN_INTERVAL_SECONDS = 60

/**
 * The tracker for clients without a socket: what HTTP and UDP have in common. No I/O.
 *
 * A peer is bound to its swarm, address and port: nobody elsewhere can take its place or remove it, whatever
 * peer id they name. A client that announces over IPv4 and over IPv6 (BEP 7) is two peers, and counts twice: that
 * both are one is its own word alone, which anybody could give to make others disappear from the counts.
 */
export class AddressedTracker {
  readonly #options: AddressedTrackerOptions
  readonly #admission: Admission
  readonly #addresses: AddressCount
  /** Swarms with such peers, for the sweep. */
  readonly #swarms = new Set<Swarm<Peer>>()
  #peerCount = 0

  constructor(options: AddressedTrackerOptions) {
    this.#options = options
    this.#admission = options.admission ?? OPEN
    this.#addresses = new AddressCount(options.limits.peersPerAddress)
  }

  /** How many each address has, for who tells other nodes. */
  get addresses(): AddressCount {
    return this.#addresses
  }

  get peerCount(): number {
    return this.#peerCount
  }

  /** Whether an address has a peer here, and so was admitted. */
  hasPeersAt(address: string): boolean {
    return this.#addresses.has(address)
  }

  /** Whose passkey it is, or why there is no service without one. */
  admit(passkey: string | null): { readonly member: MemberId | null } | Refusal {
    const member = passkey === null ? null : this.#admission.memberOf(passkey)
    if (member !== null || !this.#admission.needsMember) return { member }
    const why = passkey === null ? 'this tracker needs a passkey' : 'this passkey is not valid'
    return { refusal: `${why}: copy your announce address from the site again` }
  }

  announce(member: MemberId | null, request: AddressedAnnounce): AddressedReply | Refusal {
    const refusal = this.#admission.refusal(request.infoHash)
    if (refusal !== null) return { refusal }
    const { table, now } = this.#options
    const swarm = table.get(request.infoHash)
    const former = this.#mine(swarm, request)
    if (request.event === 'stopped') {
      // Address, port and peer id may be another member's: they prove nothing of who sends.
      if (swarm && former?.peerId === request.peerId && former.member === member) {
        this.#report(swarm, former, request)
        this.#leave(swarm, former)
      }
      return this.#reply(request.infoHash, [])
    }
    if (!former && !this.#addresses.enter(request.address)) {
      return { refusal: 'too many peers at this address' }
    }
    const peer = former ?? this.#enlist(member, request)
    const joined = swarm ?? table.open(request.infoHash)
    peer.member = member
    this.#report(joined, peer, request)
    peer.peerId = request.peerId
    const seeds = isSeed(request, peer.isSeed)
    const isPartialSeed = request.isPartialSeed === true && !seeds
    joined.withAddressed().heard(peer, now(), { isSeed: seeds, isPartialSeed })
    if (request.event === 'completed' && seeds && !peer.hasCompleted) {
      peer.hasCompleted = true
      joined.downloaded += 1
      this.#admission.completed(request.infoHash)
      table.witness?.completed(joined)
    }
    table.witness?.heardAddressed(joined, peer)
    return this.#reply(request.infoHash, this.#choose(joined, peer, request))
  }

  /** Refused when it asks about too many swarms. */
  scrape(infoHashes: readonly InfoHash[]): readonly AddressedCounts[] | Refusal {
    const { limits, table } = this.#options
    if (infoHashes.length === 0) return { refusal: 'a scrape must name its torrents' }
    if (limits.scrapeHashes !== 0 && infoHashes.length > limits.scrapeHashes) {
      return { refusal: `one scrape may ask about ${limits.scrapeHashes} torrents at most` }
    }
    return infoHashes.map((infoHash) => ({
      ...table.countsOf(infoHash),
      downloaders: table.downloadersOf(infoHash),
    }))
  }

  /** Forgets peers that have not announced again; to be called every now and then. */
  sweep(): void {
    const { limits, now } = this.#options
    const longest = limits.addressedIntervalSeconds * (1 + limits.jitterPercent / 100)
    const since = now() - longest * SILENT_INTERVALS * 1_000
    for (const swarm of this.#swarms) swarm.addressed?.expire(since, (peer) => this.#gone(swarm, peer))
  }

  /** Removes the peers that `isOut` picks, such as those of a revoked member. */
  remove(isOut: (peer: AddressedPeer, infoHash: InfoHash) => boolean): void {
    for (const swarm of this.#swarms) {
      for (const peer of swarm.addressed?.all() ?? []) {
        if (!peer.isElsewhere && isOut(peer, swarm.infoHash)) this.#leave(swarm, peer)
      }
    }
  }

  /** Another node has heard a peer that this one had: it is that one's from now on. */
  giveUp(swarm: Swarm<Peer>, peer: AddressedPeer): void {
    this.#leave(swarm, peer)
  }

  /** The peer at an address; what another node has of it comes over to this one, which its client talks to now. */
  #mine(swarm: Swarm<Peer> | undefined, request: AddressedAnnounce): AddressedPeer | undefined {
    const former = swarm?.addressed?.at(request.endpoint)
    return swarm && former?.isElsewhere ? this.adopt(swarm.infoHash, former) : former
  }

  /** What another node has heard of a peer is this one's to keep from now on. */
  adopt(infoHash: InfoHash, former: Omit<AddressedPeer, 'isElsewhere' | 'index'>): AddressedPeer {
    const swarm = this.#options.table.open(infoHash)
    const known = swarm.addressed?.at(former.endpoint)
    if (known && !known.isElsewhere) return known
    if (known) swarm.addressed?.remove(known)
    this.#addresses.takeOver(former.address)
    const peer = this.#enlist(former.member, { ...former, infoHash })
    peer.hasCompleted = former.hasCompleted
    swarm.withAddressed().heard(peer, former.heardAt, former)
    this.#options.table.witness?.heardAddressed(swarm, peer)
    return peer
  }

  /** Its address is counted already. */
  #enlist(
    member: MemberId | null,
    {
      infoHash,
      endpoint,
      peerId,
      address,
    }: Pick<AddressedAnnounce, 'infoHash' | 'endpoint' | 'peerId' | 'address'>,
  ): AddressedPeer {
    const swarm = this.#options.table.open(infoHash)
    const peer: AddressedPeer = {
      address,
      endpoint,
      isElsewhere: false,
      peerId,
      member,
      isSeed: false,
      isPartialSeed: false,
      hasCompleted: false,
      heardAt: -Infinity,
      index: -1,
    }
    swarm.withAddressed().add(peer)
    this.#swarms.add(swarm)
    this.#peerCount += 1
    this.#options.table.joined(swarm, this.#options.now())
    return peer
  }

  #leave(swarm: Swarm<Peer>, peer: AddressedPeer): void {
    swarm.addressed?.remove(peer)
    this.#gone(swarm, peer)
  }

  #gone(swarm: Swarm<Peer>, peer: AddressedPeer): void {
    this.#addresses.leave(peer.address)
    this.#peerCount -= 1
    const { addressed } = swarm
    if (addressed?.size === addressed?.elsewhere) this.#swarms.delete(swarm)
    this.#options.table.witness?.leftAddressed(swarm, peer)
    this.#options.table.left(swarm, this.#options.now())
  }

  /** Before the peer counts as heard of: what it says covers the time since then. */
  #report(swarm: Swarm<Peer>, peer: AddressedPeer, request: AddressedAnnounce): void {
    const { member } = peer
    if (member === null) return
    const { infoHash, peerId, uploaded, downloaded } = request
    const hadCompany = swarm.hadCompanySince(peer.heardAt)
    this.#admission.report({ member, infoHash, peerId, uploaded, downloaded, hadCompany })
  }

  #choose(swarm: Swarm<Peer>, peer: AddressedPeer, request: AddressedAnnounce): readonly AddressedPeer[] {
    const { limits, random } = this.#options
    const wanted = request.numwant ?? DEFAULT_NUMWANT
    const most = limits.peersPerReply === 0 ? wanted : Math.min(wanted, limits.peersPerReply)
    return swarm.addressed?.sample(peer, most, random, request.isOneFamily) ?? []
  }

  #reply(infoHash: InfoHash, peers: readonly AddressedPeer[]): AddressedReply {
    const { limits, random, table } = this.#options
    const { complete, incomplete } = table.countsOf(infoHash)
    return {
      intervalSeconds: interval(limits.addressedIntervalSeconds, limits.jitterPercent, random),
      minIntervalSeconds: Math.min(MIN_INTERVAL_SECONDS, limits.addressedIntervalSeconds),
      complete,
      incomplete,
      peers,
    }
  }
}
