import type { Milliseconds } from '../../core/brand.ts'
import type { PeerKey } from './commands.ts'
import { DelayWindow } from './delayWindow.ts'
import type { Block } from './geometry.ts'
import { PieceSet } from '../../core/pieceSet.ts'

/** A block that was asked of a peer. */
export interface Request {
  readonly block: Block
  readonly index: number
  readonly sentAt: Milliseconds
  /** It is overdue, and somebody else may be asked for it: until it comes, no limit counts it. */
  released: boolean
}

/** 16 MiB: 1 Gbit/s at a round trip of 130 ms. */
const MOST_BLOCKS = 1024

/** 1 MiB. */
const ORIGIN_BLOCKS = 64

/** What a peer that paces is asked for: two windows in a row, each of which waits for the other, would crawl. */
const PACED_REQUESTS: Milliseconds = 250
/** Besides: its rate may be low only because others are served. With none, twenty viewers cost their web server 8 % more. */
const PACED_SPARE = 4

/** What is on its way over a relay, 256 KiB, leaves the most to those who are reached directly. */
const RELAYED_BLOCKS = 16

/** A request is never overdue before that: peers have other work, and lines have hiccups. */
const LEAST_PATIENCE: Milliseconds = 1500

/** The same while nothing is known of the peer. */
const FIRST_PATIENCE: Milliseconds = 5000

/** What a peer has and allows, by whichever of its connections it is asked. */
export class PeerAbout {
  /** That of its first connection. */
  readonly key: PeerKey
  /**
   * A publisher's HTTP copy: it has what it says it has at the moment, and fetches nothing. What it may be asked for
   * counts as less rare: left to it, peers fetch what else there is, and twenty viewers cost it 1.17 copies, not 1.20.
   */
  readonly origin: boolean
  readonly pieces: PieceSet
  /** Whether its pieces are counted one by one in how rare each is; those of one that always had all are not. */
  counted: boolean
  /** The peer does not let us fetch. */
  choked = true
  /** We have told it that it has something we want. */
  interested = false
  /** It keeps the line free by itself: what it is asked for may wait with it. */
  paces = false
  /** It is reached over a TURN server. */
  relayed = false
  /** As much as may be was moved over relays: it is asked for nothing. */
  barred = false
  /** How many of the pieces that are wanted and missing here it has. */
  useful = 0
  /** Pieces that it told us to fetch from it, and whether it ever did. */
  readonly suggested = new Set<number>()
  suggests = false
  /** Pieces that we have told it to fetch from us, each with how many blocks it had been sent by then. */
  readonly advised = new Map<number, number>()
  sent = 0
  /** At which state of things nothing was found to ask of it. */
  idleAt = -1

  constructor(key: PeerKey, pieceCount: number, origin = false) {
    this.key = key
    this.origin = origin
    this.pieces = new PieceSet(pieceCount)
    this.counted = !this.seed
  }

  get seed(): boolean {
    return this.pieces.full
  }
}

/**
 * A connection to a peer as one to fetch over; see `receiver.ts` for it as one to give over. Most peers have one;
 * those beside the first are lanes.
 */
export class PeerState {
  readonly key: PeerKey
  readonly about: PeerAbout
  /** Two at least: while one is on its way, the next is being asked for. */
  readonly window: DelayWindow
  /** By the block's number; a Map keeps the order of asking. */
  readonly requests = new Map<number, Request>()
  /** Blocks asked for and taken back, which may come all the same. */
  readonly recalled = new Set<number>()
  /** When it last sent a block, or was first asked after a pause. */
  heardAt: Milliseconds = 0
  /** Its blocks are overdue: one at a time until one comes. */
  stalled = false
  /** How often in a row it refused a request, or choked with some open, and until when it is left alone because of that. */
  refusals = 0
  quietUntil: Milliseconds = 0

  constructor(key: PeerKey, about: PeerAbout, localMost?: number) {
    this.key = key
    this.about = about
    // TCP looks after the line to an origin; so much at once makes few requests of many blocks.
    const least = about.origin ? ORIGIN_BLOCKS : 2
    this.window = new DelayWindow({ least, most: MOST_BLOCKS, initial: Math.max(4, least), localMost })
  }

  /** How many blocks may be asked for at once. */
  mostRequests(now: Milliseconds): number {
    const paced = this.about.paces ? PACED_SPARE + this.window.rate * PACED_REQUESTS : 0
    const most = this.about.relayed ? RELAYED_BLOCKS : MOST_BLOCKS
    return Math.min(most, Math.max(this.window.at(now), Math.floor(paced)))
  }

  /** How old a request may become before it counts as overdue. */
  get patience(): Milliseconds {
    const { roundTrip, deviation } = this.window
    if (roundTrip === 0) return this.about.origin ? LEAST_PATIENCE : FIRST_PATIENCE
    return Math.max(LEAST_PATIENCE, 2 * roundTrip + 4 * deviation)
  }

  /** How long a block takes that is asked for now. */
  get expected(): Milliseconds {
    return this.window.roundTrip || 1000
  }
}
