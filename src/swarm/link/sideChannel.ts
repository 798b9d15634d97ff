import type { Bytes } from '../../core/brand.ts'
import { Queue } from '../../core/queue.ts'

/** Agreed beforehand (negotiated), and out of the way of numbers that either end gives to channels of its own. */
const CHANNEL = { negotiated: true, id: 100 } as const

/** What waits in the browser; the rest waits here, because a browser's own buffer closes the channel when full. */
const HIGH_WATER: Bytes = 256 * 1024

/** All notes of a share twice over: who takes none of them for so long is let go. */
const MOST_WAITING: Bytes = 192 * 1024 * 1024

/** What may come before somebody listens. */
const MOST_EARLY: Bytes = 1024 * 1024

/**
 * A second channel of the same connection, beside the one with the pieces: what goes here does not wait behind
 * them. A peer that does not know of it never notices.
 */
export class SideChannel {
  readonly #channel: RTCDataChannel
  readonly #lost: () => void
  readonly #waiting = new Queue<Uint8Array<ArrayBuffer>>()
  #waitingBytes: Bytes = 0
  #early: Uint8Array[] = []
  #earlyBytes: Bytes = 0
  #received: ((bytes: Uint8Array) => void) | null = null

  /** @param lost it was open, and is no more: what was sent may not have come */
  constructor(connection: RTCPeerConnection, lost: () => void) {
    this.#lost = lost
    this.#channel = connection.createDataChannel('shoal-notes', CHANNEL)
    this.#channel.binaryType = 'arraybuffer'
    this.#channel.bufferedAmountLowThreshold = HIGH_WATER / 2
    this.#channel.onbufferedamountlow = () => this.#flush()
    this.#channel.onclose = () => this.#lose()
    this.#channel.onmessage = (event: MessageEvent<unknown>) => {
      if (!(event.data instanceof ArrayBuffer)) return
      const bytes = new Uint8Array(event.data)
      if (this.#received) this.#received(bytes)
      else this.#keep(bytes)
    }
  }

  get open(): boolean {
    return this.#channel.readyState === 'open'
  }

  /** Whether something waits to be sent. */
  get busy(): boolean {
    return this.#waiting.size > 0
  }

  send(bytes: Uint8Array<ArrayBuffer>): void {
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    if (this.#waitingBytes > MOST_WAITING) this.#lose()
    else this.#flush()
  }

  /** What has come before is told at once. */
  listen(received: (bytes: Uint8Array) => void): void {
    this.#received = received
    const early = this.#early
    this.#early = []
    for (const bytes of early) received(bytes)
  }

  close(): void {
    this.#received = null
    this.#channel.onclose = null
    this.#waiting.clear()
    this.#waitingBytes = 0
    this.#channel.close()
  }

  #lose(): void {
    this.close()
    this.#lost()
  }

  #keep(bytes: Uint8Array): void {
    this.#earlyBytes += bytes.length
    if (this.#earlyBytes > MOST_EARLY) this.#lose()
    else this.#early.push(bytes)
  }

  #flush(): void {
    while (this.open && this.#channel.bufferedAmount < HIGH_WATER) {
      const next = this.#waiting.shift()
      if (!next) return
      this.#channel.send(next)
      this.#waitingBytes -= next.length
    }
  }
}
