import type { Bytes, BytesPerSecond, Milliseconds } from '../../src/core/brand.ts'
import { choosePieceLength } from '../../src/torrent/pieces.ts'
import { seededRandom } from '../../src/core/random.ts'
import { Clock } from './clock.ts'
import { SimPeer, type Character } from './simPeer.ts'

/** What is simulated; all rates are of payload and headers together, as lines are sold. */
export interface SwarmOptions {
  readonly seedOfRandom: number
  readonly size: Bytes
  readonly pieceLength?: Bytes
  readonly leechers: number
  readonly seeds?: number
  readonly up: BytesPerSecond
  readonly seedUp?: BytesPerSecond
  readonly down: BytesPerSecond
  readonly roundTrip: Milliseconds
  readonly loss?: number
  /** The longest that a line stands still at a time, each direction by itself, as a busy Wi-Fi does. */
  readonly standstill?: Milliseconds
  /** The longest that a page's processor is busy with something else at a time. */
  readonly busy?: Milliseconds
  /** What a page's processor can send, where that is less than its line takes. */
  readonly processor?: BytesPerSecond
  /** Whether peers know lanes: further connections where one is too slow. */
  readonly lanes?: boolean
  /** Seeds are another program, which sends all that it is asked for at once. */
  readonly plainSeed?: boolean
  /** Connections that each peer makes; all to all when there are no more peers than that. */
  readonly neighbours?: number
  /** Of every hundred leechers. */
  readonly freeRiders?: number
  readonly liars?: number
  /** So often somebody leaves who has not everything yet, and somebody new comes. */
  readonly churn?: { readonly every: Milliseconds; readonly times: number }
  readonly leaveWhenDone?: boolean
  /** Give up after this time. */
  readonly until?: Milliseconds
}

/** Times are those of honest leechers; nobody else matters. */
export interface SwarmResult {
  /** Least time in which it could be done, were lines all that counts. */
  readonly bound: Milliseconds
  readonly last: Milliseconds
  readonly median: Milliseconds
  readonly finished: number
  readonly seedCopies: number
  /** Bytes that came twice, as a part of all. */
  readonly wasted: number
  /** The longest queue that anybody's line up had. */
  readonly longestQueue: Milliseconds
  readonly dropped: number
  readonly bans: number
  /** Lanes that were opened, and how many are open at the end. */
  readonly lanes: number
  readonly lanesLeft: number
  readonly events: number
}

const NEIGHBOURS = 30

export function simulateSwarm(options: SwarmOptions): SwarmResult {
  const clock = new Clock()
  const random = seededRandom(options.seedOfRandom)
  const { size, leechers, up, down, roundTrip } = options
  const { seeds = 1, loss = 0, seedUp = up, neighbours = NEIGHBOURS } = options
  const pieceLength = options.pieceLength ?? choosePieceLength(size)
  const peers: SimPeer[] = []
  let waiting = 0

  const add = (seed: boolean, character: Character): SimPeer => {
    const peer = new SimPeer({
      clock,
      random,
      size,
      pieceLength,
      seed,
      up: seed ? seedUp : up,
      down,
      delay: roundTrip / 4,
      loss,
      standstill: options.standstill ?? 0,
      busy: options.busy ?? 0,
      processor: options.processor ?? Infinity,
      character,
      lanes: options.lanes ?? true,
      plain: seed && (options.plainSeed ?? false),
      done: (each) => {
        if (character === 'honest') waiting--
        if (options.leaveWhenDone) each.leave()
      },
    })
    if (!seed && character === 'honest') waiting++
    const others = sample(
      peers.filter((other) => !other.gone && other.connections < 2 * neighbours),
      neighbours,
      random,
    )
    for (const other of others) SimPeer.connect(peer, other)
    peers.push(peer)
    return peer
  }

  const firstSeeds = Array.from({ length: seeds }, () => add(true, 'honest'))
  for (let index = 0; index < leechers; index++) add(false, characterOf((index * 100) / leechers, options))
  const { churn } = options
  if (churn) {
    let left = churn.times
    const replace = () => {
      if (left-- === 0) return
      const leaving = peers.filter((peer) => isHonest(peer) && !peer.gone && peer.doneAt === null)
      const leaver = leaving[Math.floor(random() * leaving.length)]
      if (leaver) {
        leaver.leave()
        waiting--
        add(false, 'honest')
      }
      clock.after(churn.every, replace)
    }
    clock.after(churn.every, replace)
  }

  clock.run(options.until ?? 3_600_000, () => waiting === 0)

  const ends = peers.filter((peer) => isHonest(peer) && peer.doneAt !== null)
  const times = ends.map((peer) => (peer.doneAt ?? 0) - peer.joinedAt).sort((left, right) => left - right)
  const allUp = seeds * seedUp + leechers * up
  const seconds = Math.max(size / (seeds * seedUp), size / down, (leechers * size) / allUp)
  return {
    bound: seconds * 1000,
    last: waiting === 0 ? (times.at(-1) ?? 0) : Infinity,
    median: times[Math.floor(times.length / 2)] ?? Infinity,
    finished: ends.length,
    seedCopies: firstSeeds.reduce((sum, seed) => sum + seed.given, 0) / size,
    wasted: peers.reduce((sum, peer) => sum + peer.scheduler.wasted, 0) / (size * leechers),
    longestQueue: Math.max(...peers.map((peer) => peer.up.longest)),
    dropped: peers.reduce((sum, peer) => sum + peer.up.dropped + peer.down.dropped, 0),
    bans: peers.reduce((sum, peer) => sum + peer.banned, 0),
    lanes: peers.reduce((sum, peer) => sum + peer.widened, 0),
    lanesLeft: peers.reduce((sum, peer) => sum + peer.lanes, 0) / 2,
    events: clock.events,
  }
}

function isHonest({ options }: SimPeer): boolean {
  return !options.seed && options.character === 'honest'
}

/** Characters are dealt out by place, so that a swarm of ten has the same parts as one of a thousand. */
function characterOf(percentile: number, { freeRiders = 0, liars = 0 }: SwarmOptions): Character {
  if (percentile < freeRiders) return 'freeRider'
  return percentile < freeRiders + liars ? 'liar' : 'honest'
}

function sample<Value>(values: readonly Value[], count: number, random: () => number): Value[] {
  if (values.length <= count) return [...values]
  const chosen = new Set<Value>()
  while (chosen.size < count) {
    const value = values[Math.floor(random() * values.length)]
    if (value !== undefined) chosen.add(value)
  }
  return [...chosen]
}
