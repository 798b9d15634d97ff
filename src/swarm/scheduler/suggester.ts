import type { Milliseconds } from '../../core/brand.ts'
import { EXTENT_LENGTH } from '../../torrent/pieces.ts'
import type { Commands, PeerKey } from './commands.ts'
import type { Geometry } from './geometry.ts'
import type { PeerAbout } from './peerState.ts'
import { PieceSet } from '../../core/pieceSet.ts'

/** Blocks that a peer is told of ahead of what it is served: so many at least, and as much as it takes in this time. */
const AHEAD_BLOCKS = 8
const AHEAD: Milliseconds = 500
const LEAST_AHEAD = 2

/**
 * A peer that was sent so many times what it was told of, and none of a piece, does not want it: nobody says what they
 * did not select. The first told of is the first asked for, so twice leaves room for what others gave it.
 */
const MOST_PASSED_OVER = 2

/** Suggestions of one peer that are kept. */
export const MOST_SUGGESTED = 512

export interface SuggesterOptions {
  readonly geometry: Geometry
  readonly peers: ReadonlyMap<PeerKey, PeerAbout>
  readonly commands: Commands
  readonly random: () => number
  /** How many leechers have a piece. */
  readonly count: (piece: number) => number
}

/** Pieces to tell a peer of, one after the other, and how many may have each of them at the most. */
interface Plan {
  readonly pieces: Iterator<number>
  readonly count: number
  /** Peers who are not to have been told of it. */
  readonly told: () => readonly PeerAbout[]
}

/**
 * Tells each peer that is served which pieces to fetch from us (BEP 6, suggest): what the fewest have, and nobody
 * else was told of. Peers see only a part of the swarm; left to themselves they would ask a seed for what somebody
 * else has fetched from it already, and its line is what a new share waits for.
 */
export class Suggester {
  readonly #options: SuggesterOptions
  readonly #plans = new WeakMap<PeerAbout, Plan>()
  /** What each peer has been sent a part of, and lacks: it need not be told of that. */
  readonly #begun = new WeakMap<PeerAbout, Set<number>>()
  readonly #given: PieceSet
  readonly #piecesPerExtent: number
  readonly #blocksPerPiece: number

  constructor(options: SuggesterOptions) {
    this.#options = options
    const { geometry } = options
    this.#given = new PieceSet(geometry.pieceCount)
    this.#piecesPerExtent = Math.max(1, Math.floor(EXTENT_LENGTH / geometry.pieceLength))
    this.#blocksPerPiece = Math.max(1, geometry.blocksIn(0))
  }

  /** A block of the piece was sent to the peer. */
  sent(peer: PeerAbout, piece: number): void {
    this.#given.add(piece)
    peer.sent++
    peer.advised.delete(piece)
    this.#begunBy(peer).add(piece)
  }

  /**
   * Tells the peer of some more pieces, if it has fetched those it was told of, or passed them over.
   *
   * @param rate that it is given at, blocks a millisecond
   */
  advise(peer: PeerAbout, rate: number): void {
    const blocks = Math.max(AHEAD_BLOCKS, rate * AHEAD)
    const ahead = Math.max(LEAST_AHEAD, Math.min(MOST_SUGGESTED, blocks / this.#blocksPerPiece))
    const patience = MOST_PASSED_OVER * ahead * this.#blocksPerPiece
    for (const [piece, sent] of peer.advised) {
      if (peer.pieces.has(piece) || peer.sent - sent > patience) peer.advised.delete(piece)
    }
    const begun = this.#begunBy(peer)
    for (const piece of begun) if (peer.pieces.has(piece)) begun.delete(piece)
    // What it lacks beyond what it was told of: to plan for nothing would cost a look at every piece.
    const others = this.#options.geometry.pieceCount - peer.pieces.size - begun.size
    while (peer.advised.size < Math.min(ahead, others)) {
      const piece = this.#planned(peer) ?? this.#planAnew(peer)
      if (piece === null) return
      peer.advised.set(piece, peer.sent)
      this.#options.commands.suggest(peer.key, piece)
    }
  }

  /** The next piece of the peer's plan of which it still holds what was found when the plan was made. */
  #planned(peer: PeerAbout): number | null {
    const plan = this.#plans.get(peer)
    if (!plan) return null
    for (let next = plan.pieces.next(); !next.done; next = plan.pieces.next()) {
      const piece = next.value
      const isOpen = !this.#knows(peer, piece) && !plan.told().some(({ advised }) => advised.has(piece))
      if (isOpen && this.#countOf(piece) <= plan.count) return piece
    }
    return null
  }

  /** Plans what nobody was told of; if there is no such piece, others may be slow with those they were told of. */
  #planAnew(peer: PeerAbout): number | null {
    return this.#plan(peer, () => [...this.#options.peers.values()]) ?? this.#plan(peer, () => [peer])
  }

  /**
   * Plans what the fewest have: by extents in random order, the pieces of each together.
   *
   * @param told peers who are not to have been told of it
   */
  #plan(peer: PeerAbout, told: () => readonly PeerAbout[]): number | null {
    const { geometry, random } = this.#options
    const skipped = new Set(told().flatMap(({ advised }) => [...advised.keys()]))
    let open: number[] = []
    let count = Infinity
    for (let piece = 0; piece < geometry.pieceCount; piece++) {
      if (skipped.has(piece) || this.#knows(peer, piece)) continue
      const fewest = this.#countOf(piece)
      if (fewest < count) open = []
      count = Math.min(count, fewest)
      if (fewest === count) open.push(piece)
    }
    const places = Array.from({ length: geometry.pieceCount / this.#piecesPerExtent + 1 }, random)
    const placeOf = (piece: number) => places[Math.floor(piece / this.#piecesPerExtent)] ?? 0
    open.sort((left, right) => placeOf(left) - placeOf(right))
    this.#plans.set(peer, { pieces: open.values(), count, told })
    return this.#planned(peer)
  }

  /** It has the piece, or has begun to fetch it from us. */
  #knows(peer: PeerAbout, piece: number): boolean {
    return peer.pieces.has(piece) || this.#begunBy(peer).has(piece)
  }

  #begunBy(peer: PeerAbout): Set<number> {
    let begun = this.#begun.get(peer)
    if (!begun) this.#begun.set(peer, (begun = new Set()))
    return begun
  }

  /** How many have it, or will in a moment. */
  #countOf(piece: number): number {
    return Math.max(this.#options.count(piece), this.#given.has(piece) ? 1 : 0)
  }
}
