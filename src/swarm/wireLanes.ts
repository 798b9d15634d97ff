import { Allowance } from '../core/allowance.ts'
import type { Milliseconds } from '../core/brand.ts'
import type { Wire } from 'bittorrent-protocol'
import {
  parseLaneSignal,
  serialiseLaneSignal,
  type LaneMessage,
  type LaneSignal,
} from '../wire/laneMessages.ts'
import type { LaneCount } from './link/carrier.ts'
import type { LinkOptions } from './link/connection.ts'
import { Lane, type LaneHandlers } from './link/lane.ts'
import { BROKEN, LANE_OFFER, LANE_TERMS, type Charge } from './link/prices.ts'
import { knowsExtension, useExtension } from './wireExtension.ts'

/*
 * Lanes to a peer, agreed on over the wire that there is already: an extension of it (BEP 10), by which both learn
 * that the other knows lanes. So no tracker is needed, and nobody is surprised by them.
 */

const NAME = 'sh_lanes'

/** Lanes that either end may have opened at once; `lanePlan.ts` wants fewer. */
const MOST_LANES = 16

/**
 * Where a packet and its answer take no longer than this, lost packets hold nothing back: the transport is over each
 * within a few of these. What keeps waiting there waits for a busy processor, which lanes would only keep busier.
 */
const NEAR: Milliseconds = 10

/** What is done with lanes. */
export interface LaneHandler {
  /** @param own this end opened it */
  opened(lane: Lane, own: boolean): void
  received(lane: Lane, message: LaneMessage): void
  closed(lane: Lane): void
  /** Lanes that were to be opened did not come about. */
  refused(): void
}

/** What lanes need to know of the wire's own connection. */
export interface MainConnection {
  /** Of its packets. */
  readonly roundTrip: () => Promise<Milliseconds>
  /** Over a TURN server: then there are no lanes beside it. */
  readonly isRelayed: () => boolean
  /** Lanes beside it, for whichever share: of a person they are no more than of a share. */
  readonly lanes: LaneCount
  /** Has the peer pay for what it causes. */
  readonly charge: Charge
}

/** The lanes beside one wire. */
export class WireLanes {
  readonly #wire: Wire
  readonly #options: LinkOptions
  readonly #main: MainConnection
  readonly #offers = new Allowance(LANE_TERMS, () => performance.now())
  #handler: LaneHandler | null = null
  /** Open or being made: ours by their numbers, and the peer's. */
  readonly #own = new Map<number, Lane>()
  readonly #theirs = new Set<Lane>()
  #next = 0

  /** Must be made in the `wire` event, before the handshake. */
  constructor(wire: Wire, options: LinkOptions, main: MainConnection) {
    this.#wire = wire
    this.#options = options
    this.#main = main
    useExtension(wire, NAME, { onMessage: (bytes) => this.#received(bytes) })
    wire.once('close', () => {
      for (const lane of [...this.#own.values(), ...this.#theirs]) lane.close()
    })
  }

  /** Whether the peer knows lanes. */
  get known(): boolean {
    return knowsExtension(this.#wire, NAME)
  }

  /** Lanes may be used from now on. */
  use(handler: LaneHandler): void {
    this.#handler = handler
  }

  /** Opens so many lanes more, or as many of them as there may be and are of use. */
  async open(count: number): Promise<void> {
    const near = (await this.#main.roundTrip()) < NEAR
    if (this.#wire.destroying) return
    const room =
      near || this.#main.isRelayed()
        ? 0
        : Math.min(MOST_LANES - this.#main.lanes.own, this.#options.budget.roomForLanes)
    for (let opened = 0; opened < Math.min(count, room); opened++) this.#offer()
    if (count > room) this.#handler?.refused()
  }

  #offer(): void {
    const number = (this.#next = (this.#next + 1) & 0xffff)
    let open = false
    const lane = this.#make({
      opened: (each) => {
        open = true
        this.#handler?.opened(each, true)
      },
      received: (each, message) => this.#handler?.received(each, message),
      closed: (each) => {
        if (this.#own.delete(number)) this.#main.lanes.own--
        if (open) this.#handler?.closed(each)
        else this.#handler?.refused()
      },
    })
    if (!lane) return this.#handler?.refused()
    this.#own.set(number, lane)
    this.#main.lanes.own++
    lane.offer().then(
      (sdp) => this.#say({ kind: 'offer', lane: number, sdp }),
      () => undefined,
    )
  }

  #answer(number: number, offer: string): void {
    const refuse = () => this.#say({ kind: 'refusal', lane: number })
    if (!this.#main.charge(this.#offers.spend(1) ? LANE_OFFER : BROKEN)) return
    const full = this.#main.lanes.theirs >= MOST_LANES || this.#options.budget.roomForLanes === 0
    if (!this.#handler || full || this.#main.isRelayed()) return refuse()
    const lane = this.#make({
      opened: (each) => this.#handler?.opened(each, false),
      received: (each, message) => this.#handler?.received(each, message),
      closed: (each) => {
        if (this.#theirs.delete(each)) this.#main.lanes.theirs--
        this.#handler?.closed(each)
      },
    })
    if (!lane) return refuse()
    this.#theirs.add(lane)
    this.#main.lanes.theirs++
    lane.answer(offer).then((sdp) => this.#say({ kind: 'answer', lane: number, sdp }), refuse)
  }

  /** Null when the browser makes no more connections. */
  #make(handlers: LaneHandlers): Lane | null {
    try {
      return new Lane(this.#options, handlers, this.#main.charge)
    } catch {
      return null
    }
  }

  #received(bytes: Uint8Array): void {
    const signal = parseLaneSignal(bytes)
    if (!signal) return this.#wire.destroy()
    switch (signal.kind) {
      case 'offer':
        return this.#answer(signal.lane, signal.sdp)
      case 'answer':
        void this.#own.get(signal.lane)?.accept(signal.sdp)
        return
      case 'refusal':
        this.#own.get(signal.lane)?.close()
    }
  }

  #say(signal: LaneSignal): void {
    if (!this.#wire.destroying && this.known) this.#wire.extended(NAME, serialiseLaneSignal(signal))
  }
}
