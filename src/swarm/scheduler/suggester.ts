import { EXTENT_LENGTH } from '../../core/pieces.ts'
import type { Commands } from './commands.ts'
import type { Geometry } from './geometry.ts'
import type { Milliseconds } from '../../core/brand.ts'
import type { PeerAbout } from './peerState.ts'

/** Blocks that a peer is told of ahead of what it is served: so many at least, and as much as it takes in this time. */
const AHEAD_BLOCKS = 8
const AHEAD: Milliseconds = 500
const LEAST_AHEAD = 2

/** Suggestions of one peer that are kept. */
export const MOST_SUGGESTED = 512

/**
 * Tells each peer that is served which pieces to fetch from us (BEP 6, suggest): another one to each, round after
 * round through all of them. Peers see only a part of the swarm; left to themselves they would ask a seed for
 * what somebody else has fetched from it already, and its line is what a new share waits for.
 */
export class Suggester {
  readonly #commands: Commands
  readonly #random: () => number
  /** All pieces, and how far through them we are: extents in random order, the pieces of each together. */
  readonly #order: number[]
  readonly #piecesPerExtent: number
  readonly #blocksPerPiece: number
  #next = 0

  constructor(geometry: Geometry, commands: Commands, random: () => number) {
    this.#commands = commands
    this.#random = random
    this.#order = Array.from({ length: geometry.pieceCount }, (_, piece) => piece)
    this.#piecesPerExtent = Math.max(1, Math.floor(EXTENT_LENGTH / geometry.pieceLength))
    this.#blocksPerPiece = Math.max(1, geometry.blocksIn(0))
    this.#shuffle()
  }

  /**
   * Tells the peer of some more pieces, if it has fetched those it was told of.
   *
   * @param rate that it is given at, blocks a millisecond
   */
  advise(peer: PeerAbout, rate: number): void {
    const blocks = Math.max(AHEAD_BLOCKS, rate * AHEAD)
    const ahead = Math.max(LEAST_AHEAD, Math.min(MOST_SUGGESTED, blocks / this.#blocksPerPiece))
    for (const piece of peer.advised) if (peer.pieces.has(piece)) peer.advised.delete(piece)
    // A peer that fetches something else is no reason to look through everything.
    for (let tries = 0; peer.advised.size < ahead && tries < 2 * this.#order.length; tries++) {
      const piece = this.#order[this.#next]
      if (++this.#next >= this.#order.length) this.#shuffle()
      if (piece === undefined || peer.pieces.has(piece) || peer.advised.has(piece)) continue
      peer.advised.add(piece)
      this.#commands.suggest(peer.key, piece)
    }
  }

  #shuffle(): void {
    this.#next = 0
    const step = this.#piecesPerExtent
    const extents = Array.from({ length: Math.ceil(this.#order.length / step) }, (_, extent) => extent)
    shuffle(extents, this.#random)
    const { length } = this.#order
    let at = 0
    for (const extent of extents) {
      for (let piece = extent * step; piece < Math.min(length, (extent + 1) * step); piece++)
        this.#order[at++] = piece
    }
  }
}

function shuffle(numbers: number[], random: () => number): void {
  for (let at = numbers.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [left, right] = [numbers[at] ?? 0, numbers[other] ?? 0]
    numbers[at] = right
    numbers[other] = left
  }
}
