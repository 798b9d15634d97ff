import { Duplex } from 'streamx'
import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { PeerId } from '../../wire/trackerMessages.ts'
import { FrameGuard } from './frameGuard.ts'
import { SideChannel } from './sideChannel.ts'

/** Above this the sender waits: enough to keep the line busy, little enough that a choke takes effect soon. */
const HIGH_WATER: Bytes = 256 * 1024

/**
 * How long to wait for more ICE candidates after the first, and after the first that STUN gave. The tracker
 * protocol carries whole descriptions only (no trickle), and one network interface that reaches no STUN server
 * would hold them up for ten seconds.
 */
const GATHER_PATIENCE: Milliseconds = 1000
const REFLEXIVE_PATIENCE: Milliseconds = 100

/** A TURN server takes more round trips, and who needs it can connect in no other way. */
const RELAY_PATIENCE: Milliseconds = 3000

/** All links of the page, made and being made: browsers allow 500, and slow down long before. */
const MOST_LINKS = 300
let links = 0

/** A link that has not opened by then never will: ICE gives up after about as long. */
const CONNECT_TIMEOUT: Milliseconds = 30_000

export interface LinkOptions {
  readonly iceServers: readonly RTCIceServer[]
}

/**
 * One WebRTC connection to one peer, as the byte stream that webtorrent's wires run over: a reliable, ordered
 * data channel in a duplex stream. Emits `connect` once.
 */
export class PeerLink extends Duplex {
  /** The remote peer's id in hex; webtorrent keeps one link for each. */
  id: string
  connected = false

  /** Beside the wire, for those who know of it. */
  readonly side: SideChannel
  readonly #connection: RTCPeerConnection
  readonly #guard = new FrameGuard()
  /** How long to wait for candidates after the first, and the kind after which the rest may be missed. */
  readonly #patience: { first: Milliseconds; last: RTCIceCandidateType }
  readonly #connectTimer: ReturnType<typeof setTimeout>
  #channel: RTCDataChannel | null = null
  #drained: (() => void) | null = null

  private constructor(id: string, options: LinkOptions) {
    super()
    this.id = id
    this.#patience = options.iceServers.some(isTurn)
      ? { first: RELAY_PATIENCE, last: 'relay' }
      : { first: GATHER_PATIENCE, last: 'srflx' }
    this.#connection = new RTCPeerConnection({ iceServers: [...options.iceServers] })
    this.side = new SideChannel(this.#connection, () => this.destroy())
    this.#connection.onconnectionstatechange = () => {
      if (this.#connection.connectionState === 'failed') this.destroy(new Error('The connection failed.'))
    }
    this.#connectTimer = setTimeout(() => {
      if (!this.connected) this.destroy(new Error('No connection came about.'))
    }, CONNECT_TIMEOUT)
    // A stream without a listener would throw its error at nobody.
    this.on('error', () => undefined)
  }

  static #make(id: string, options: LinkOptions): PeerLink {
    if (links >= MOST_LINKS) throw new Error('This page has as many connections as it may.')
    const link = new PeerLink(id, options)
    links++
    link.once('close', () => links--)
    return link
  }

  /** Makes an offer that the tracker can hand to any peer: `id` becomes known with the answer. */
  static async offer(options: LinkOptions): Promise<{ link: PeerLink; sdp: string }> {
    const link = PeerLink.#make('', options)
    link.#useChannel(link.#connection.createDataChannel('shoal'))
    return { link, sdp: await link.#describe(() => link.#connection.createOffer()) }
  }

  /** Answers a peer's offer. Rejects when its description is not one. */
  static async answer(
    offer: string,
    from: PeerId,
    options: LinkOptions,
  ): Promise<{ link: PeerLink; sdp: string }> {
    const link = PeerLink.#make(from, options)
    link.#connection.ondatachannel = (event) => link.#useChannel(event.channel)
    const sdp = await link.#describe(async () => {
      await link.#connection.setRemoteDescription({ type: 'offer', sdp: offer })
      return link.#connection.createAnswer()
    })
    return { link, sdp }
  }

  /** Takes a peer's answer to our offer; a description that is none ends the link. */
  async accept(answer: string, from: PeerId): Promise<void> {
    this.id = from
    try {
      await this.#connection.setRemoteDescription({ type: 'answer', sdp: answer })
    } catch (error) {
      this.destroy(asError(error))
    }
  }

  async #describe(describe: () => Promise<RTCSessionDescriptionInit>): Promise<string> {
    try {
      await this.#connection.setLocalDescription(await describe())
      await this.#gathered()
      const sdp = this.#connection.localDescription?.sdp
      if (!sdp) throw new Error('The link was closed.')
      // All candidates are in the description: a peer that trusted this line would wait for more.
      return sdp.replace(/a=ice-options:trickle\r?\n/g, '')
    } catch (error) {
      this.destroy(asError(error))
      throw error
    }
  }

  async #gathered(): Promise<void> {
    const connection = this.#connection
    if (connection.iceGatheringState === 'complete') return
    await new Promise<void>((resolve) => {
      let patience: ReturnType<typeof setTimeout> | undefined
      const waitFor = (wait: Milliseconds) => {
        clearTimeout(patience)
        patience = setTimeout(resolve, wait)
      }
      connection.onicecandidate = ({ candidate }) => {
        if (!candidate) return
        if (patience === undefined) waitFor(this.#patience.first)
        if (candidate.type === this.#patience.last) waitFor(REFLEXIVE_PATIENCE)
      }
      connection.onicegatheringstatechange = () => {
        if (connection.iceGatheringState !== 'complete') return
        clearTimeout(patience)
        resolve()
      }
      this.once('close', resolve)
    })
  }

  #useChannel(channel: RTCDataChannel): void {
    // A peer may open as many channels as it likes; the wire is the first.
    if (this.#channel) return channel.close()
    this.#channel = channel
    channel.binaryType = 'arraybuffer'
    channel.bufferedAmountLowThreshold = HIGH_WATER / 2
    channel.onopen = () => {
      if (this.destroying) return
      this.connected = true
      clearTimeout(this.#connectTimer)
      this.emit('connect')
    }
    channel.onclose = () => this.destroy()
    channel.onbufferedamountlow = () => this.#release()
    channel.onmessage = (event: MessageEvent<unknown>) => {
      if (this.destroying || !(event.data instanceof ArrayBuffer)) return
      const bytes = new Uint8Array(event.data)
      if (this.#guard.accept(bytes)) this.push(bytes)
      else this.destroy(new Error('The peer does not speak the BitTorrent protocol.'))
    }
  }

  #release(): void {
    const drained = this.#drained
    this.#drained = null
    drained?.()
  }

  override _write(chunk: unknown, done: (error: Error | null) => void): void {
    const channel = this.#channel
    if (channel?.readyState !== 'open') return done(new Error('The channel is closed.'))
    try {
      channel.send(chunk as Uint8Array<ArrayBuffer>)
    } catch (error) {
      return done(asError(error))
    }
    if (channel.bufferedAmount > HIGH_WATER) this.#drained = () => done(null)
    else done(null)
  }

  override _destroy(done: (error: Error | null) => void): void {
    clearTimeout(this.#connectTimer)
    this.connected = false
    this.#release()
    this.#channel?.close()
    this.side.close()
    this.#connection.close()
    done(null)
  }
}

function isTurn({ urls }: RTCIceServer): boolean {
  return [urls].flat().some((url) => /^turns?:/.test(url))
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
