import type { LaneMessage } from '../../wire/laneMessages.ts'
import type { Lane } from '../link/lane.ts'
import type { Block } from '../scheduler/geometry.ts'
import { countBeside } from '../wirePrivate.ts'
import type { Arriving } from './arriving.ts'
import type { Connected } from './connected.ts'
import type { DriverContext } from './driverOptions.ts'
import type { Serving } from './serving.ts'

/** What the lanes beside a wire bring. */
export class LaneEvents {
  readonly #context: DriverContext
  readonly #serving: Serving
  readonly #arriving: Arriving

  constructor(context: DriverContext, serving: Serving, arriving: Arriving) {
    this.#context = context
    this.#serving = serving
    this.#arriving = arriving
  }

  /** Takes the lanes to the peer, if it knows them. */
  use({ wire, key }: Connected): void {
    const { options, connected, scheduler } = this.#context
    const lanes = options.lanes(wire)
    if (!lanes?.known) return
    scheduler()?.peerWidens(key)
    lanes.use({
      opened: (lane, own) => scheduler()?.laneJoined(connected.add(wire, lane).key, key, own),
      received: (lane, message) => this.#received(lane, message),
      closed: (lane) => {
        const closed = connected.of(lane)
        if (!closed) return
        connected.delete(closed)
        scheduler()?.laneLeft(closed.key)
      },
      // The scheduler may have asked for them just now, and be at work still.
      refused: () => queueMicrotask(() => scheduler()?.lanesRefused(key)),
    })
  }

  #received(lane: Lane, message: LaneMessage): void {
    const { connected, arrivedAt } = this.#context
    const scheduler = this.#context.scheduler()
    const from = connected.of(lane)
    if (!scheduler || !from || !connected.get(from.key)) return
    switch (message.kind) {
      case 'request':
        return this.#serving.requested(from, blockOf(message), (loan) => {
          if (!loan) return lane.send({ ...message, kind: 'refusal' })
          const { bytes } = loan
          lane.send({ kind: 'block', piece: message.piece, offset: message.offset, bytes })
          // It was put into a message of its own.
          loan.back()
          countBeside(from.wire, 'upload', bytes.length)
        })
      case 'cancel':
        return this.#serving.cancelled(from, blockOf(message))
      case 'refusal':
        return scheduler.refused(from.key, blockOf(message))
      case 'block': {
        const { piece, offset, bytes } = message
        if (this.#arriving.fromPeer(from, { piece, offset, length: bytes.length }, bytes))
          countBeside(from.wire, 'download', bytes.length)
        return
      }
      case 'ask':
        return lane.send({ kind: 'answer', token: message.token, receivedAt: arrivedAt() })
      case 'answer':
        return scheduler.answered(from.key, message.token, message.receivedAt)
    }
  }
}

function blockOf({ piece, offset, length }: Block): Block {
  return { piece, offset, length }
}
