import type { Candidate } from './peerConnection.ts'

/** Candidates by kind: how many of each. */
type Kinds = ReadonlyMap<string, number>

/**
 * Which candidates connections of this page find, as far as the last one of the same servers has told that found all:
 * whoever finds as many knows them all, and need not wait whether there are others. A line that becomes another shows
 * with the next one: one that lacks something waits as before, and whatever more there is will be known from then on.
 */
export class KnownCandidates {
  readonly #byServers = new Map<string, Kinds>()

  /** @param servers those that are asked, in one word */
  search(servers: string): CandidateSearch {
    return new CandidateSearch(this.#byServers.get(servers) ?? null, (kinds) => {
      // Their credentials change.
      this.#byServers.clear()
      this.#byServers.set(servers, kinds)
    })
  }
}

/** What one connection finds. */
export class CandidateSearch {
  readonly #expected: Kinds | null
  readonly #learn: (kinds: Kinds) => void
  readonly #found = new Map<string, number>()

  constructor(expected: Kinds | null, learn: (kinds: Kinds) => void) {
    this.#expected = expected
    this.#learn = learn
  }

  found({ type, protocol }: Candidate): void {
    // Those of TCP come long after the others, and hardly ever lead anywhere.
    if (protocol === 'tcp') return
    const kind = type ?? ''
    this.#found.set(kind, (this.#found.get(kind) ?? 0) + 1)
  }

  /** As many were found as there are. */
  get hasAll(): boolean {
    if (!this.#expected) return false
    return [...this.#expected].every(([kind, count]) => (this.#found.get(kind) ?? 0) >= count)
  }

  /** There are no others. */
  ended(): void {
    if (this.#found.size > 0) this.#learn(this.#found)
  }
}
