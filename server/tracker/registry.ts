import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type {
  AnnounceRequest,
  AnswerRequest,
  ClientMessage,
  Offer,
  PeerId,
  ScrapeRequest,
} from '../../src/wire/trackerMessages.ts'
import { OPEN, type Admission, type MemberId } from './admission.ts'
import type { ByteText } from './byteText.ts'
import { interval, SILENT_INTERVALS } from './interval.ts'
import type { TrackerLimits } from './limits.ts'
import { OfferBounds } from './offerBounds.ts'
import { newPeerBounds } from './peerBounds.ts'
import { forgetExpired, forgetInbox, handOver, takeOffer } from './pendingOffers.ts'
import { chooseReceivers } from './receivers.ts'
import type { Peer, Session } from './records.ts'
import { SwarmTable } from './swarmTable.ts'
import { forgetFull } from './tokenBucket.ts'

export interface RegistryOptions {
  /** A clock that never goes back. */
  readonly now: () => Milliseconds
  /** In [0, 1). */
  readonly random: () => number
  readonly limits: Pick<TrackerLimits, 'intervalSeconds' | 'jitterPercent' | 'torrentsPerSocket'> &
    ConstructorParameters<typeof OfferBounds>[0]
  /** The swarms, where other protocols share them. */
  readonly table?: SwarmTable
  /** Who is let in; everybody by default. */
  readonly admission?: Admission
}

/**
 * Who is in which swarm, and which offers wait for an answer. Holds no socket and no timer.
 *
 * - A peer is bound to its session and its info hash: whatever peer id a message names, it acts on the sender's
 *   own peer only. Two sessions may use one peer id (a client that reconnects before its old socket is found
 *   dead); neither can take the other's place.
 * - A swarm exists while it has a peer.
 * - An answer is relayed only to an offer that was handed to the very peer that answers, and only once.
 */
export class Registry {
  readonly #options: RegistryOptions
  readonly #sessions = new Set<Session>()
  readonly #table: SwarmTable
  readonly #admission: Admission
  readonly #bounds: OfferBounds

  constructor(options: RegistryOptions) {
    this.#options = options
    this.#table = options.table ?? new SwarmTable()
    this.#admission = options.admission ?? OPEN
    this.#bounds = new OfferBounds(options.limits)
  }

  /** Opens a session; `send` must not throw and must not call back into the registry. */
  connect(send: Session['send'], member: MemberId | null = null, network: string | null = null): Session {
    const session: Session = {
      send,
      member,
      network,
      peers: new Map(),
      outbox: new Set(),
      pingedAt: -Infinity,
    }
    this.#sessions.add(session)
    return session
  }

  /** Ends a session with all its peers. */
  disconnect(session: Session): void {
    if (!this.#sessions.delete(session)) return
    for (const peer of session.peers.values()) this.#leave(peer)
    forgetExpired(session, Infinity)
  }

  /** Ends a session, and tells the client why in each of its swarms: it shows no other failure to anyone. */
  dismiss(session: Session, reason: string): void {
    for (const infoHash of session.peers.keys()) this.#refuse(session, infoHash, reason)
    this.disconnect(session)
  }

  /** The client sent a ping of its own: it is alive, even if it announces at longer intervals than ours. */
  pinged(session: Session): void {
    session.pingedAt = this.#options.now()
  }

  /** Does what a client asks, and sends the reply and what goes to others. */
  receive(session: Session, message: ClientMessage<ByteText>): void {
    if (!this.#sessions.has(session)) return
    switch (message.kind) {
      case 'announce':
        if (message.event === 'stopped') this.#stop(session, message)
        else this.#announce(session, message)
        break
      case 'answer':
        this.#answer(session, message)
        break
      case 'scrape':
        this.#scrape(session, message)
        break
    }
  }

  /**
   * Forgets expired offers and peers that went silent; to be called every now and then.
   *
   * An open socket does not keep a silent peer: a browser answers pings for a page that it has frozen, and a
   * client may drop a torrent without a word. An offer handed to such a peer is lost to the one who made it.
   * Nothing is lost by leaving it out: its next announce brings it back.
   */
  sweep(): void {
    const now = this.#options.now()
    const silentSince = now - this.#options.limits.intervalSeconds * 1_000 * SILENT_INTERVALS
    for (const session of this.#sessions) {
      forgetExpired(session, now)
      const isAlive = session.pingedAt > silentSince
      for (const peer of session.peers.values()) {
        if (!isAlive && peer.heardAt <= silentSince) this.#leave(peer)
        else this.#bounds.sweep(peer, now)
      }
    }
    for (const swarm of this.#table.all()) if (swarm.newcomers) forgetFull(swarm.newcomers, now)
  }

  /** Ends the place of every session in a swarm, and tells why. */
  evict(infoHash: InfoHash, reason: string): void {
    for (const peer of [...(this.#table.get(infoHash)?.members ?? [])]) {
      if (peer.isElsewhere) continue
      this.#leave(peer)
      this.#refuse(peer.session, infoHash, reason)
    }
  }

  #announce(session: Session, request: AnnounceRequest<ByteText>): void {
    const { limits, now } = this.#options
    const refusal = this.#admission.refusal(request.infoHash)
    if (refusal !== null) {
      const former = session.peers.get(request.infoHash)
      if (former) this.#leave(former)
      this.#refuse(session, request.infoHash, refusal)
      return
    }
    const peer = session.peers.get(request.infoHash) ?? this.#join(session, request)
    if (!peer) {
      const reason = `one connection may be in ${limits.torrentsPerSocket} swarms at most`
      this.#refuse(session, request.infoHash, reason)
      return
    }
    const { swarm } = peer
    const at = now()
    if (!this.#bounds.takesId(peer, request.peerId, at)) {
      const most = limits.peerIdsPerSocketPerMinute
      this.#refuse(session, request.infoHash, `one connection may bring ${most} new peer ids a minute`)
      return
    }
    this.#report(peer, request)
    peer.peerId = request.peerId
    peer.heardAt = at
    swarm.setSeed(peer, isSeed(request, peer.isSeed))
    this.#setPartialSeed(peer, request.isPartialSeed === true && !peer.isSeed)
    if (request.event === 'completed' && peer.isSeed && !peer.hasCompleted) {
      peer.hasCompleted = true
      swarm.downloaded += 1
      this.#admission.completed(swarm.infoHash)
      this.#table.witness?.completed(swarm)
    }
    this.#table.witness?.heard(peer)
    this.#reply(session, request.infoHash)

    const { offers } = request
    if (offers.length === 0) return
    const receivers = this.#receivers(peer, this.#bounds.offersOf(peer, offers.length, at))
    receivers.forEach((receiver, index) => {
      const offer = offers[index]
      if (offer) this.#handOn(peer, receiver, offer, at)
    })
  }

  /** Another node hands over what one of its peers offers to one of this node's. */
  offerFromElsewhere(from: Peer, to: Peer, offer: Offer<ByteText>): void {
    this.#handOn(from, to, offer, this.#options.now())
  }

  /** Another node hands over what one of its peers answers; `key` is the {@link PendingOffer.key} that it was given. */
  answerFromElsewhere(from: Peer, peerId: PeerId, key: string, sdp: ByteText): void {
    const answer = { peerId, offerId: key.slice(peerId.length), sdp }
    this.#takeBack(from, key, answer, this.#options.now())
  }

  #handOn(from: Peer, to: Peer, { offerId, sdp }: Offer<ByteText>, now: Milliseconds): void {
    // A client takes no offer of its own: the same id on another socket is most likely its own former self.
    if (to.peerId === from.peerId) return
    // What a peer may get is counted where it is connected.
    if (!to.isElsewhere && !this.#bounds.mayReach(to, from, now)) return
    const about = handOver(from, to, offerId, now)
    if (!about) return
    const { infoHash } = from.swarm
    to.session.send({ kind: 'offer', infoHash, peerId: from.peerId, offerId, sdp }, about)
  }

  #takeBack(
    from: Peer,
    key: string,
    { peerId, offerId, sdp }: Pick<AnswerRequest<ByteText>, 'peerId' | 'offerId' | 'sdp'>,
    now: Milliseconds,
  ): void {
    const offer = takeOffer(from, key, now)
    if (!offer) return
    const { infoHash } = from.swarm
    offer.from.session.send({ kind: 'answer', infoHash, peerId, offerId, sdp }, offer)
  }

  /** By chance, but whoever has an offer of this peer already comes last. */
  #receivers(peer: Peer, count: number): readonly Peer[] {
    const has = new Set<Peer>()
    for (const { from, to } of peer.session.outbox) if (from === peer) has.add(to)
    return chooseReceivers(peer.swarm, peer, count, has, this.#options.random)
  }

  #join(session: Session, request: AnnounceRequest<ByteText>): Peer | null {
    const most = this.#options.limits.torrentsPerSocket
    if (most !== 0 && session.peers.size >= most) return null
    const swarm = this.#table.open(request.infoHash)
    const peer: Peer = {
      session,
      swarm,
      number: this.#table.nextNumber(),
      isElsewhere: false,
      peerId: request.peerId,
      isSeed: false,
      isPartialSeed: false,
      hasCompleted: false,
      heardAt: -Infinity,
      inbox: null,
      index: -1,
      bounds: newPeerBounds(),
    }
    swarm.add(peer)
    session.peers.set(swarm.infoHash, peer)
    this.#table.joined(swarm, this.#options.now())
    return peer
  }

  /** Before the peer counts as heard of: what it says covers the time since then. */
  #report(peer: Peer, { infoHash, peerId, uploaded, downloaded }: AnnounceRequest<ByteText>): void {
    const { member } = peer.session
    if (member === null) return
    const hadCompany = peer.swarm.hadCompanySince(peer.heardAt)
    this.#admission.report({ member, infoHash, peerId, uploaded, downloaded, hadCompany })
  }

  #setPartialSeed(peer: Peer, isPartialSeed: boolean): void {
    peer.swarm.partialSeeds += Number(isPartialSeed) - Number(peer.isPartialSeed)
    peer.isPartialSeed = isPartialSeed
  }

  #stop(session: Session, request: AnnounceRequest<ByteText>): void {
    const peer = session.peers.get(request.infoHash)
    // Several clients of one page may share a socket: only the last to announce is the peer, and may end it.
    if (peer?.peerId === request.peerId) {
      this.#report(peer, request)
      this.#leave(peer)
    }
    this.#reply(session, request.infoHash)
  }

  #leave(peer: Peer): void {
    forgetInbox(peer)
    peer.session.peers.delete(peer.swarm.infoHash)
    this.#setPartialSeed(peer, false)
    peer.swarm.remove(peer)
    this.#table.witness?.left(peer)
    this.#table.left(peer.swarm, this.#options.now())
  }

  /** An answer that nobody waits for is no error of the client's: offers expire and peers leave. */
  #answer(session: Session, request: AnswerRequest<ByteText>): void {
    const peer = session.peers.get(request.infoHash)
    if (peer?.peerId !== request.peerId) return
    const now = this.#options.now()
    peer.heardAt = now
    this.#takeBack(peer, request.toPeerId + request.offerId, request, now)
  }

  #scrape(session: Session, request: ScrapeRequest): void {
    session.send({
      kind: 'scrape',
      files: request.infoHashes.map((infoHash) => this.#table.countsOf(infoHash)),
    })
  }

  #reply(session: Session, infoHash: InfoHash): void {
    const { complete, incomplete } = this.#table.countsOf(infoHash)
    const { limits, random } = this.#options
    const intervalSeconds = interval(limits.intervalSeconds, limits.jitterPercent, random)
    session.send({ kind: 'reply', infoHash, intervalSeconds, complete, incomplete })
  }

  #refuse(session: Session, infoHash: InfoHash, reason: string): void {
    session.send({ kind: 'failure', action: 'announce', infoHash, reason })
  }
}

/** A peer that lacks something is a leecher, whatever its event: `completed` may mean the files it chose (BEP 21). */
export function isSeed(
  request: Pick<AnnounceRequest<ByteText>, 'left' | 'event'>,
  wasSeed: boolean,
): boolean {
  if (request.left !== null) return request.left === 0
  // Trystero sends no `left` at all.
  return wasSeed || request.event === 'completed'
}
