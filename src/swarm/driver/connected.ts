import type { Wire } from 'bittorrent-protocol'
import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { Lane } from '../link/lane.ts'
import type { PeerKey } from '../scheduler/commands.ts'
import { OpenRequests } from './openRequests.ts'

/** Who has said nothing of its pieces for so long has none (BEP 3). */
const INTRODUCTION: Milliseconds = 1000

/** A wire, or a lane beside it. */
export class Connected {
  readonly key: PeerKey
  readonly wire: Wire
  readonly lane: Lane | null
  readonly asked = new OpenRequests()
  /** The peer has said which pieces it has. */
  introduced = false
  /** Bytes of blocks that came and went over it, up to when it was last looked at. */
  moved: Bytes = 0
  readonly #since: Milliseconds

  constructor(key: PeerKey, wire: Wire, lane: Lane | null, since: Milliseconds) {
    this.key = key
    this.wire = wire
    this.lane = lane
    this.#since = since
  }

  /** It has just come, and may say what it has in a moment. */
  isNew(now: Milliseconds): boolean {
    return !this.introduced && now - this.#since < INTRODUCTION
  }
}

/** Everything that the share is connected over, by the keys that the scheduler knows it by. */
export class ConnectedTable {
  readonly #now: () => Milliseconds
  readonly #byKey = new Map<PeerKey, Connected>()
  readonly #byConnection = new WeakMap<Wire | Lane, Connected>()
  #nextKey = 0

  constructor(now: () => Milliseconds) {
    this.#now = now
  }

  /** A key that nobody has. */
  newKey(): PeerKey {
    return this.#nextKey++
  }

  add(wire: Wire, lane: Lane | null = null): Connected {
    const connected = new Connected(this.newKey(), wire, lane, this.#now())
    this.#byKey.set(connected.key, connected)
    this.#byConnection.set(lane ?? wire, connected)
    return connected
  }

  /** It is no more; it is still found by itself, for what it may say last. */
  delete({ key }: Connected): void {
    this.#byKey.delete(key)
  }

  get(key: PeerKey): Connected | undefined {
    return this.#byKey.get(key)
  }

  of(connection: Wire | Lane): Connected | undefined {
    return this.#byConnection.get(connection)
  }

  /** The first connections: one to each peer. */
  get wires(): Connected[] {
    return [...this.#byKey.values()].filter(({ lane }) => !lane)
  }

  lanesBeside(wire: Wire): Connected[] {
    return [...this.#byKey.values()].filter((each) => each.lane && each.wire === wire)
  }
}
