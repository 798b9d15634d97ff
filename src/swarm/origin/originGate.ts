import type { Milliseconds } from '../../core/brand.ts'

/** Nobody who is connected has it, and it is needed by then: the origin is asked. */
const NEAR: Milliseconds = 4000
/** Further ahead, each viewer asks for its own part, and gets the rest from the others. */
const FAR: Milliseconds = 10_000
/** The only one who watches reads further ahead: nobody else is going to help. */
const ALONE: Milliseconds = 20_000
/** Others are known, and the connections to them are still being made: no more than it takes to begin. */
const JOINING: Milliseconds = 2500
/** Somebody has it, and it is not going to be here in time. */
const RESCUE: Milliseconds = 2000

/** Pieces of a plain download that an origin is asked for at once, when nobody else is there. */
const DOWNLOADING = 24

/** How things stand with the swarm. */
export interface GateView {
  readonly now: Milliseconds
  /** The missing pieces that somebody here reads or is about to, and when each is due. */
  readonly due: Iterable<{ readonly piece: number; readonly due: Milliseconds }>
  /** Pieces that are wanted and missing, in any order; looked at only while nothing is due. */
  readonly missing: Iterable<number>
  /** Whether a connected peer that lets us fetch has the piece. */
  readonly peerHas: (piece: number) => boolean
  /** Connected peers. */
  readonly peers: number
  /** Others are known, and none is connected yet. */
  readonly joining: boolean
}

/**
 * Which pieces an origin is to be asked for now: what is urgent, and what nobody else has. Everything else comes from
 * the other viewers, so that ten of them cost the publisher little more than one.
 */
export class OriginGate {
  /** 0…1 for each piece: which of the viewers fetches it ahead of the others. */
  readonly #lots: (piece: number) => number

  /** @param seed another one for each viewer */
  constructor(seed: number) {
    this.#lots = (piece) => lot(piece, seed)
  }

  choose(view: GateView): ReadonlySet<number> {
    const chosen = new Set<number>()
    let reading = false
    for (const { piece, due } of view.due) {
      reading = true
      if (due - view.now < this.#horizon(piece, view)) chosen.add(piece)
    }
    return reading ? chosen : this.#download(view)
  }

  #horizon(piece: number, { peerHas, peers, joining }: GateView): Milliseconds {
    if (joining) return JOINING
    if (peers === 0) return ALONE
    if (peerHas(piece)) return RESCUE
    return this.#lots(piece) < 1 / (peers + 1) ? FAR : NEAR
  }

  /** Nobody watches: what none of the others has, each beginning elsewhere. */
  #download({ missing, peerHas, peers, joining }: GateView): ReadonlySet<number> {
    if (joining) return new Set()
    const most = Math.ceil(DOWNLOADING / (peers + 1))
    const rare = [...missing].filter((piece) => !peerHas(piece))
    const ranked = rare
      .map((piece) => [this.#lots(piece), piece] as const)
      .sort(([left], [right]) => left - right)
    return new Set(ranked.slice(0, most).map(([, piece]) => piece))
  }
}

/** A number from 0 up to 1 that is the same for the same two (a round of mulberry32). */
function lot(piece: number, seed: number): number {
  let mixed = Math.imul((piece * 0x9e3779b1) ^ seed, 0x85ebca6b) >>> 0
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 12)) >>> 0) / 4_294_967_296
}
