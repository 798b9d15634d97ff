import { PieceSet } from '../../core/pieceSet.ts'
import type { PieceRange } from '../../torrent/pieces.ts'
import { ActivePiece } from './activePiece.ts'
import type { PeerKey } from './commands.ts'
import type { Geometry } from './geometry.ts'
import type { PeerAbout, PeerState } from './peerState.ts'
import { Rarity } from './rarity.ts'

/** Told of each piece that is here from now on, or no longer. */
export type HereChanged = (piece: number, isHere: boolean) => void

/**
 * The ledger of a share: the state of every piece, and which peer has it. It is kept here and nowhere else, from when
 * it is known what the share holds; whoever else needs to know reads it. Each piece is in exactly one of: here; being
 * checked; active (some blocks asked for or here); untouched. An untouched one can be picked while it is wanted.
 */
export class PieceTable {
  readonly geometry: Geometry
  /** The pieces that are here: verified, and kept. */
  readonly here: PieceSet
  readonly peers = new Map<PeerKey, PeerAbout>()
  readonly rarity: Rarity
  readonly active = new Map<number, ActivePiece>()
  /** Those active ones that have blocks that nobody is asked for. */
  readonly open = new Set<ActivePiece>()
  /** Grows with every change that gives a peer something to be asked for. */
  version = 0
  /** Grows with every change of what a piece is, or of who has it. */
  changes = 0
  /** How many of the active ones are wanted: what is of the rest waits until they are wanted again. */
  underWay = 0
  #missing = 0
  /** Pieces that are neither here nor wanted. */
  #leftOut: number
  readonly #checking = new Set<number>()
  readonly #wanted: PieceSet
  readonly #followers: HereChanged[] = []

  /** @param random 0…1: among pieces that are equally rare */
  constructor(geometry: Geometry, random: () => number) {
    this.geometry = geometry
    this.here = new PieceSet(geometry.pieceCount)
    this.#wanted = new PieceSet(geometry.pieceCount)
    this.rarity = new Rarity(geometry.pieceCount, random)
    this.#leftOut = geometry.pieceCount
  }

  follow(told: HereChanged): void {
    this.#followers.push(told)
  }

  /** Whether it is wanted and not here; being checked counts as here. */
  isMissing(piece: number): boolean {
    return this.#wanted.has(piece) && !this.here.has(piece) && !this.#checking.has(piece)
  }

  /** Those that are wanted and not here, in order. */
  *missing(): Generator<number> {
    if (this.wantsNothing) return
    for (const piece of this.#wanted) if (this.isMissing(piece)) yield piece
  }

  /** These are wanted, and no others. */
  select(ranges: readonly PieceRange[]): void {
    const selected = new PieceSet(this.geometry.pieceCount)
    for (const { from, to } of ranges) for (let piece = from; piece <= to; piece++) selected.add(piece)
    for (let piece = 0; piece < selected.capacity; piece++) {
      const wanted = selected.has(piece)
      this.#change(piece, () => (wanted ? this.#wanted.add(piece) : this.#wanted.delete(piece)))
    }
  }

  setHere(piece: number, isHere: boolean): void {
    const before = this.here.has(piece)
    this.#change(piece, () => {
      this.#deactivate(piece)
      this.#checking.delete(piece)
      if (isHere) this.here.add(piece)
      else this.here.delete(piece)
    })
    if (this.here.has(piece) !== before) for (const told of this.#followers) told(piece, isHere)
  }

  /** These were found to be here. */
  addHere(pieces: Iterable<number>): void {
    for (const piece of pieces) this.setHere(piece, true)
  }

  /** All of its blocks came: it is checked. */
  check(piece: number): void {
    this.#change(piece, () => {
      this.#deactivate(piece)
      this.#checking.add(piece)
    })
  }

  /** Those of which everything came, and whose hash is being looked at. */
  get checking(): ReadonlySet<number> {
    return this.#checking
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
    this.changes++
  }

  /** The block came. Answers those who are asked for it in vain now. */
  receive(active: ActivePiece, index: number, sender: PeerState): readonly PeerState[] {
    const losers = active.receive(index, sender)
    if (active.free === 0) this.open.delete(active)
    this.changes++
    return losers
  }

  /** The peer will not send the block, or not soon. */
  release(active: ActivePiece, index: number, peer: PeerState): void {
    if (!active.release(index, peer)) return
    this.open.add(active)
    this.version++
    this.changes++
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
    for (const { seed, origin } of this.peers.values()) if (!seed && !origin) return true
    return false
  }

  // ── What peers have. A seed counts for no piece: rarity is about leechers, and what an origin may be asked for. ─

  /** The peer has this piece as well. False when it said so before. */
  announce(peer: PeerAbout, piece: number): boolean {
    if (!peer.pieces.add(piece)) return false
    if (this.isMissing(piece)) peer.useful++
    this.rarity.add(piece)
    if (peer.seed) this.rarity.leave()
    this.changes++
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
    this.changes++
    return true
  }

  /** The peer has these pieces and no others. */
  replace(peer: PeerAbout, pieces: PieceSet | readonly number[]): void {
    this.forget(peer)
    for (const piece of pieces) {
      if (peer.pieces.add(piece) && this.isMissing(piece)) peer.useful++
    }
    peer.counted = !peer.seed
    if (peer.counted) for (const piece of peer.pieces) this.rarity.add(piece)
  }

  /** The peer is gone. */
  forget(peer: PeerAbout): void {
    if (peer.counted && peer.seed) this.rarity.rejoin()
    if (peer.counted) this.#countAll(peer, 'remove')
    peer.pieces.clear()
    peer.counted = !peer.seed
    peer.useful = 0
    this.changes++
  }

  /** The swarm is left: nobody is there, and nothing on its way. */
  letGo(): void {
    for (const peer of this.peers.values()) this.forget(peer)
    this.peers.clear()
    for (const piece of [...this.active.keys(), ...this.#checking]) this.setHere(piece, false)
  }

  /** Tells how many peers have a piece at the moment, seeds and all; web seeds are none. */
  holders(): (piece: number) => number {
    const peers = [...this.peers.values()]
    const origins = peers.filter(({ origin }) => origin)
    const seeds = peers.filter(({ counted }) => !counted).length
    return (piece) =>
      this.rarity.holders(piece) + seeds - origins.filter(({ pieces }) => pieces.has(piece)).length
  }

  /**
   * Whether the peer has something that is wanted and not here, being checked included; as long as nothing is wanted,
   * anything that is not here.
   */
  lacksOf(peer: PeerAbout): boolean {
    return peer.pieces.hasBeyond(this.here, this.#wanted.size > 0 ? this.#wanted : peer.pieces)
  }

  #countAll(peer: PeerAbout, change: 'add' | 'remove'): void {
    for (const piece of peer.pieces) this.rarity[change](piece)
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
    this.changes++
    const after = this.isMissing(piece)
    this.#leftOut += Number(this.#isLeftOut(piece)) - Number(wasLeftOut)
    this.underWay += Number(after && this.active.has(piece)) - Number(wasUnderWay)
    this.rarity.setPickable(piece, after && !this.active.has(piece))
    if (before === after) return
    if (after) this.version++
    this.#missing += after ? 1 : -1
    for (const peer of this.peers.values()) {
      if (peer.pieces.has(piece)) peer.useful += after ? 1 : -1
    }
  }
}
