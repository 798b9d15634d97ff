import type { Bytes } from '../../core/brand.ts'
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

  async serve(key: PeerKey, block: Block): Promise<void> {
    const { options, connected } = this.#context
    const { piece, offset, length } = block
    const bytes = await options.store.read(piece, offset, length).catch(() => null)
    const scheduler = this.#context.scheduler()
    if (!scheduler) return
    const respond = connected.get(key)?.asked.take(block)
    respond?.(bytes)
    if (!respond || !bytes) {
      scheduler.notSent(key)
      return
    }
    this.#given += bytes.length
    scheduler.sent(key, block)
  }
}
