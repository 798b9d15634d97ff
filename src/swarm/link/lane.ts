import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { parseLaneMessage, serialiseLaneMessage, type LaneMessage } from '../../wire/laneMessages.ts'
import { Connection, type LinkOptions } from './connection.ts'
import type { HeldMemory, Holder } from './heldMemory.ts'
import { isTurn } from './path.ts'
import type { DataChannel } from './peerConnection.ts'
import { BROKEN, priceOfChunk, priceOfLaneMessage, STRANGE_CHANNEL, type Charge } from './prices.ts'

/** Agreed beforehand (negotiated). */
const CHANNEL = { negotiated: true, id: 0 } as const

/** The other end is there already, so that it answers soon or never. */
const ANSWER_PATIENCE: Milliseconds = 30_000

/** A peer that makes us say more than it takes is of no use; what is given is bounded far below (see `receiver.ts`). */
const MOST_WAITING: Bytes = 8 * 1024 * 1024

/** What is done with what a lane brings. `closed` is told once, and nothing after it. */
export interface LaneHandlers {
  readonly opened: (lane: Lane) => void
  readonly received: (lane: Lane, message: LaneMessage) => void
  readonly closed: (lane: Lane) => void
}

/**
 * A further connection to a peer beside the one of the wire, that carries blocks and nothing else (see
 * `laneMessages.ts`). What holds one connection back on a line that loses packets, holds each of them back alone.
 */
export class Lane {
  #handlers: LaneHandlers | null
  readonly #connection: Connection
  readonly #channel: DataChannel
  readonly #memory: HeldMemory
  readonly #holder: Holder
  readonly #leave: () => void

  /**
   * Throws when the page has as many connections as it may.
   *
   * @param charge has the peer pay for what comes over it
   */
  constructor(options: LinkOptions, handlers: LaneHandlers, charge: Charge) {
    this.#handlers = handlers
    // What a relay carries somebody pays for, and its cap holds for all connections together.
    const iceServers = options.iceServers.filter((server) => !isTurn(server))
    this.#connection = new Connection({ ...options, iceServers }, () => this.close())
    const channel = (this.#channel = this.#connection.rtc.createDataChannel('shoal-lane', CHANNEL))
    channel.binaryType = 'arraybuffer'
    this.#memory = options.budget.memory
    this.#holder = {
      get held() {
        return channel.bufferedAmount
      },
      // Not at once: the scheduler may be in the middle of its work.
      end: () => queueMicrotask(() => this.close()),
    }
    this.#leave = this.#memory.join(this.#holder)
    channel.onopen = () => {
      this.#connection.opened()
      this.#handlers?.opened(this)
    }
    channel.onclose = () => this.close()
    channel.onmessage = ({ data }) => {
      const message = data instanceof ArrayBuffer ? parseLaneMessage(new Uint8Array(data)) : null
      if (!charge(message ? priceOfChunk(0) + priceOfLaneMessage(message.kind) : BROKEN)) this.close()
      else if (message) this.#handlers?.received(this, message)
    }
    this.#connection.rtc.ondatachannel = (event) => {
      event.channel.close()
      charge(STRANGE_CHANNEL)
    }
  }

  /** Bytes that were sent and wait in this browser. */
  get waiting(): Bytes {
    return this.#channel.bufferedAmount
  }

  /** Describes it to a peer. Rejects, and closes it, when that cannot be done. */
  offer(): Promise<string> {
    return this.#connection.offer(ANSWER_PATIENCE)
  }

  /** The same in answer to a peer's offer; rejects when that is none. */
  answer(offer: string): Promise<string> {
    return this.#connection.answer(offer)
  }

  /** Takes the answer to our offer; one that is none closes it. */
  accept(answer: string): Promise<void> {
    return this.#connection.accept(answer)
  }

  send(message: LaneMessage): void {
    if (this.#channel.readyState !== 'open') return
    if (this.waiting > MOST_WAITING) return this.#holder.end()
    this.#channel.send(serialiseLaneMessage(message))
    this.#memory.grown(this.#holder)
  }

  close(): void {
    const handlers = this.#handlers
    if (!handlers) return
    this.#handlers = null
    this.#leave()
    this.#channel.close()
    this.#connection.close()
    handlers.closed(this)
  }
}
