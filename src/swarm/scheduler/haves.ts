import type { Milliseconds } from '../../core/brand.ts'
import type { Commands, PeerKey } from './commands.ts'
import type { PeerAbout } from './peerState.ts'

/** How long who has the piece already may wait to hear that we do. */
const PATIENCE: Milliseconds = 2000

/**
 * Tells peers which pieces are here. Who lacks a piece hears of it at once: it may want it. Who has it hears of
 * several together, a little later; for those it only counts how far we are. In a large swarm every piece is told to
 * dozens of peers, and a message of its own costs ten times what it says.
 */
export class Haves {
  readonly #peers: ReadonlyMap<PeerKey, PeerAbout>
  readonly #commands: Commands
  readonly #untold = new Map<PeerKey, number[]>()
  #toldAt: Milliseconds = -Infinity

  constructor(peers: ReadonlyMap<PeerKey, PeerAbout>, commands: Commands) {
    this.#peers = peers
    this.#commands = commands
  }

  /** The piece is here from now on. */
  add(piece: number): void {
    for (const { key, pieces, origin } of this.#peers.values()) {
      if (origin) continue
      if (!pieces.has(piece)) this.#commands.have(key, [piece])
      else if (this.#untold.get(key)?.push(piece) === undefined) this.#untold.set(key, [piece])
    }
  }

  /** The piece is not here any more. */
  forget(piece: number): void {
    for (const [key, pieces] of this.#untold)
      this.#untold.set(
        key,
        pieces.filter((each) => each !== piece),
      )
  }

  left(key: PeerKey): void {
    this.#untold.delete(key)
  }

  /** @param complete nothing is missing any more: that is worth telling at once */
  tick(now: Milliseconds, complete: boolean): void {
    if (!complete && now - this.#toldAt < PATIENCE) return
    this.#toldAt = now
    for (const [key, pieces] of this.#untold) this.#commands.have(key, pieces)
    this.#untold.clear()
  }
}
