import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { bearerOf } from '../api/authorise.ts'
import type { Log } from '../log.ts'
import type { KeeperCommand, KeeperEvent } from '../peer/keeper/messages.ts'
import { digestOf } from '../store/secrets.ts'
import { CloseCode } from '../tracker/webSocket/closeCodes.ts'
import { EndOfTurn } from '../tracker/webSocket/endOfTurn.ts'
import { handshake } from '../tracker/webSocket/handshake.ts'
import { WebSocket } from '../tracker/webSocket/webSocket.ts'
import {
  readEvent,
  REPLACED,
  SILENCE_MS,
  THERE_MS,
  tokenOf,
  WRONG_SECRET,
  type KeeperOrder,
  type KeeperTerms,
} from './lineMessages.ts'

/** An event names a share, and its name at the most. */
const MOST_MESSAGE_BYTES = 64 * 1024

export interface RemoteKeeperOptions {
  readonly secret: string
  /** How it is to work; asked for each that registers. */
  readonly terms: () => KeeperTerms
  readonly heard: (event: KeeperEvent) => void
  readonly wentDown: () => void
  /** False when its address asks too often. */
  readonly allow: (request: IncomingMessage) => boolean
  readonly log: Log
}

interface Registered {
  readonly socket: WebSocket
  heardAt: number
}

/** A keeper that runs elsewhere, once it has registered here by the secret: one at a time, the latest. */
export class RemoteKeeper {
  readonly #options: RemoteKeeperOptions
  readonly #digest: string
  readonly #turn = new EndOfTurn()
  readonly #looking: NodeJS.Timeout
  #registered: Registered | null = null
  #isStopping = false

  constructor(options: RemoteKeeperOptions) {
    this.#options = options
    this.#digest = digestOf(tokenOf(options.secret))
    this.#looking = setInterval(() => this.#look(), THERE_MS).unref()
  }

  /** Takes over an HTTP upgrade request of somebody who wants to be it. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const { isAccepted, response } = handshake(request)
    if (this.#isStopping || !isAccepted) {
      stream.on('error', () => undefined)
      stream.end(response, () => stream.destroy())
      return
    }
    stream.write(response)
    const mayTry = this.#options.allow(request)
    const isRight = mayTry && digestOf(bearerOf(request) ?? '') === this.#digest
    const registered: Registered = {
      socket: new WebSocket(stream, MOST_MESSAGE_BYTES, this.#turn, {
        message: (data, isText) => this.#take(registered, isText ? data.toString() : ''),
        pinged: () => undefined,
        ponged: () => (registered.heardAt = performance.now()),
        closed: () => this.#closed(registered),
      }),
      heardAt: performance.now(),
    }
    if (!mayTry) registered.socket.close(CloseCode.tryAgainLater, 'too many requests from this address')
    else if (!isRight) registered.socket.close(WRONG_SECRET, 'wrong secret')
    else this.#register(registered)
    if (head.length > 0) stream.unshift(head)
  }

  /** Lost while there is none. */
  send(command: KeeperCommand): void {
    if (command.kind !== 'start' && command.kind !== 'stop') this.#say(command)
  }

  stop(): Promise<void> {
    this.#isStopping = true
    clearInterval(this.#looking)
    this.#registered?.socket.close(CloseCode.goingAway, 'the server is stopping')
    return Promise.resolve()
  }

  #register(registered: Registered): void {
    const { log, terms } = this.#options
    const former = this.#registered
    if (former) {
      former.socket.close(REPLACED, 'another keeper has registered here')
      this.#closed(former)
    }
    log.info('a keeper has registered')
    this.#registered = registered
    this.#say(terms())
  }

  #say(order: KeeperOrder): void {
    // As bytes of UTF-8, one character each: see ByteText.
    this.#registered?.socket.send(Buffer.from(JSON.stringify(order)).toString('latin1'))
  }

  #take(from: Registered, message: string): void {
    if (from !== this.#registered) return
    const event = readEvent(message)
    if (event) this.#options.heard(event)
    else from.socket.close(CloseCode.policy, 'no event of a keeper')
  }

  #closed(registered: Registered): void {
    if (registered !== this.#registered) return
    this.#registered = null
    if (!this.#isStopping) this.#options.log.warn('the keeper has gone')
    this.#options.wentDown()
  }

  #look(): void {
    const registered = this.#registered
    if (!registered) return
    this.#say({ kind: 'there' })
    registered.socket.sendPing()
    if (performance.now() - registered.heardAt > SILENCE_MS) registered.socket.terminate()
  }
}
