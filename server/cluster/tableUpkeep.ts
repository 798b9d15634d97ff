import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { SwarmTable } from '../tracker/swarmTable.ts'
import type { Outlet, TableCounts } from './outlet.ts'

/** This node's own peers in a swarm. */
export interface Counted {
  readonly infoHash: InfoHash
  seeds: number
  leechers: number
  partialSeeds: number
}

interface UpkeepOptions {
  readonly outlet: Pick<Outlet, 'enter' | 'write'>
  readonly table: SwarmTable
  /** The swarms that are to stand in the shared table. */
  readonly counted: ReadonlyMap<InfoHash, Counted>
  readonly now: () => Milliseconds
}

/** How often changed counts are written down. */
const WRITE_MS: Milliseconds = 250
/** In which time the whole table is written anew, and how long it is good for. */
const ROUND_MS: Milliseconds = 60_000
const BETWEEN_ROUNDS_MS: Milliseconds = 180_000
/** Swarms of a round that are written at once: a small table is filled in no time. */
const LEAST_DUE = 20
/** What failed is repeated, each time after twice as long. */
const REPEAT_MS = { least: 500, most: 30_000 }

/** Keeps the table that nodes share true of this one: what has changed soon, and all of it in rounds. */
export class TableUpkeep {
  readonly #options: UpkeepOptions
  readonly #dirty = new Set<Counted>()
  /** What the table did not take in: when it is repeated, and `Infinity` while it is. */
  readonly #failed = new Map<Counted, { readonly waitMs: Milliseconds; dueAt: Milliseconds }>()
  #round: InfoHash[] = []
  #roundAt: Milliseconds
  #writtenAt: Milliseconds

  constructor(options: UpkeepOptions) {
    this.#options = options
    this.#roundAt = this.#writtenAt = options.now()
  }

  /** @param flags as `flagsOf` has them */
  count(counted: Counted, flags: number, by: 1 | -1): void {
    const [isSeed, isPartialSeed] = [(flags & 1) !== 0, (flags & 2) !== 0]
    if (isSeed) counted.seeds += by
    else counted.leechers += by
    if (isPartialSeed) counted.partialSeeds += by
    this.mark(counted)
  }

  /** Something of it has changed. */
  mark(counted: Counted): void {
    this.#dirty.add(counted)
  }

  /** It stands in the table no more. */
  forget(counted: Counted): void {
    this.#dirty.delete(counted)
    this.#failed.delete(counted)
  }

  /** It stands there, and who else has it is known. */
  entered(counted: Counted): void {
    this.#failed.delete(counted)
  }

  /** It may not stand there, or who else has it is not known. */
  failed(counted: Counted): void {
    const former = this.#failed.get(counted)
    // Several commands fail together.
    if (former && former.dueAt !== Infinity) return
    const waitMs = former ? Math.min(former.waitMs * 2, REPEAT_MS.most) : REPEAT_MS.least
    this.#failed.set(counted, { waitMs, dueAt: this.#options.now() + waitMs })
  }

  /** Writes it now, and asks who else has it. */
  enter(counted: Counted): void {
    this.#options.outlet.enter(counted.infoHash, this.#countsOf(counted))
  }

  writeDue(now: Milliseconds): void {
    if (now - this.#writtenAt < WRITE_MS) return
    this.#writtenAt = now
    for (const counted of this.#dirty) {
      this.#options.outlet.write(counted.infoHash, this.#countsOf(counted))
    }
    this.#dirty.clear()
  }

  startRound(): void {
    this.#roundAt = this.#options.now()
    this.#round = [...this.#options.counted.keys()]
  }

  /** All of it is written anew when there is a table again. */
  endRound(): void {
    this.#round = []
    this.#failed.clear()
  }

  /** The part of a round that falls to so long a time, and as much of what failed. */
  enterDue(now: Milliseconds, sinceMs: Milliseconds): void {
    const { counted: all } = this.#options
    const due = Math.max(LEAST_DUE, Math.ceil((all.size * sinceMs) / ROUND_MS))
    for (const infoHash of this.#round.splice(-due)) {
      const counted = all.get(infoHash)
      if (counted) this.enter(counted)
    }
    let left = due
    for (const [counted, failure] of this.#failed) {
      if (left === 0) break
      if (failure.dueAt > now) continue
      failure.dueAt = Infinity
      left -= 1
      this.enter(counted)
    }
    if (this.#round.length === 0 && now - this.#roundAt >= ROUND_MS + BETWEEN_ROUNDS_MS) this.startRound()
  }

  #countsOf({ infoHash, seeds, leechers, partialSeeds }: Counted): TableCounts {
    const downloaded = this.#options.table.get(infoHash)?.downloaded ?? 0
    return { seeds, leechers, downloaders: leechers - partialSeeds, downloaded }
  }
}
