import { isTurn } from '../swarm/link/path.ts'
import type { IceServer, PeerConnection } from '../swarm/link/peerConnection.ts'

/** One to offer, and one to answer with. */
const MOST = 2

/** By then servers may have forgotten what they were asked, and a router what it let through. */
const LIFETIME_MS = 10 * 60_000

/** As much as is needed of one that nobody uses yet. */
type Spare = Pick<PeerConnection, 'close' | 'connectionState'>

interface Kept<Connection> {
  readonly connection: Connection
  /** Those that it asked. */
  readonly servers: string
  readonly since: number
}

export interface SpareConnectionsOptions<Connection extends Spare> {
  /** @param gathers finds out its addresses at once, before it is known what for */
  readonly make: (iceServers: readonly IceServer[], gathers: boolean) => Connection
  /** Calls back when the page has nothing else to do. */
  readonly whenIdle: (act: () => void) => void
  readonly now: () => number
}

/**
 * Connections that have found out their addresses before anybody asks for one: making it, its certificate and
 * its candidates take longer than a round trip, at both ends, whenever two people meet.
 *
 * Where there are TURN servers there are none: each would take up a place at one of them, for nobody.
 */
export class SpareConnections<Connection extends Spare> {
  readonly #options: SpareConnectionsOptions<Connection>
  #spares: Kept<Connection>[] = []
  #isPlanned = false
  #ended = false

  constructor(options: SpareConnectionsOptions<Connection>) {
    this.#options = options
  }

  /** A connection that may ask these servers, a spare one if there is. Throws when none can be made. */
  readonly take = (iceServers: readonly IceServer[]): Connection => {
    this.#letGo(iceServers)
    const spare = this.#spares.shift()
    this.prepare(iceServers)
    return spare?.connection ?? this.#options.make(iceServers, false)
  }

  /** Somebody may ask for one soon. */
  prepare(iceServers: readonly IceServer[]): void {
    if (this.#isPlanned || this.#ended || iceServers.some(isTurn)) return
    this.#isPlanned = true
    this.#options.whenIdle(() => {
      this.#isPlanned = false
      this.#letGo(iceServers)
      if (!this.#ended) this.#fill(iceServers)
    })
  }

  /** The page's line may be another one: what they found out is of no use. */
  renew(): void {
    for (const { connection } of this.#spares.splice(0)) connection.close()
  }

  end(): void {
    this.#ended = true
    this.renew()
  }

  #fill(iceServers: readonly IceServer[]): void {
    const servers = JSON.stringify(iceServers)
    while (this.#spares.length < MOST) {
      try {
        const connection = this.#options.make(iceServers, true)
        this.#spares.push({ connection, servers, since: this.#options.now() })
      } catch {
        // Whoever needs one is told.
        return
      }
    }
  }

  /** Those that are too old, or know of other servers. */
  #letGo(iceServers: readonly IceServer[]): void {
    const servers = JSON.stringify(iceServers)
    const isGood = (spare: Kept<Connection>) =>
      spare.servers === servers &&
      spare.connection.connectionState === 'new' &&
      this.#options.now() - spare.since < LIFETIME_MS
    const [good, bad] = [true, false].map((wanted) => this.#spares.filter((each) => isGood(each) === wanted))
    for (const { connection } of bad ?? []) connection.close()
    this.#spares = good ?? []
  }
}
