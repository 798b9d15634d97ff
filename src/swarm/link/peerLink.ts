import { Duplex } from 'streamx'
import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { equalBytes } from '../../core/bytes.ts'
import { openingIn, withOpening, type ShortOpening } from '../../wire/shortOpening.ts'
import type { PeerId } from '../../wire/trackerMessages.ts'
import { Carrier, type LaneCount } from './carrier.ts'
import { asError, type LinkOptions } from './connection.ts'
import { FrameGuard } from './frameGuard.ts'
import { Outbox } from './outbox.ts'
import type { DataChannel } from './peerConnection.ts'
import { BROKEN, type Units } from './prices.ts'
import { SideChannel } from './sideChannel.ts'
import type { SwarmLink } from './swarmLink.ts'

/**
 * What waits in the browser; the rest waits here, because a browser's own buffer closes the channel when full. The
 * scheduler has less than this under way to a peer, unless its line holds very much: so hardly anything has to wait here,
 * where it would be kept, or copied, for that.
 */
const HIGH_WATER: Bytes = 1024 * 1024

/**
 * Chromium's SCTP (dcsctp) sends four packets for each message that it is given and each answer that comes, although its
 * window has room for ten and more. In the beginning there are few answers: a block in one message takes three round
 * trips, and in messages of four packets one.
 */
const BURST: Bytes = 4 * 1024

/** By then answers come often enough. */
const BEGINNING: Bytes = 128 * 1024

/** Agreed beforehand (negotiated), and out of the way of numbers that either end gives to channels of its own. */
const SIDE_CHANNEL = { negotiated: true, id: 100 } as const
const WIRE_CHANNEL = { negotiated: true, id: 102 } as const

/** A channel of a connection that is there opens within a round trip, or never. */
const OPENING: Milliseconds = 30_000

/**
 * One share's link to one peer, as the byte stream that wires run over: a reliable, ordered data channel in a duplex
 * stream, on a connection of its own or on one that carries links of other shares as well. Emits `connect` once it is
 * open, `proved` once the peer has sent a handshake, and `faltered` whenever {@link isFaltering} changes.
 */
export class PeerLink extends Duplex implements SwarmLink {
  readonly kind = 'webrtc'
  /** The remote peer's id in hex. */
  id: string
  connected = false

  readonly carrier: Carrier
  /** Beside the wire, for those who know of it. */
  readonly side: SideChannel
  /** What this end has said of itself; null where it knows of no short opening. */
  #says: ShortOpening | null
  /** The same of the other end; null unless both open so. */
  #theirOpening: ShortOpening | null = null
  /** Of an offer that can be opened so: the channel for that, and the one for everybody else. */
  #offered: { readonly agreed: DataChannel; readonly named: DataChannel } | null = null
  /** What is left of the handshake that was taken for granted. */
  #granted = new Uint8Array()
  readonly #guard = new FrameGuard((units) => this.carrier.spend(units))
  readonly #outbox = new Outbox(
    (message) => this.#send(message),
    () => this.#endTurn(),
  )
  #channel: DataChannel | null = null
  #drained: (() => void) | null = null
  /** So much was sent; no longer counted once that is {@link BEGINNING}. */
  #begun: Bytes = 0
  #opening: ReturnType<typeof setTimeout> | undefined

  private constructor(carrier: Carrier, opening: ShortOpening | null) {
    super()
    this.#says = opening
    this.id = carrier.peerId
    this.carrier = carrier
    this.side = new SideChannel({
      lost: () => this.destroy(),
      charge: (units) => this.charge(units),
      memory: carrier.memory,
    })
    // A stream without a listener would throw its error at nobody.
    this.on('error', () => undefined)
    carrier.add(this)
  }

  /** The first link over a new connection. */
  static #first(options: LinkOptions, id: string, opening: ShortOpening | null): PeerLink {
    const carrier = new Carrier(options, id)
    const link = new PeerLink(carrier, opening)
    link.side.attach(carrier.connection.rtc.createDataChannel('shoal-notes', SIDE_CHANNEL))
    return link
  }

  /**
   * Makes an offer that the tracker can hand to any peer: `id` becomes known with the answer.
   *
   * @param lifetime after which it is closed, should nobody have answered
   * @param opening what to say of this end; null to open as any client does
   */
  static async offer(
    options: LinkOptions,
    lifetime: Milliseconds,
    opening: ShortOpening | null = null,
  ): Promise<{ link: PeerLink; sdp: string }> {
    const link = PeerLink.#first(options, '', null)
    const { carrier } = link
    link.#offered = {
      named: carrier.openChannel('shoal'),
      agreed: carrier.agreeOnChannel('shoal', WIRE_CHANNEL),
    }
    await carrier.connection.offer(lifetime)
    return { link, sdp: link.offerAs(opening, lifetime) }
  }

  /** The same connection as it is to be offered now, from when on it has so long. */
  offerAs(opening: ShortOpening | null, lifetime: Milliseconds): string {
    this.#says = opening
    const sdp = this.carrier.connection.offerAgain(lifetime)
    return opening ? withOpening('offer', sdp, opening) : sdp
  }

  /** It could still be answered. */
  get isOpen(): boolean {
    return !this.destroying
  }

  close(): void {
    this.destroy()
  }

  /**
   * Answers a peer's offer. Rejects when its description is not one.
   *
   * @param opening see {@link PeerLink.offer}
   */
  static async answer(
    offer: string,
    from: PeerId,
    options: LinkOptions,
    opening: ShortOpening | null = null,
  ): Promise<{ link: PeerLink; sdp: string }> {
    const theirs = opening && openingIn('offer', offer)
    const link = PeerLink.#first(options, from, theirs && opening)
    const { carrier } = link
    link.#theirOpening = theirs
    // Whoever knows something has to say it first.
    const waits = (theirs?.lacksInfo ?? false) && !opening?.lacksInfo
    if (theirs) link.#useChannel(carrier.agreeOnChannel('shoal', WIRE_CHANNEL))
    // A peer may open as many channels as it likes; the wire is the first. One that is not needed may still come.
    carrier.first = (channel) => (theirs ? channel.close() : link.#useChannel(channel))
    const sdp = await carrier.connection.answer(offer, waits)
    return { link, sdp: theirs ? withOpening('answer', sdp, opening) : sdp }
  }

  /**
   * A further link over a connection that is there.
   *
   * @param side null while it is still to come
   */
  static over(carrier: Carrier, wire: DataChannel, side: DataChannel | null): PeerLink {
    const link = new PeerLink(carrier, null)
    if (side) link.side.attach(side)
    link.#useChannel(wire)
    link.#opening = setTimeout(() => link.destroy(new Error('connection-timeout')), OPENING)
    return link
  }

  /** See {@link Connection.hasPath}; told once it has failed. */
  get hadPath(): boolean {
    return this.carrier.connection.hasPath
  }

  get source(): string {
    return this.id
  }

  /** See {@link Connection.isFaltering}. */
  get isFaltering(): boolean {
    return this.carrier.connection.isFaltering
  }

  /** Whether there is a better way to the peer, which every share is about to take. */
  get isSpare(): boolean {
    return this.carrier.isSpare
  }

  /** See {@link Carrier.isRelayed}. */
  get isRelayed(): boolean {
    return this.carrier.isRelayed
  }

  /** See {@link Carrier.lanes}. */
  get lanes(): LaneCount {
    return this.carrier.lanes
  }

  /** Bytes that were sent and wait in this browser. */
  get waiting(): Bytes {
    return this.#channel?.bufferedAmount ?? 0
  }

  /** Has the peer pay for work that it causes; false when it has caused more than it may, and is let go. */
  charge(units: Units): boolean {
    return !this.destroying && this.carrier.charge(units)
  }

  /** A browser takes what it is given. */
  whenSent(): boolean {
    return false
  }

  /** See {@link Connection.roundTrip}. */
  roundTrip(): Promise<Milliseconds> {
    return this.carrier.connection.roundTrip()
  }

  /** Takes a peer's answer to our offer; a description that is none ends the link. */
  async accept(answer: string, from: PeerId): Promise<void> {
    this.id = from
    this.carrier.peerId = from
    if (this.#offered) {
      const { agreed, named } = this.#offered
      this.#theirOpening = this.#says && openingIn('answer', answer)
      this.#useChannel(this.#theirOpening ? agreed : named)
      if (this.#theirOpening) named.close()
    }
    await this.carrier.connection.accept(answer)
  }

  /** Whether both ends open in the short way (see `shortOpening.ts`). */
  get opensShortly(): boolean {
    return this.#theirOpening !== null
  }

  /** The other end does not know what the torrent holds, and waits to be told unasked. */
  get awaitsInfo(): boolean {
    return this.#theirOpening?.lacksInfo ?? false
  }

  /** The same of this end. */
  get isOwedInfo(): boolean {
    return this.opensShortly && (this.#says?.lacksInfo ?? false)
  }

  /** Goes on as if the peer's handshake had come, which can only be this one; another ends the link. */
  grant(handshake: Uint8Array<ArrayBuffer>): void {
    this.#granted = handshake
    this.push(handshake)
  }

  /** What of these bytes is new; null when they are not what was taken for granted. */
  #withoutGranted(bytes: Uint8Array): Uint8Array | null {
    const length = Math.min(bytes.length, this.#granted.length)
    if (!equalBytes(bytes.subarray(0, length), this.#granted.subarray(0, length))) return null
    this.#granted = this.#granted.subarray(length)
    return bytes.subarray(length)
  }

  #useChannel(channel: DataChannel): void {
    this.#channel = channel
    channel.binaryType = 'arraybuffer'
    channel.bufferedAmountLowThreshold = HIGH_WATER / 2
    channel.onopen = () => {
      if (this.destroying) return
      this.connected = true
      clearTimeout(this.#opening)
      this.carrier.opened()
      this.emit('connect')
    }
    channel.onclose = () => this.destroy()
    channel.onbufferedamountlow = () => this.#release()
    channel.onmessage = (event) => {
      if (this.destroying) return
      if (!(event.data instanceof ArrayBuffer)) return void this.charge(BROKEN)
      const bytes = new Uint8Array(event.data)
      const { shookHands } = this.#guard
      const fresh = this.#withoutGranted(bytes)
      if (fresh && this.#guard.accept(bytes)) {
        if (fresh.length > 0) this.push(fresh)
        if (!shookHands && this.#guard.shookHands) this.emit('proved')
      } else this.destroy(new Error('protocol-violated'))
    }
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
    if (this.#begun >= BEGINNING) return this.#channel.send(message)
    this.#begun += message.length
    for (let at = 0; at < message.length; at += BURST) this.#channel.send(message.subarray(at, at + BURST))
  }

  /** A stream ends only after what it is writing: a channel that has closed would never say that it has room. */
  override _predestroy(): void {
    this.connected = false
    this.#release()
  }

  override _destroy(done: (error: Error | null) => void): void {
    this.#outbox.close()
    clearTimeout(this.#opening)
    this.#channel?.close()
    this.side.close()
    this.carrier.remove(this)
    done(null)
  }
}
