import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { Milliseconds } from '../../../src/core/brand.ts'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import type { ClassicOptions, ClassicSwarm } from '../../../src/swarm/classic.ts'
import type { PeerAddress } from '../../../src/wire/compactPeers.ts'
import { mayContact, mayDial, type ContactPolicy } from './addresses.ts'
import type { ResolvedHost } from './announce.ts'
import { Dht } from './dht.ts'
import { Listener } from './listener.ts'
import { LocalDiscovery } from './localDiscovery.ts'
import { Membership } from './membership.ts'
import { TcpChannel } from './tcpChannel.ts'

/** Connections by TCP of all shares together. */
const MOST_SOCKETS = 200
const CONNECT_TIMEOUT: Milliseconds = 10_000

export interface ClassicNetworkOptions {
  /** Where peers reach this process by TCP, and the DHT by UDP; 0 for any port that is free. */
  readonly port: number
  /** The address to listen at; undefined for all. */
  readonly host?: string
  readonly policy: ContactPolicy
  /** `host:port` of nodes by whom the DHT is entered. Null for no DHT. */
  readonly dht: readonly string[] | null
  /** Where the DHT's nodes are kept; null for nowhere. */
  readonly dhtFile: string | null
  /** Calls for peers in the local network. */
  readonly local: boolean
}

/** This process among peers that are no pages: one port, one node of the DHT, and a part in the swarm of each share. */
export class ClassicNetwork {
  readonly #options: ClassicNetworkOptions
  readonly #members = new Map<InfoHash, Membership>()
  readonly #listener: Listener
  readonly #dht: Dht | null
  readonly #local: LocalDiscovery | null
  readonly #channels = new Set<TcpChannel>()

  private constructor(options: ClassicNetworkOptions, listener: Listener) {
    this.#options = options
    this.#listener = listener
    const { dht, dhtFile, host, policy, local } = options
    const { port } = listener
    this.#dht = dht ? new Dht({ port, host, bootstrap: dht, policy, file: dhtFile }) : null
    this.#local = local ? new LocalDiscovery(port, host) : null
  }

  static async start(options: ClassicNetworkOptions): Promise<ClassicNetwork> {
    const listener = await Listener.open(options.port, options.host, (...connected) =>
      network.#admit(...connected),
    )
    const network = new ClassicNetwork(options, listener)
    return network
  }

  get port(): number {
    return this.#listener.port
  }

  /** Nodes of the DHT that are known. */
  get dhtSize(): number {
    return this.#dht?.size ?? 0
  }

  readonly join = (options: ClassicOptions): ClassicSwarm => {
    const membership = new Membership(options, {
      port: this.port,
      dht: this.#dht,
      local: this.#local,
      addressOf: (host) => this.#addressOf(host),
      dial: (address) => this.#dial(address),
      mayDial: (address) => mayDial(address, this.#options.policy),
      left: () => {
        if (this.#members.get(options.infoHash) === membership) this.#members.delete(options.infoHash)
      },
    })
    this.#members.set(options.infoHash, membership)
    return membership
  }

  async stop(): Promise<void> {
    this.#listener.close()
    this.#local?.stop()
    await this.#dht?.stop()
  }

  #admit(infoHash: InfoHash, channel: TcpChannel, from: PeerAddress): boolean {
    if (this.#channels.size >= MOST_SOCKETS || !mayContact(from.host, this.#options.policy)) return false
    const isTaken = this.#members.get(infoHash)?.came(channel, from) ?? false
    if (isTaken) this.#count(channel)
    return isTaken
  }

  async #dial(address: PeerAddress): Promise<TcpChannel> {
    if (this.#channels.size >= MOST_SOCKETS) throw new Error('too-many-connections')
    const channel = TcpChannel.dial(address)
    this.#count(channel)
    await channel.opened(CONNECT_TIMEOUT)
    return channel
  }

  #count(channel: TcpChannel): void {
    this.#channels.add(channel)
    channel.onend = () => this.#channels.delete(channel)
  }

  async #addressOf(host: string): Promise<ResolvedHost> {
    const family = isIP(host)
    const all =
      family === 0 ? await lookup(host, { all: true, order: 'ipv4first' }) : [{ address: host, family }]
    const found = all.find(({ address }) => mayContact(address, this.#options.policy))
    if (!found) throw new Error('not-contacted')
    return { address: found.address, family: found.family === 6 ? 6 : 4 }
  }
}
