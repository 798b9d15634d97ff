import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { plainAddress } from './addresses.ts'
import { isTrusted, type ProxyTrust } from './proxies.ts'
import { AddressCount } from './tracker/addressCount.ts'

/**
 * Cuts off HTTP connections of an address that has `most` already; 0 for no limit. One that becomes a WebSocket
 * counts no more, since those have a limit of their own. Proxies that are trusted are not counted: all visitors'
 * connections are theirs.
 */
export function limitConnections(server: Server, most: number, trust: ProxyTrust): void {
  const addresses = new AddressCount(most)
  const addressOf = new Map<Duplex, string>()

  function leave(socket: Duplex): void {
    const address = addressOf.get(socket)
    if (address === undefined) return
    addressOf.delete(socket)
    addresses.leave(address)
  }

  server.on('connection', (socket) => {
    const address = plainAddress(socket.remoteAddress ?? '')
    if (isTrusted(trust, address, 0)) return
    if (!addresses.enter(address)) {
      socket.destroy()
      return
    }
    addressOf.set(socket, address)
    socket.on('close', () => leave(socket))
  })
  server.on('upgrade', (_request, socket) => leave(socket))
}
