import type { Bytes } from '../../core/brand.ts'
import type { Block } from './geometry.ts'

/** A peer, or a lane beside the first connection to one, as the scheduler and its owner name it to each other. */
export type PeerKey = number

/**
 * What the scheduler wants done. Called in the middle of its work: none of these may call the scheduler back
 * before they return. What is done with blocks and pings is done over one connection, a lane's or the peer's first.
 */
export interface Commands {
  request(peer: PeerKey, block: Block): void
  cancel(peer: PeerKey, block: Block): void
  interested(peer: PeerKey): void
  notInterested(peer: PeerKey): void
  /** Tell the peer that these pieces are here. */
  have(peer: PeerKey, pieces: readonly number[]): void
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
  /** Bytes that were sent over the connection and wait in this browser still. */
  waiting(connection: PeerKey): Bytes
  /** Open so many lanes to the peer; say `laneJoined` of each, and `lanesRefused` when there are fewer. */
  widen(peer: PeerKey, lanes: number): void
  /** Close the lane. */
  narrow(lane: PeerKey): void
  /** End the connection and refuse the peer from now on: it sends what is false. */
  ban(peer: PeerKey): void
  /** End the connection: nothing comes of it. */
  drop(peer: PeerKey): void
}
