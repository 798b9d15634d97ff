import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { BLOCK_LENGTH } from '../../torrent/pieces.ts'
import type { Commands, PeerKey } from './commands.ts'
import { isSameBlock, weightOf, type Block, type Geometry } from './geometry.ts'
import { MOST_ASKED, PINGLESS, type Receiver } from './receiver.ts'
import type { TokenBucket } from './tokenBucket.ts'
import type { Sender, Uplink } from './uplink.ts'
import type { Widener } from './widener.ts'

/** Requests of one peer looked through for the piece that was given least. */
const LOOKED_THROUGH = 32

/**
 * What has waited for so long goes first: whoever asked will soon ask somebody else, and have it twice. But only
 * when it is the peer's turn: else whoever asks far ahead would always go first.
 */
const LONG: Milliseconds = 750

/** Blocks sent and not arrived for so long beyond their time are stuck: others shall not wait for them. */
const STUCK: Milliseconds = 1500

/** What was sent to a peer that cannot be pinged counts as arrived after this time. */
const PINGLESS_WAIT: Milliseconds = 500

/**
 * So much may wait in this browser for a peer that cannot be pinged: what may be on its way to it. As long as there
 * is more, its requests are no sign of arrival: one that reads nothing would have the page keep all that it asks for.
 */
const PINGLESS_WAITING: Bytes = PINGLESS * BLOCK_LENGTH

/** Tokens are drawn at random, so that nobody can answer a ping before it came. */
const MOST_TOKENS = 1e9

export interface GiverOptions {
  readonly geometry: Geometry
  /** Every connection. */
  readonly receivers: ReadonlyMap<PeerKey, Receiver>
  readonly commands: Commands
  readonly uplink: Uplink
  readonly widener: Widener
  readonly limit: TokenBucket
  /** Bytes that may be sent still, beyond those that were. */
  readonly mayGive: () => Bytes
  readonly now: () => Milliseconds
  readonly random: () => number
}

/**
 * Answers requests, as many at once as line and peers take. Of all that is asked for, what was given least goes
 * first: so a seed gives every piece once before any twice, whoever asks the most. Otherwise peers take turns.
 */
export class Giver implements Sender {
  readonly #options: GiverOptions
  /** How often each piece was given, in blocks of 16 KiB. */
  readonly #given: Uint32Array
  /** Bytes handed out and not sent. */
  #reading: Bytes = 0
  /** Whose turn it was: up to where the last one had been served. */
  #turn = 0
  #ended = false

  constructor(options: GiverOptions) {
    this.#options = options
    this.#given = new Uint32Array(options.geometry.pieceCount)
    options.uplink.join(this)
  }

  /** False when the peer asks for what no honest one would: more than any line holds. */
  asked(receiver: Receiver, block: Block): boolean {
    if (receiver.choked || !this.#options.geometry.holds(block)) return true
    if (receiver.asked.length >= MOST_ASKED) return false
    receiver.asked.push({ ...block, askedAt: this.#options.now() })
    if (receiver.pingless) receiver.oldestArrived()
    this.#options.uplink.pump()
    return true
  }

  cancelled(receiver: Receiver, { piece, offset }: Block): void {
    const at = receiver.asked.findIndex((block) => block.piece === piece && block.offset === offset)
    if (at >= 0) receiver.asked.splice(at, 1)
  }

  sendOne(now: Milliseconds): boolean {
    if (!this.#options.limit.open(now) || this.#reading >= this.#options.mayGive()) return false
    const chosen = this.#choose(now)
    if (!chosen) return false
    const { receiver, at } = chosen
    const [asked] = receiver.asked.splice(at, 1)
    if (!asked) return false
    const { piece, offset, length } = asked
    const block = { piece, offset, length }
    this.#turn = this.#claimOf(receiver)
    receiver.turn = this.#turn + weightOf(block)
    this.#change(receiver, () => receiver.reading.push(block))
    this.#charge(block)
    this.#options.commands.serve(receiver.key, block)
    return true
  }

  sent(receiver: Receiver, block: Block): void {
    const now = this.#options.now()
    this.#change(receiver, () => {
      const read = receiver.endReading(block)
      if (read && !isSameBlock(read, block)) {
        // This one's was taken to have come to nothing when it was the other one's.
        this.#giveBack(read)
        this.#charge(block)
      }
      this.#reading -= block.length
      receiver.sent(block, now)
      if (receiver.pingDue) this.#ping(receiver, now)
    })
  }

  #ping(receiver: Receiver, now: Milliseconds): void {
    if (receiver.pingless) return
    const token = Math.floor(this.#options.random() * MOST_TOKENS)
    if (this.#options.commands.ping(receiver.key, token)) receiver.pinged(token, now)
    else receiver.pingless = true
  }

  /** A block could not be read, or is not wanted any more. */
  notSent(receiver: Receiver): void {
    const block = this.#change(receiver, () => receiver.endReading(null))
    if (block) this.#giveBack(block)
    this.#options.uplink.pump()
  }

  answered(receiver: Receiver, token: number, receivedAt: Milliseconds | null): void {
    const now = this.#options.now()
    const { uplink, widener } = this.#options
    const arrived = this.#change(receiver, () => receiver.answered(token, receivedAt, now))
    if (!arrived) return
    const { roundTrip, queue, bytes, blocks } = arrived
    widener.arrived(receiver, bytes)
    receiver.window.sampleQueue(queue, roundTrip, now, blocks)
    if (!receiver.window.local) uplink.sample(queue, roundTrip, blocks)
    uplink.pump()
  }

  left(receiver: Receiver): void {
    // Connections close after the end as well, which has taken all of them off the line.
    if (this.#ended) return
    this.#options.uplink.loaded(-receiver.load)
    for (const block of receiver.reading) this.#giveBack(block)
    this.#options.uplink.pump()
  }

  /** Sets peers aside to whom nothing comes through. */
  tick(): void {
    const now = this.#options.now()
    for (const receiver of this.#options.receivers.values()) {
      // The last blocks before a pause may be too few for a ping: without one, nobody hears that they arrived, and
      // the peer would be set aside for good.
      if (receiver.unpinged) this.#change(receiver, () => this.#ping(receiver, now))
      const { waitingSince, window } = receiver
      const waiting = waitingSince === null ? 0 : now - waitingSince
      if (receiver.pingless) {
        // Who asks for nothing more is no sign of anything.
        if (waiting > PINGLESS_WAIT) receiver.allArrived()
      } else if (!receiver.stalled && waiting > STUCK + 3 * window.roundTrip + 4 * window.deviation) {
        this.#change(receiver, () => (receiver.stalled = true))
        window.stalled()
      }
    }
    this.#options.uplink.pump()
  }

  end(): void {
    this.#options.uplink.leave(this)
    for (const receiver of this.#options.receivers.values()) this.left(receiver)
    this.#ended = true
  }

  /** Whether what went to a peer that cannot be pinged is still in this browser. */
  #isClogged({ key, pingless, reading }: Receiver): boolean {
    if (!pingless) return false
    const read = reading.reduce((sum, { length }) => sum + length, 0)
    return read + this.#options.commands.waiting(key) >= PINGLESS_WAITING
  }

  /** Does something to a peer, and tells the line what that changes for it. */
  #change<Result>(receiver: Receiver, change: () => Result): Result {
    const before = receiver.load
    const result = change()
    if (!this.#ended) this.#options.uplink.loaded(receiver.load - before)
    return result
  }

  /** Who was not served for a while has no claim to what it would have had meanwhile. */
  #claimOf({ turn }: Receiver): number {
    return Math.max(this.#turn, turn)
  }

  /**
   * Counts a block as given once it is handed out: were it counted once it is sent, all that is being read might
   * exceed the limits.
   */
  #charge(block: Block): void {
    const { piece, length } = block
    this.#given[piece] = (this.#given[piece] ?? 0) + weightOf(block)
    this.#reading += length
    this.#options.limit.take(length)
    this.#options.uplink.charge(length)
  }

  /** A block that was handed out does not go. */
  #giveBack(block: Block): void {
    const { piece, length } = block
    this.#given[piece] = (this.#given[piece] ?? 0) - weightOf(block)
    this.#reading -= length
    this.#options.limit.giveBack(length)
    this.#options.uplink.giveBack(length)
  }

  #choose(now: Milliseconds): { receiver: Receiver; at: number } | null {
    let best: { receiver: Receiver; at: number } | null = null
    let least = Infinity
    const receivers = [...this.#options.receivers.values()]
    const ready = receivers.filter((receiver) => receiver.ready(now) && !this.#isClogged(receiver))
    const turn = Math.min(...ready.map((receiver) => receiver.turn))
    // Those included who have all that they may have on its way.
    const waiting = receivers.filter(({ waits }) => waits)
    const earliest = Math.min(...waiting.map((receiver) => this.#claimOf(receiver)))
    for (const receiver of ready) {
      const room = receiver.room(now)
      const isBehind = this.#claimOf(receiver) > earliest
      const most = Math.min(LOOKED_THROUGH, receiver.asked.length)
      for (let at = 0; at < most; at++) {
        const asked = receiver.asked[at]
        if (!asked) break
        // Much at once fills the line for all: not before the others have had as much.
        if (isBehind && weightOf(asked) > Math.max(1, room)) continue
        const first = receiver.turn === turn && now - asked.askedAt > LONG
        const given = first ? -1 : (this.#given[asked.piece] ?? 0)
        const sooner = given < least || (given === least && receiver.turn < (best?.receiver.turn ?? 0))
        if (!sooner) continue
        least = given
        best = { receiver, at }
      }
    }
    return best
  }
}
