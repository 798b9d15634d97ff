import type { Bytes, Milliseconds } from '../core/brand.ts'
import type { SiteConfig } from './config.ts'
import type { IceServer } from './link/peerConnection.ts'

/** How often to look whether it is time: a timer for the very moment would be late after a laptop's sleep. */
const LOOK_EVERY: Milliseconds = 15_000

/** The site did not answer. What is in use is good for twice as long as the site says, so nothing is lost yet. */
const RETRY: Milliseconds = 30_000

export type ToldServers = Pick<SiteConfig, 'iceServers' | 'relayADay' | 'renewAt'>

/** STUN and TURN servers for new connections, the credentials among them renewed before they end. */
export class IceServers {
  current: readonly IceServer[]
  /** See {@link SiteConfig.relayADay}. */
  relayADay: Bytes | null
  #renewAt: Milliseconds
  readonly #ask: () => Promise<ToldServers>
  readonly #now: () => Milliseconds

  /**
   * @param told what the site said, maybe long ago
   * @param ask what it says now
   * @param now Unix time, by which `renewAt` is
   */
  constructor(
    told: ToldServers,
    ask: () => Promise<ToldServers>,
    now: () => Milliseconds,
    signal: AbortSignal,
  ) {
    this.current = told.iceServers
    this.relayADay = told.relayADay
    this.#renewAt = told.renewAt
    this.#ask = ask
    this.#now = now
    this.#look()
    const looking = setInterval(() => this.#look(), LOOK_EVERY)
    signal.addEventListener('abort', () => clearInterval(looking))
  }

  /** Asks the site now, as when the visitor has become a member. Rejects when it does not answer. */
  async renew(): Promise<void> {
    // Not twice at once; should this try fail, there will be another.
    this.#renewAt = this.#now() + RETRY
    const { iceServers, relayADay, renewAt } = await this.#ask()
    this.current = iceServers
    this.relayADay = relayADay
    this.#renewAt = renewAt
  }

  #look(): void {
    if (this.#now() >= this.#renewAt) this.renew().catch(() => undefined)
  }
}
