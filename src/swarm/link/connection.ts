import type { Milliseconds } from '../../core/brand.ts'
import type { ConnectionBudget } from './connectionBudget.ts'
import { isRelayed, isTurn } from './path.ts'
import type { Connect, IceServer, PeerConnection } from './peerConnection.ts'

/**
 * How long to wait for more ICE candidates after the first, and after the first of the last kind there can be. The tracker
 * protocol carries whole descriptions only (no trickle), and one network interface that reaches no STUN server would
 * hold them up for ten seconds. The candidates of one kind come together: those of all interfaces are asked for at once.
 * Browsers take 100 ms and more after them to say that there are no others, of which only TCP's are left.
 */
const GATHER_PATIENCE: Milliseconds = 1000
const LAST_PATIENCE: Milliseconds = 50

/** A TURN server takes more round trips, and who needs it can connect in no other way. */
const RELAY_PATIENCE: Milliseconds = 3000

/** A connection that has not opened so long after both were described never will: ICE gives up after about as long. */
const CONNECT_TIMEOUT: Milliseconds = 30_000

export interface LinkOptions {
  /** WebRTC. */
  readonly connect: Connect
  readonly iceServers: readonly IceServer[]
  readonly budget: ConnectionBudget
}

/** A connection to a peer, and how it is described to it: counted, and with an end of its own making. */
export class Connection {
  readonly rtc: PeerConnection
  /** How long to wait for candidates after the first, and the kind after which the rest may be missed. */
  readonly #patience: { first: Milliseconds; last: 'host' | 'srflx' | 'relay' }
  readonly #budget: ConnectionBudget
  readonly #failed: (error: Error) => void
  /** Nothing comes over it; it may recover, unless it has failed. */
  isFaltering = false
  /** A path was found, whatever came of it. */
  hasPath = false
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #closing = Promise.withResolvers<undefined>()
  #closed = false

  /**
   * Throws when the page has as many connections as it may, or the browser makes none.
   *
   * @param failed it has come to nothing, or was lost
   * @param faltered see {@link isFaltering}, which has changed
   */
  constructor(
    { connect, iceServers, budget }: LinkOptions,
    failed: (error: Error) => void,
    faltered: () => void = () => undefined,
  ) {
    this.rtc = counted(budget, () => connect(iceServers))
    this.#budget = budget
    this.#failed = (error) => {
      this.hasPath = isPath(this.rtc.iceConnectionState)
      failed(error)
    }
    this.#patience = iceServers.some(isTurn)
      ? { first: RELAY_PATIENCE, last: 'relay' }
      : { first: GATHER_PATIENCE, last: iceServers.length > 0 ? 'srflx' : 'host' }
    this.rtc.onconnectionstatechange = () => {
      const { connectionState: state } = this.rtc
      const isFaltering = state === 'disconnected' || state === 'failed'
      const hasChanged = isFaltering !== this.isFaltering
      this.isFaltering = isFaltering
      if (hasChanged) faltered()
      if (state === 'failed') this.#failed(new Error('connection-failed'))
    }
  }

  /**
   * The least round trip of its packets that the browser tells of (`RTCIceCandidatePairStats`): how long the network
   * takes, without the pages at both ends. Infinity where it tells of none.
   */
  async roundTrip(): Promise<Milliseconds> {
    let least = Infinity
    for (const stats of (await this.rtc.getStats()).values()) {
      if (stats.type !== 'candidate-pair' || stats.state !== 'succeeded') continue
      const {
        currentRoundTripTime: last = Infinity,
        totalRoundTripTime: total,
        responsesReceived: count,
      } = stats
      least = Math.min(least, 1000 * last, total !== undefined && count ? (1000 * total) / count : Infinity)
    }
    return least
  }

  /** See {@link isRelayed}. */
  async isRelayed(): Promise<boolean> {
    return isRelayed(await this.rtc.getStats())
  }

  /** A channel of it is open. */
  opened(): void {
    clearTimeout(this.#timer)
  }

  /** @param lifetime how long an answer may take */
  async offer(lifetime: Milliseconds): Promise<string> {
    this.#giveUpIn(lifetime)
    return this.#describe(() => this.rtc.createOffer())
  }

  async answer(offer: string): Promise<string> {
    this.#giveUpIn(CONNECT_TIMEOUT)
    return this.#describe(async () => {
      await this.rtc.setRemoteDescription({ type: 'offer', sdp: offer })
      return this.rtc.createAnswer()
    })
  }

  /** Takes a peer's answer; a description that is none ends the connection. */
  async accept(answer: string): Promise<void> {
    this.#giveUpIn(CONNECT_TIMEOUT)
    try {
      await this.rtc.setRemoteDescription({ type: 'answer', sdp: answer })
    } catch (error) {
      this.#failed(asError(error))
    }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#budget.giveBack()
    clearTimeout(this.#timer)
    this.rtc.close()
    this.#closing.resolve(undefined)
  }

  #giveUpIn(wait: Milliseconds): void {
    clearTimeout(this.#timer)
    if (!this.#closed) this.#timer = setTimeout(() => this.#failed(new Error('connection-timeout')), wait)
  }

  async #describe(describe: () => ReturnType<PeerConnection['createOffer']>): Promise<string> {
    try {
      await this.rtc.setLocalDescription(await describe())
      await this.#gathered()
      const sdp = this.rtc.localDescription?.sdp
      if (!sdp) throw new Error('link-closed')
      // All candidates are in the description: a peer that trusted this line would wait for more.
      return sdp.replace(/a=ice-options:trickle\r?\n/g, '')
    } catch (error) {
      this.#failed(asError(error))
      throw error
    }
  }

  async #gathered(): Promise<void> {
    const { rtc } = this
    if (rtc.iceGatheringState === 'complete') return
    await new Promise<void>((resolve) => {
      let patience: ReturnType<typeof setTimeout> | undefined
      const waitFor = (wait: Milliseconds) => {
        clearTimeout(patience)
        patience = setTimeout(resolve, wait)
      }
      rtc.onicecandidate = ({ candidate }) => {
        if (!candidate) return
        if (patience === undefined) waitFor(this.#patience.first)
        if (candidate.type === this.#patience.last) waitFor(LAST_PATIENCE)
      }
      rtc.onicegatheringstatechange = () => {
        if (rtc.iceGatheringState !== 'complete') return
        clearTimeout(patience)
        resolve()
      }
      void this.#closing.promise.then(() => resolve())
    })
  }
}

function isPath(state: string | undefined): boolean {
  return state === 'connected' || state === 'completed'
}

/** What could not be made is none of the connections that the page has. */
function counted<Made>(budget: ConnectionBudget, make: () => Made): Made {
  budget.take()
  try {
    return make()
  } catch (error) {
    budget.giveBack()
    throw error
  }
}

export function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
