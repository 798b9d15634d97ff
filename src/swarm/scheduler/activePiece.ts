import type { PeerAbout, PeerState } from './peerState.ts'

/** Not asked of anybody, asked of somebody, here. */
const FREE = 0
const ASKED = 1
const HERE = 2

const NOBODY: readonly PeerState[] = []

/** A piece that is being fetched: every block is free, asked of one or two peers, or here. */
export class ActivePiece {
  readonly piece: number
  /** Whom all of it is to be had from, after it came wrong from several. */
  sole: PeerAbout | null = null
  /** That one does not go on with it: it was late with a block, or would not send it, and none came since. */
  deserted = false
  /** Blocks that nobody is asked for. */
  free: number
  readonly #states: Uint8Array
  readonly #holders: (PeerState[] | undefined)[] = []
  /** Who sent each block, by key. */
  readonly #senders: number[] = []
  #missing: number

  constructor(piece: number, blocks: number) {
    this.piece = piece
    this.free = blocks
    this.#missing = blocks
    this.#states = new Uint8Array(blocks)
  }

  get blocks(): number {
    return this.#states.length
  }

  get complete(): boolean {
    return this.#missing === 0
  }

  /** Whether somebody is asked for a block of it. */
  get isAsked(): boolean {
    return this.free < this.#missing
  }

  /** Who sent each of its blocks. */
  get senders(): readonly number[] {
    return this.#senders
  }

  isHere(index: number): boolean {
    return this.#states[index] === HERE
  }

  firstFree(): number | null {
    const index = this.free > 0 ? this.#states.indexOf(FREE) : -1
    return index < 0 ? null : index
  }

  /** Whom the block is asked of. */
  holders(index: number): readonly PeerState[] {
    return this.#holders[index] ?? NOBODY
  }

  ask(index: number, peer: PeerState): void {
    if (this.#states[index] === FREE) {
      this.#states[index] = ASKED
      this.free--
    }
    const holders = this.#holders[index]
    if (holders) holders.push(peer)
    else this.#holders[index] = [peer]
  }

  /** The peer will not send the block, or not soon. True when nobody is asked for it any more. */
  release(index: number, peer: PeerState): boolean {
    const holders = this.#holders[index]
    const at = holders?.indexOf(peer) ?? -1
    if (!holders || at < 0) return false
    holders.splice(at, 1)
    if (holders.length > 0 || this.#states[index] !== ASKED) return false
    this.#states[index] = FREE
    this.free++
    return true
  }

  /** The block came. Answers those who are asked for it in vain now. */
  receive(index: number, sender: PeerState): readonly PeerState[] {
    const losers = this.holders(index).filter((holder) => holder !== sender)
    if (this.#states[index] === FREE) this.free--
    this.#states[index] = HERE
    this.#holders[index] = undefined
    this.#senders[index] = sender.about.key
    this.#missing--
    return losers
  }
}
