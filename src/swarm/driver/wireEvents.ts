import type { Wire } from 'bittorrent-protocol'
import type { Bytes } from '../../core/brand.ts'
import type { Scheduler } from '../scheduler/scheduler.ts'
import { knowsEcho } from '../wireEcho.ts'
import { answerRequest } from '../wirePrivate.ts'
import type { Arriving } from './arriving.ts'
import type { Connected } from './connected.ts'
import type { DriverContext } from './driverOptions.ts'
import type { LaneEvents } from './laneEvents.ts'
import type { Serving } from './serving.ts'

/** What the wires bring. */
export class WireEvents {
  readonly #context: DriverContext
  readonly #serving: Serving
  readonly #arriving: Arriving
  readonly #lanes: LaneEvents

  constructor(context: DriverContext, serving: Serving, arriving: Arriving, lanes: LaneEvents) {
    this.#context = context
    this.#serving = serving
    this.#arriving = arriving
    this.#lanes = lanes
  }

  /** Takes what the wire's peer has said so far, and listens to all that it will. */
  listen(connected: Connected): void {
    const { wire, key } = connected
    this.#lookAtPieces(connected)
    if (wire.peerInterested) this.#context.scheduler()?.interested(key, true)
    if (!wire.peerChoking) this.#context.scheduler()?.unchoked(key)
    this.#listenToStates(connected)
    this.#listenToBlocks(connected)
    wire.once('close', () => {
      this.#context.connected.delete(connected)
      this.#context.scheduler()?.peerLeft(key)
    })
    this.#lookAtExtensions(connected)
  }

  #listenToStates(connected: Connected): void {
    const { wire, key } = connected
    const introduces = () => {
      const isFirst = !connected.introduced
      connected.introduced = true
      if (isFirst) this.#lookAtPieces(connected)
      return isFirst
    }
    const hasNow = () => {
      // Once a connection (BEP 6): it costs the peer five bytes, and us a look at every piece.
      if (!introduces()) wire.destroy()
    }
    this.#on(wire, 'bitfield', () => {
      if (!introduces()) this.#lookForMore(connected)
    })
    this.#on(wire, 'have-all', hasNow)
    this.#on(wire, 'have-none', hasNow)
    this.#on(wire, 'have', (scheduler, piece: number) => scheduler.have(key, piece))
    this.#on(wire, 'suggest', (scheduler, piece: number) => scheduler.suggested(key, piece))
    this.#on(wire, 'choke', (scheduler) => scheduler.choked(key, wire.hasFast))
    this.#on(wire, 'unchoke', (scheduler) => scheduler.unchoked(key))
    this.#on(wire, 'interested', (scheduler) => scheduler.interested(key, true))
    this.#on(wire, 'uninterested', (scheduler) => scheduler.interested(key, false))
    this.#on(wire, 'extended', (_, name: unknown) => {
      if (name === 'handshake') this.#lookAtExtensions(connected)
    })
  }

  #listenToBlocks(connected: Connected): void {
    const { wire } = connected
    this.#on(wire, 'piece', (_, piece: number, offset: Bytes, bytes: Uint8Array) => {
      this.#arriving.fromPeer(connected, { piece, offset, length: bytes.length }, bytes)
    })
    this.#on(wire, 'request', (_, piece: number, offset: Bytes, length: Bytes) => {
      const block = { piece, offset, length }
      const { waiting, lend } = this.#context.options
      this.#serving.requested(connected, block, (loan) =>
        answerRequest(wire, block, loan, { waiting: waiting(wire), lend: (lent) => lend(wire, lent) }),
      )
    })
    this.#on(wire, 'cancel', (_, piece: number, offset: Bytes, length: Bytes) => {
      this.#serving.cancelled(connected, { piece, offset, length })
    })
  }

  /** A wire that ends tells of a choke, and more, and it may end after the scheduler. */
  #on(wire: Wire, event: string, told: (scheduler: Scheduler, ...values: never[]) => void): void {
    wire.on(event, (...values) => {
      const scheduler = this.#context.scheduler()
      if (scheduler) told(scheduler, ...values)
    })
  }

  #lookAtPieces(connected: Connected): void {
    const told = this.#takePieces(connected)
    this.#context.scheduler()?.peerHas(connected.key, told)
  }

  /** aria2 says anew all that it has, where that is shorter than to name each piece that it has got since. */
  #lookForMore(connected: Connected): void {
    const { key } = connected
    const { pieces } = this.#context.options
    for (const piece of this.#takePieces(connected))
      if (!pieces.peers.get(key)?.pieces.has(piece)) this.#context.scheduler()?.have(key, piece)
  }

  /** What the peer has told is in the ledger from now on, and the wire reads it there. */
  #takePieces({ wire, key }: Connected): readonly number[] {
    const { pieces } = this.#context.options
    const { peerPieces } = wire
    const told: number[] = []
    for (let piece = 0; piece < pieces.geometry.pieceCount; piece++)
      if (peerPieces.get(piece)) told.push(piece)
    wire.peerPieces = {
      get: (piece) => pieces.peers.get(key)?.pieces.has(piece) ?? false,
      // The wire tells of each change as well, and the scheduler enters it.
      set: () => undefined,
    }
    return told
  }

  #lookAtExtensions(connected: Connected): void {
    if (knowsEcho(connected.wire)) this.#context.scheduler()?.peerPaces(connected.key)
    this.#lanes.use(connected)
  }
}
