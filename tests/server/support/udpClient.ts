import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import { onTestFinished } from 'vitest'

/** The parts of a UDP tracker's requests (BEP 15), for tests to put together as they like. */
export const PROTOCOL = '0000041727101980'
export const TRANSACTION = 'cafebabe'

export function connectRequest(): Buffer {
  return Buffer.from(`${PROTOCOL}00000000${TRANSACTION}`, 'hex')
}

export interface UdpAnnounceFields {
  readonly infoHash: string
  readonly peerId: string
  readonly left?: string
  readonly event?: number
  readonly numwant?: string
  readonly port?: number
  /** In hex, after the announce itself (BEP 41). */
  readonly options?: string
}

export function announceRequest(connectionId: string, fields: UdpAnnounceFields): Buffer {
  const { left = '0000000000000001', event = 0, numwant = 'ffffffff', port = 6_881, options = '' } = fields
  const number = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')
  return Buffer.from(
    `${connectionId}00000001${TRANSACTION}${fields.infoHash}${fields.peerId}${'00'.repeat(8)}${left}` +
      `${'00'.repeat(8)}${number(event, 8)}${'00'.repeat(8)}${numwant}${number(port, 4)}${options}`,
    'hex',
  )
}

export function scrapeRequest(connectionId: string, infoHashes: readonly string[]): Buffer {
  return Buffer.from(`${connectionId}00000002${TRANSACTION}${infoHashes.join('')}`, 'hex')
}

/** URL data (BEP 41) in hex. */
export function urlData(text: string): string {
  const bytes = Buffer.from(text)
  return `02${bytes.length.toString(16).padStart(2, '0')}${bytes.toString('hex')}`
}

/** A client with a socket of its own. */
export class UdpClient {
  readonly #socket: Socket
  readonly #port: number
  readonly #host: string

  private constructor(socket: Socket, host: string, port: number) {
    this.#socket = socket
    this.#host = host
    this.#port = port
  }

  static async open(port: number | null, host = '127.0.0.1'): Promise<UdpClient> {
    if (port === null) throw new Error('There is no UDP tracker')
    const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4')
    onTestFinished(() => void socket.close())
    socket.bind(0, host)
    await once(socket, 'listening')
    return new UdpClient(socket, host, port)
  }

  send(datagram: Buffer): void {
    this.#socket.send(datagram, this.#port, this.#host)
  }

  onAnswer(heard: () => void): void {
    this.#socket.on('message', heard)
  }

  /** The next datagram, in hex. */
  async next(): Promise<string> {
    const [datagram] = (await once(this.#socket, 'message')) as [Buffer]
    return datagram.toString('hex')
  }

  async ask(datagram: Buffer): Promise<string> {
    const answer = this.next()
    this.send(datagram)
    return answer
  }

  /** A connection id. */
  async connect(): Promise<string> {
    const answer = await this.ask(connectRequest())
    if (!answer.startsWith(`00000000${TRANSACTION}`) || answer.length !== 32) throw new Error(answer)
    return answer.slice(16)
  }
}
