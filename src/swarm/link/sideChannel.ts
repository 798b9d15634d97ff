import type { Bytes } from '../../core/brand.ts'

/** Agreed beforehand (negotiated), and out of the way of numbers that either end gives to channels of its own. */
const CHANNEL = { negotiated: true, id: 100 } as const

/** What waits in the browser; the rest waits here, because a browser's own buffer closes the channel when full. */
const HIGH_WATER: Bytes = 256 * 1024

/** What may come before somebody listens. */
const MOST_EARLY: Bytes = 1024 * 1024

/**
 * A second channel of the same connection, beside the one with the pieces: what goes here does not wait behind
 * them. A peer that does not know of it never notices.
 */
export class SideChannel {
  readonly #channel: RTCDataChannel
  readonly #waiting: Uint8Array<ArrayBuffer>[] = []
  #early: Uint8Array[] = []
  #earlyBytes: Bytes = 0
  #received: ((bytes: Uint8Array) => void) | null = null

  constructor(connection: RTCPeerConnection) {
    this.#channel = connection.createDataChannel('shoal-notes', CHANNEL)
    this.#channel.binaryType = 'arraybuffer'
    this.#channel.bufferedAmountLowThreshold = HIGH_WATER / 2
    this.#channel.onbufferedamountlow = () => this.#flush()
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

  send(bytes: Uint8Array<ArrayBuffer>): void {
    this.#waiting.push(bytes)
    this.#flush()
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
    this.#waiting.length = 0
    this.#channel.close()
  }

  #keep(bytes: Uint8Array): void {
    this.#earlyBytes += bytes.length
    if (this.#earlyBytes > MOST_EARLY) this.close()
    else this.#early.push(bytes)
  }

  #flush(): void {
    while (this.open && this.#channel.bufferedAmount < HIGH_WATER) {
      const next = this.#waiting.shift()
      if (!next) return
      this.#channel.send(next)
    }
  }
}
