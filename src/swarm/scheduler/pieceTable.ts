import { ActivePiece } from './activePiece.ts'
import type { Geometry } from './geometry.ts'
import { PieceSet } from './pieceSet.ts'
import type { PeerAbout, PeerState } from './peerState.ts'
import { Rarity } from './rarity.ts'

/**
 * The state of every piece. Each is in exactly one of: here; being checked; active (some blocks asked for or
 * here); untouched. An untouched one can be picked while it is wanted.
 */
export class PieceTable {
  readonly geometry: Geometry
  readonly here: PieceSet
  readonly rarity: Rarity
  readonly active = new Map<number, ActivePiece>()
  /** Those active ones that have blocks that nobody is asked for. */
  readonly open = new Set<ActivePiece>()
  /** Grows with every change that gives a peer something to be asked for. */
  version = 0
  /** How many of the active ones are wanted: what is of the rest waits until they are wanted again. */
  underWay = 0
  #missing = 0
  /** Pieces that are neither here nor wanted. */
  #leftOut: number
  readonly #checking = new Set<number>()
  readonly #wanted: PieceSet
  readonly #peers: ReadonlyMap<number, PeerAbout>

  constructor(geometry: Geometry, peers: ReadonlyMap<number, PeerAbout>, random: () => number) {
    this.geometry = geometry
    this.here = new PieceSet(geometry.pieceCount)
    this.#wanted = new PieceSet(geometry.pieceCount)
    this.rarity = new Rarity(geometry.pieceCount, random)
    this.#peers = peers
    this.#leftOut = geometry.pieceCount
  }

  /** Whether it is wanted and not here; being checked counts as here. */
  isMissing(piece: number): boolean {
    return this.#wanted.has(piece) && !this.here.has(piece) && !this.#checking.has(piece)
  }

  want(piece: number, wanted: boolean): void {
    this.#change(piece, () => (wanted ? this.#wanted.add(piece) : this.#wanted.delete(piece)))
  }

  setHere(piece: number, here: boolean): void {
    this.#change(piece, () => {
      this.#deactivate(piece)
      this.#checking.delete(piece)
      if (here) this.here.add(piece)
      else this.here.delete(piece)
    })
  }

  /** All of its blocks came: it is checked. */
  check(piece: number): void {
    this.#change(piece, () => {
      this.#deactivate(piece)
      this.#checking.add(piece)
    })
  }

  /** Whether all of it came and its hash is being looked at. */
  isChecking(piece: number): boolean {
    return this.#checking.has(piece)
  }

  activate(piece: number): ActivePiece {
    const active = new ActivePiece(piece, this.geometry.blocksIn(piece))
    this.#change(piece, () => this.active.set(piece, active))
    this.open.add(active)
    return active
  }

  ask(active: ActivePiece, index: number, peer: PeerState): void {
    active.ask(index, peer)
    if (active.free === 0) this.open.delete(active)
  }

  /** The peer will not send the block, or not soon. */
  release(active: ActivePiece, index: number, peer: PeerState): void {
    if (!active.release(index, peer)) return
    this.open.add(active)
    this.version++
  }

  /** Gives up what came of a piece so far. */
  abandon(active: ActivePiece): void {
    this.setHere(active.piece, false)
    this.version++
  }

  /** Whether nothing that is wanted is missing. */
  get wantsNothing(): boolean {
    return this.#missing === 0
  }

  /** Whether everything that is not here is wanted. */
  get wantsAll(): boolean {
    return this.#leftOut === 0
  }

  /** Whether there is anybody who fetches as we do. */
  get hasLeechers(): boolean {
    for (const { seed, origin } of this.#peers.values()) if (!seed && !origin) return true
    return false
  }

  // ── What peers have. A seed counts for no piece: rarity is about leechers, and what an origin may be asked for. ─

  /** The peer has this piece as well. False when it said so before. */
  announce(peer: PeerAbout, piece: number): boolean {
    if (!peer.pieces.add(piece)) return false
    if (this.isMissing(piece)) peer.useful++
    this.rarity.add(piece)
    if (peer.seed) this.rarity.leave()
    return true
  }

  /** The peer does not have the piece any more. */
  withdraw(peer: PeerAbout, piece: number): boolean {
    if (!peer.pieces.has(piece)) return false
    // Once a peer: from then on its pieces are counted, also when it has all again.
    if (peer.seed && peer.counted) this.rarity.rejoin()
    else if (peer.seed) this.#countAll(peer, 'add')
    peer.counted = true
    peer.pieces.delete(piece)
    if (this.isMissing(piece)) peer.useful--
    this.rarity.remove(piece)
    return true
  }

  /** The peer has these pieces and no others. */
  replace(peer: PeerAbout, pieces: readonly number[]): void {
    this.forget(peer)
    for (const piece of pieces) {
      peer.pieces.add(piece)
      if (this.isMissing(piece)) peer.useful++
    }
    peer.counted = !peer.seed
    if (peer.counted) for (const piece of pieces) this.rarity.add(piece)
  }

  /** The peer is gone. */
  forget(peer: PeerAbout): void {
    if (peer.counted && peer.seed) this.rarity.rejoin()
    if (peer.counted) this.#countAll(peer, 'remove')
    peer.counted = false
    peer.pieces.clear()
    peer.useful = 0
  }

  #countAll(peer: PeerAbout, change: 'add' | 'remove'): void {
    for (let piece = 0; piece < this.geometry.pieceCount; piece++) {
      if (peer.pieces.has(piece)) this.rarity[change](piece)
    }
  }

  #isLeftOut(piece: number): boolean {
    return !this.#wanted.has(piece) && !this.here.has(piece)
  }

  #deactivate(piece: number): void {
    const active = this.active.get(piece)
    if (!active) return
    this.active.delete(piece)
    this.open.delete(active)
  }

  #change(piece: number, change: () => void): void {
    const before = this.isMissing(piece)
    const wasUnderWay = before && this.active.has(piece)
    const wasLeftOut = this.#isLeftOut(piece)
    change()
    const after = this.isMissing(piece)
    this.#leftOut += Number(this.#isLeftOut(piece)) - Number(wasLeftOut)
    this.underWay += Number(after && this.active.has(piece)) - Number(wasUnderWay)
    this.rarity.setPickable(piece, after && !this.active.has(piece))
    if (before === after) return
    if (after) this.version++
    this.#missing += after ? 1 : -1
    for (const peer of this.#peers.values()) {
      if (peer.pieces.has(piece)) peer.useful += after ? 1 : -1
    }
  }
}
