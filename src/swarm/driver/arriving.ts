import type { Bytes } from '../../core/brand.ts'
import { UNASKED_BLOCK } from '../link/prices.ts'
import type { PeerKey } from '../scheduler/commands.ts'
import type { Arrival } from '../scheduler/fetcher.ts'
import type { Block } from '../scheduler/geometry.ts'
import type { Connected } from './connected.ts'
import type { DriverContext } from './driverOptions.ts'
import { PieceAssembly } from './pieceAssembly.ts'

/** Blocks that come, until the piece that they make is kept, or found wrong. */
export class Arriving {
  readonly #context: DriverContext
  readonly #assembly: PieceAssembly
  #got: Bytes = 0

  constructor(context: DriverContext) {
    this.#context = context
    this.#assembly = new PieceAssembly(context.options.store)
  }

  /** Bytes of pieces that came from peers. What the protocol adds is nobody's merit, and no account's. */
  get got(): Bytes {
    return this.#got
  }

  /** False for what nobody asked for: it is no part of what was fetched, which a private tracker books. */
  fromPeer({ key, wire }: Connected, block: Block, bytes: Uint8Array): boolean {
    if (this.arrived(key, block, bytes) === 'unasked') {
      this.#context.options.charge(wire, UNASKED_BLOCK)
      return false
    }
    this.#got += bytes.length
    return true
  }

  arrived(key: PeerKey, block: Block, bytes: Uint8Array): Arrival {
    const arrival = this.#context.scheduler()?.arrived(key, block) ?? 'unasked'
    if (arrival === 'taken' || arrival === 'complete') this.#assembly.add(block, bytes)
    if (arrival === 'complete') void this.#complete(block.piece)
    return arrival
  }

  /** A piece turned out to be here already, right in every byte. */
  recall(piece: number): void {
    if (this.#context.options.pieces.here.has(piece)) return
    this.#assembly.forget(piece)
    this.#verified(piece, [])
  }

  async #complete(piece: number): Promise<void> {
    const bytes = await this.#assembly.complete(piece)
    if (bytes) await this.#keep(piece, bytes)
    else this.#context.scheduler()?.failed(piece)
  }

  async #keep(piece: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { options, scheduler } = this.#context
    if (!scheduler()) return
    let kept: Uint8Array
    try {
      kept = await options.store.write(piece, bytes)
    } catch (error) {
      if (scheduler()) options.failed(error instanceof Error ? error : new Error(String(error)))
      return
    }
    if (scheduler()) this.#verified(piece, this.#assembly.compare(piece, kept))
  }

  #verified(piece: number, wrong: readonly number[]): void {
    const { options, scheduler } = this.#context
    if (scheduler()?.verified(piece, wrong)) options.verified(piece)
  }
}
