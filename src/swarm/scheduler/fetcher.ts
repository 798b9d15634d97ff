import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { Commands } from './commands.ts'
import type { Block } from './geometry.ts'
import type { PeerState, Request } from './peerState.ts'
import type { Picker } from './picker.ts'
import type { PieceTable } from './pieceTable.ts'
import type { TokenBucket } from './tokenBucket.ts'

/** A peer that was asked and sends nothing for so long is of no use. */
const GIVE_UP: Milliseconds = 60_000

/** Blocks taken back whose arrival is still of use; older ones are forgotten. */
const MOST_RECALLED = 256

/** A peer that lets us fetch and refuses every block, or only for a moment, would be asked without end. */
const MOST_REFUSALS = 8
const QUIET: Milliseconds = 5000

/**
 * What became of a block that came. `unasked` ones were never asked of that peer, `unwanted` ones came too late; both
 * are thrown away. `complete` means its piece is whole now.
 */
export type Arrival = 'unasked' | 'unwanted' | 'taken' | 'complete'

export interface FetcherOptions {
  readonly table: PieceTable
  readonly picker: Picker
  readonly peers: ReadonlyMap<number, PeerState>
  readonly commands: Commands
  readonly now: () => Milliseconds
  /** See {@link SchedulerOptions.lag}. */
  readonly lag: () => Milliseconds
  /** What may be asked for: the share's own limit and the page's. */
  readonly limits: readonly TokenBucket[]
}

/** Asks peers for blocks, as many at once as their windows allow. */
export class Fetcher {
  readonly #options: FetcherOptions
  /** Senders of pieces whose hash is being looked at. */
  readonly #senders = new Map<number, readonly number[]>()
  /** Bytes that came and were here already. */
  wasted: Bytes = 0

  constructor(options: FetcherOptions) {
    this.#options = options
  }

  /**
   * Asks the peer for as much as it may be asked for.
   *
   * @param again also for what others are asked for already and will take longer for: to find that costs a look at
   *   every block that is asked for, which no message that carries nothing may cause
   */
  fill(peer: PeerState, again = false): void {
    const { picker, table, commands, limits } = this.#options
    const now = this.#options.now()
    if (peer.about.choked || peer.about.barred || peer.about.useful === 0 || now < peer.quietUntil) return
    const most = peer.stalled ? 1 : peer.mostRequests(now)
    while (peer.requests.size < most) {
      if (!limits.every((limit) => limit.open(now))) return
      const pick = picker.pick(peer, now, again)
      if (!pick) return
      const block = table.geometry.block(pick.active.piece, pick.index)
      const key = table.geometry.key(block.piece, pick.index)
      table.ask(pick.active, pick.index, peer)
      const asked = peer.requests.get(key)
      if (asked) {
        // It was overdue and nobody else took it. Asked for twice over one connection, some peers never send it.
        if (asked.released) this.#take(block)
        asked.released = false
        continue
      }
      if (peer.requests.size === 0) peer.heardAt = now
      peer.requests.set(key, { block, index: pick.index, sentAt: now, released: false })
      this.#take(block)
      commands.request(peer.key, block)
    }
    if (!peer.stalled) peer.window.filled()
  }

  fillAll(): void {
    for (const peer of this.#options.peers.values()) this.fill(peer, true)
  }

  /** Asks those who have the piece for what nobody is asked for of it. Looks at nobody else: a few bytes can cause it. */
  offer(piece: number): void {
    const { table, peers } = this.#options
    for (const peer of peers.values()) {
      if (!table.isMissing(piece) || table.active.get(piece)?.free === 0) return
      if (peer.about.pieces.has(piece)) this.fill(peer)
    }
  }

  arrived(peer: PeerState, block: Block): Arrival {
    const { table } = this.#options
    const index = table.geometry.indexOf(block)
    if (index === null) return 'unasked'
    const key = table.geometry.key(block.piece, index)
    const now = this.#options.now()
    const request = peer.requests.get(key)
    if (!request && !peer.recalled.delete(key)) return 'unasked'
    if (!request || request.released) this.#take(block)
    if (request) this.#measure(peer, key, request, now)
    const arrival = this.#receive(peer, block, index)
    if (arrival === 'unwanted') this.wasted += block.length
    return arrival
  }

  /** The peer says that it will not send the block, or took it back. */
  lost(peer: PeerState, block: Block): void {
    const { table } = this.#options
    const index = table.geometry.indexOf(block)
    if (index === null) return
    const key = table.geometry.key(block.piece, index)
    const request = peer.requests.get(key)
    if (!request) return
    peer.requests.delete(key)
    // An origin is offered nothing more when it fails, and takes back what nobody needs any more.
    if (!peer.about.choked && !peer.about.origin) this.#refused(peer)
    this.#release(peer, request)
    this.offer(block.piece)
  }

  /**
   * The peer stopped giving. What it was asked for may come all the same, but nobody should wait for it.
   *
   * @param refuses it will say of each request whether it will not answer it, which would be fetched twice otherwise
   */
  choked(peer: PeerState, refuses: boolean): void {
    if (peer.requests.size > 0) this.#refused(peer)
    if (refuses) return
    const released = this.#releaseAll(peer)
    peer.stalled = false
    for (const piece of released) this.offer(piece)
  }

  /** It may be asked for nothing any more: others are asked for what it was. What it has sent comes all the same. */
  barred(peer: PeerState): void {
    for (const piece of this.#releaseAll(peer)) this.offer(piece)
  }

  left(peer: PeerState): void {
    const { table } = this.#options
    const released = this.#releaseAll(peer)
    peer.requests.clear()
    if (peer.key === peer.about.key) {
      for (const active of table.active.values()) {
        if (active.sole !== peer.about) continue
        table.abandon(active)
        released.add(active.piece)
      }
    }
    for (const piece of released) this.offer(piece)
  }

  /** A leecher has the piece now: what a busy seed was asked for of it, and has hardly begun, is asked of the leecher. */
  handOver(piece: number, leecher: PeerState): void {
    const active = this.#options.table.active.get(piece)
    const now = this.#options.now()
    if (!active || leecher.about.choked || leecher.stalled) return
    let room = leecher.window.at(now) - leecher.requests.size
    for (let index = 0; index < active.blocks && room > 0; index++) {
      for (const holder of active.holders(index)) {
        const request = holder.requests.get(this.#options.table.geometry.key(piece, index))
        if (!holder.about.seed || !request || !isYoung(holder, request, now)) continue
        this.#recall(holder, request)
        room--
        break
      }
    }
  }

  /** Gives blocks that are overdue to others. Called several times a second, or once where timers are throttled. */
  tick(): void {
    const now = this.#options.now()
    for (const peer of [...this.#options.peers.values()]) {
      if (peer.requests.size === 0) continue
      this.#look(peer, now)
      if (now - peer.heardAt > GIVE_UP) this.#options.commands.drop(peer.key)
    }
    this.fillAll()
  }

  /** Who sent the piece that is being checked. */
  takeSenders(piece: number): readonly number[] {
    const senders = this.#senders.get(piece) ?? []
    this.#senders.delete(piece)
    return senders
  }

  #measure(peer: PeerState, key: number, request: Request, now: Milliseconds): void {
    peer.requests.delete(key)
    peer.heardAt = now
    peer.stalled = false
    peer.refusals = 0
    peer.window.sample(now - request.sentAt, now, this.#options.lag())
  }

  #receive(peer: PeerState, block: Block, index: number): Arrival {
    const { table } = this.#options
    const active = table.active.get(block.piece)
    if (!active || active.isHere(index) || (active.sole && active.sole !== peer.about)) return 'unwanted'
    active.deserted = false
    for (const loser of table.receive(active, index, peer)) this.#cancel(loser, block, index)
    if (!active.complete) return 'taken'
    this.#senders.set(block.piece, active.senders)
    table.check(block.piece)
    return 'complete'
  }

  #look(peer: PeerState, now: Milliseconds): void {
    const patience = peer.patience
    for (const request of peer.requests.values()) {
      if (now - request.sentAt < patience) return
      if (request.released) continue
      this.#release(peer, request)
      if (!peer.stalled) peer.window.stalled()
      peer.stalled = true
    }
  }

  /** Answers the pieces that blocks were released of. */
  #releaseAll(peer: PeerState): Set<number> {
    const pieces = new Set<number>()
    for (const request of peer.requests.values()) {
      if (request.released) continue
      this.#release(peer, request)
      pieces.add(request.block.piece)
    }
    return pieces
  }

  #release(peer: PeerState, request: Request): void {
    if (request.released) return
    request.released = true
    this.#giveBack(request.block)
    const active = this.#options.table.active.get(request.block.piece)
    if (!active) return
    this.#options.table.release(active, request.index, peer)
    if (active.sole === peer.about) active.deserted = true
  }

  #refused(peer: PeerState): void {
    if (++peer.refusals >= MOST_REFUSALS) peer.quietUntil = this.#options.now() + QUIET
  }

  // ── Limits count what is waited for and what comes, and not what one of many does not send. ────────────

  #take({ length }: Block): void {
    for (const limit of this.#options.limits) limit.take(length)
  }

  #giveBack({ length }: Block): void {
    for (const limit of this.#options.limits) limit.giveBack(length)
  }

  #recall(peer: PeerState, request: Request): void {
    const { block, index } = request
    this.#release(peer, request)
    this.#cancel(peer, block, index)
  }

  #cancel(peer: PeerState, block: Block, index: number): void {
    const key = this.#options.table.geometry.key(block.piece, index)
    const request = peer.requests.get(key)
    if (!request) return
    peer.requests.delete(key)
    if (!request.released) this.#giveBack(request.block)
    peer.recalled.add(key)
    for (const oldest of peer.recalled) {
      if (peer.recalled.size <= MOST_RECALLED) break
      peer.recalled.delete(oldest)
    }
    this.#options.commands.cancel(peer.key, block)
  }
}

/** Whether the block is likely to wait in the seed's queue still. */
function isYoung(seed: PeerState, request: Request, now: Milliseconds): boolean {
  const { roundTrip, queue } = seed.window
  return queue > 0 && now - request.sentAt < Math.min(queue, roundTrip / 2)
}
