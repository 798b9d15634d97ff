import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Milliseconds } from '../../src/core/brand.ts'
import type { Log } from '../log.ts'
import { timerMs } from '../timers.ts'
import { isLoopback } from '../addresses.ts'
import { networkOf, type AddressCount } from './addressCount.ts'
import { KEEPER, type Admission, type MemberId } from './admission.ts'
import type { TrackerLimits } from './limits.ts'
import { SharedRates } from './sharedRate.ts'
import { SocketClient, type Swarms } from './socketClient.ts'
import { CloseCode } from './webSocket/closeCodes.ts'
import { EndOfTurn } from './webSocket/endOfTurn.ts'
import { handshake } from './webSocket/handshake.ts'

export interface TrackerSocketsOptions<Session> {
  /** How many each address has. */
  readonly addresses: AddressCount
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

/** A proxy that has other nodes tries one of them. */
const ELSEWHERE = 'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'
const DRAIN_STEP_MS: Milliseconds = 100

/**
 * The WebSocket side of the tracker: who is connected, and how many from where. A client that goes beyond a limit
 * is slowed down or cut off; nothing that it sends reaches the process as an exception.
 */
export class TrackerSockets<Session> {
  readonly #options: TrackerSocketsOptions<Session>
  readonly #addresses: AddressCount
  readonly #rates: SharedRates
  readonly #turn = new EndOfTurn()
  readonly #clients = new Set<SocketClient<Session>>()
  #idleTimer: NodeJS.Timeout | null = null
  #isStopping = false
  #isDraining = false

  constructor(options: TrackerSocketsOptions<Session>) {
    const { limits } = options
    this.#options = options
    this.#addresses = options.addresses
    this.#rates = new SharedRates(limits.messagesPerAddressPerSecond)
    if (limits.idleSeconds > 0) {
      this.#idleTimer = setInterval(() => this.#checkIdle(), timerMs(limits.idleSeconds / 4)).unref()
    }
  }

  get count(): number {
    return this.#clients.size
  }

  /** Takes over an HTTP upgrade request. Any origin may use an open tracker. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { isAccepted, response } = handshake(request)
    if (this.#isStopping || this.#isDraining || !isAccepted) {
      // Whoever asked may be gone already, which is nothing to us.
      socket.on('error', () => undefined)
      const refusal = this.#isDraining ? ELSEWHERE : ''
      socket.end(this.#isStopping || this.#isDraining ? refusal : response, () => socket.destroy())
      return
    }
    socket.write(response)
    this.#open(this.#options.addressOf(request), this.#admit(request), socket, head)
  }

  /** The request is left behind here: a socket that stays open would keep its headers in memory. */
  #open(address: string, member: MemberId | null | 'refused', socket: Duplex, head: Buffer): void {
    const { allow, log } = this.#options
    // The site's own, wherever it runs: it is in as many swarms as it is told to be.
    const isOwn = isLoopback(address) || member === KEEPER
    const network = isOwn ? null : networkOf(address)
    const caller = { member, network, part: this.#rates.enter(network, this.#options.now()) }
    const client = new SocketClient(socket, this.#turn, caller, this.#options, (error) => {
      this.#rates.leave(network)
      if (error) log.debug('tracker socket failed', { address, error: error.message })
      if (this.#clients.delete(client)) this.#addresses.leave(address)
    })
    // After the handshake, because a page can read a close code but not the status of a refused upgrade.
    if (!allow(address) || !this.#addresses.enter(address)) {
      log.debug('too many tracker sockets', { address })
      client.close(CloseCode.tryAgainLater, 'too many connections from this address')
      return
    }
    this.#clients.add(client)
    if (head.length > 0) socket.unshift(head)
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
    for (const client of this.#clients) client.close(CloseCode.goingAway, 'the tracker is stopping')
  }

  /**
   * Takes no more sockets, and closes those that there are one after another, so that the other nodes do not get all
   * of them at once. Settles when none is left, or `forMs` are over.
   */
  async drain(forMs: Milliseconds): Promise<void> {
    this.#isDraining = true
    const startedAt = this.#options.now()
    const leaving = [...this.#clients]
    const total = leaving.length
    while (this.#clients.size > 0 && this.#options.now() - startedAt < forMs && !this.#isStopping) {
      const due = Math.ceil((total * (this.#options.now() - startedAt + DRAIN_STEP_MS)) / forMs)
      for (const client of leaving.splice(0, due - (total - leaving.length))) {
        client.close(CloseCode.goingAway, 'this node is stopping: come back to another')
      }
      await sleep(DRAIN_STEP_MS)
    }
  }

  #checkIdle(): void {
    const now = this.#options.now()
    for (const client of this.#clients) client.checkIdle(now, this.#options.limits.idleSeconds * 1_000)
  }
}
