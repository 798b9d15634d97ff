import type { Bytes, BytesPerSecond, Milliseconds } from '../../src/core/brand.ts'
import { lengthOfPiece } from '../../src/torrent/pieces.ts'
import { amongPeers } from '../../src/swarm/origin/amongPeers.ts'
import { OriginGate } from '../../src/swarm/origin/originGate.ts'
import type { PeerKey } from '../../src/swarm/scheduler/commands.ts'
import type { Block } from '../../src/swarm/scheduler/geometry.ts'
import type { Line } from './link.ts'
import { SimPeer, type PeerOptions } from './simPeer.ts'

export interface ViewerOptions extends Omit<PeerOptions, 'seed' | 'character'> {
  /** Of the publisher's web server, shared by all. */
  readonly originLine: Line
  /** What the film takes in a second. */
  readonly rate: BytesPerSecond
  /** Whether others are known whom it is not connected to yet. */
  readonly othersKnown: () => boolean
}

/** A key that no connection has. */
const ORIGIN: PeerKey = -1

/** How often the page decides what to ask the origin for; see torrentDriver.ts. */
const TICK: Milliseconds = 250

/** What a reader asks for ahead of where it reads; see fileReading.ts. */
const READ_AHEAD: Bytes = 8 * 1024 * 1024

/** Seconds that a player holds before it begins, and before it goes on. */
const TO_BEGIN = 0.5

/** For as long a page believes that the others it knows of will be connected; see joining.ts. */
const LINK_PATIENCE: Milliseconds = 20_000
const TELLING: Milliseconds = 2000

/** Headers of a response and its share of those below. */
const ANSWER: Bytes = 400

/** Somebody who watches a film from the beginning, with an origin behind the swarm. */
export class SimViewer extends SimPeer {
  /** Payload that came from the origin. */
  fromOrigin: Bytes = 0
  /** How often it stood still after it had begun. */
  stalls = 0
  endedAt: Milliseconds | null = null
  readonly #viewer: ViewerOptions
  readonly #seed: number
  readonly #gate: OriginGate
  #offered: ReadonlySet<number> = new Set()
  readonly #asked = new Set<string>()
  /** Bytes shown. */
  #at: Bytes = 0
  #playing = false
  #begun = false
  #ticked: Milliseconds
  #run: { from: number; to: number } | null = null

  constructor(options: ViewerOptions) {
    super({ ...options, seed: false, character: 'honest' })
    this.#viewer = options
    this.#seed = Math.floor(options.random() * 2 ** 32)
    this.#gate = new OriginGate(this.#seed, options.pieceLength)
    this.#ticked = options.clock.now
    this.scheduler.originJoined(ORIGIN)
    this.#watch()
  }

  override request(key: PeerKey, block: Block): void {
    if (key !== ORIGIN) return super.request(key, block)
    const { clock, originLine, delay } = this.#viewer
    const name = `${block.piece}:${block.offset}`
    this.#asked.add(name)
    // A round trip from here to the server and back, and both lines in between.
    clock.after(2 * delay, () => {
      if (!this.#asked.has(name)) return
      const through = originLine.take(block.length + ANSWER, false) ?? 0
      clock.after(through + 2 * delay, () => {
        clock.after(this.down.take(block.length + ANSWER, false) ?? 0, () => {
          this.fromOrigin += block.length
          if (this.#asked.delete(name) && !this.gone) this.arrived(ORIGIN, block, false)
        })
      })
    })
  }

  override cancel(key: PeerKey, block: Block): void {
    if (key === ORIGIN) this.#asked.delete(`${block.piece}:${block.offset}`)
    else super.cancel(key, block)
  }

  /** Bytes from where it is that are here without a gap. */
  get #ahead(): Bytes {
    const { size, pieceLength } = this.options
    let end = this.#at
    for (
      let piece = Math.floor(end / pieceLength);
      end < size && this.scheduler.pieces.here.has(piece);
      piece++
    )
      end = piece * pieceLength + lengthOfPiece(piece, size, pieceLength)
    return Math.min(end, size) - this.#at
  }

  #watch(): void {
    const { clock, rate, size } = this.#viewer
    if (this.gone) return
    const passed = clock.now - this.#ticked
    this.#ticked = clock.now
    const ahead = this.#ahead
    const due = (rate * passed) / 1000
    if (this.#playing) {
      this.#at = Math.min(size, this.#at + Math.min(due, ahead))
      if (ahead < due && this.#at < size) {
        this.stalls++
        this.#playing = false
      }
    } else if (ahead >= Math.min(TO_BEGIN * rate, size - this.#at)) this.#playing = this.#begun = true
    if (this.#at >= size) this.endedAt ??= clock.now
    this.#read()
    this.#ask()
    clock.after(TICK, () => this.#watch())
  }

  /** As the reading does: what is missing first, and so much behind it. */
  #read(): void {
    const { size, pieceLength, clock, rate } = this.#viewer
    const from = this.#at + this.#ahead
    const before = this.#run
    this.#run =
      from >= size
        ? null
        : {
            from: Math.floor(from / pieceLength),
            to: Math.floor((Math.min(size, from + READ_AHEAD) - 1) / pieceLength),
          }
    if (before && (before.from !== this.#run?.from || before.to !== this.#run.to))
      this.scheduler.want(before, null)
    if (this.#run) this.scheduler.want(this.#run, clock.now + (this.#ahead / rate) * 1000)
  }

  /** As the page does, for one origin; see origins.ts. */
  #ask(): void {
    const { clock } = this.#viewer
    const age = clock.now - this.joinedAt
    const chosen = this.#gate.choose({
      now: clock.now,
      due: this.#due(),
      watched: this.endedAt !== null ? 'no' : this.#begun ? 'begun' : 'beginning',
      missing: this.scheduler.pieces.missing(),
      amongPeers: (piece) => amongPeers(this.scheduler.pieces, piece),
      peers: this.heard.flatMap((other) => (other instanceof SimViewer ? [other.#seed] : [])),
      joining: this.#joining(age),
    })
    for (const piece of this.#offered) if (!chosen.has(piece)) this.scheduler.lostPiece(ORIGIN, piece)
    for (const piece of chosen) if (!this.#offered.has(piece)) this.scheduler.have(ORIGIN, piece)
    this.#offered = chosen
  }

  #joining(age: Milliseconds): Milliseconds | null {
    if (this.heard.length > 0) return null
    if (this.connections > 0) return Math.min(age, TELLING)
    return this.#viewer.othersKnown() && age < LINK_PATIENCE ? age : null
  }

  *#due(): Generator<{ piece: number; due: Milliseconds }> {
    if (!this.#run) return
    const { pieceLength, clock, rate } = this.#viewer
    for (let { from: piece } = this.#run; piece <= this.#run.to; piece++) {
      const later = Math.max(0, piece * pieceLength - this.#at)
      if (!this.scheduler.pieces.here.has(piece)) yield { piece, due: clock.now + (later / rate) * 1000 }
    }
  }
}
