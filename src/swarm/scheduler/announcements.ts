import type { PieceSet } from '../../core/pieceSet.ts'
import type { Advisor } from './advisor.ts'
import type { Choker } from './choker.ts'
import type { PeerKey } from './commands.ts'
import type { Connections } from './connections.ts'
import type { Fetcher } from './fetcher.ts'
import type { Interest } from './interest.ts'
import type { PeerAbout } from './peerState.ts'
import type { PieceTable } from './pieceTable.ts'
import { MOST_SUGGESTED } from './suggester.ts'

export interface AnnouncementsOptions {
  readonly table: PieceTable
  readonly connections: Connections
  readonly fetcher: Fetcher
  readonly choker: Choker
  readonly interest: Interest
  readonly advisor: Advisor
}

/** What peers tell of themselves: what they have and allow, and whether they want something. */
export class Announcements {
  readonly #options: AnnouncementsOptions

  constructor(options: AnnouncementsOptions) {
    this.#options = options
  }

  /** The peer has these pieces and no others. */
  peerHas(key: PeerKey, pieces: PieceSet | readonly number[]): void {
    const { table } = this.#options
    const peer = table.peers.get(key)
    if (!peer) return
    table.replace(peer, pieces)
    this.#updateInterest(peer)
    this.#reconsider(peer)
  }

  have(key: PeerKey, piece: number): void {
    const { table, connections, fetcher, advisor } = this.#options
    const peer = table.peers.get(key)
    if (!peer || !table.announce(peer, piece)) return
    if (peer.advised.has(piece)) advisor.advise(key)
    this.#updateInterest(peer)
    // As a seed it may be asked for what no leecher has.
    if (peer.seed) return this.#reconsider(peer)
    // Of a piece that is here, or that others are asked for whole, there is nothing to ask.
    const active = table.active.get(piece)
    if (!table.isMissing(piece)) return
    if (active) {
      for (const path of connections.pathsOf(peer)) fetcher.handOver(piece, path)
    }
    if (active?.free !== 0) this.#reconsider(peer)
  }

  lostPiece(key: PeerKey, piece: number): void {
    const { table, fetcher } = this.#options
    const peer = table.peers.get(key)
    if (!peer || !table.withdraw(peer, piece)) return
    // It was to come from this peer alone, which now has not got it: it is to come from another.
    const active = table.active.get(piece)
    if (active?.sole === peer) {
      table.abandon(active)
      fetcher.offer(piece)
    }
    this.#updateInterest(peer)
  }

  /** The peer wants us to fetch this piece from it. */
  suggested(key: PeerKey, piece: number): void {
    const { table } = this.#options
    const peer = table.peers.get(key)
    if (!peer || !table.geometry.has(piece) || peer.suggested.size >= MOST_SUGGESTED) return
    peer.suggests = true
    if (peer.suggested.has(piece)) return
    peer.suggested.add(piece)
    if (table.isMissing(piece) && !table.active.has(piece)) this.#reconsider(peer)
  }

  /** @param refuses it says of each request that it will not answer any more that it will not (BEP 6) */
  choked(key: PeerKey, refuses: boolean): void {
    const { table, connections, fetcher } = this.#options
    const peer = table.peers.get(key)
    if (!peer || peer.choked) return
    peer.choked = true
    peer.suggested.clear()
    // What was to come from this peer alone may be asked of others now.
    table.version++
    for (const path of connections.pathsOf(peer)) fetcher.choked(path, refuses)
  }

  unchoked(key: PeerKey): void {
    const peer = this.#options.table.peers.get(key)
    if (!peer?.choked) return
    peer.choked = false
    this.#reconsider(peer)
  }

  interested(key: PeerKey, interested: boolean): void {
    const { table, connections, choker, advisor } = this.#options
    const receiver = connections.receivers.get(key)
    if (!receiver || receiver.interested === interested) return
    receiver.interested = interested
    if (interested) choker.begun(receiver)
    // What it was told of is not on its way to it: others are to be told.
    if (!interested) table.peers.get(key)?.advised.clear()
    choker.changed()
    advisor.adviseAll()
  }

  /** There may be something to ask of the peer. */
  #reconsider(peer: PeerAbout): void {
    peer.idleAt = -1
    for (const path of this.#options.connections.pathsOf(peer)) this.#options.fetcher.fill(path)
  }

  #updateInterest(peer: PeerAbout): void {
    const { connections, interest } = this.#options
    const receiver = connections.receivers.get(peer.key)
    if (receiver) receiver.seed = peer.seed
    interest.update(peer)
  }
}
