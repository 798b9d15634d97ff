import { randomBytes } from 'node:crypto'
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { isIPv4 } from 'node:net'
import { Allowance, type AllowanceTerms } from '../../../src/core/allowance.ts'
import type { Milliseconds } from '../../../src/core/brand.ts'
import { parseInfoHash, type InfoHash } from '../../../src/core/infoHash.ts'
import type { PeerAddress } from '../../../src/wire/compactPeers.ts'

/*
 * Peers in the same network call each other (BEP 14). Our own: the package throws at a packet of one line, which
 * anybody in the network can send.
 */

const GROUP = '239.192.152.143'
const PORT = 6771
const ANY = '0.0.0.0'
const EVERY: Milliseconds = 300_000
/** Packets that are read. */
const TERMS: AllowanceTerms = { burst: 100, perSecond: 20 }
const MOST_HASHES = 50

export interface LocalMember {
  readonly infoHash: InfoHash
  /** Whether others may be told that this process is in its swarm. */
  readonly calls: () => boolean
  /** Whether others may be heard (BEP 27). */
  readonly hears: () => boolean
  readonly found: (peers: readonly PeerAddress[]) => void
}

/** Calls in the local network for the peers of shares, and hears others call. */
export class LocalDiscovery {
  readonly #port: number
  readonly #socket: Socket
  readonly #cookie = randomBytes(8).toString('hex')
  readonly #members = new Map<InfoHash, LocalMember>()
  readonly #allowance = new Allowance(TERMS, () => performance.now())
  readonly #timer: NodeJS.Timeout
  #isReady = false

  /**
   * @param port where peers reach this process by TCP
   * @param host the address that it listens at, whose network alone it calls in; undefined for all
   */
  constructor(port: number, host?: string) {
    this.#port = port
    const network = host !== undefined && isIPv4(host) && host !== ANY ? host : undefined
    this.#socket = createSocket({ type: 'udp4', reuseAddr: true })
    // Where nothing can be sent to a group, there are no neighbours.
    this.#socket.on('error', () => undefined)
    this.#socket.on('message', (bytes, from) => this.#take(bytes, from))
    this.#socket.bind(PORT, () => {
      try {
        this.#socket.addMembership(GROUP, network)
        if (network !== undefined) this.#socket.setMulticastInterface(network)
        this.#socket.setMulticastLoopback(true)
      } catch {
        return
      }
      this.#isReady = true
      for (const infoHash of this.#members.keys()) this.call(infoHash)
    })
    this.#timer = setInterval(() => {
      for (const infoHash of this.#members.keys()) this.call(infoHash)
    }, EVERY).unref()
  }

  /** Returns the way to leave. */
  join(member: LocalMember): () => void {
    const { infoHash } = member
    this.#members.set(infoHash, member)
    this.call(infoHash)
    return () => {
      if (this.#members.get(infoHash) === member) this.#members.delete(infoHash)
    }
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#isReady = false
    this.#socket.close()
  }

  /** Says that this process is in the swarm of a share that is joined, if it may. */
  call(infoHash: InfoHash): void {
    if (!this.#isReady || !this.#members.get(infoHash)?.calls()) return
    const lines = [
      'BT-SEARCH * HTTP/1.1',
      `Host: ${GROUP}:${PORT}`,
      `Port: ${this.#port}`,
      `Infohash: ${infoHash}`,
      `cookie: ${this.#cookie}`,
    ]
    this.#socket.send(`${lines.join('\r\n')}\r\n\r\n\r\n`, PORT, GROUP, () => undefined)
  }

  #take(bytes: Buffer, { address }: RemoteInfo): void {
    if (!this.#allowance.afford(1)) return
    const text = bytes.toString('latin1', 0, 4_096)
    const port = Number(/^port:\s*(\d{1,5})\s*$/im.exec(text)?.[1] ?? 0)
    if (!text.startsWith('BT-SEARCH') || text.includes(this.#cookie) || port < 1 || port > 65_535) return
    for (const [, hex = ''] of [...text.matchAll(/^infohash:\s*([0-9a-f]{40})\s*$/gim)].slice(
      0,
      MOST_HASHES,
    )) {
      const infoHash = parseInfoHash(hex)
      const member = infoHash && this.#members.get(infoHash)
      if (member?.hears()) member.found([{ host: address, port }])
    }
  }
}
