import type { Milliseconds } from '../../core/brand.ts'
import { nextTask } from '../nextTask.ts'
import type { ConnectionBudget } from './connectionBudget.ts'
import type { CandidateSearch } from './knownCandidates.ts'
import { isRelayed, isTurn } from './path.ts'
import type { Connect, Description, IceServer, PeerConnection } from './peerConnection.ts'

/**
 * How long to wait for more ICE candidates after the first, and after the first of the last kind there can be. The tracker
 * protocol carries whole descriptions only (no trickle), and one network interface that reaches no STUN server would
 * hold them up for ten seconds. The candidates of one kind come together: those of all interfaces are asked for at once.
 * Browsers take 100 ms and more after them to say that there are no others, of which only TCP's are left.
 */
const GATHER_PATIENCE: Milliseconds = 1000
const LAST_PATIENCE: Milliseconds = 50

/** Turns of the event loop in which all is told that has happened: within one, messages come in no certain order. */
const TURNS = 2

/** A TURN server takes more round trips, and who needs it can connect in no other way. */
const RELAY_PATIENCE: Milliseconds = 3000

/** A connection that has not opened so long after both were described never will: ICE gives up after about as long. */
const CONNECT_TIMEOUT: Milliseconds = 30_000

/** What an answer says of who begins with DTLS (RFC 8842). */
const BEGINS = 'a=setup:active'
const WAITS = 'a=setup:passive'

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
  readonly #search: CandidateSearch
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
    this.#search = budget.candidates.search(JSON.stringify(iceServers))
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

  /** What {@link offer} has made, whose answer may take so long from now on. */
  offerAgain(lifetime: Milliseconds): string {
    this.#giveUpIn(lifetime)
    return this.#description
  }

  /**
   * @param waits leaves it to the other end to begin with DTLS, where that makes no difference to it: who begins is done
   *   first, and begins with SCTP as well, whose other end can then say something first
   */
  async answer(offer: string, waits = false): Promise<string> {
    this.#giveUpIn(CONNECT_TIMEOUT)
    return this.#describe(async () => {
      await this.rtc.setRemoteDescription({ type: 'offer', sdp: offer })
      const answer = await this.rtc.createAnswer()
      return waits ? this.#waiting(answer) : answer
    })
  }

  /** Null once it is described so; the answer as it was where the browser insists on that. */
  async #waiting({ type, sdp = '' }: Description): Promise<Description | null> {
    if (!sdp.includes(BEGINS)) return { type, sdp }
    const waiting = { type, sdp: sdp.replace(BEGINS, WAITS) }
    return this.rtc.setLocalDescription(waiting).then(
      () => null,
      () => ({ type, sdp }),
    )
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

  async #describe(describe: () => Promise<Description | null>): Promise<string> {
    // What a browser has begun when the connection is closed it never ends, one way or the other.
    const closed = this.#closing.promise.then(() => Promise.reject(new Error('link-closed')))
    try {
      await Promise.race([this.#set(describe), closed])
      return this.#description
    } catch (error) {
      this.#failed(asError(error))
      throw error
    }
  }

  async #set(describe: () => Promise<Description | null>): Promise<void> {
    const description = await describe()
    if (description) await this.rtc.setLocalDescription(description)
    await this.#gathered()
  }

  get #description(): string {
    const sdp = this.rtc.localDescription?.sdp
    if (!sdp) throw new Error('link-closed')
    return withoutTrickle(sdp)
  }

  async #gathered(): Promise<void> {
    const { rtc } = this
    if (rtc.iceGatheringState === 'complete') return
    await new Promise<void>((resolve) => {
      let patience: ReturnType<typeof setTimeout> | undefined
      let found = 0
      const waitFor = (wait: Milliseconds) => {
        clearTimeout(patience)
        patience = setTimeout(() => void end(), wait)
      }
      const end = async () => {
        const [before, fired] = [found, patience]
        // After the machine stood still timers fire first, and what was found meanwhile is still to be told.
        for (let turn = 0; turn < TURNS; turn++) await nextTask()
        if (found === before) resolve()
        else if (patience === fired) waitFor(LAST_PATIENCE)
      }
      rtc.onicecandidate = ({ candidate }) => {
        if (!candidate) return
        found++
        this.#search.found(candidate)
        // Others may be told in this turn.
        if (this.#search.hasAll) return waitFor(0)
        if (patience === undefined) waitFor(this.#patience.first)
        if (candidate.type === this.#patience.last) waitFor(LAST_PATIENCE)
      }
      rtc.onicegatheringstatechange = () => {
        if (rtc.iceGatheringState !== 'complete') return
        clearTimeout(patience)
        this.#search.ended()
        resolve()
      }
    })
  }
}

/**
 * All candidates are in the description: a peer that trusted this word would wait for more. What else a browser offers
 * there, as to begin with DTLS while ICE is still at work, stays.
 */
function withoutTrickle(sdp: string): string {
  return sdp.replace(/^a=ice-options:(.*)(\r?\n)/gm, (_, options: string, end: string) => {
    const rest = options.split(' ').filter((option) => option !== 'trickle')
    return rest.length > 0 ? `a=ice-options:${rest.join(' ')}${end}` : ''
  })
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
