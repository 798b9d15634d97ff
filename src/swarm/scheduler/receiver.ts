import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { PeerKey } from './commands.ts'
import { DelayWindow } from './delayWindow.ts'
import type { Block } from './geometry.ts'

/** Blocks one peer may have asked for and not been sent: 64 MiB, more than any line holds. */
export const MOST_ASKED = 4096

/** What is on its way to a peer: blocks, and how many bytes of the wire they end at. */
interface Sent {
  readonly block: Block
  readonly at: Milliseconds
}

/** Blocks sent between two pings, as a part of the window. */
const PINGS_PER_WINDOW = 8

/** A peer as one to give to: what it asked for, and what is on its way to it. */
export class Receiver {
  readonly key: PeerKey
  /** We do not let it fetch. */
  choked = true
  /** It has told us that we have something it wants. */
  interested = false
  /** It has everything: it needs nothing. */
  seed = false
  /** What it asked for and was not sent, in the order of asking. */
  readonly asked: Block[] = []
  /** Blocks handed out to be read and sent. */
  reading = 0
  readonly window = new DelayWindow({ least: 1, most: 1024, initial: 4 })
  /** It answers pings; until then its requests are taken for the sign that what was sent has arrived. */
  answers = false
  /** Nothing that was sent has arrived for too long. */
  stalled = false
  given: Bytes = 0
  /** Bytes it has given us, and how many of them at the last choice of whom to serve. */
  got: Bytes = 0
  gotBefore: Bytes = 0
  /** When it was last served, counted in blocks. */
  turn = 0
  /** When it was last unchoked. */
  unchokedAt: Milliseconds = 0
  /** What was sent and is not known to have arrived, oldest first. */
  readonly #sent: Sent[] = []
  #pings: { readonly token: number; readonly upTo: number; readonly at: Milliseconds }[] = []
  #sentCount = 0
  #arrivedCount = 0
  #pinged = 0

  constructor(key: PeerKey) {
    this.key = key
  }

  /** Blocks being read, or sent and not known to have arrived. */
  get inFlight(): number {
    return this.reading + this.#sent.length
  }

  /** Whether it may be sent a block now. */
  ready(now: Milliseconds): boolean {
    if (this.choked || this.stalled || this.asked.length === 0) return false
    if (this.inFlight < this.window.at(now)) return true
    this.window.filled()
    return false
  }

  sent(block: Block, now: Milliseconds): void {
    this.#sent.push({ block, at: now })
    this.#sentCount++
    this.given += block.length
  }

  /** Whether it is time for another ping. */
  get pingDue(): boolean {
    const since = this.#sentCount - this.#pinged
    return since >= Math.max(1, Math.floor(this.#sent.length / PINGS_PER_WINDOW))
  }

  pinged(token: number, now: Milliseconds): void {
    this.#pings.push({ token, upTo: this.#sentCount, at: now })
    this.#pinged = this.#sentCount
  }

  /** A ping was answered: all that was sent before it has arrived. Answers its round trip, null for none of ours. */
  answered(token: number, now: Milliseconds): Milliseconds | null {
    const found = this.#pings.findIndex((ping) => ping.token === token)
    const ping = this.#pings[found]
    if (!ping) return null
    this.#pings = this.#pings.slice(found + 1)
    this.answers = true
    this.#arrive(ping.upTo)
    return now - ping.at
  }

  /** The oldest block has arrived, as a request tells of a peer that answers no pings. */
  oldestArrived(now: Milliseconds): Milliseconds | null {
    const oldest = this.#sent[0]
    if (!oldest) return null
    this.#arrive(this.#arrivedCount + 1)
    return now - oldest.at
  }

  /** When the oldest was sent that is not known to have arrived. */
  get waitingSince(): Milliseconds | null {
    return this.#sent[0]?.at ?? null
  }

  #arrive(upTo: number): void {
    this.#sent.splice(0, Math.max(0, upTo - this.#arrivedCount))
    this.#arrivedCount = Math.max(this.#arrivedCount, upTo)
    this.stalled = false
  }
}
