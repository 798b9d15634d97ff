import { Air } from '../../sim/air.ts'
import type { Bytes, Milliseconds } from '../../../src/core/brand.ts'
import { Link } from './link.ts'
import { Timeline } from './timeline.ts'

/** Somebody's line. */
export interface LineOptions {
  /** Kilobits (1,000 bits) a second; Infinity for no limit. */
  readonly upKbit: number
  readonly downKbit: number
  /** This end's part of the way: a packet takes the sender's and the receiver's together. */
  readonly delay: Milliseconds
  /** 0…1: how many of the packets that this host sends are lost on their way. Drawn one by one. */
  readonly loss?: number
  /** What the buffers before both directions hold; as home routers do unless told. */
  readonly buffer?: Milliseconds
  /** It is a busy Wi-Fi, which stands still for up to so long, in each direction by itself. */
  readonly standstill?: Milliseconds
}

/** What became of a host's packets; headers of UDP and IP are counted. */
export interface HostStats {
  readonly sent: Bytes
  readonly received: Bytes
  /** Packets that found a full buffer, before this host's uplink or downlink. */
  readonly droppedUp: number
  readonly droppedDown: number
  /** Packets sent by this host that were lost by chance. */
  readonly lost: number
}

export interface Packet {
  readonly from: string
  readonly to: string
  /** Without headers. */
  readonly size: Bytes
  /** Called with the time of arrival. */
  readonly deliver: (at: Milliseconds) => void
}

/** UDP (8) and IPv4 (20). */
export const HEADERS: Bytes = 28

const USUAL_BUFFER: Milliseconds = 250

interface Host {
  readonly up: Link
  readonly down: Link
  readonly air: { readonly up: Air; readonly down: Air } | null
  readonly delay: Milliseconds
  readonly loss: number
  readonly stats: { -readonly [Key in keyof HostStats]: HostStats[Key] }
}

/**
 * Hosts, each behind a line of its own that all its connections share. A packet goes through the sender's
 * uplink, may be lost, travels, and goes through the receiver's downlink. No I/O and no timers: it is told the
 * time, and says when it next has something to do.
 */
export class Network {
  readonly #hosts = new Map<string, Host>()
  readonly #timeline = new Timeline<(at: Milliseconds) => void>()
  readonly #random: () => number

  /** @param random 0…1; decides what is lost */
  constructor(random: () => number) {
    this.#random = random
  }

  addHost(name: string, line: LineOptions): void {
    if (this.#hosts.has(name)) throw new Error(`There is a host called ${name} already.`)
    const { buffer = USUAL_BUFFER, standstill = 0 } = line
    const newAir = () => new Air(standstill, this.#random)
    this.#hosts.set(name, {
      up: new Link({ rateKbit: line.upKbit, buffer }),
      down: new Link({ rateKbit: line.downKbit, buffer }),
      air: standstill > 0 ? { up: newAir(), down: newAir() } : null,
      delay: line.delay,
      loss: line.loss ?? 0,
      stats: { sent: 0, received: 0, droppedUp: 0, droppedDown: 0, lost: 0 },
    })
  }

  /** When {@link advance} has something to do; Infinity if nothing is under way. */
  get nextDue(): Milliseconds {
    return this.#timeline.nextDue
  }

  get stats(): Readonly<Record<string, HostStats>> {
    return Object.fromEntries([...this.#hosts].map(([name, { stats }]) => [name, { ...stats }]))
  }

  send(now: Milliseconds, { from, to, size, deliver }: Packet): void {
    const sender = this.#host(from)
    const receiver = this.#host(to)
    const bytes = size + HEADERS
    const left = sender.up.enqueue(now, bytes)
    if (left === null) {
      sender.stats.droppedUp++
      return
    }
    sender.stats.sent += bytes
    if (this.#random() < sender.loss) {
      sender.stats.lost++
      return
    }
    const sent = sender.air?.up.through(left, bytes) ?? left
    this.#timeline.add(sent + sender.delay + receiver.delay, (reached) => {
      const arrived = receiver.down.enqueue(reached, bytes)
      if (arrived === null) {
        receiver.stats.droppedDown++
        return
      }
      this.#timeline.add(receiver.air?.down.through(arrived, bytes) ?? arrived, (at) => {
        receiver.stats.received += bytes
        deliver(at)
      })
    })
  }

  /** Lets everything happen that is due by then, in its order. */
  advance(now: Milliseconds): void {
    for (let next = this.#timeline.take(now); next; next = this.#timeline.take(now)) next.event(next.due)
  }

  #host(name: string): Host {
    const host = this.#hosts.get(name)
    if (!host) throw new Error(`There is no host called ${name}.`)
    return host
  }
}
