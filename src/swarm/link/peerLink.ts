import { Duplex } from 'streamx'
import { Allowance } from '../../core/allowance.ts'
import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { PeerId } from '../../wire/trackerMessages.ts'
import { asError, Connection, type LinkOptions } from './connection.ts'
import { FrameGuard } from './frameGuard.ts'
import { Outbox } from './outbox.ts'
import type { DataChannel } from './peerConnection.ts'
import { BROKEN, PEER_TERMS, STRANGE_CHANNEL, type Units } from './prices.ts'
import { SideChannel } from './sideChannel.ts'
import type { SwarmLink } from './swarmLink.ts'

/**
 * What waits in the browser; the rest waits here, because a browser's own buffer closes the channel when full. The
 * scheduler has less than this under way to a peer, unless its line holds very much: so hardly anything has to wait here,
 * where it would be kept, or copied, for that.
 */
const HIGH_WATER: Bytes = 1024 * 1024

/** How often to look by which way the connection leads. */
const LOOK_AT_PATH: Milliseconds = 10_000

/**
 * One WebRTC connection to one peer, as the byte stream that wires run over: a reliable, ordered
 * data channel in a duplex stream. Emits `connect` once it is open, `proved` once the peer has sent a handshake, and
 * `faltered` whenever {@link isFaltering} changes.
 */
export class PeerLink extends Duplex implements SwarmLink {
  readonly kind = 'webrtc'
  /** The remote peer's id in hex. */
  id: string
  connected = false

  /** Whether it leads over a TURN server, as far as was seen. */
  isRelayed = false

  /** Beside the wire, for those who know of it. */
  readonly side: SideChannel
  readonly #connection: Connection
  /** What the peer may have this page do, over all channels. */
  readonly #allowance = new Allowance(PEER_TERMS, () => performance.now())
  readonly #guard = new FrameGuard((units) => this.#allowance.spend(units))
  readonly #outbox = new Outbox(
    (message) => this.#send(message),
    () => this.#endTurn(),
  )
  #channel: DataChannel | null = null
  #drained: (() => void) | null = null
  #watching: ReturnType<typeof setTimeout> | undefined

  private constructor(id: string, options: LinkOptions) {
    super()
    this.id = id
    this.#connection = new Connection(
      options,
      (error) => this.destroy(error),
      () => this.emit('faltered'),
    )
    this.side = new SideChannel(this.#connection.rtc, {
      lost: () => this.destroy(),
      charge: (units) => this.charge(units),
      memory: options.budget.memory,
    })
    this.#connection.rtc.ondatachannel = ({ channel }) => this.#useChannel(channel)
    // A stream without a listener would throw its error at nobody.
    this.on('error', () => undefined)
  }

  /**
   * Makes an offer that the tracker can hand to any peer: `id` becomes known with the answer.
   *
   * @param lifetime after which it is closed, should nobody have answered
   */
  static async offer(options: LinkOptions, lifetime: Milliseconds): Promise<{ link: PeerLink; sdp: string }> {
    const link = new PeerLink('', options)
    link.#useChannel(link.#connection.rtc.createDataChannel('shoal'))
    return { link, sdp: await link.#connection.offer(lifetime) }
  }

  /** Answers a peer's offer. Rejects when its description is not one. */
  static async answer(
    offer: string,
    from: PeerId,
    options: LinkOptions,
  ): Promise<{ link: PeerLink; sdp: string }> {
    const link = new PeerLink(from, options)
    return { link, sdp: await link.#connection.answer(offer) }
  }

  /** See {@link Connection.hasPath}; told once it has failed. */
  get hadPath(): boolean {
    return this.#connection.hasPath
  }

  get source(): string {
    return this.id
  }

  /** See {@link Connection.isFaltering}. */
  get isFaltering(): boolean {
    return this.#connection.isFaltering
  }

  /** Bytes that were sent and wait in this browser. */
  get waiting(): Bytes {
    return this.#channel?.bufferedAmount ?? 0
  }

  /** Has the peer pay for work that it causes; false when it has caused more than it may, and is let go. */
  charge(units: Units): boolean {
    if (this.destroying) return false
    if (this.#allowance.spend(units)) return true
    this.destroy(new Error('peer-greedy'))
    return false
  }

  /** A browser takes what it is given. */
  whenSent(): boolean {
    return false
  }

  /** See {@link Connection.roundTrip}. */
  roundTrip(): Promise<Milliseconds> {
    return this.#connection.roundTrip()
  }

  /** Takes a peer's answer to our offer; a description that is none ends the link. */
  async accept(answer: string, from: PeerId): Promise<void> {
    this.id = from
    await this.#connection.accept(answer)
  }

  #useChannel(channel: DataChannel): void {
    // A peer may open as many channels as it likes; the wire is the first.
    if (this.#channel) {
      channel.close()
      this.charge(STRANGE_CHANNEL)
      return
    }
    this.#channel = channel
    channel.binaryType = 'arraybuffer'
    channel.bufferedAmountLowThreshold = HIGH_WATER / 2
    channel.onopen = () => {
      if (this.destroying) return
      this.connected = true
      this.#connection.opened()
      void this.#watchPath()
      this.emit('connect')
    }
    channel.onclose = () => this.destroy()
    channel.onbufferedamountlow = () => this.#release()
    channel.onmessage = (event) => {
      if (this.destroying) return
      if (!(event.data instanceof ArrayBuffer)) return void this.charge(BROKEN)
      const bytes = new Uint8Array(event.data)
      const { shookHands } = this.#guard
      if (this.#guard.accept(bytes)) {
        this.push(bytes)
        if (!shookHands && this.#guard.shookHands) this.emit('proved')
      } else this.destroy(new Error('protocol-violated'))
    }
  }

  /** ICE begins with what works first, and may find a better way later, or lose the one that it has. */
  async #watchPath(): Promise<void> {
    // A connection that has just ended may have no statistics any more.
    this.isRelayed = await this.#connection.isRelayed().catch(() => this.isRelayed)
    if (!this.destroying) this.#watching = setTimeout(() => void this.#watchPath(), LOOK_AT_PATH)
  }

  #release(): void {
    const drained = this.#drained
    this.#drained = null
    drained?.()
  }

  override _writev(chunks: unknown[], done: (error: Error | null) => void): void {
    try {
      this.#outbox.write(chunks as Uint8Array<ArrayBuffer>[])
    } catch (error) {
      return done(asError(error))
    }
    if (this.waiting > HIGH_WATER) this.#drained = () => done(null)
    else done(null)
  }

  /** A peer that is let go hears what was said to it before. */
  override _final(done: (error: Error | null) => void): void {
    this.#endTurn()
    done(null)
  }

  #endTurn(): void {
    try {
      this.#outbox.flush()
    } catch (error) {
      this.destroy(asError(error))
    }
  }

  #send(message: Uint8Array<ArrayBuffer>): void {
    if (this.#channel?.readyState !== 'open') throw new Error('channel-closed')
    this.#channel.send(message)
  }

  /** A stream ends only after what it is writing: a channel that has closed would never say that it has room. */
  override _predestroy(): void {
    this.connected = false
    this.#release()
  }

  override _destroy(done: (error: Error | null) => void): void {
    this.#outbox.close()
    clearTimeout(this.#watching)
    this.#channel?.close()
    this.side.close()
    this.#connection.close()
    done(null)
  }
}
