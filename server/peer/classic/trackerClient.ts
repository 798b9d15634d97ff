import { randomInt } from 'node:crypto'
import type { Milliseconds } from '../../../src/core/brand.ts'
import type { Population } from '../../../src/swarm/discovery/discoveryStatus.ts'
import type { PeerAddress } from '../../../src/wire/compactPeers.ts'
import type { AnnounceMeans, AskedOfTracker } from './announce.ts'
import { announceByHttp } from './httpAnnounce.ts'
import { announceByUdp } from './udpAnnounce.ts'

/** A tracker may ask for less or more than this. */
const SHORTEST: Milliseconds = 5_000
const LONGEST: Milliseconds = 3_600_000
/** One that failed is asked again so much later, and twice that each time. */
const RETRY: Milliseconds = 15_000
const TIMEOUT: Milliseconds = 30_000
/** Nobody waits longer for one that is told that this peer leaves. */
const FAREWELL: Milliseconds = 3_000

export interface TrackerClientOptions {
  readonly addressOf: AnnounceMeans['addressOf']
  /** What it is told at the moment. */
  readonly asked: () => Omit<AskedOfTracker, 'event' | 'key'>
  readonly found: (peers: readonly PeerAddress[]) => void
  readonly changed: () => void
}

type Event = AskedOfTracker['event']

/** One swarm at one tracker over HTTP or UDP: announces at the tracker's interval, and says when it leaves. */
export class TrackerClient {
  /** Null before it has answered. */
  population: Population | null = null
  readonly #url: string
  readonly #options: TrackerClientOptions
  readonly #key = randomInt(2 ** 32)
  readonly #ended = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #failures = 0
  /** It knows of this peer. */
  #isIn = false
  #askedAt: Milliseconds = -Infinity
  /** What was asked last has been answered, or never will be. */
  #asking: Promise<void> = Promise.resolve()

  constructor(url: string, options: TrackerClientOptions) {
    this.#url = url
    this.#options = options
    this.#ask('started')
  }

  completed(): void {
    if (this.#isIn) this.#ask('completed')
  }

  /** Asks now, unless it was asked a moment ago. */
  search(): void {
    if (performance.now() - this.#askedAt > SHORTEST) this.#ask(null)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#ended.abort()
    if (this.#isIn) void this.#say('stopped', AbortSignal.timeout(FAREWELL)).catch(() => undefined)
  }

  #ask(event: Event): void {
    clearTimeout(this.#timer)
    this.#asking = this.#asking.then(() => this.#askNow(event))
  }

  async #askNow(event: Event): Promise<void> {
    if (this.#isOver()) return
    clearTimeout(this.#timer)
    this.#askedAt = performance.now()
    let wait: Milliseconds
    try {
      const signal = AbortSignal.any([this.#ended.signal, AbortSignal.timeout(TIMEOUT)])
      const { intervalSeconds, population, peers } = await this.#say(this.#isIn ? event : 'started', signal)
      if (this.#isOver()) return
      this.#isIn = true
      this.#failures = 0
      this.population = population
      wait = Math.min(LONGEST, Math.max(SHORTEST, intervalSeconds * 1000))
      this.#options.found(peers)
      this.#options.changed()
    } catch {
      wait = Math.min(LONGEST, RETRY * 2 ** this.#failures++)
    }
    clearTimeout(this.#timer)
    if (!this.#isOver()) this.#timer = setTimeout(() => this.#ask(null), wait)
  }

  #isOver(): boolean {
    return this.#ended.signal.aborted
  }

  #say(event: Event, signal: AbortSignal) {
    const announce = this.#url.startsWith('udp:') ? announceByUdp : announceByHttp
    const asked = { ...this.#options.asked(), event, key: this.#key }
    return announce(this.#url, asked, { addressOf: this.#options.addressOf, signal })
  }
}
