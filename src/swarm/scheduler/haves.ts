import type { Milliseconds } from '../../core/brand.ts'
import type { Choker } from './choker.ts'
import type { Commands, PeerKey } from './commands.ts'
import type { PeerAbout } from './peerState.ts'

/** How long who cannot fetch the piece from us, or has it already, may wait to hear that we do. */
const PATIENCE: Milliseconds = 2000

/** With more peers than these, all of them hear of several pieces together, even those that can fetch them. */
const MANY = 16

/** Who may fetch from us. */
type Served = Pick<Choker, 'serves' | 'hasRoom'>

/**
 * Tells peers which pieces are here. Who lacks a piece hears of it at once: it may want it. Who has it hears of
 * several together, a little later; for those it only counts how far we are. In a large swarm every piece is told to
 * dozens of peers, and a message of its own costs ten times what it says: there whoever we serve hears of it in the
 * next quarter of a second, and the rest, who can only wish for it, later.
 */
export class Haves {
  readonly #peers: ReadonlyMap<PeerKey, PeerAbout>
  readonly #commands: Commands
  readonly #choker: Served
  readonly #urgent = new Map<PeerKey, number[]>()
  readonly #idle = new Map<PeerKey, number[]>()
  #toldAt: Milliseconds = -Infinity

  constructor(peers: ReadonlyMap<PeerKey, PeerAbout>, commands: Commands, choker: Served) {
    this.#peers = peers
    this.#commands = commands
    this.#choker = choker
  }

  /** The piece is here from now on. */
  add(piece: number): void {
    const atOnce = this.#peers.size <= MANY
    const { hasRoom } = this.#choker
    for (const { key, pieces, origin } of this.#peers.values()) {
      if (origin) continue
      if (pieces.has(piece)) note(this.#idle, key, piece)
      else if (atOnce) this.#commands.have(key, [piece])
      else note(hasRoom || this.#choker.serves(key) ? this.#urgent : this.#idle, key, piece)
    }
  }

  /** The piece is not here any more. */
  forget(piece: number): void {
    for (const untold of [this.#urgent, this.#idle]) {
      for (const [key, pieces] of untold) {
        const left = pieces.filter((each) => each !== piece)
        if (left.length > 0) untold.set(key, left)
        else untold.delete(key)
      }
    }
  }

  left(key: PeerKey): void {
    this.#urgent.delete(key)
    this.#idle.delete(key)
  }

  /** @param complete nothing is missing any more: that is worth telling at once */
  tick(now: Milliseconds, complete: boolean): void {
    this.#tell(this.#urgent)
    if (!complete && now - this.#toldAt < PATIENCE) return
    this.#toldAt = now
    this.#tell(this.#idle)
  }

  #tell(untold: Map<PeerKey, number[]>): void {
    for (const [key, pieces] of untold) this.#commands.have(key, pieces)
    untold.clear()
  }
}

function note(untold: Map<PeerKey, number[]>, key: PeerKey, piece: number): void {
  const pieces = untold.get(key)
  if (pieces) pieces.push(piece)
  else untold.set(key, [piece])
}
