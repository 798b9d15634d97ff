import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import type { PeerKey } from '../scheduler/commands.ts'
import type { Block } from '../scheduler/geometry.ts'
import type { Scheduler } from '../scheduler/scheduler.ts'
import { Origin, type OriginState } from './origin.ts'
import { OriginGate, type GateView } from './originGate.ts'

/** An origin as the page is told of it. */
export interface OriginStatus {
  readonly url: string
  readonly got: Bytes
  readonly state: OriginState
}

/** What the origins of a share are asked for is decided by that. */
export interface OriginUse {
  readonly urls: readonly string[]
  readonly due: () => GateView['due']
  readonly watched: () => GateView['watched']
  readonly peers: () => GateView['peers']
  readonly joining: () => GateView['joining']
  /** Nothing is to move. */
  readonly paused: () => boolean
}

export interface OriginsOptions {
  readonly metainfo: Metainfo
  readonly scheduler: Scheduler
  readonly now: () => Milliseconds
  /** What this viewer draws its lots by; see {@link OriginGate}. */
  readonly seed: number
  readonly fetch: typeof globalThis.fetch
  readonly newKey: () => PeerKey
  readonly arrived: (key: PeerKey, block: Block, bytes: Uint8Array) => void
}

interface Known {
  readonly origin: Origin
  /** The pieces that the scheduler takes it to have. */
  offered: ReadonlySet<number>
  joined: boolean
}

/** The HTTP copies of one share, as peers to its scheduler that have only what they are to be asked for. */
export class Origins {
  readonly #options: OriginsOptions
  readonly #gate: OriginGate
  readonly #known = new Map<PeerKey, Known>()
  #use: OriginUse | null = null

  constructor(options: OriginsOptions) {
    this.#options = options
    this.#gate = new OriginGate(options.seed)
  }

  get status(): readonly OriginStatus[] {
    return [...this.#known.values()].map(({ origin }) => ({
      url: origin.url,
      got: origin.got,
      state: origin.state,
    }))
  }

  /** Uses these from now on, besides those that are known already. */
  use(use: OriginUse): void {
    this.#use = use
    const { metainfo, now, fetch, newKey, arrived, scheduler } = this.#options
    const known = new Set([...this.#known.values()].map(({ origin }) => origin.url))
    for (const url of use.urls) {
      if (known.has(url)) continue
      const key = newKey()
      const origin = new Origin({
        url,
        metainfo,
        now,
        fetch,
        arrived: (block, bytes) => arrived(key, block, bytes),
        refused: (block) => scheduler.refused(key, block),
      })
      this.#known.set(key, { origin, offered: new Set(), joined: true })
      scheduler.originJoined(key)
    }
    this.tick()
  }

  /** Decides anew; to be called several times a second, and when something new is urgent. */
  tick(): void {
    const use = this.#use
    if (!use || this.#known.size === 0) return
    const { scheduler, now } = this.#options
    const view: GateView = {
      now: now(),
      due: use.due(),
      watched: use.watched(),
      missing: scheduler.missing(),
      amongPeers: (piece) => scheduler.amongPeers(piece),
      peers: use.peers(),
      joining: use.joining(),
    }
    let chosen: ReadonlySet<number> | null = use.paused() ? null : this.#gate.choose(view)
    for (const [key, known] of this.#known) {
      const { kind } = known.origin.state
      if (kind === 'off' && known.joined) {
        known.joined = false
        scheduler.peerLeft(key)
      }
      // One is asked at a time: two would not be faster, and cost twice where they overlap.
      const offered: ReadonlySet<number> = (kind === 'working' ? chosen : null) ?? new Set()
      if (kind === 'working') chosen = null
      for (const piece of known.offered) if (!offered.has(piece)) scheduler.lostPiece(key, piece)
      for (const piece of offered) if (!known.offered.has(piece)) scheduler.have(key, piece)
      known.offered = offered
    }
  }

  /** False when the key is none of an origin's. */
  request(key: PeerKey, block: Block): boolean {
    const known = this.#known.get(key)
    known?.origin.request(block)
    return known !== undefined
  }

  cancel(key: PeerKey, block: Block): void {
    this.#known.get(key)?.origin.cancel(block)
  }

  turnOff(key: PeerKey, why: string): void {
    this.#known.get(key)?.origin.turnOff(why)
  }

  end(): void {
    for (const { origin } of this.#known.values()) origin.end()
  }
}
