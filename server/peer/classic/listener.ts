import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import type { Milliseconds } from '../../../src/core/brand.ts'
import { hexOf } from '../../../src/core/bytes.ts'
import { parseInfoHash, type InfoHash } from '../../../src/core/infoHash.ts'
import type { PeerAddress } from '../../../src/wire/compactPeers.ts'
import { plainHost } from './addresses.ts'
import { TcpChannel } from './tcpChannel.ts'

/** `<19>BitTorrent protocol`, 8 reserved bytes, info hash (BEP 3): what has to come before anything is answered. */
const HEAD = 48
const HASH_AT = 28
const PROTOCOL = Buffer.from('\x13BitTorrent protocol', 'latin1')

const PATIENCE: Milliseconds = 10_000
/** Connections that have not said yet which share they are for. */
const MOST_SILENT = 50

/** Takes a connection; false where nobody has this share, or there is no place. */
export type Admit = (infoHash: InfoHash, channel: TcpChannel, from: PeerAddress) => boolean

/** Where peers connect to this process, for whichever share. */
export class Listener {
  readonly #server: Server
  readonly #admit: Admit
  readonly #silent = new Set<Socket>()

  private constructor(admit: Admit) {
    this.#admit = admit
    this.#server = createServer((socket) => this.#greet(socket))
  }

  /** @param port 0 for any that is free */
  static async open(port: number, host: string | undefined, admit: Admit): Promise<Listener> {
    const listener = new Listener(admit)
    listener.#server.listen(port, host)
    await once(listener.#server, 'listening')
    // It may run out of sockets later.
    listener.#server.on('error', () => undefined)
    return listener
  }

  get port(): number {
    const address = this.#server.address()
    return typeof address === 'object' && address ? address.port : 0
  }

  close(): void {
    for (const socket of this.#silent) socket.destroy()
    this.#server.close()
  }

  #greet(socket: Socket): void {
    socket.on('error', () => socket.destroy())
    if (this.#silent.size >= MOST_SILENT) {
      socket.destroy()
      return
    }
    this.#silent.add(socket)
    const timer = setTimeout(() => socket.destroy(), PATIENCE)
    let head = new Uint8Array(0)
    const take = (bytes: Buffer): void => {
      head = Buffer.concat([head, bytes])
      // Whoever wants to speak in cipher (MSE) says so by anything else, and comes again in the clear.
      if (!PROTOCOL.subarray(0, head.length).equals(head.subarray(0, PROTOCOL.length))) {
        socket.destroy()
        return
      }
      if (head.length < HEAD) return
      done()
      const infoHash = parseInfoHash(hexOf(head.subarray(HASH_AT, HEAD)))
      const { remoteAddress, remotePort = 0 } = socket
      const from = { host: plainHost(remoteAddress ?? ''), port: remotePort }
      const channel = TcpChannel.goOn(socket, head)
      if (!infoHash || !this.#admit(infoHash, channel, from)) channel.close()
    }
    const done = () => {
      clearTimeout(timer)
      this.#silent.delete(socket)
      socket.off('data', take)
      socket.off('close', done)
    }
    socket.on('data', take)
    socket.on('close', done)
  }
}
