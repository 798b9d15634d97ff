import type { PeerKey } from './commands.ts'
import type { Block } from './geometry.ts'
import type { PieceTable } from './pieceTable.ts'
import type { Receiver } from './receiver.ts'
import type { Suggester } from './suggester.ts'

export interface AdvisorOptions {
  readonly table: PieceTable
  readonly receivers: ReadonlyMap<PeerKey, Receiver>
  readonly suggester: Suggester
}

/** Decides whom to tell what to fetch from us. Only a seed advises: the rest see as little as those they would tell. */
export class Advisor {
  readonly #options: AdvisorOptions

  constructor(options: AdvisorOptions) {
    this.#options = options
  }

  adviseAll(): void {
    const { table, receivers } = this.#options
    if (table.here.full) for (const key of receivers.keys()) this.advise(key)
  }

  advise(key: PeerKey): void {
    const { table, receivers, suggester } = this.#options
    const [peer, receiver] = [table.peers.get(key), receivers.get(key)]
    if (!peer || !receiver || !receiver.interested || !table.here.full) return
    // A choked peer will not fetch it, so others are to be told of it.
    if (receiver.choked) return peer.advised.clear()
    suggester.advise(peer, receiver.rate)
  }

  /** A block was sent to the peer. */
  sent(key: PeerKey, { piece }: Block): void {
    const peer = this.#options.table.peers.get(key)
    if (!peer) return
    this.#options.suggester.sent(peer, piece)
    this.advise(key)
  }
}
