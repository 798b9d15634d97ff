import type { Bytes, Milliseconds } from '../../../src/core/brand.ts'
import type { Network } from './network.ts'

/** As `ping` sends them: 56 bytes behind a header of 8, which HEADERS has. */
const PING: Bytes = 56

/**
 * Pings from a host to a server next to the backbone: what everything else that the user does on this line has
 * to wait for.
 */
export class Pings {
  readonly #network: Network
  readonly #hosts = new Map<string, { readonly times: Milliseconds[]; sent: number }>()
  static readonly SERVER = 'the server that is pinged'

  constructor(network: Network) {
    this.#network = network
    network.addHost(Pings.SERVER, { upKbit: Infinity, downKbit: Infinity, delay: 0 })
  }

  send(now: Milliseconds, host: string): void {
    const record = this.#record(host)
    record.sent++
    const back = (at: Milliseconds) => record.times.push(at - now)
    const echo = (at: Milliseconds) =>
      this.#network.send(at, { from: Pings.SERVER, to: host, size: PING, deliver: back })
    this.#network.send(now, { from: host, to: Pings.SERVER, size: PING, deliver: echo })
  }

  /** The round trips that ended since the last time, and how many pings were sent since. */
  take(host: string): { roundTrips: readonly Milliseconds[]; sent: number } {
    const record = this.#record(host)
    const { sent } = record
    record.sent = 0
    return { roundTrips: record.times.splice(0), sent }
  }

  #record(host: string): { readonly times: Milliseconds[]; sent: number } {
    const record = this.#hosts.get(host) ?? { times: [], sent: 0 }
    this.#hosts.set(host, record)
    return record
  }
}
