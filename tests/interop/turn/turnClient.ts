import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/* A client of TURN (RFC 8656) over UDP that says what a server answers: browsers keep that to themselves. */

const MAGIC = 0x2112a442
const ALLOCATE = 0x0003
const USERNAME = 0x0006
const MESSAGE_INTEGRITY = 0x0008
const ERROR_CODE = 0x0009
const REALM = 0x0014
const NONCE = 0x0015
const XOR_RELAYED_ADDRESS = 0x0016
const REQUESTED_TRANSPORT = 0x0019
const UDP = Buffer.from([17, 0, 0, 0])

/** UDP may lose what was sent: asked again after so long. */
const PATIENCE_MS = 1_000

export interface Credentials {
  readonly username: string
  readonly credential: string
}

/** Either the port of the relay, or the error code: 401 for wrong credentials, 486 for too many allocations. */
export type Allocation = { readonly port: number } | { readonly error: number }

type Attributes = ReadonlyMap<number, Buffer>

export class TurnClient {
  readonly #socket: Socket
  readonly #port: number

  private constructor(socket: Socket, port: number) {
    this.#socket = socket
    this.#port = port
  }

  static async open(port: number): Promise<TurnClient> {
    const socket = createSocket('udp4').bind(0, '127.0.0.1')
    onTestFinished(() => void socket.close())
    await once(socket, 'listening')
    return new TurnClient(socket, port)
  }

  async allocate({ username, credential }: Credentials): Promise<Allocation> {
    const challenge = await this.#exchange(allocateRequest())
    const [realm, nonce] = [challenge.get(REALM), challenge.get(NONCE)]
    if (!realm || !nonce) throw new Error('The server asks for no credentials.')
    const key = createHash('md5').update(`${username}:${realm.toString()}:${credential}`).digest()
    const named = [
      [USERNAME, Buffer.from(username)],
      [REALM, realm],
      [NONCE, nonce],
    ] as const
    const id = randomBytes(12)
    // What is signed is the message with the length that it will have.
    const unsigned = allocateRequest(id, [...named, [MESSAGE_INTEGRITY, Buffer.alloc(20)]])
    const signature = createHmac('sha1', key).update(unsigned.subarray(0, -24)).digest()
    const answer = await this.#exchange(allocateRequest(id, [...named, [MESSAGE_INTEGRITY, signature]]))
    const relayed = answer.get(XOR_RELAYED_ADDRESS)
    return relayed ? { port: relayed.readUInt16BE(2) ^ (MAGIC >>> 16) } : { error: errorOf(answer) }
  }

  /** Waits until the server answers at all. */
  async ask(): Promise<void> {
    await this.#exchange(allocateRequest())
  }

  async #exchange(message: Buffer): Promise<Attributes> {
    const id = message.toString('hex', 8, 20)
    return new Promise((resolve) => {
      const send = (): void => this.#socket.send(message, this.#port, '127.0.0.1')
      const again = setInterval(send, PATIENCE_MS)
      const receive = (answer: Buffer): void => {
        if (answer.toString('hex', 8, 20) !== id) return
        clearInterval(again)
        this.#socket.off('message', receive)
        resolve(decode(answer))
      }
      this.#socket.on('message', receive)
      send()
    })
  }
}

type Attribute = readonly [type: number, value: Buffer]

function allocateRequest(id = randomBytes(12), attributes: readonly Attribute[] = []): Buffer {
  const body = Buffer.concat(
    [[REQUESTED_TRANSPORT, UDP] as const, ...attributes].flatMap(([type, value]) => {
      const head = Buffer.alloc(4)
      head.writeUInt16BE(type, 0)
      head.writeUInt16BE(value.length, 2)
      return [head, value, Buffer.alloc(-value.length & 3)]
    }),
  )
  const header = Buffer.alloc(8)
  header.writeUInt16BE(ALLOCATE, 0)
  header.writeUInt16BE(body.length, 2)
  header.writeUInt32BE(MAGIC, 4)
  return Buffer.concat([header, id, body])
}

function errorOf(attributes: Attributes): number {
  const error = attributes.get(ERROR_CODE)
  return error ? (error[2] ?? 0) * 100 + (error[3] ?? 0) : 0
}

function decode(message: Buffer): Attributes {
  const attributes = new Map<number, Buffer>()
  for (let at = 20; at + 4 <= message.length;) {
    const length = message.readUInt16BE(at + 2)
    attributes.set(message.readUInt16BE(at), message.subarray(at + 4, at + 4 + length))
    at += 4 + length + (-length & 3)
  }
  return attributes
}
