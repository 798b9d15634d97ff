import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { Commands, PeerKey } from './commands.ts'
import type { Receiver } from './receiver.ts'

/** To more peers than that the page gives over several connections anyhow. */
const FEW_PEERS = 3

/** On their way over a connection that crawls. */
const FEW_BLOCKS = 4

export interface WidenerOptions {
  /** By peer; their lanes are in them. */
  readonly receivers: ReadonlyMap<PeerKey, Receiver>
  readonly commands: Commands
  readonly now: () => Milliseconds
}

/** Has lanes opened and closed, as the plan of each peer would have it. */
export class Widener {
  readonly #options: WidenerOptions

  constructor(options: WidenerOptions) {
    this.#options = options
  }

  tick(): void {
    for (const receiver of this.#options.receivers.values()) {
      if (receiver.inFlight > 0) this.#glance(receiver)
      this.#decide(receiver)
    }
  }

  /** Something that was sent over the connection has arrived. */
  arrived(connection: Receiver, bytes: Bytes): void {
    const peer = connection.main ?? connection
    if (!peer.plan) return
    peer.plan.look(this.#options.commands.waiting(connection.key))
    peer.plan.arrived(bytes)
    this.#decide(peer)
  }

  /** With few blocks on their way, whenever something has arrived the next one is on the line, and nothing waits. */
  #glance({ key, plan, inFlight, lanes }: Receiver): void {
    if (lanes.size === 0 && inFlight <= FEW_BLOCKS) plan?.glance(this.#options.commands.waiting(key))
  }

  #decide({ key, plan, window, lanes }: Receiver): void {
    // What is slow within the house is a processor.
    if (!plan || window.local) return
    const { commands, now, receivers } = this.#options
    const own = [...lanes].filter((lane) => lane.own)
    const { value } = window.base
    const change = plan.decide(own.length, Number.isFinite(value) ? value : window.roundTrip, now())
    if (change > 0) {
      const served = [...receivers.values()].filter((each) => each.interested && !each.choked)
      if (served.length <= FEW_PEERS) commands.widen(key, change)
      else plan.refused(now())
    }
    // The youngest first: they are the ones that were on trial.
    else if (change < 0) for (const lane of own.slice(change)) commands.narrow(lane.key)
  }
}
