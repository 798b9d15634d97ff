import type { Blame } from './blame.ts'
import type { PeerKey } from './commands.ts'
import type { Connections } from './connections.ts'
import type { Arrival, Fetcher } from './fetcher.ts'
import type { Block } from './geometry.ts'
import type { Haves } from './haves.ts'
import type { Interest } from './interest.ts'
import type { PieceTable } from './pieceTable.ts'

export interface ArrivalsOptions {
  readonly table: PieceTable
  readonly connections: Connections
  readonly fetcher: Fetcher
  readonly blame: Blame
  readonly haves: Haves
  readonly interest: Interest
  /** These send what is false. */
  readonly ban: (keys: readonly PeerKey[]) => void
}

/** Blocks that come, and what becomes of the pieces that they make. */
export class Arrivals {
  readonly #options: ArrivalsOptions

  constructor(options: ArrivalsOptions) {
    this.#options = options
  }

  arrived(key: PeerKey, block: Block): Arrival {
    const { connections, fetcher, interest } = this.#options
    const path = connections.paths.get(key)
    if (!path) return 'unasked'
    const arrival = fetcher.arrived(path, block)
    if (arrival === 'unasked') return arrival
    const receiver = connections.receivers.get(path.about.key)
    if (receiver && arrival !== 'unwanted') receiver.got += block.length
    if (arrival === 'complete') interest.updateAll()
    fetcher.fill(path, true)
    return arrival
  }

  refused(key: PeerKey, block: Block): void {
    const path = this.#options.connections.paths.get(key)
    if (path) this.#options.fetcher.lost(path, block)
  }

  verified(piece: number, wrong: readonly number[]): boolean {
    const { table, fetcher, blame, haves, interest, ban } = this.#options
    if (!table.geometry.has(piece)) return false
    fetcher.takeSenders(piece)
    const isNew = !table.here.has(piece)
    table.setHere(piece, true)
    if (isNew) haves.add(piece)
    ban(blame.verified(piece, wrong))
    interest.updateAll()
    return isNew
  }

  failed(piece: number): void {
    const { table, fetcher, blame, ban } = this.#options
    if (!table.checking.has(piece)) return
    const convicted = blame.failed(piece, fetcher.takeSenders(piece))
    table.setHere(piece, false)
    ban(convicted)
    this.#isMissing(piece)
  }

  forget(piece: number): void {
    const { table, haves } = this.#options
    if (!table.geometry.has(piece)) return
    table.setHere(piece, false)
    haves.forget(piece)
    this.#isMissing(piece)
  }

  #isMissing(piece: number): void {
    this.#options.interest.updateAll()
    this.#options.fetcher.offer(piece)
  }
}
