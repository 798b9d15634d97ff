import type { Duplex } from 'node:stream'
import type { Milliseconds } from '../../src/core/brand.ts'
import type { ClientMessage, TrackerMessage } from '../../src/wire/trackerMessages.ts'
import type { Log } from '../log.ts'
import type { MemberId } from './admission.ts'
import type { ByteText } from './byteText.ts'
import { readFromClient, writeToClient } from './clientText.ts'
import type { TrackerLimits } from './limits.ts'
import { MessageRate } from './messageRate.ts'
import type { RatePart } from './sharedRate.ts'
import { CloseCode } from './webSocket/closeCodes.ts'
import type { EndOfTurn } from './webSocket/endOfTurn.ts'
import { WebSocket, type WebSocketEvents } from './webSocket/webSocket.ts'

/** What the sockets need of a registry. */
export interface Swarms<Session> {
  connect(
    send: (message: TrackerMessage<ByteText>) => void,
    member: MemberId | null,
    network: string | null,
  ): Session
  receive(session: Session, message: ClientMessage<ByteText>): void
  pinged(session: Session): void
  disconnect(session: Session): void
  /** As {@link disconnect}; the client is told why. */
  dismiss(session: Session, reason: string): void
}

/** Who is at the other end. */
export interface Caller {
  readonly member: MemberId | null | 'refused'
  /** As limits count it; null for this machine's own. */
  readonly network: string | null
  /** Of what its address may send. */
  readonly part: RatePart
}

export interface SocketClientOptions<Session> {
  readonly swarms: Swarms<Session>
  readonly limits: TrackerLimits
  readonly log: Log
  /** A clock that never goes back. */
  readonly now: () => Milliseconds
  /** Counts what comes. */
  readonly traffic: { webSocketMessages: number }
}

const NO_MEMBER_REASON = 'this tracker is for members: the passkey is missing or no longer valid'

/**
 * Messages above its rate after which a client is cut off instead of slowed down. What has been read when reading
 * stops is 64 KiB at the most: a few hundred honest messages, or thousands made to flood.
 */
const MOST_DEBT = 1_000

/** One client's socket, its session in the registry, and the limits on what it may cost. */
export class SocketClient<Session> implements WebSocketEvents {
  readonly #webSocket: WebSocket
  readonly #options: SocketClientOptions<Session>
  readonly #session: Session
  readonly #rate: MessageRate
  readonly #part: RatePart
  readonly #onClosed: (error: Error | null) => void
  #heardAt: Milliseconds
  #resumeTimer: NodeJS.Timeout | null = null
  #isRefused: boolean

  readonly member: MemberId | null

  constructor(
    socket: Duplex,
    turn: EndOfTurn,
    { member, network, part }: Caller,
    options: SocketClientOptions<Session>,
    onClosed: (error: Error | null) => void,
  ) {
    this.#options = options
    this.#onClosed = onClosed
    this.#part = part
    this.#isRefused = member === 'refused'
    this.member = member === 'refused' ? null : member
    this.#heardAt = options.now()
    this.#rate = new MessageRate(options.limits.messagesPerSecond, this.#heardAt)
    this.#session = options.swarms.connect((message) => this.#send(message), this.member, network)
    this.#webSocket = new WebSocket(socket, options.limits.maxMessageBytes, turn, this)
  }

  close(code: number, reason: string): void {
    this.#webSocket.close(code, reason)
  }

  /** Ends what the client may do here, at once: other programs than the page come back after minutes alone. */
  refuse(): void {
    this.#isRefused = true
    this.#options.swarms.dismiss(this.#session, NO_MEMBER_REASON)
    this.close(CloseCode.noMember, NO_MEMBER_REASON)
  }

  /** Pings a client that has been silent for half the time it may be, and cuts it off after all of it. */
  checkIdle(now: Milliseconds, idleMs: Milliseconds): void {
    // While it is being slowed down, its pongs are not read either.
    if (this.#resumeTimer) return
    const silentMs = now - this.#heardAt
    if (silentMs >= idleMs) this.#webSocket.terminate()
    else if (silentMs >= idleMs / 2) this.#webSocket.sendPing()
  }

  /** JSON is text, but some clients send it in binary frames. */
  message(data: Buffer): void {
    try {
      this.#receive(data)
    } catch (error) {
      // The last line of defence: a mistake of ours that one client triggers costs that client alone.
      this.#options.log.error('a tracker message could not be handled', { error: String(error) })
      this.close(CloseCode.internalError, 'internal error')
    }
  }

  pinged(): void {
    if (!this.#countFrame()) return
    this.#options.swarms.pinged(this.#session)
    this.#cutOffSlowReader()
  }

  ponged(): void {
    this.#countFrame()
  }

  closed(error: Error | null): void {
    if (this.#resumeTimer) clearTimeout(this.#resumeTimer)
    this.#options.swarms.disconnect(this.#session)
    this.#onClosed(error)
  }

  #receive(data: Buffer): void {
    if (!this.#countFrame(data.length)) return
    this.#options.traffic.webSocketMessages += 1
    const message = readFromClient(data, this.#options.limits)
    if (this.#isRefused) {
      // A failure that names the swarm, as clients show no other; a close code alone tells them nothing.
      const infoHash = 'infoHash' in message ? message.infoHash : null
      const action = message.kind === 'scrape' ? 'scrape' : 'announce'
      this.#send({ kind: 'failure', action, infoHash, reason: NO_MEMBER_REASON })
      this.close(CloseCode.noMember, NO_MEMBER_REASON)
    } else if (message.kind === 'failure') this.#send(message)
    else this.#options.swarms.receive(this.#session, message)
  }

  /** Counts a frame against the client's rate, and stops reading for a while when it is too quick. */
  #countFrame(bytes = 0): boolean {
    const now = this.#options.now()
    this.#heardAt = now
    // Judged by what came before it: one long message is no flood, however many it counts as.
    if (this.#rate.debt(now) > MOST_DEBT) {
      this.#webSocket.fail({ code: CloseCode.policy, reason: 'too many messages' })
      return false
    }
    this.#rate.count(now, bytes)
    const waitMs = Math.max(this.#rate.waitFor(this.#rate.debt(now)), this.#part.count(now, bytes))
    if (waitMs > 0 && !this.#resumeTimer) {
      this.#webSocket.pause()
      this.#part.waits()
      this.#resumeIn(waitMs)
    }
    return true
  }

  #resumeIn(waitMs: Milliseconds): void {
    this.#resumeTimer = setTimeout(() => this.#resume(), waitMs)
  }

  /** Reads on, unless the rest of what had been read by then made the debt greater. */
  #resume(): void {
    const now = this.#options.now()
    const debt = this.#rate.debt(now)
    if (debt > 0) {
      this.#resumeIn(this.#rate.waitFor(debt))
      return
    }
    this.#resumeTimer = null
    this.#heardAt = now
    this.#webSocket.resume()
  }

  #send(message: TrackerMessage<ByteText>): void {
    if (!this.#webSocket.isOpen) return
    this.#webSocket.send(writeToClient(message))
    this.#cutOffSlowReader()
  }

  #cutOffSlowReader(): void {
    const most = this.#options.limits.writeBufferBytes
    const waitingBytes = this.#webSocket.bufferedBytes
    if (most === 0 || waitingBytes <= most) return
    this.#options.log.debug('tracker socket reads too slowly', { waitingBytes })
    this.#webSocket.terminate()
  }
}
