import { Allowance } from '../../core/allowance.ts'
import type { Milliseconds } from '../../core/brand.ts'
import { Connection, type LinkOptions } from './connection.ts'
import type { HeldMemory } from './heldMemory.ts'
import type { DataChannel } from './peerConnection.ts'
import { BROKEN, PEER_TERMS, SHARE_BURST, STRANGE_CHANNEL, type Units } from './prices.ts'

/** Agreed beforehand (negotiated), and out of the way of numbers that either end gives to channels of its own. */
const TALK_CHANNEL = { negotiated: true, id: 101 } as const

/** How often to look by which way the connection leads. */
const LOOK_AT_PATH: Milliseconds = 10_000

/** A link, as the connection that carries it knows it. */
interface Carried {
  destroy(error?: Error): void
  emit(event: 'faltered'): unknown
}

/** Lanes beside a connection that either end has opened, for whichever share. */
export interface LaneCount {
  own: number
  theirs: number
}

/**
 * One WebRTC connection to one page, and the links over it: one for each share that both pages have. It ends with the
 * last of them, and they with it.
 */
export class Carrier {
  /** The other page's, as whoever introduced it knows it; empty until then. */
  peerId: string
  /** Whether it leads over a TURN server, as far as was seen. */
  isRelayed = false
  /** There is another to the same page, which everything moves to. */
  isSpare = false
  readonly lanes: LaneCount = { own: 0, theirs: 0 }
  readonly connection: Connection
  readonly memory: HeldMemory
  /** The first channel that the other end opens, where it has made the offer: a share's. */
  first: ((channel: DataChannel) => void) | null = null
  readonly #links = new Set<Carried>()
  /** Channels that are about to come, by their names. */
  readonly #expected = new Map<string, (channel: DataChannel) => void>()
  /** What the peer may have this page do, over all channels. */
  readonly #allowance: Allowance
  readonly #talk: DataChannel
  readonly #ended = new AbortController()
  #watching: ReturnType<typeof setTimeout> | undefined
  #isOpen = false

  /** Throws when the page has as many connections as it may. */
  constructor(options: LinkOptions, peerId: string) {
    this.peerId = peerId
    const links = this.#links
    this.#allowance = new Allowance(
      {
        get burst() {
          return PEER_TERMS.burst + SHARE_BURST * Math.max(0, links.size - 1)
        },
        perSecond: PEER_TERMS.perSecond,
      },
      () => performance.now(),
    )
    this.memory = options.budget.memory
    this.connection = new Connection(
      options,
      (error) => this.end(error),
      () => {
        for (const link of this.#links) link.emit('faltered')
      },
    )
    const { rtc } = this.connection
    this.#talk = rtc.createDataChannel('shoal-people', TALK_CHANNEL)
    this.#talk.binaryType = 'arraybuffer'
    rtc.ondatachannel = ({ channel }) => this.#came(channel)
  }

  /** Aborted once it is no more. */
  get ended(): AbortSignal {
    return this.#ended.signal
  }

  /** How many shares it is for. */
  get size(): number {
    return this.#links.size
  }

  /** What two pages say of their shares. @param opened called once anything can be said */
  listen(opened: () => void, heard: (bytes: Uint8Array) => void): void {
    this.#talk.onmessage = ({ data }) => {
      if (data instanceof ArrayBuffer) heard(new Uint8Array(data))
      else this.charge(BROKEN)
    }
    this.#talk.onopen = opened
    if (this.#talk.readyState === 'open') opened()
  }

  say(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#talk.readyState === 'open') this.#talk.send(bytes)
  }

  /** A link is over it from now on. */
  add(link: Carried): void {
    this.#links.add(link)
    if (this.#links.size > 1) this.#allowance.grant(SHARE_BURST)
  }

  remove(link: Carried): void {
    if (!this.#links.delete(link) || this.#links.size > 0) return
    this.#ended.abort()
    clearTimeout(this.#watching)
    this.#talk.close()
    this.connection.close()
  }

  /** A share's channel is open. */
  opened(): void {
    this.connection.opened()
    if (!this.#isOpen) void this.#watchPath()
    this.#isOpen = true
  }

  openChannel(name: string): DataChannel {
    return this.connection.rtc.createDataChannel(name)
  }

  /** A channel that the other end opens as well, by the same number. */
  agreeOnChannel(name: string, number: { readonly negotiated: true; readonly id: number }): DataChannel {
    return this.connection.rtc.createDataChannel(name, number)
  }

  /** A channel of this name may be opened by the other end, once. */
  expect(name: string, came: (channel: DataChannel) => void): void {
    this.#expected.set(name, came)
  }

  expectNoMore(name: string): void {
    this.#expected.delete(name)
  }

  spend(units: Units): boolean {
    return this.#allowance.spend(units)
  }

  /** Has the peer pay for work that it causes; false when it has caused more than it may, and is let go. */
  charge(units: Units): boolean {
    if (this.ended.aborted) return false
    if (this.spend(units)) return true
    this.end(new Error('peer-greedy'))
    return false
  }

  /** Ends all links, and so itself. */
  end(error?: Error): void {
    for (const link of [...this.#links]) link.destroy(error)
  }

  #came(channel: DataChannel): void {
    const expected = this.#expected.get(channel.label)
    const { first } = this
    if (expected) {
      this.#expected.delete(channel.label)
      expected(channel)
    } else if (first) {
      this.first = null
      first(channel)
    } else {
      // A peer may open as many as it likes.
      channel.close()
      this.charge(STRANGE_CHANNEL)
    }
  }

  /** ICE begins with what works first, and may find a better way later, or lose the one that it has. */
  async #watchPath(): Promise<void> {
    // A connection that has just ended may have no statistics any more.
    this.isRelayed = await this.connection.isRelayed().catch(() => this.isRelayed)
    if (!this.ended.aborted) this.#watching = setTimeout(() => void this.#watchPath(), LOOK_AT_PATH)
  }
}
