import type { Milliseconds } from '../../core/brand.ts'
import type { ActivePiece } from './activePiece.ts'
import type { Blame } from './blame.ts'
import type { PeerState } from './peerState.ts'
import type { PieceTable } from './pieceTable.ts'
import type { Urgency } from './urgency.ts'

/**
 * Bytes of pieces that are wanted, begun and not complete, at most; but always a few pieces. What those who have them
 * are gone for stays begun, so a peer that can go on with none of them may begin another all the same, one at a time.
 */
const MOST_ACTIVE_BYTES = 64 * 1024 * 1024
const LEAST_ACTIVE = 8

/** Peers asked for one block at once, at the end. */
const MOST_HOLDERS = 2

/** A seed whose queue is longer is busy: it is asked for what only seeds have. */
const BUSY_QUEUE: Milliseconds = 30

/** Another peer is asked as well when it would be done in this part of the time that is still to wait. */
const WORTH_IT = 0.6

export interface Pick {
  readonly active: ActivePiece
  readonly index: number
}

/**
 * What to ask of a peer next: what is urgent; then the rest of pieces that are begun, because only whole ones
 * can be given on; then the rarest piece. While a seed is busy, what some leecher has is asked of leechers; a seed of
 * our kind says itself what it is to be asked for. At the very end, blocks that others are slow with are asked for twice.
 */
export class Picker {
  readonly #table: PieceTable
  readonly #urgency: Urgency
  readonly #blame: Blame
  readonly #mostActive: number

  constructor(table: PieceTable, urgency: Urgency, blame: Blame) {
    this.#table = table
    this.#urgency = urgency
    this.#blame = blame
    this.#mostActive = Math.max(LEAST_ACTIVE, MOST_ACTIVE_BYTES / table.geometry.pieceLength)
  }

  /** @param again whether it may be a block that another is asked for, if there is no other */
  pick(peer: PeerState, now: Milliseconds, again: boolean): Pick | null {
    if (peer.about.useful === 0) return null
    if (peer.about.idleAt !== this.#table.version) {
      const found = this.#urgent(peer) ?? this.#begun(peer, now) ?? this.#rarest(peer, now)
      if (found) return found
      // What a busy seed is not asked for now it may be asked for in a moment; and when a piece is complete, nothing
      // tells those who might not begin another.
      if (!peer.about.seed && !this.#isFull) peer.about.idleAt = this.#table.version
    }
    return again ? this.#again(peer, now) : null
  }

  #urgent(peer: PeerState): Pick | null {
    if (this.#urgency.idle) return null
    for (const { piece } of this.#urgency.pieces((each) => this.#table.isMissing(each))) {
      if (!peer.about.pieces.has(piece)) continue
      const active = this.#table.active.get(piece)
      if (active ? active.free > 0 && this.#suits(active, peer) : true) return this.#take(piece, peer)
    }
    return null
  }

  #begun(peer: PeerState, now: Milliseconds): Pick | null {
    const spare = this.#hasSpare(peer, now)
    for (const active of this.#table.open) {
      if (!peer.about.pieces.has(active.piece) || !this.#suits(active, peer)) continue
      if (spare || this.#table.rarity.count(active.piece) === 0) return this.#take(active.piece, peer)
    }
    return null
  }

  #rarest(peer: PeerState, now: Milliseconds): Pick | null {
    const { rarity } = this.#table
    if (this.#isFull && peer.requests.size > 0) return null
    const suggested = this.#suggested(peer)
    if (suggested !== null) return this.#take(suggested, peer)
    // A seed that suggests will suggest more; what it was not asked to give may be another's already.
    if (this.#leads(peer) && peer.requests.size > 0) return null
    const least = peer.about.seed ? 0 : 1
    const most = this.#hasSpare(peer, now) ? Infinity : 0
    const piece = rarity.find(least, most, (each) => peer.about.pieces.has(each))
    return piece === null ? null : this.#take(piece, peer)
  }

  get #isFull(): boolean {
    return this.#table.underWay >= this.#mostActive
  }

  /** The first piece that the peer told us to fetch from it, rather one that no leecher has got meanwhile. */
  #suggested(peer: PeerState): number | null {
    const { suggested, pieces } = peer.about
    let second: number | null = null
    for (const piece of suggested) {
      const isOpen = this.#table.isMissing(piece) && !this.#table.active.has(piece) && pieces.has(piece)
      if (!isOpen) suggested.delete(piece)
      else if (this.#table.rarity.count(piece) > 0) second ??= piece
      else {
        suggested.delete(piece)
        return piece
      }
    }
    if (second !== null) suggested.delete(second)
    return second
  }

  /** Whether the peer may be asked for what others have too. */
  #hasSpare(peer: PeerState, now: Milliseconds): boolean {
    const { queue, roundTrip } = peer.window
    if (this.#leads(peer)) return peer.requests.size === 0
    if (!peer.about.seed || queue <= BUSY_QUEUE) return true
    // What its line would hold without a queue.
    const share = peer.window.at(now) * (1 - queue / roundTrip)
    return peer.requests.size < Math.max(1, Math.floor(share))
  }

  /**
   * Whether it is a seed of our kind, which tells each of us what to ask it for as fast as it can give it. It does not
   * know what is wanted: who wants a part only would wait for what suits among what does not.
   */
  #leads({ about }: PeerState): boolean {
    return about.seed && about.suggests && about.paces && this.#table.wantsAll && this.#table.hasLeechers
  }

  /** A piece that came wrong before is to come from one peer alone, and from another when that one stops. */
  #suits(active: ActivePiece, peer: PeerState): boolean {
    if (!this.#table.isMissing(active.piece)) return false
    return isFor(active, peer) || active.deserted || active.sole?.choked === true
  }

  #take(piece: number, peer: PeerState): Pick | null {
    let active = this.#table.active.get(piece)
    if (active && !isFor(active, peer)) {
      // It begins anew: had it blocks of both, nobody could tell who lied.
      this.#table.abandon(active)
      active = undefined
    }
    if (!active) {
      active = this.#table.activate(piece)
      if (this.#blame.isSuspect(piece)) active.sole = peer.about
    }
    const index = active.firstFree()
    return index === null ? null : { active, index }
  }

  /** A block that somebody else is asked for and will take longer for. */
  #again(peer: PeerState, now: Milliseconds): Pick | null {
    if (peer.stalled) return null
    let best: Pick | null = null
    let longest = peer.expected / WORTH_IT
    for (const active of this.#late()) {
      if (!peer.about.pieces.has(active.piece) || !isFor(active, peer)) continue
      for (let index = 0; index < active.blocks; index++) {
        const wait = this.#wait(active, index, peer, now)
        if (wait <= longest) continue
        longest = wait
        best = { active, index }
      }
    }
    return best
  }

  /** The pieces whose blocks may be asked for twice: all at the very end, and what is overdue of what is urgent. */
  *#late(): Iterable<ActivePiece> {
    const { rarity, open, active } = this.#table
    if (!rarity.any && open.size === 0) yield* active.values()
    else if (!this.#urgency.idle) {
      for (const { piece } of this.#urgency.pieces((each) => this.#table.isMissing(each))) {
        const found = active.get(piece)
        if (found) yield found
      }
    }
  }

  /** How long the block will still take from whom it is asked of; -1 when it must not be asked for again. */
  #wait(active: ActivePiece, index: number, peer: PeerState, now: Milliseconds): Milliseconds {
    if (active.isHere(index)) return -1
    const holders = active.holders(index)
    const key = this.#table.geometry.key(active.piece, index)
    // What was taken from it for being overdue may come from it still.
    if (holders.length === 0 || holders.length >= MOST_HOLDERS || peer.requests.has(key)) return -1
    let least = Infinity
    for (const holder of holders) {
      const asked = holder.requests.get(key)?.sentAt ?? now
      const left = asked + holder.expected - now
      // Overdue: nobody knows for how long, so as much again is supposed.
      least = Math.min(least, left > 0 ? left : holder.expected)
    }
    return least
  }
}

/** Whether its blocks may come from the peer. */
function isFor(active: ActivePiece, peer: PeerState): boolean {
  return active.sole === null || active.sole === peer.about
}
