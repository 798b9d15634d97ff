import type { Bytes, BytesPerSecond, Milliseconds } from '../../src/core/brand.ts'
import type { Clock } from './clock.ts'
import type { Air } from './air.ts'
import type { Standstills } from './standstills.ts'

/** What a router keeps waiting before it drops, as a time at the line's rate. */
const BUFFER: Milliseconds = 250

/** One direction of somebody's line: a rate, a queue that drops what does not fit, and perhaps a Wi-Fi. */
export class Line {
  readonly rate: BytesPerSecond
  /** Bytes carried. */
  carried: Bytes = 0
  dropped = 0
  /** The longest that anything waited. */
  longest: Milliseconds = 0
  readonly #clock: Clock
  readonly #air: Air | null
  #freeAt: Milliseconds = 0

  constructor(rate: BytesPerSecond, clock: Clock, air: Air | null = null) {
    this.rate = rate
    this.#clock = clock
    this.#air = air
  }

  /** How long what comes now has to wait. */
  get backlog(): Milliseconds {
    return Math.max(0, this.#freeAt - this.#clock.now)
  }

  /** Takes bytes. Answers how long until the last of them is through, or null when they are dropped. */
  take(bytes: Bytes, mayDrop: boolean): Milliseconds | null {
    const { backlog } = this
    if (mayDrop && backlog > BUFFER) {
      this.dropped++
      return null
    }
    this.longest = Math.max(this.longest, backlog)
    this.carried += bytes
    const through = backlog + (bytes * 1000) / this.rate
    this.#freeAt = this.#clock.now + through
    return this.#air ? this.#air.through(this.#freeAt, bytes) - this.#clock.now : through
  }
}

export interface Path {
  readonly clock: Clock
  readonly random: () => number
  /** The sender's line up and the receiver's line down. */
  readonly up: Line
  readonly down: Line
  /** One way. */
  readonly delay: Milliseconds
  /** The part of packets that are lost besides. */
  readonly loss: number
  /** When the receiver's page has no time for what has come; null when it always has. */
  readonly busy: Standstills | null
  /** What the sender's processor takes for all that it sends; null when that is nothing. */
  readonly processor: Line | null
}

interface Message {
  readonly bytes: Bytes
  readonly deliver: () => void
  arrived: boolean
}

const PACKET: Bytes = 1200

/** What headers of SCTP, DTLS, UDP and IP add: of 6.25 MB/s, 5.8 are payload (measured in Chromium). */
const OVERHEAD = 1.077

/** A message's own header and acknowledgement. */
const SMALL: Bytes = 60

/** Chromium's first congestion window. */
const FIRST_WINDOW: Bytes = 12_000

/**
 * One direction of a data channel: reliable and in order, with the congestion control of SCTP in the rough: it
 * doubles until something is lost, then halves, and grows by a packet each round trip.
 */
export class Channel {
  readonly #path: Path
  /** Sent or waiting, in order; the first ones may have arrived and wait for one before them. */
  readonly #flying: Message[] = []
  readonly #waiting: Message[] = []
  #window: Bytes = FIRST_WINDOW
  #threshold: Bytes = Infinity
  #inFlight: Bytes = 0
  #lastLoss: Milliseconds = -Infinity
  #open = true
  /** It is going to push what waits, once the processor has time. */
  #pushes = false

  constructor(path: Path) {
    this.#path = path
  }

  close(): void {
    this.#open = false
  }

  /** Bytes that were sent and wait for the congestion window. */
  get waiting(): Bytes {
    return this.#waiting.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  send(payload: Bytes, deliver: () => void): void {
    this.#waiting.push({ bytes: Math.round(payload * OVERHEAD) + SMALL, deliver, arrived: false })
    this.#push()
  }

  #push(): void {
    const { clock, processor } = this.#path
    for (let next = this.#waiting[0]; next && !this.#pushes; next = this.#waiting[0]) {
      if (this.#inFlight > 0 && this.#inFlight + next.bytes > this.#window) return
      if (processor && processor.backlog > 0) {
        this.#pushes = true
        return clock.after(processor.backlog, () => {
          this.#pushes = false
          this.#push()
        })
      }
      processor?.take(next.bytes, false)
      this.#waiting.shift()
      this.#inFlight += next.bytes
      this.#flying.push(next)
      this.#transmit(next)
    }
  }

  #transmit(message: Message): void {
    if (!this.#open) return
    const { clock, up, down, delay } = this.#path
    const through = this.#isLost(message) ? null : up.take(message.bytes, true)
    if (through === null) return this.#lost(message)
    clock.after(through + delay, () => {
      const received = down.take(message.bytes, true)
      if (received === null) this.#lost(message)
      else clock.after(received, () => this.#arrive(message))
    })
  }

  #isLost({ bytes }: Message): boolean {
    const { loss, random } = this.#path
    return loss > 0 && random() > (1 - loss) ** Math.ceil(bytes / PACKET)
  }

  #lost(message: Message): void {
    const { clock, delay } = this.#path
    const roundTrip = 2 * delay + this.#path.up.backlog
    if (clock.now - this.#lastLoss > roundTrip) {
      this.#lastLoss = clock.now
      this.#threshold = Math.max(4 * PACKET, this.#window / 2)
      this.#window = this.#threshold
    }
    clock.after(roundTrip, () => this.#transmit(message))
  }

  #arrive(message: Message): void {
    if (!this.#open) return
    message.arrived = true
    this.#path.clock.after(this.#path.delay, () => this.#acknowledge(message))
    for (let first = this.#flying[0]; first?.arrived; first = this.#flying[0]) {
      this.#flying.shift()
      const { busy, clock } = this.#path
      if (busy) clock.at(busy.after(clock.now), first.deliver)
      else first.deliver()
    }
  }

  #acknowledge({ bytes }: Message): void {
    const full = this.#inFlight + 2 * bytes > this.#window
    this.#inFlight -= bytes
    if (full) this.#window += this.#window < this.#threshold ? bytes : (PACKET * bytes) / this.#window
    this.#push()
  }
}
