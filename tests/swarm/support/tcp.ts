import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { Duplex } from 'streamx'
import { onTestFinished } from 'vitest'
import { hexOf } from '../../../src/core/bytes.ts'
import type { PeerStream, Wires } from '../../../src/swarm/wires.ts'

/** Wires over TCP on loopback, as a page has them over WebRTC. */

/** Takes whoever connects. @returns the port */
export async function listen(wires: Wires): Promise<number> {
  const server = createServer((socket) => wires.add(streamOf(socket, randomId())))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** Connects to a port, and takes whoever is there for the peer of that id. */
export async function join(wires: Wires, port: number, id: string): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  wires.add(streamOf(socket, id))
}

class TcpStream extends Duplex implements PeerStream {
  readonly kind = 'webrtc'
  readonly id: string
  readonly #socket: Socket

  constructor(socket: Socket, id: string) {
    super()
    this.id = id
    this.#socket = socket
    socket.on('data', (bytes: Buffer) => this.push(bytes))
    socket.on('error', () => socket.destroy())
    socket.on('end', () => socket.destroy())
    socket.on('close', () => this.destroy())
  }

  override _writev(chunks: unknown[], done: (error: Error | null) => void): void {
    // One that has closed takes no more, and its stream ends with it.
    if (!this.#socket.writable) done(null)
    else this.#socket.write(Buffer.concat(chunks as Uint8Array[]), () => done(null))
  }

  override _destroy(done: (error: Error | null) => void): void {
    this.#socket.destroy()
    done(null)
  }
}

function streamOf(socket: Socket, id: string): PeerStream {
  onTestFinished(() => void socket.destroy())
  return new TcpStream(socket, id)
}

function randomId(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(20)))
}
