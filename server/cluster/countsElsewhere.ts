import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { Peer } from '../tracker/records.ts'
import type { Swarm } from '../tracker/swarm.ts'
import type { FullCounts, SwarmTable } from '../tracker/swarmTable.ts'
import type { TableCounts } from './outlet.ts'

/** How old they may be: who asks for the same in a row asks the table once. */
const FRESH_MS: Milliseconds = 1_000
const MOST_KEPT = 10_000

/** What swarms hold that this node has no peer in, as the shared table said lately. */
export class CountsElsewhere {
  readonly #table: SwarmTable
  readonly #read: (infoHash: InfoHash) => Promise<TableCounts | null>
  readonly #now: () => Milliseconds
  readonly #known = new Map<InfoHash, { readonly at: Milliseconds; readonly counts: FullCounts }>()

  constructor(
    table: SwarmTable,
    read: (infoHash: InfoHash) => Promise<TableCounts | null>,
    now: () => Milliseconds,
  ) {
    this.#table = table
    this.#read = read
    this.#now = now
    table.countsElsewhere = (infoHash) => this.#known.get(infoHash)?.counts ?? null
  }

  /** Null when all of them are known. */
  fetch(infoHashes: readonly InfoHash[]): Promise<unknown> | null {
    const missing = infoHashes.filter((infoHash) => !this.#isKnown(infoHash))
    return missing.length === 0 ? null : Promise.all(missing.map((infoHash) => this.#fetch(infoHash)))
  }

  areKnown(infoHashes: readonly InfoHash[]): boolean {
    return infoHashes.every((infoHash) => this.#isKnown(infoHash))
  }

  #isKnown(infoHash: InfoHash): boolean {
    if (this.#table.get(infoHash)) return true
    const known = this.#known.get(infoHash)
    return known !== undefined && this.#now() - known.at <= FRESH_MS
  }

  /** What is left in a swarm that this node is leaving: for the answer to the last of its peers. */
  remember({ infoHash, complete, incomplete, downloaded, downloaders, population }: Swarm<Peer>): void {
    if (population === 0) this.#known.delete(infoHash)
    else this.#keep({ infoHash, complete, incomplete, downloaded, downloaders })
  }

  async #fetch(infoHash: InfoHash): Promise<void> {
    const counts = await this.#read(infoHash)
    this.#known.delete(infoHash)
    if (!counts) return
    const { seeds: complete, leechers: incomplete, downloaders, downloaded } = counts
    this.#keep({ infoHash, complete, incomplete, downloaded, downloaders })
  }

  #keep(counts: FullCounts): void {
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    this.#known.set(counts.infoHash, { at: this.#now(), counts })
  }
}
