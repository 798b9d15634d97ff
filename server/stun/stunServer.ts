import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import { plainAddress } from '../addresses.ts'
import type { Log } from '../log.ts'
import { bindingResponse } from './bindingResponse.ts'

export interface StunServer {
  readonly port: number
  stop(): Promise<void>
}

/** Responses that may wait to be sent; under a flood the rest is dropped, as UDP may. */
const MOST_WAITING = 1_000

/** Answers STUN Binding requests on UDP; `::` takes IPv4 as well. Rejects with the system's error. */
export async function startStunServer(host: string, port: number, log: Log): Promise<StunServer> {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4')
  socket.on('message', (datagram, from) => {
    // Nobody can receive on port 0; Node throws when it is asked to send there.
    if (from.port === 0 || socket.getSendQueueCount() > MOST_WAITING) return
    const response = bindingResponse(datagram, plainAddress(from.address), from.port)
    // An address that cannot be reached is the sender's affair.
    if (response) socket.send(response, from.port, from.address, () => undefined)
  })
  socket.bind(port, host)
  await once(socket, 'listening')
  socket.on('error', (error) => log.warn('STUN socket failed', { error: error.message }))
  return { port: socket.address().port, stop: () => close(socket) }
}

async function close(socket: Socket): Promise<void> {
  const closed = once(socket, 'close')
  socket.close()
  await closed
}
