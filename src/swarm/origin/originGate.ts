import type { Bytes, Milliseconds } from '../../core/brand.ts'

/**
 * Nobody who is connected has it: it falls by lot to one of those who are there, who asks the origin long before it is
 * due, and gives it to the others before their time comes. Everybody draws the same lots from the ids of all, so that
 * nothing has to be said. Should the one not have come to it, the next are there.
 */
const MINE: Milliseconds = 15_000
const NEXT: Milliseconds = 6000
const LAST: Milliseconds = 3000
/** The only one who watches reads further ahead: nobody else is going to help. */
const ALONE: Milliseconds = 15_000
/**
 * There is no picture yet, at the beginning or after a jump: no more than a line holds, so that what the player turns to
 * next, such as an index at the end of the file, need not wait for what it has turned away from.
 */
const BEGINNING: Milliseconds = 1000
/** So much at least, or a film of few bits would take a round trip for every piece. */
const LEAST: Bytes = 256 * 1024
/**
 * Others are known, and the connections to them are still being made: no more than it takes to begin; more and more
 * should that take longer than it usually does.
 */
const JOINING: Milliseconds = 250
/** The same once it plays: it should not have to stop again at once. */
const PLAYING_JOINING: Milliseconds = 800
const USUAL_JOINING: Milliseconds = 1000
const JOINING_GROWTH = 0.5
/** A plain download waits for them no longer than that. */
const DOWNLOAD_JOINING: Milliseconds = 6000
/** Somebody has it, and it is not going to be here in time. */
const RESCUE: Milliseconds = 1500
/** The same for who has just begun, and is about to get far more from the others. */
const SETTLING: Milliseconds = 4000
const EARLY_RESCUE: Milliseconds = 450
/** Somebody has it who gives to others now, and may give it to one of those who give to us. */
const TURN: Milliseconds = 1500

/** Pieces of a plain download that an origin is asked for at once, when nobody else is there. */
const DOWNLOADING = 24

/** How things stand with the swarm. */
export interface GateView {
  readonly now: Milliseconds
  /** The missing pieces that somebody here reads or is about to, and when each is due; the soonest first. */
  readonly due: Iterable<{ readonly piece: number; readonly due: Milliseconds }>
  /** Somebody watches, or is about to: what is not due is nobody's hurry. `begun`: there is a picture. */
  readonly watched: 'no' | 'beginning' | 'begun'
  /** Pieces that are wanted and missing, in any order; looked at only while nothing is due. */
  readonly missing: Iterable<number>
  /** Whether a connected peer has the piece: `open` lets us fetch, `choked` may soon. */
  readonly amongPeers: (piece: number) => 'nobody' | 'choked' | 'open'
  /** What connected peers draw their lots by. */
  readonly peers: readonly number[]
  /** Others are known, and none is connected yet that has told what it has: for so long. Null otherwise. */
  readonly joining: Milliseconds | null
}

/**
 * Which pieces an origin is to be asked for now: what is urgent, and what nobody else has. Everything else comes from
 * the other viewers, so that ten of them cost the publisher little more than one.
 */
export class OriginGate {
  readonly #seed: number
  readonly #pieceLength: Bytes
  /** Since when there is a picture. */
  #begunAt: Milliseconds | null = null

  /** @param seed what this viewer draws its lots by, another one for each; see {@link seedOf} */
  constructor(seed: number, pieceLength: Bytes) {
    this.#seed = seed
    this.#pieceLength = pieceLength
  }

  choose(view: GateView): ReadonlySet<number> {
    this.#begunAt = view.watched === 'begun' ? (this.#begunAt ?? view.now) : null
    const chosen = new Set<number>()
    const isAlone = view.peers.length === 0 && view.joining === null
    const least = isAlone ? Math.ceil(LEAST / this.#pieceLength) : 0
    let reading = false
    for (const { piece, due } of view.due) {
      const isNear = view.watched === 'beginning' && chosen.size < least && due - view.now < ALONE
      reading = true
      if (isNear || due - view.now < this.#horizon(piece, view)) chosen.add(piece)
    }
    return reading || view.watched !== 'no' ? chosen : this.#download(view)
  }

  #horizon(piece: number, { now, amongPeers, peers, joining, watched }: GateView): Milliseconds {
    if (joining !== null) {
      const least = watched === 'begun' ? PLAYING_JOINING : JOINING
      return least + Math.max(0, joining - USUAL_JOINING) * JOINING_GROWTH
    }
    if (peers.length === 0) return watched === 'beginning' ? BEGINNING : ALONE
    const holder = amongPeers(piece)
    if (holder === 'open') return this.#isSettled(now) ? RESCUE : EARLY_RESCUE
    if (holder === 'choked') return TURN
    const before = this.#before(piece, peers)
    if (before === 0) return MINE
    return before === 1 ? NEXT : LAST
  }

  #isSettled(now: Milliseconds): boolean {
    return this.#begunAt !== null && now - this.#begunAt > SETTLING
  }

  /** How many of the others it falls to before it falls to this one. */
  #before(piece: number, peers: readonly number[]): number {
    const mine = lot(piece, this.#seed)
    return peers.reduce((count, seed) => (lot(piece, seed) > mine ? count + 1 : count), 0)
  }

  /** Nobody watches: what none of the others has, each beginning elsewhere. */
  #download({ missing, amongPeers, peers, joining }: GateView): ReadonlySet<number> {
    if (joining !== null && joining < DOWNLOAD_JOINING) return new Set()
    const most = Math.ceil(DOWNLOADING / (peers.length + 1))
    const rare = [...missing].filter((piece) => amongPeers(piece) !== 'open')
    const ranked = rare
      .map((piece) => [lot(piece, this.#seed), piece] as const)
      .sort(([left], [right]) => right - left)
    return new Set(ranked.slice(0, most).map(([, piece]) => piece))
  }
}

/** A number from 0 up to 1 that is the same for the same two (a round of mulberry32). */
export function lot(piece: number, seed: number): number {
  let mixed = Math.imul((piece * 0x9e3779b1) ^ seed, 0x85ebca6b) >>> 0
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 12)) >>> 0) / 4_294_967_296
}
