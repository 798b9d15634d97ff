import type { Bytes, BytesPerSecond, Milliseconds } from '../../src/core/brand.ts'
import { choosePieceLength } from '../../src/torrent/pieces.ts'
import { seededRandom } from '../../src/core/random.ts'
import { Clock } from './clock.ts'
import { Line } from './link.ts'
import { SimPeer } from './simPeer.ts'
import { SimViewer } from './simViewer.ts'

/** Who watches, and over what lines. */
export interface AudienceOptions {
  readonly seedOfRandom: number
  readonly viewers: number
  /** Between one viewer and the next. */
  readonly apart: Milliseconds
  readonly size: Bytes
  /** What the film takes in a second. */
  readonly rate: BytesPerSecond
  readonly up: BytesPerSecond
  readonly down: BytesPerSecond
  readonly originUp: BytesPerSecond
  readonly roundTrip: Milliseconds
  /** The longest that a page's processor is busy with something else at a time. */
  readonly busy?: Milliseconds
  /** What a page's processor can send, where that is less than its line takes. */
  readonly processor?: BytesPerSecond
  /** From the first announce to an open connection, page to page. */
  readonly linkedAfter?: Milliseconds
}

export interface AudienceResult {
  /** Bytes of the origin as multiples of the film. */
  readonly copies: number
  /** Of all viewers together. */
  readonly stalls: number
  readonly finished: number
}

/** On a machine that is not busy. */
const LINKED_AFTER: Milliseconds = 800

/** Viewers of one film, one after the other, with nobody but its publisher's web server behind them. */
export function simulateAudience(options: AudienceOptions): AudienceResult {
  const clock = new Clock()
  const random = seededRandom(options.seedOfRandom)
  const { viewers, apart, size, rate, up, down, roundTrip } = options
  const originLine = new Line(options.originUp, clock)
  const present: SimViewer[] = []

  const join = () => {
    const viewer = new SimViewer({
      clock,
      random,
      size,
      pieceLength: choosePieceLength(size),
      up,
      down,
      delay: roundTrip / 4,
      loss: 0,
      standstill: 0,
      busy: options.busy ?? 0,
      processor: options.processor ?? Infinity,
      done: () => undefined,
      originLine,
      rate,
      lanes: true,
      othersKnown: () => present.length > 1,
    })
    const others = [...present]
    clock.after(options.linkedAfter ?? LINKED_AFTER, () => {
      for (const other of others) SimPeer.connect(viewer, other)
    })
    present.push(viewer)
  }
  for (let viewer = 0; viewer < viewers; viewer++) clock.at(viewer * apart, join)

  const longest = viewers * apart + (size / rate) * 3000
  clock.run(longest, () => present.length === viewers && present.every(({ endedAt }) => endedAt !== null))
  return {
    copies: present.reduce((sum, { fromOrigin }) => sum + fromOrigin, 0) / size,
    stalls: present.reduce((sum, { stalls }) => sum + stalls, 0),
    finished: present.filter(({ endedAt }) => endedAt !== null).length,
  }
}
