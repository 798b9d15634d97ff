import type { Milliseconds } from '../../core/brand.ts'
import type { Commands, PeerKey } from './commands.ts'
import type { Receiver } from './receiver.ts'

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
    const { receivers, commands, now } = this.#options
    for (const receiver of receivers.values()) {
      const { plan, window } = receiver
      // What is slow within the house is a processor.
      if (!plan || window.local) continue
      const lanes = [...receiver.lanes].filter(({ own }) => own)
      for (const { key, inFlight } of [receiver, ...receiver.lanes])
        if (inFlight > 0) plan.look(commands.waiting(key))
      const roundTrip = Number.isFinite(window.base.value) ? window.base.value : window.roundTrip
      const change = plan.decide(lanes.length, roundTrip, now())
      if (change > 0) commands.widen(receiver.key, change)
      // The youngest first: they are the ones that were on trial.
      else if (change < 0) for (const lane of lanes.slice(change)) commands.narrow(lane.key)
    }
  }
}
