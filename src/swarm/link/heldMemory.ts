import type { Bytes } from '../../core/brand.ts'

/**
 * What all connections of the page may hold together. Honest peers are sent about as much as is on its way to them,
 * one or two megabytes on a slow line, and of their metadata (BEP 9) most have less than one.
 */
const MOST: Bytes = 128 * 1024 * 1024

/** Who holds less need not be looked at: 300 connections that hold this much each stay below {@link MOST}. */
const LITTLE: Bytes = 256 * 1024

/** A connection, in so far as its peer makes the page hold something. */
export interface Holder {
  readonly held: Bytes
  /** Ends the connection: it holds more than any other. */
  end(): void
}

/**
 * What peers make the page keep in memory: what waits to be sent to them, and what came of metadata and cannot be
 * checked yet. Each connection has a bound of its own; all of them at theirs would be gigabytes.
 */
export class HeldMemory {
  readonly #holders = new Set<Holder>()

  /** Returns the way to leave. */
  join(holder: Holder): () => void {
    this.#holders.add(holder)
    return () => this.#holders.delete(holder)
  }

  /** To be called by who holds more than before. Ends the connection that holds most when it is too much in all. */
  grown(holder: Holder): void {
    if (holder.held < LITTLE) return
    let sum: Bytes = 0
    let most = holder
    for (const each of this.#holders) {
      const { held } = each
      sum += held
      if (held > most.held) most = each
    }
    if (sum <= MOST) return
    this.#holders.delete(most)
    most.end()
  }
}
