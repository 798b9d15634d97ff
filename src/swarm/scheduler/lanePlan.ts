import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { BLOCK_LENGTH } from '../../torrent/pieces.ts'

/**
 * Lanes that are tried, and how many there are where they pay. The rest follow at once: lanes take half a second to
 * open, in which a short file is half over; those that turn out not to be needed are given back.
 */
const FIRST_LANES = 3
const MOST_LANES = 15

/** Where lost packets are what limits, each lane brings as much as the connection did alone: the rest bring this part. */
const FAIR_SHARE = 0.5

/** What waits in the connection although it was sent: more than this is no accident. */
const HELD: Bytes = 2 * 1024

/** The part of all looks in which something was held: above the one, more lanes are tried; below the other, fewer do. */
const OFTEN_HELD = 0.4
const SELDOM_HELD = 0.05

/** Glances in a row, a quarter of a second apart, in which something was held: the connection crawls. */
const CRAWLING = 4

/**
 * Bytes a millisecond: over a line so slow, connections take long to open, and the transport holds back for long at
 * first. Where such a line is what limits, at least a block comes each round trip, for a block is part of it; where
 * lost packets are, less than that.
 */
const SLOW = 250
const AT_LEAST: Bytes = BLOCK_LENGTH

/** What happened in a stretch of so many round trips is looked at as a whole, and how long that is at least. */
const STRETCH_ROUNDS = 2
const LEAST_STRETCH: Milliseconds = 100
const LONGEST_STRETCH: Milliseconds = 2000
const LEAST_LOOKS = 4

/** A connection that brings so much more than in the stretch before is still speeding up by itself. */
const SPEEDING_UP = 1.25

/** More lanes have to make it so much faster. */
const WORTH_IT = 1.15

/** How long lanes have to open and to speed up. */
const OPENING: Milliseconds = 4000
const TRIAL_ROUNDS = 20
const LEAST_TRIAL: Milliseconds = 1500

/** After lanes that did not help it is left alone for so long, and twice as long each time. */
const REST: Milliseconds = 30_000
const LONGEST_REST: Milliseconds = 600_000

/** Lanes that nothing goes over are given back after this time. */
const IDLE: Milliseconds = 8000

/** As long as nothing was held for so long, half of the lanes may do. */
const FREE: Milliseconds = 15_000

interface Trial {
  readonly lanes: number
  /** Bytes a millisecond before, at the least: a connection that was just held back for the first time slows down. */
  rate: number
  readonly until: Milliseconds
  judgeAt: Milliseconds | null
  best: number
}

/**
 * How many connections one peer is to be given over. What is sent is bounded by what the line holds (see
 * `receiver.ts`), so when some of it keeps waiting in the browser, it is not the line that is full: the transport
 * holds it back, because it takes lost packets for a full line. Each further connection then carries as much again.
 *
 * Lanes that do not make it faster are given back, and so are those that nothing goes over.
 */
export class LanePlan {
  #since: Milliseconds
  #bytes: Bytes = 0
  #looks = 0
  #held = 0
  #heldGlances = 0
  /** Bytes a millisecond in the stretch before. */
  #rate = 0
  #trial: Trial | null = null
  /** Bytes a millisecond before there were any lanes. */
  #alone = 0
  /** Until then lanes that were asked for may be on their way. */
  #openingUntil: Milliseconds = -Infinity
  #rest: Milliseconds = REST
  #restUntil: Milliseconds = -Infinity
  #busyAt: Milliseconds
  #heldAt: Milliseconds

  constructor(now: Milliseconds) {
    this.#since = now
    this.#busyAt = now
    this.#heldAt = now
  }

  /** A moment in which the connections are in use. `waiting`: bytes that were sent and wait in them. */
  look(waiting: Bytes): void {
    this.#looks++
    if (waiting > HELD) this.#held++
  }

  /** The same at any moment, while little is on its way. */
  glance(waiting: Bytes): void {
    this.#heldGlances = waiting > HELD ? this.#heldGlances + 1 : 0
  }

  /** So much has arrived. */
  arrived(bytes: Bytes): void {
    this.#bytes += bytes
  }

  /**
   * Lanes to open (above 0) or to close (below 0). Called whenever something arrives, and several times a second.
   *
   * @param lanes those that are open
   */
  decide(lanes: number, roundTrip: Milliseconds, now: Milliseconds): number {
    if (this.#bytes > 0) this.#busyAt = now
    if (now - this.#busyAt > IDLE) return this.#idle(lanes, now)
    if (now - this.#since < Math.max(LEAST_STRETCH, STRETCH_ROUNDS * roundTrip)) return 0
    if (this.#looks < LEAST_LOOKS && now - this.#since < LONGEST_STRETCH) return 0
    const held = this.#looks < LEAST_LOOKS ? 0 : this.#held / this.#looks
    const before = this.#rate
    this.#endStretch(now)
    if (held > SELDOM_HELD) this.#heldAt = now
    if (this.#trial) return this.#judge(this.#trial, lanes, roundTrip, now)
    if (now < this.#restUntil) return 0
    if (this.#isHeldBack(held, roundTrip) && this.#rate < SPEEDING_UP * before) return this.#try(lanes, now)
    if (lanes > 0 && now - this.#heldAt > FREE) return this.#giveHalf(lanes, now)
    return 0
  }

  #isHeldBack(held: number, roundTrip: Milliseconds): boolean {
    const crawls = this.#heldGlances >= CRAWLING
    if (this.#rate < SLOW) return crawls && this.#rate * roundTrip < AT_LEAST
    return crawls || held >= OFTEN_HELD
  }

  /** The peer takes no more lanes, or none could be opened. */
  refused(now: Milliseconds): void {
    // It is told of each lane by itself.
    if (now < this.#restUntil) return
    this.#trial = null
    this.#restMore(now)
  }

  #endStretch(now: Milliseconds): void {
    this.#rate = this.#bytes / Math.max(1, now - this.#since)
    this.#since = now
    this.#bytes = 0
    this.#looks = 0
    this.#held = 0
  }

  #idle(lanes: number, now: Milliseconds): number {
    this.#endStretch(now)
    this.#trial = null
    this.#heldAt = now
    return -lanes
  }

  #try(lanes: number, now: Milliseconds): number {
    if (lanes > 0) return this.#addTo(lanes, now)
    this.#trial = { lanes, rate: this.#rate, until: now + OPENING, judgeAt: null, best: 0 }
    return FIRST_LANES
  }

  /** Lanes that have paid get more beside them, if each of them brings its part. */
  #addTo(lanes: number, now: Milliseconds): number {
    if (now < this.#openingUntil || this.#rate < FAIR_SHARE * (lanes + 1) * this.#alone) return 0
    this.#openingUntil = now + OPENING
    return MOST_LANES - lanes
  }

  #judge(trial: Trial, lanes: number, roundTrip: Milliseconds, now: Milliseconds): number {
    if (lanes === trial.lanes) trial.rate = Math.min(trial.rate, this.#rate)
    else trial.best = Math.max(trial.best, this.#rate)
    if (trial.judgeAt === null && (lanes >= FIRST_LANES || now >= trial.until))
      trial.judgeAt = now + Math.max(LEAST_TRIAL, TRIAL_ROUNDS * roundTrip)
    const worthIt = trial.best >= WORTH_IT * trial.rate
    if (trial.judgeAt === null || (now < trial.judgeAt && !worthIt)) return 0
    this.#trial = null
    if (worthIt) {
      this.#alone = trial.rate
      this.#rest = REST
      return 0
    }
    this.#restMore(now)
    return Math.min(0, trial.lanes - lanes)
  }

  #giveHalf(lanes: number, now: Milliseconds): number {
    this.#heldAt = now
    return -Math.ceil(lanes / 2)
  }

  #restMore(now: Milliseconds): void {
    this.#restUntil = now + this.#rest
    this.#rest = Math.min(LONGEST_REST, 2 * this.#rest)
  }
}
