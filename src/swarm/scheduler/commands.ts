import type { Block } from './geometry.ts'

/** A peer as the scheduler and its owner name it to each other. */
export type PeerKey = number

/**
 * What the scheduler wants done. Called in the middle of its work: none of these may call the scheduler back
 * before they return.
 */
export interface Commands {
  request(peer: PeerKey, block: Block): void
  cancel(peer: PeerKey, block: Block): void
  interested(peer: PeerKey): void
  notInterested(peer: PeerKey): void
  choke(peer: PeerKey): void
  unchoke(peer: PeerKey): void
  /** Tell the peer to fetch this piece from us before others. */
  suggest(peer: PeerKey, piece: number): void
  /** Read the block and send it, then say so with `sent` or `notSent`. */
  serve(peer: PeerKey, block: Block): void
  /**
   * Ask for an answer as soon as all that was sent has arrived; say `answered` with this number. False when the peer
   * cannot be asked.
   */
  ping(peer: PeerKey, token: number): boolean
  /** End the connection and refuse the peer from now on: it sends what is false. */
  ban(peer: PeerKey): void
  /** End the connection: nothing comes of it. */
  drop(peer: PeerKey): void
}
