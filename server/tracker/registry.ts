import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type {
  AnnounceRequest,
  AnswerRequest,
  ClientMessage,
  ScrapeRequest,
  SwarmCounts,
} from '../../src/wire/trackerMessages.ts'
import type { TrackerLimits } from './limits.ts'
import { forgetExpired, forgetInbox, handOver, takeOffer } from './pendingOffers.ts'
import type { Peer, Session } from './records.ts'
import { Swarm } from './swarm.ts'

export interface RegistryOptions {
  /** A clock that never goes back. */
  readonly now: () => Milliseconds
  /** In [0, 1). */
  readonly random: () => number
  readonly limits: Pick<
    TrackerLimits,
    'intervalSeconds' | 'torrentsPerSocket' | 'offersPerAnnounce' | 'scrapeHashes'
  >
}

/** Missed announces after which a peer is taken for gone; a little more than two, for late timers and slow lines. */
const SILENT_INTERVALS = 2.25

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
  readonly #swarms = new Map<InfoHash, Swarm<Peer>>()
  #peerCount = 0

  constructor(options: RegistryOptions) {
    this.#options = options
  }

  get counts(): { readonly swarms: number; readonly peers: number; readonly sessions: number } {
    return { swarms: this.#swarms.size, peers: this.#peerCount, sessions: this.#sessions.size }
  }

  /** Opens a session; `send` must not throw and must not call back into the registry. */
  connect(send: Session['send']): Session {
    const session: Session = { send, peers: new Map(), outbox: new Set(), pingedAt: -Infinity }
    this.#sessions.add(session)
    return session
  }

  /** Ends a session with all its peers. */
  disconnect(session: Session): void {
    if (!this.#sessions.delete(session)) return
    for (const peer of session.peers.values()) this.#leave(peer)
    forgetExpired(session, Infinity)
  }

  /** The client sent a ping of its own: it is alive, even if it announces at longer intervals than ours. */
  pinged(session: Session): void {
    session.pingedAt = this.#options.now()
  }

  /** Does what a client asks, and sends the reply and what goes to others. */
  receive(session: Session, message: ClientMessage): void {
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
      if (session.pingedAt > silentSince) continue
      for (const peer of session.peers.values()) if (peer.heardAt <= silentSince) this.#leave(peer)
    }
  }

  #announce(session: Session, request: AnnounceRequest): void {
    const { limits, now, random } = this.#options
    const peer = session.peers.get(request.infoHash) ?? this.#join(session, request)
    if (!peer) {
      session.send({
        kind: 'failure',
        action: 'announce',
        infoHash: request.infoHash,
        reason: `one connection may be in ${limits.torrentsPerSocket} swarms at most`,
      })
      return
    }
    const { swarm } = peer
    peer.peerId = request.peerId
    peer.heardAt = now()
    swarm.setSeed(peer, isSeed(request, peer.isSeed))
    if (request.event === 'completed' && peer.isSeed && !peer.hasCompleted) {
      peer.hasCompleted = true
      swarm.downloaded += 1
    }
    this.#reply(session, request.infoHash)

    const offers =
      limits.offersPerAnnounce === 0 ? request.offers : request.offers.slice(0, limits.offersPerAnnounce)
    if (offers.length === 0) return
    const receivers = swarm.sample(peer, offers.length, random)
    receivers.forEach((receiver, index) => {
      const offer = offers[index]
      // A client takes no offer of its own: the same id on another socket is most likely its own former self.
      if (!offer || receiver.peerId === peer.peerId) return
      if (!handOver(peer, receiver, offer.offerId, peer.heardAt)) return
      receiver.session.send({ kind: 'offer', infoHash: swarm.infoHash, peerId: peer.peerId, ...offer })
    })
  }

  #join(session: Session, request: AnnounceRequest): Peer | null {
    const most = this.#options.limits.torrentsPerSocket
    if (most !== 0 && session.peers.size >= most) return null
    let swarm = this.#swarms.get(request.infoHash)
    if (!swarm) {
      swarm = new Swarm<Peer>(request.infoHash)
      this.#swarms.set(swarm.infoHash, swarm)
    }
    const peer: Peer = {
      session,
      swarm,
      peerId: request.peerId,
      isSeed: false,
      hasCompleted: false,
      heardAt: 0,
      inbox: null,
      index: -1,
    }
    swarm.add(peer)
    session.peers.set(swarm.infoHash, peer)
    this.#peerCount += 1
    return peer
  }

  #stop(session: Session, request: AnnounceRequest): void {
    const peer = session.peers.get(request.infoHash)
    // Several clients of one page may share a socket: only the last to announce is the peer, and may end it.
    if (peer?.peerId === request.peerId) this.#leave(peer)
    this.#reply(session, request.infoHash)
  }

  #leave(peer: Peer): void {
    forgetInbox(peer)
    peer.session.peers.delete(peer.swarm.infoHash)
    peer.swarm.remove(peer)
    this.#peerCount -= 1
    if (peer.swarm.size === 0) this.#swarms.delete(peer.swarm.infoHash)
  }

  /** An answer that nobody waits for is no error of the client's: offers expire and peers leave. */
  #answer(session: Session, request: AnswerRequest): void {
    const peer = session.peers.get(request.infoHash)
    if (peer?.peerId !== request.peerId) return
    const now = this.#options.now()
    peer.heardAt = now
    const offer = takeOffer(peer, request.toPeerId, request.offerId, now)
    offer?.from.session.send({
      kind: 'answer',
      infoHash: request.infoHash,
      peerId: request.peerId,
      offerId: request.offerId,
      sdp: request.sdp,
    })
  }

  #scrape(session: Session, request: ScrapeRequest): void {
    const most = this.#options.limits.scrapeHashes
    if (most !== 0 && request.infoHashes.length > most) {
      const reason = `one scrape may ask about ${most} info hashes at most`
      session.send({ kind: 'failure', action: 'scrape', infoHash: null, reason })
      return
    }
    session.send({ kind: 'scrape', files: request.infoHashes.map((infoHash) => this.#countsOf(infoHash)) })
  }

  #reply(session: Session, infoHash: InfoHash): void {
    const { complete, incomplete } = this.#countsOf(infoHash)
    const { intervalSeconds } = this.#options.limits
    session.send({ kind: 'reply', infoHash, intervalSeconds, complete, incomplete })
  }

  #countsOf(infoHash: InfoHash): SwarmCounts {
    const swarm = this.#swarms.get(infoHash)
    return {
      infoHash,
      complete: swarm?.complete ?? 0,
      incomplete: swarm?.incomplete ?? 0,
      downloaded: swarm?.downloaded ?? 0,
    }
  }
}

/** A peer that lacks something is a leecher, whatever its event: `completed` may mean the files it chose (BEP 21). */
function isSeed(request: AnnounceRequest, wasSeed: boolean): boolean {
  if (request.left !== null) return request.left === 0
  // Trystero sends no `left` at all.
  return wasSeed || request.event === 'completed'
}
