import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import type { Bytes, Milliseconds } from '../../../src/core/brand.ts'
import type { LabClock } from './labClock.ts'
import type { Network } from './network.ts'

/** What the kernel holds for the lab while it is busy; it grants less where its own limit is lower. */
const RECEIVE_BUFFER: Bytes = 2_000_000

/** An address of this machine with a UDP port. */
export interface Endpoint {
  readonly address: string
  readonly port: number
}

/** Timers are no finer. */
const TICK: Milliseconds = 1

/**
 * The lab's sockets. To each host, each endpoint of the others looks like one of the lab's: what the host sends
 * there goes through the network and comes out, to the endpoint's owner, from the one that stands for the sender.
 * Whose an endpoint is shows from what is sent from it, so until both sides have sent something nothing passes,
 * as between two NATs; ICE tries for long enough.
 */
export class Relays {
  readonly #network: Network
  readonly #clock: LabClock
  /** By the host that sees it and the endpoint that it stands for. */
  readonly #sockets = new Map<string, { readonly socket: Socket; readonly port: Promise<number> }>()
  readonly #owners = new Map<string, string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #wakes: Milliseconds = Infinity

  constructor(network: Network, clock: LabClock) {
    this.#network = network
    this.#clock = clock
  }

  /** The port, on the same address, at which `host` reaches whoever has the endpoint. */
  async open(host: string, target: Endpoint): Promise<number> {
    const known = this.#sockets.get(key(host, target))
    if (known) return known.port
    const socket = createSocket({
      type: 'udp4',
      // The address is one already: asking the resolver each time would cost more than the sending.
      lookup: (address, _options, done) => done(null, address, 4),
    })
    socket.on('message', (data, sender) => this.#received(data, host, sender, target))
    const port = bind(socket, target.address)
    this.#sockets.set(key(host, target), { socket, port })
    return port
  }

  /** The host that has an endpoint, once something was sent from it. */
  owner(endpoint: Endpoint): string | undefined {
    return this.#owners.get(text(endpoint))
  }

  /** The network's time, everything that is due by then done. */
  now(): Milliseconds {
    const now = this.#clock.now(this.#network.nextDue)
    this.#network.advance(now)
    return now
  }

  /** Sees to it that what has been given to the network is delivered. */
  wake(): void {
    const due = this.#network.nextDue
    if (due >= this.#wakes) return
    clearTimeout(this.#timer)
    this.#wakes = due
    const now = this.#clock.now(due)
    this.#timer = setTimeout(() => this.#tick(), Math.max(TICK, due - now))
  }

  /** What comes to the sockets that there are goes nowhere any more, as after a change of everybody's addresses. */
  cut(): void {
    for (const { socket } of this.#sockets.values()) socket.removeAllListeners('message')
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#wakes = -Infinity
    for (const { socket } of this.#sockets.values()) socket.close()
    this.#sockets.clear()
  }

  #tick(): void {
    this.#wakes = Infinity
    this.now()
    this.wake()
  }

  #received(data: Buffer, from: string, sender: Endpoint, target: Endpoint): void {
    this.#owners.set(text(sender), from)
    const to = this.owner(target)
    if (to === undefined) return
    this.#network.send(this.now(), {
      from,
      to,
      size: data.length,
      deliver: () => this.#sockets.get(key(to, sender))?.socket.send(data, target.port, target.address),
    })
    this.wake()
  }
}

function text({ address, port }: Endpoint): string {
  return `${address}:${port}`
}

function key(host: string, target: Endpoint): string {
  return `${text(target)} for ${host}`
}

async function bind(socket: Socket, address: string): Promise<number> {
  const listening = once(socket, 'listening')
  socket.bind(0, address)
  await listening
  // From now on: a port nobody listens at any more. The packet is lost, as on any network.
  socket.on('error', () => undefined)
  socket.setRecvBufferSize(RECEIVE_BUFFER)
  return socket.address().port
}
