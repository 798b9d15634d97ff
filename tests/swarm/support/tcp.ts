import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
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

function streamOf(socket: Socket, id: string): PeerStream {
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => undefined)
  return Object.assign(socket, { id, kind: 'webrtc' }) as unknown as PeerStream
}

function randomId(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(20)))
}
