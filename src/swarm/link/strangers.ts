import type { Milliseconds } from '../../core/brand.ts'

/** Places of one share, and of the whole page. */
const MOST_A_SHARE = 16
const MOST = 64

/** A connection has so long to open before somebody else may have its place. Most open within a second or two. */
export const TURN: Milliseconds = 4000

interface Holder {
  readonly share: object
  readonly source: string
  readonly since: Milliseconds
  readonly evict: () => void
}

/** A place that is held, until it is given up or taken away. */
export interface Place {
  /** Whether somebody else has it by now. */
  readonly lost: boolean
  /** The peer has proved itself: it needs none any more. */
  leave(): void
}

/**
 * The places for connections to peers who offered one and have not yet proved that they speak our protocol. An offer
 * costs its sender a message and the page a connection, so there are few places, apart from those of proved peers.
 *
 * When all are held, a newcomer takes the oldest place of whichever source holds the most: at once when that source
 * would still hold as many as the newcomer's, else when the holder has had its turn. A connection that fails keeps
 * its place for the rest of its turn, which bounds how many junk offers are tried a second.
 */
export class Strangers {
  readonly #now: () => Milliseconds
  /** Oldest first. */
  readonly #holders = new Set<Holder>()

  constructor(now: () => Milliseconds) {
    this.#now = now
  }

  /**
   * A place for a connection of the share; null when there is none.
   *
   * @param source where the offer comes from, as far as that can be told
   * @param evict called when another takes the place
   */
  admit(share: object, source: string, evict: () => void): Place | null {
    const rivals = this.#rivals(share)
    if (rivals) {
      const loser = this.#loserAmong(rivals, source)
      if (!loser) return null
      this.#holders.delete(loser)
      loser.evict()
    }
    const holder: Holder = { share, source, since: this.#now(), evict }
    this.#holders.add(holder)
    const holders = this.#holders
    return {
      get lost() {
        return !holders.has(holder)
      },
      leave: () => holders.delete(holder),
    }
  }

  /** Those of whom one has to make way; null when there is room. */
  #rivals(share: object): readonly Holder[] | null {
    const all = [...this.#holders]
    const own = all.filter((holder) => holder.share === share)
    if (own.length >= MOST_A_SHARE) return own
    return all.length >= MOST ? all : null
  }

  #loserAmong(rivals: readonly Holder[], source: string): Holder | null {
    const bySource = Map.groupBy(rivals, (holder) => holder.source)
    const most = Math.max(...Array.from(bySource.values(), ({ length }) => length))
    const largest = [...bySource.values()].filter(({ length }) => length === most).map(([first]) => first)
    const oldest = largest.reduce((old, next) => (old && next && next.since < old.since ? next : old))
    if (!oldest) return null
    const own = bySource.get(source)?.length ?? 0
    return most >= own + 2 || this.#now() - oldest.since >= TURN ? oldest : null
  }
}

/**
 * Where an offer comes from: the network of the first numeric address in it (/24, or /48 in IPv6). Empty where it
 * names none, as on a machine whose browser hides them.
 */
export function networkOf(sdp: string): string {
  for (const [, address = ''] of sdp.matchAll(/^a=candidate:\S+ \d+ \S+ \d+ (\S+) /gm)) {
    if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) return address.slice(0, address.lastIndexOf('.'))
    if (address.includes(':')) return address.split(':').slice(0, 3).join(':')
  }
  return ''
}
