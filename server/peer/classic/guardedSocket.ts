import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { EventEmitter } from 'node:events'
import { Allowance, type AllowanceTerms } from '../../../src/core/allowance.ts'
import type { Bytes } from '../../../src/core/brand.ts'
import { mayContact, type ContactPolicy } from './addresses.ts'

/** What no message of the DHT exceeds: they are to fit one packet. */
const LONGEST: Bytes = 2_048

/** Messages that are listened to: answers to our own questions, and what others ask. */
const TERMS: AllowanceTerms = { burst: 1_000, perSecond: 500 }

/**
 * A socket for the DHT's package, which trusts whatever comes: a token that is a number would end the process, and a
 * node's word would have us send packets to anybody. As much of a `dgram.Socket` as it uses.
 */
export class GuardedSocket extends EventEmitter {
  readonly #socket: Socket = createSocket('udp4')
  readonly #policy: ContactPolicy
  readonly #allowance = new Allowance(TERMS, () => performance.now())

  constructor(policy: ContactPolicy) {
    super()
    this.#policy = policy
    this.#socket.on('message', (bytes, from) => this.#take(bytes, from))
    for (const event of ['error', 'listening', 'close'] as const)
      this.#socket.on(event, (...values: unknown[]) => this.emit(event, ...values))
  }

  address(): ReturnType<Socket['address']> {
    return this.#socket.address()
  }

  bind(port: number, host?: string): void {
    this.#socket.bind(port, host)
  }

  send(
    bytes: Uint8Array,
    from: number,
    length: number,
    port: number,
    host: string,
    done: (error: Error | null) => void,
  ): void {
    if (port < 1 || port > 65_535 || !mayContact(host, this.#policy)) return done(new Error('not-contacted'))
    this.#socket.send(bytes, from, length, port, host, done)
  }

  close(): void {
    this.#socket.close()
  }

  #take(bytes: Buffer, from: RemoteInfo): void {
    if (bytes.length > LONGEST || !this.#allowance.afford(1)) return
    try {
      this.emit('message', bytes, from)
    } catch {
      // It was no message of the DHT.
    }
  }
}
