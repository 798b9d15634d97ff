import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import { plainAddress } from './addresses.ts'
import type { Log } from './log.ts'

export interface UdpPlace {
  readonly host: string
  readonly port: number
  /** With other processes of this machine. */
  readonly isShared?: boolean
  readonly log: Log
}

export interface UdpServer {
  readonly port: number
  stop(): Promise<void>
}

/** What to send back to where a datagram came from; null for nothing. Must not throw. */
export type UdpResponder = (
  datagram: Buffer,
  address: string,
  port: number,
) => Buffer | null | Promise<Buffer | null>

/** Responses that may wait to be sent; under a flood the rest is dropped, as UDP may. */
const MOST_WAITING = 1_000

/** Answers datagrams, each with one or none; `::` takes IPv4 as well. Rejects with the system's error. */
export async function startUdpServer(
  { host, port, isShared = false, log }: UdpPlace,
  respond: UdpResponder,
): Promise<UdpServer> {
  const socket = createSocket({ type: isIPv6(host) ? 'udp6' : 'udp4', reusePort: isShared })
  socket.on('message', (datagram, from) => {
    // Nobody can receive on port 0; Node throws when it is asked to send there.
    if (from.port === 0 || socket.getSendQueueCount() > MOST_WAITING) return
    const answer = (response: Buffer | null): void => {
      // An address that cannot be reached is the sender's affair.
      if (response) socket.send(response, from.port, from.address, () => undefined)
    }
    const response = respond(datagram, plainAddress(from.address), from.port)
    if (response instanceof Promise) response.then(whileOpen(answer)).catch(() => undefined)
    else answer(response)
  })
  let isOpen = true
  const whileOpen = (answer: (response: Buffer | null) => void) => (response: Buffer | null) => {
    if (isOpen) answer(response)
  }
  socket.on('close', () => (isOpen = false))
  socket.bind(port, host)
  await once(socket, 'listening')
  socket.on('error', (error) => log.warn('UDP socket failed', { port, error: error.message }))
  return { port: socket.address().port, stop: () => close(socket) }
}

async function close(socket: Socket): Promise<void> {
  const closed = once(socket, 'close')
  socket.close()
  await closed
}
