import type { Wire } from 'bittorrent-protocol'
import type { Bytes } from '../../core/brand.ts'
import type { Origins } from '../origin/origins.ts'
import type { Commands, PeerKey } from '../scheduler/commands.ts'
import type { Block } from '../scheduler/geometry.ts'
import { askEcho } from '../wireEcho.ts'
import type { DriverContext } from './driverOptions.ts'
import type { Serving } from './serving.ts'

export interface WireCommandsOptions {
  readonly context: DriverContext
  readonly serving: Serving
  readonly origins: () => Origins | null
  /** A peer sent what is false: it may come back by another connection. */
  readonly banned: (wire: Wire) => void
}

/**
 * Carries out what the scheduler decides, over the share's wires, lanes and web seeds. What a command sets off in a wire
 * is told after the scheduler is done with its own work.
 */
export class WireCommands implements Commands {
  readonly #options: WireCommandsOptions

  constructor(options: WireCommandsOptions) {
    this.#options = options
  }

  request(key: PeerKey, block: Block): void {
    const { context, origins } = this.#options
    if (origins()?.request(key, block)) return
    const { wire, lane } = this.#find(key) ?? {}
    if (lane) return lane.send({ kind: 'request', ...block })
    wire?.request(block.piece, block.offset, block.length, (error) => {
      if (error) queueMicrotask(() => context.scheduler()?.refused(key, block))
    })
  }

  cancel(key: PeerKey, { piece, offset, length }: Block): void {
    const { wire, lane } = this.#find(key) ?? {}
    if (lane) return lane.send({ kind: 'cancel', piece, offset, length })
    wire?.cancel(piece, offset, length)
    this.#options.origins()?.cancel(key, { piece, offset, length })
  }

  interested(key: PeerKey): void {
    this.#find(key)?.wire.interested()
  }

  notInterested(key: PeerKey): void {
    this.#find(key)?.wire.uninterested()
  }

  choke(key: PeerKey): void {
    const found = this.#find(key)
    if (!found) return
    // The wire refuses by itself what it was asked for.
    found.asked.takeAll()
    found.wire.choke()
    for (const { asked } of this.#options.context.connected.lanesBeside(found.wire)) {
      for (const respond of asked.takeAll()) respond(null)
    }
  }

  unchoke(key: PeerKey): void {
    this.#find(key)?.wire.unchoke()
  }

  have(key: PeerKey, pieces: readonly number[]): void {
    const wire = this.#find(key)?.wire
    for (const piece of pieces) wire?.have(piece)
  }

  suggest(key: PeerKey, piece: number): void {
    const wire = this.#find(key)?.wire
    if (wire?.hasFast) wire.suggest(piece)
  }

  serve(key: PeerKey, block: Block): void {
    this.#options.serving.serve(key, block)
  }

  ping(key: PeerKey, token: number): boolean {
    const { wire, lane } = this.#find(key) ?? {}
    if (!lane) {
      if (!wire) return false
      // TCP holds back what the line does not take: what the system has taken is as good as there.
      const { options, scheduler } = this.#options.context
      return askEcho(wire, token) || options.whenSent(wire, () => scheduler()?.answered(key, token, null))
    }
    lane.send({ kind: 'ask', token })
    return true
  }

  waiting(key: PeerKey): Bytes {
    const { wire, lane } = this.#find(key) ?? {}
    if (lane) return lane.waiting
    return wire ? this.#options.context.options.waiting(wire) : 0
  }

  widen(key: PeerKey, count: number): void {
    const wire = this.#find(key)?.wire
    if (wire) void this.#options.context.options.lanes(wire)?.open(count)
  }

  narrow(key: PeerKey): void {
    queueMicrotask(() => this.#find(key)?.lane?.close())
  }

  ban(key: PeerKey): void {
    const { banned, origins } = this.#options
    const wire = this.#find(key)?.wire
    if (wire) banned(wire)
    queueMicrotask(() => origins()?.distrust(key))
    this.drop(key)
  }

  drop(key: PeerKey): void {
    queueMicrotask(() => {
      const { wire, lane } = this.#find(key) ?? {}
      if (lane) lane.close()
      else wire?.destroy()
      this.#options.origins()?.giveUp(key)
    })
  }

  #find(key: PeerKey) {
    return this.#options.context.connected.get(key)
  }
}
