import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import type { PeerKey } from '../scheduler/commands.ts'
import type { Block } from '../scheduler/geometry.ts'
import type { Scheduler } from '../scheduler/scheduler.ts'
import { amongPeers } from './amongPeers.ts'
import { Origin } from './origin.ts'
import { OriginGate, type GateView } from './originGate.ts'
import type { OriginState } from './originHealth.ts'

/** What is due so soon waits for no other request. */
const URGENT: Milliseconds = 1000

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
  /** The page came by https. */
  readonly secure: boolean
  readonly scheduler: Scheduler
  readonly now: () => Milliseconds
  /** What this viewer draws its lots by; see {@link OriginGate}. */
  readonly seed: number
  /** 0…1 */
  readonly random: () => number
  readonly fetch: typeof globalThis.fetch
  readonly newKey: () => PeerKey
  readonly arrived: (key: PeerKey, block: Block, bytes: Uint8Array) => void
}

interface Known {
  readonly origin: Origin
  /** What the scheduler knows it by; null while it takes no part, having sent what is false. */
  key: PeerKey | null
  /** The pieces that the scheduler takes it to have. */
  offered: ReadonlySet<number>
}

const NOTHING: ReadonlySet<number> = new Set()

/** The HTTP copies of one share, as peers to its scheduler that have only what they are to be asked for. */
export class Origins {
  readonly #options: OriginsOptions
  readonly #gate: OriginGate
  readonly #known: Known[] = []
  #use: OriginUse | null = null
  #urgent = NOTHING

  constructor(options: OriginsOptions) {
    this.#options = options
    this.#gate = new OriginGate(options.seed, options.metainfo.pieceLength)
  }

  get status(): readonly OriginStatus[] {
    return this.#known.map(({ origin }) => ({ url: origin.url, got: origin.got, state: origin.state }))
  }

  /** Uses these from now on, besides those that are known already. */
  use(use: OriginUse): void {
    this.#use = use
    const known = new Set(this.#known.map(({ origin }) => origin.url))
    for (const url of use.urls) if (!known.has(url)) this.#known.push(this.#add(url))
    this.tick()
  }

  /** Decides anew; to be called several times a second, and when something new is urgent. */
  tick(): void {
    const use = this.#use
    if (!use || this.#known.length === 0) return
    const { scheduler, now, newKey } = this.#options
    const working = this.#known.filter(({ origin }) => origin.state.kind === 'working')
    const isThere = (piece: number) => working.some(({ origin }) => !origin.lacks(piece))
    const due = [...use.due()].filter(({ piece }) => isThere(piece))
    const watched = use.watched()
    let chosen = use.paused()
      ? NOTHING
      : this.#gate.choose({
          now: now(),
          due,
          watched,
          missing: filtered(scheduler.pieces.missing(), isThere),
          amongPeers: (piece) => amongPeers(scheduler.pieces, piece),
          peers: use.peers(),
          joining: use.joining(),
        })
    this.#urgent = new Set(due.flatMap((each) => (each.due - now() < URGENT ? [each.piece] : [])))
    const needed = this.#needed(use, due, chosen)
    for (const known of working) {
      const { origin } = known
      if (known.key === null) {
        known.key = newKey()
        scheduler.originJoined(known.key)
      }
      const offered = thoseOf(chosen, origin)
      this.#withdraw(known, offered)
      origin.letGo(needed)
      for (const piece of offered) if (!known.offered.has(piece)) scheduler.have(known.key, piece)
      known.offered = offered
      // One is asked for each piece: two would not be faster, and cost twice where they overlap.
      chosen = new Set([...chosen].filter((piece) => !offered.has(piece)))
    }
  }

  /** False when the key is none of an origin's. */
  request(key: PeerKey, block: Block): boolean {
    const origin = this.#find(key)?.origin
    origin?.request(block)
    return origin !== undefined
  }

  cancel(key: PeerKey, block: Block): void {
    this.#find(key)?.origin.cancel(block)
  }

  /** It sent what is false, and the scheduler has let go of it: it joins anew once it is trusted again. */
  distrust(key: PeerKey): void {
    const known = this.#find(key)
    if (!known) return
    known.key = null
    known.offered = NOTHING
    known.origin.distrust()
  }

  /** It was asked, and sent nothing for long. */
  giveUp(key: PeerKey): void {
    this.#find(key)?.origin.giveUp()
  }

  end(): void {
    for (const { origin } of this.#known) origin.end()
  }

  #add(url: string): Known {
    const { metainfo, secure, now, random, fetch, arrived, scheduler } = this.#options
    const known: Known = {
      key: null,
      offered: NOTHING,
      origin: new Origin({
        url,
        metainfo,
        secure,
        now,
        random,
        fetch,
        urgent: (piece) => this.#urgent.has(piece),
        arrived: (block, bytes) => {
          if (known.key !== null) arrived(known.key, block, bytes)
        },
        refused: (block) => {
          if (known.key !== null) scheduler.refused(known.key, block)
        },
        // Before anything is refused, or the scheduler would ask for it again.
        rests: () => this.#withdraw(known, NOTHING),
        lacksMore: () => this.#withdraw(known, thoseOf(known.offered, known.origin)),
      }),
    }
    return known
  }

  #find(key: PeerKey): Known | undefined {
    return this.#known.find((known) => known.key === key)
  }

  /** The scheduler asks it for nothing more but these pieces. */
  #withdraw(known: Known, kept: ReadonlySet<number>): void {
    const gone = [...known.offered].filter((piece) => !kept.has(piece))
    known.offered = new Set([...known.offered].filter((piece) => kept.has(piece)))
    if (known.key === null) return
    for (const piece of gone) this.#options.scheduler.lostPiece(known.key, piece)
  }

  /** What a request that is under way may go on for. While somebody reads, that is what they read and nothing else. */
  #needed(
    use: OriginUse,
    due: readonly { readonly piece: number }[],
    chosen: ReadonlySet<number>,
  ): (piece: number) => boolean {
    if (use.paused()) return () => false
    const { scheduler } = this.#options
    if (due.length === 0 && use.watched() === 'no') return (piece) => scheduler.pieces.isMissing(piece)
    const read = new Set(due.map(({ piece }) => piece))
    return (piece) => chosen.has(piece) || (read.has(piece) && scheduler.pieces.isMissing(piece))
  }
}

/** The pieces that an origin may have. */
function thoseOf(pieces: ReadonlySet<number>, origin: Origin): ReadonlySet<number> {
  return new Set([...pieces].filter((piece) => !origin.lacks(piece)))
}

function* filtered(pieces: Iterable<number>, isKept: (piece: number) => boolean): Iterable<number> {
  for (const piece of pieces) if (isKept(piece)) yield piece
}
