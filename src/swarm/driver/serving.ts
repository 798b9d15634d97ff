import type { Bytes } from '../../core/brand.ts'
import type { Loan } from '../../storage/loan.ts'
import type { PeerKey } from '../scheduler/commands.ts'
import type { Block } from '../scheduler/geometry.ts'
import type { Connected } from './connected.ts'
import type { DriverContext } from './driverOptions.ts'
import type { Respond } from './openRequests.ts'

/** More than this at once nobody asks for (BEP 3 programs ask for 16 KiB). */
const MOST_BYTES: Bytes = 128 * 1024

/** Requests of peers, from when they come to when they are answered. */
export class Serving {
  readonly #context: DriverContext
  readonly #due: { readonly key: PeerKey; readonly block: Block }[] = []
  #given: Bytes = 0

  constructor(context: DriverContext) {
    this.#context = context
  }

  /** Bytes of pieces that went to peers. */
  get given(): Bytes {
    return this.#given
  }

  requested(connected: Connected, block: Block, respond: Respond): void {
    const { options, scheduler } = this.#context
    const { wire, lane, asked, key } = connected
    const { geometry, here } = options.pieces
    if (!geometry.holds(block) || block.length > MOST_BYTES || asked.full) {
      wire.destroy()
      return
    }
    // A wire that chokes refuses by itself; what a lane brings may have been sent before the peer knew.
    const isChoked = lane !== null && wire.amChoking
    if (!here.has(block.piece) || isChoked || !asked.add(block, respond)) {
      respond(null)
      return
    }
    scheduler()?.asked(key, block)
  }

  cancelled({ asked, key }: Connected, block: Block): void {
    asked.take(block)
    this.#context.scheduler()?.cancelled(key, block)
  }

  /** Reads a block and sends it. What is in memory goes at the end of this turn, all of it together. */
  serve(key: PeerKey, block: Block): void {
    if (this.#due.push({ key, block }) === 1) queueMicrotask(() => this.#serveDue())
  }

  #serveDue(): void {
    for (const { key, block } of this.#due.splice(0)) {
      const loan = this.#context.options.store.lendNow(block.piece, block.offset, block.length)
      if (loan) this.#answer(key, block, loan)
      else void this.#read(key, block)
    }
  }

  async #read(key: PeerKey, block: Block): Promise<void> {
    const { piece, offset, length } = block
    const reading = this.#context.options.store.lend(piece, offset, length)
    this.#answer(key, block, await reading.catch(() => null))
  }

  #answer(key: PeerKey, block: Block, loan: Loan | null): void {
    const { connected } = this.#context
    const scheduler = this.#context.scheduler()
    const respond = scheduler && connected.get(key)?.asked.take(block)
    if (respond) respond(loan)
    else loan?.back()
    if (!scheduler) return
    if (!respond || !loan) {
      scheduler.notSent(key)
      return
    }
    this.#given += block.length
    scheduler.sent(key, block)
  }
}
