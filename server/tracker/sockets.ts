import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer, type RawData } from 'ws'
import type { ClientMessage, TrackerMessage } from '../../src/wire/trackerMessages.ts'
import type { Milliseconds } from '../../src/core/brand.ts'
import type { Log } from '../log.ts'
import { AddressCount } from './addressCount.ts'
import type { Admission, MemberId } from './admission.ts'
import { readFromClient, writeToClient } from './clientText.ts'
import type { TrackerLimits } from './limits.ts'
import { MessageRate } from './messageRate.ts'

/** What the sockets need of a registry. */
export interface Swarms<Session> {
  connect(send: (message: TrackerMessage) => void, member: MemberId | null): Session
  receive(session: Session, message: ClientMessage): void
  pinged(session: Session): void
  disconnect(session: Session): void
}

export interface TrackerSocketsOptions<Session> {
  readonly swarms: Swarms<Session>
  readonly limits: TrackerLimits
  readonly log: Log
  /** A clock that never goes back. */
  readonly now: () => Milliseconds
  /** The address that limits are counted by. */
  readonly addressOf: (request: IncomingMessage) => string
  /** False when an address asks too often. */
  readonly allow: (address: string) => boolean
  /** Counts what comes. */
  readonly traffic: { webSocketMessages: number }
  readonly admission: Pick<Admission, 'memberOf' | 'needsMember'>
}

/** Close codes (RFC 6455, 7.4.1). */
const GOING_AWAY = 1001
const POLICY = 1008
const INTERNAL_ERROR = 1011
const TRY_AGAIN_LATER = 1013
/** Our own, of those for applications: the passkey is missing, wrong, or no longer valid. */
const NO_MEMBER = 4401
const TEXT = { binary: false }
const NO_MEMBER_REASON = 'this tracker is for members: the passkey is missing or no longer valid'

/** How long a client may take to answer a close before it is cut off. */
const CLOSE_GRACE_MS: Milliseconds = 1_000
/**
 * Frames above its rate after which a client is cut off instead of slowed down. What has been read when reading
 * stops is 64 KiB at the most: a few hundred honest messages, or thousands made to flood.
 */
const MOST_DEBT = 1_000
/** An honest message comes in one frame, and in as many TCP segments as its size asks for. */
const MAX_FRAGMENTS = 256
const MAX_BUFFERED_CHUNKS = 4_096

/**
 * The WebSocket side of the tracker: frames in, frames out, and every limit on what a client may cost. A client
 * that goes beyond one is slowed down or cut off; nothing that it sends reaches the process as an exception.
 */
export class TrackerSockets<Session> {
  readonly #options: TrackerSocketsOptions<Session>
  readonly #addresses: AddressCount
  readonly #server: WebSocketServer
  readonly #clients = new Set<Client<Session>>()
  #idleTimer: NodeJS.Timeout | null = null
  #isStopping = false

  constructor(options: TrackerSocketsOptions<Session>) {
    const { limits } = options
    this.#options = options
    this.#addresses = new AddressCount(limits.socketsPerAddress)
    this.#server = new WebSocketServer({
      noServer: true,
      // The messages are small, and a deflate context costs more memory than everything else of a peer.
      perMessageDeflate: false,
      clientTracking: false,
      maxPayload: limits.maxMessageBytes,
      maxFragments: MAX_FRAGMENTS,
      maxBufferedChunks: MAX_BUFFERED_CHUNKS,
    })
    if (limits.idleSeconds > 0) {
      this.#idleTimer = setInterval(() => this.#checkIdle(), (limits.idleSeconds * 1_000) / 4).unref()
    }
  }

  get count(): number {
    return this.#clients.size
  }

  /** Takes over an HTTP upgrade request. Any origin may use an open tracker. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#isStopping) {
      socket.destroy()
      return
    }
    const address = this.#options.addressOf(request)
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', (error) =>
        this.#options.log.debug('tracker socket failed', { address, error: error.message }),
      )
      // After the handshake, because a page can read a close code but not the status of a refused upgrade.
      if (!this.#options.allow(address) || !this.#addresses.enter(address)) {
        this.#options.log.debug('too many tracker sockets', { address })
        close(webSocket, TRY_AGAIN_LATER, 'too many connections from this address')
        return
      }
      const client = new Client(webSocket, socket, this.#admit(request), this.#options)
      this.#clients.add(client)
      webSocket.once('close', () => {
        this.#clients.delete(client)
        this.#addresses.leave(address)
      })
    })
  }

  /** Cuts off a member's sockets, or all those that a member no longer stands behind. */
  cutOff(isOut: (member: MemberId | null) => boolean): void {
    for (const client of this.#clients) if (isOut(client.member)) client.refuse()
  }

  /** The member whose passkey is in the address; `refused` when there has to be one and is not. */
  #admit(request: IncomingMessage): MemberId | null | 'refused' {
    const { admission } = this.#options
    const passkey = /\/announce\/([^/?#]+)/.exec(request.url ?? '')?.[1]
    const member = passkey === undefined ? null : admission.memberOf(passkey)
    return member === null && admission.needsMember ? 'refused' : member
  }

  /** Closes every socket with 1001, and cuts off who does not answer that in time. */
  stop(): void {
    this.#isStopping = true
    if (this.#idleTimer) clearInterval(this.#idleTimer)
    for (const client of this.#clients) client.close(GOING_AWAY, 'the tracker is stopping')
  }

  #checkIdle(): void {
    const now = this.#options.now()
    for (const client of this.#clients) client.checkIdle(now, this.#options.limits.idleSeconds * 1_000)
  }
}

/** One client's socket, and its session in the registry. */
class Client<Session> {
  readonly #webSocket: WebSocket
  readonly #options: TrackerSocketsOptions<Session>
  readonly #session: Session
  readonly #rate: MessageRate
  #heardAt: Milliseconds
  #resumeTimer: NodeJS.Timeout | null = null

  readonly member: MemberId | null
  readonly #socket: Duplex
  #isRefused: boolean
  #isHeldBack = false

  constructor(
    webSocket: WebSocket,
    socket: Duplex,
    member: MemberId | null | 'refused',
    options: TrackerSocketsOptions<Session>,
  ) {
    this.#webSocket = webSocket
    this.#socket = socket
    this.#isRefused = member === 'refused'
    this.member = member === 'refused' ? null : member
    this.#options = options
    this.#heardAt = options.now()
    this.#rate = new MessageRate(options.limits.messagesPerSecond, this.#heardAt)
    this.#session = options.swarms.connect((message) => this.#send(message), this.member)
    webSocket.on('message', (data) => this.#guard(() => this.#receive(data)))
    webSocket.on('ping', () => this.#guard(() => this.#receivePing()))
    webSocket.on('pong', () => this.#guard(() => this.#countFrame()))
    webSocket.once('close', () => {
      if (this.#resumeTimer) clearTimeout(this.#resumeTimer)
      options.swarms.disconnect(this.#session)
    })
  }

  close(code: number, reason: string): void {
    close(this.#webSocket, code, reason)
  }

  /** Ends what the client may do here: its next announce is told why, this moment's peers are gone. */
  refuse(): void {
    this.#isRefused = true
    this.#options.swarms.disconnect(this.#session)
    this.close(NO_MEMBER, NO_MEMBER_REASON)
  }

  /** Pings a client that has been silent for half the time it may be, and cuts it off after all of it. */
  checkIdle(now: Milliseconds, idleMs: Milliseconds): void {
    // While it is being slowed down, its pongs are not read either.
    if (this.#resumeTimer) return
    const silentMs = now - this.#heardAt
    if (silentMs >= idleMs) this.#webSocket.terminate()
    else if (silentMs >= idleMs / 2 && this.#webSocket.readyState === WebSocket.OPEN) this.#webSocket.ping()
  }

  #receive(data: RawData): void {
    if (!this.#countFrame()) return
    this.#options.traffic.webSocketMessages += 1
    const message = readFromClient(bytesOf(data))
    if (this.#isRefused) {
      // A failure that names the swarm, as clients show no other; a close code alone tells them nothing.
      const infoHash = 'infoHash' in message ? message.infoHash : null
      const action = message.kind === 'scrape' ? 'scrape' : 'announce'
      this.#send({ kind: 'failure', action, infoHash, reason: NO_MEMBER_REASON })
      this.close(NO_MEMBER, NO_MEMBER_REASON)
    } else if (message.kind === 'failure') this.#send(message)
    else this.#options.swarms.receive(this.#session, message)
  }

  #receivePing(): void {
    if (!this.#countFrame()) return
    this.#options.swarms.pinged(this.#session)
    this.#cutOffSlowReader()
  }

  /** Counts a frame against the client's rate, and stops reading for a while when it is too quick. */
  #countFrame(): boolean {
    if (this.#webSocket.readyState !== WebSocket.OPEN) return false
    const now = this.#options.now()
    this.#heardAt = now
    this.#rate.count(now)
    const debt = this.#rate.debt(now)
    if (debt > MOST_DEBT) {
      this.close(POLICY, 'too many messages')
      return false
    }
    if (debt > 0 && !this.#resumeTimer) {
      this.#webSocket.pause()
      this.#resumeIn(this.#rate.waitFor(debt))
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

  #send(message: TrackerMessage): void {
    if (this.#webSocket.readyState !== WebSocket.OPEN) return
    this.#holdBack()
    this.#webSocket.send(writeToClient(message), TEXT)
    this.#cutOffSlowReader()
  }

  /** What goes to one socket within one turn of the event loop goes out together: writes cost more than text. */
  #holdBack(): void {
    if (this.#isHeldBack) return
    this.#isHeldBack = true
    this.#socket.cork()
    setImmediate(() => {
      this.#isHeldBack = false
      this.#socket.uncork()
    })
  }

  #cutOffSlowReader(): void {
    const most = this.#options.limits.writeBufferBytes
    if (most === 0 || this.#webSocket.bufferedAmount <= most) return
    this.#options.log.debug('tracker socket reads too slowly', {
      waitingBytes: this.#webSocket.bufferedAmount,
    })
    this.#webSocket.terminate()
  }

  /** The last line of defence: a mistake of ours that one client triggers costs that client alone. */
  #guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#options.log.error('a tracker message could not be handled', { error: String(error) })
      this.close(INTERNAL_ERROR, 'internal error')
    }
  }
}

/** Starts the closing handshake and cuts the socket off when the other side does not finish it. */
function close(webSocket: WebSocket, code: number, reason: string): void {
  webSocket.close(code, reason)
  const timer = setTimeout(() => webSocket.terminate(), CLOSE_GRACE_MS)
  webSocket.once('close', () => clearTimeout(timer))
}

/** JSON is text, but some clients send it in binary frames. */
function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return Buffer.isBuffer(data) ? data : Buffer.from(data)
}
