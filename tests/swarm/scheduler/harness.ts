import type { Bytes, Milliseconds } from '../../../src/core/brand.ts'
import { PieceSet } from '../../../src/core/pieceSet.ts'
import { seededRandom } from '../../../src/core/random.ts'
import type { Commands, PeerKey } from '../../../src/swarm/scheduler/commands.ts'
import type { Block } from '../../../src/swarm/scheduler/geometry.ts'
import type { PieceTable } from '../../../src/swarm/scheduler/pieceTable.ts'
import { Scheduler } from '../../../src/swarm/scheduler/scheduler.ts'
import { Uplink, type GiveBudget } from '../../../src/swarm/scheduler/uplink.ts'
import { ledgerOf } from '../support/ledger.ts'

export const BLOCK: Bytes = 16_384

type Told =
  | { kind: 'request' | 'cancel' | 'serve'; peer: PeerKey; block: Block }
  | { kind: 'suggest'; peer: PeerKey; piece: number }
  | { kind: 'have'; peer: PeerKey; pieces: readonly number[] }
  | { kind: 'ping'; peer: PeerKey; token: number }
  | { kind: 'widen'; peer: PeerKey; lanes: number }
  | { kind: 'narrow' | 'choke' | 'unchoke' | 'interested' | 'notInterested' | 'ban' | 'drop'; peer: PeerKey }

/** A scheduler whose commands are written down, with a clock that is set by hand. */
export class Harness {
  now: Milliseconds = 1000
  readonly told: Told[] = []
  /** Whether peers can be pinged. */
  pingable = true
  /** Bytes that wait in every connection. */
  waiting: Bytes = 0
  readonly uplink: Uplink
  readonly scheduler: Scheduler
  readonly ledger: PieceTable
  readonly pieces: number

  constructor(share: {
    pieces: number
    blocksPerPiece?: number
    have?: readonly number[]
    budget?: GiveBudget
  }) {
    this.pieces = share.pieces
    const pieceLength = (share.blocksPerPiece ?? 1) * BLOCK
    const note = (kind: Told['kind']) => (peer: PeerKey) => void this.told.push({ kind, peer } as Told)
    const noteBlock = (kind: Told['kind']) => (peer: PeerKey, block: Block) =>
      void this.told.push({ kind, peer, block } as Told)
    const commands: Commands = {
      request: noteBlock('request'),
      cancel: noteBlock('cancel'),
      serve: noteBlock('serve'),
      ping: (peer, token) => {
        if (!this.pingable) return false
        this.told.push({ kind: 'ping', peer, token })
        return true
      },
      suggest: (peer, piece) => void this.told.push({ kind: 'suggest', peer, piece }),
      waiting: () => this.waiting,
      widen: (peer, lanes) => void this.told.push({ kind: 'widen', peer, lanes }),
      narrow: note('narrow'),
      have: (peer, pieces) => void this.told.push({ kind: 'have', peer, pieces: [...pieces] }),
      choke: note('choke'),
      unchoke: note('unchoke'),
      interested: note('interested'),
      notInterested: note('notInterested'),
      ban: note('ban'),
      drop: note('drop'),
    }
    this.uplink = new Uplink(() => this.now, share.budget)
    const random = seededRandom(7)
    this.ledger = ledgerOf(share.pieces * pieceLength, pieceLength, share.have, random)
    this.scheduler = new Scheduler({
      pieces: this.ledger,
      now: () => this.now,
      random,
      commands,
      uplink: this.uplink,
      lag: () => 0,
    })
    this.scheduler.select([{ from: 0, to: share.pieces - 1 }])
  }

  /** A peer that has these pieces and lets us fetch. */
  giver(key: PeerKey, pieces: readonly number[] | 'all'): void {
    this.scheduler.peerJoined(key)
    if (pieces === 'all') this.hasAll(key)
    else this.scheduler.peerHas(key, pieces)
    this.scheduler.unchoked(key)
  }

  hasAll(key: PeerKey): void {
    this.scheduler.peerHas(key, PieceSet.full(this.pieces))
  }

  /** A peer that wants what we have, and is served. */
  taker(key: PeerKey): void {
    this.scheduler.peerJoined(key)
    this.scheduler.interested(key, true)
  }

  /** The blocks named by commands of one kind to one peer, oldest first. */
  blocks(kind: 'request' | 'cancel' | 'serve', peer: PeerKey): Block[] {
    return this.told.flatMap((each) =>
      each.kind === kind && each.peer === peer && 'block' in each ? [each.block] : [],
    )
  }

  peersTold(kind: Told['kind']): PeerKey[] {
    return this.told.flatMap((each) => (each.kind === kind ? [each.peer] : []))
  }

  /** What was asked of the peer since the last look. */
  newRequests(peer: PeerKey): Block[] {
    const blocks = this.blocks('request', peer)
    this.told.splice(
      0,
      this.told.length,
      ...this.told.filter((each) => each.kind !== 'request' || each.peer !== peer),
    )
    return blocks
  }

  tokens(peer: PeerKey): number[] {
    return this.told.flatMap((each) => (each.kind === 'ping' && each.peer === peer ? [each.token] : []))
  }
}

export function block(piece: number, index = 0): Block {
  return { piece, offset: index * BLOCK, length: BLOCK }
}
