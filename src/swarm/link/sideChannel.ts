import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { Queue } from '../../core/queue.ts'
import { fragmentsOf } from '../../wire/fragments.ts'
import { isSealed } from '../../wire/sealedNotes.ts'
import type { HeldMemory, Holder } from './heldMemory.ts'
import type { DataChannel } from './peerConnection.ts'
import { BROKEN, priceOfSideMessage, type Charge } from './prices.ts'

/** What waits in the browser; the rest waits here, because a browser's own buffer closes the channel when full. */
const MOST_BUFFERED: Bytes = 256 * 1024

/**
 * All notes of a share, and some more. Those of one envelope to every peer are the same bytes (see
 * `noteMessages.ts`), so that peers who read nothing hold little of their own. What is sealed for one peer is bytes of
 * its own: that counts among what all connections may hold together.
 */
const MOST_WAITING: Bytes = 64 * 1024 * 1024

/** Who takes nothing for so long, while this much waits, is let go. */
const PATIENCE: Milliseconds = 30_000
const STALLED: Bytes = 1024 * 1024

/** What may come before somebody listens; each message is an object besides its bytes. */
const MOST_EARLY: Bytes = 1024 * 1024
const OBJECT: Bytes = 256

export interface SideChannelOptions {
  /** It was open, and is no more: what was sent may not have come. */
  readonly lost: () => void
  /** Has the peer pay for what it sends. */
  readonly charge: Charge
  readonly memory: HeldMemory
  readonly now?: () => Milliseconds
}

/**
 * A second channel of a share on the same connection, beside the one with the pieces: what goes here does not wait behind
 * them. Messages go as fragments (see `fragments.ts`). A peer that does not know of it never notices.
 */
export class SideChannel {
  #channel: DataChannel | null = null
  readonly #options: SideChannelOptions
  readonly #now: () => Milliseconds
  readonly #waiting = new Queue<Uint8Array>()
  #waitingBytes: Bytes = 0
  #sealedBytes: Bytes = 0
  readonly #holder: Holder
  readonly #leave: () => void
  /** The rest of the message that is being sent. */
  #sending: Iterator<Uint8Array<ArrayBuffer>> | null = null
  #sentAt: Milliseconds
  #early: Uint8Array[] = []
  #earlyBytes: Bytes = 0
  #received: ((fragment: Uint8Array) => void) | null = null
  #isClosed = false

  constructor(options: SideChannelOptions) {
    this.#options = options
    this.#now = options.now ?? (() => performance.now())
    this.#sentAt = this.#now()
    const held = () => this.#sealedBytes
    this.#holder = {
      get held() {
        return held()
      },
      // Not at once: a conversation may be in the middle of its work.
      end: () => queueMicrotask(() => this.#lose()),
    }
    this.#leave = options.memory.join(this.#holder)
  }

  /** The channel is there, though it need not be open yet. */
  attach(channel: DataChannel): void {
    if (this.#channel || this.#isClosed) return channel.close()
    this.#channel = channel
    channel.binaryType = 'arraybuffer'
    channel.bufferedAmountLowThreshold = MOST_BUFFERED / 2
    channel.onbufferedamountlow = () => this.#flush()
    channel.onclose = () => this.#lose()
    channel.onmessage = ({ data }) => this.#take(data)
  }

  get open(): boolean {
    return this.#channel?.readyState === 'open'
  }

  /** Whether something waits to be sent. */
  get busy(): boolean {
    return this.#sending !== null || this.#waiting.size > 0
  }

  /** @param message kept until it has gone: nobody may change it */
  send(message: Uint8Array): void {
    if (!this.busy) this.#sentAt = this.#now()
    this.#waiting.push(message)
    this.#waitingBytes += message.length + OBJECT
    if (isSealed(message)) {
      this.#sealedBytes += message.length
      this.#options.memory.grown(this.#holder)
    }
    const stalled = this.#waitingBytes > STALLED && this.#now() - this.#sentAt > PATIENCE
    if (stalled || this.#waitingBytes > MOST_WAITING) this.#lose()
    else this.#flush()
  }

  /** @param received is told each fragment, and at once what has come before */
  listen(received: (fragment: Uint8Array) => void): void {
    this.#received = received
    const early = this.#early
    this.#early = []
    for (const bytes of early) received(bytes)
  }

  close(): void {
    this.#isClosed = true
    this.#received = null
    if (this.#channel) {
      this.#channel.onclose = null
      this.#channel.onmessage = null
    }
    this.#leave()
    this.#waiting.clear()
    this.#waitingBytes = 0
    this.#sealedBytes = 0
    this.#sending = null
    this.#channel?.close()
  }

  #lose(): void {
    this.close()
    this.#options.lost()
  }

  #take(data: unknown): void {
    const { charge } = this.#options
    if (!(data instanceof ArrayBuffer)) return void charge(BROKEN)
    if (!charge(priceOfSideMessage(data.byteLength))) return
    const bytes = new Uint8Array(data)
    if (this.#received) this.#received(bytes)
    else this.#keep(bytes)
  }

  #keep(bytes: Uint8Array): void {
    this.#earlyBytes += bytes.length + OBJECT
    if (this.#earlyBytes > MOST_EARLY) this.#lose()
    else this.#early.push(bytes)
  }

  #flush(): void {
    const channel = this.#channel
    while (channel?.readyState === 'open' && channel.bufferedAmount < MOST_BUFFERED) {
      const fragment = this.#nextFragment()
      if (!fragment) return
      channel.send(fragment)
      this.#sentAt = this.#now()
    }
  }

  /** Cut when its turn comes: a message that waits is not held twice. */
  #nextFragment(): Uint8Array<ArrayBuffer> | null {
    for (;;) {
      const next = this.#sending?.next()
      if (next && !next.done) return next.value
      const message = this.#waiting.shift()
      this.#sending = message ? fragmentsOf(message) : null
      if (!message) return null
      this.#waitingBytes -= message.length + OBJECT
      if (isSealed(message)) this.#sealedBytes -= message.length
    }
  }
}
