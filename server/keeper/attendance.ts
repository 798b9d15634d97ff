import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import { ABSENT, presenceOf, type Others, type Presence } from './presence.ts'

/** Swarms that the keeper is in at a time. */
const MOST_PRESENT = 200
/** It joins no further one in case that somebody may come once it is in so many: the rest is for those who are there. */
const MOST_FOR_NOBODY = 100

/** In which swarms the keeper is, and where that has to change. */
export class Attendance {
  readonly #presences = new Map<InfoHash, Presence>()
  #count = 0

  /** Swarms that it is in. */
  get count(): number {
    return this.#count
  }

  /**
   * What the keeper has to do in a swarm now; null for nothing.
   *
   * @param now Unix time
   * @param isSpeculative nobody is known to lack anything
   */
  look(
    infoHash: InfoHash,
    isComplete: boolean,
    others: Others,
    now: Milliseconds,
    isSpeculative: boolean,
  ): 'join' | 'leave' | null {
    const before = this.#presences.get(infoHash) ?? ABSENT
    const due = presenceOf(before, isComplete, others, now)
    const most = isComplete && isSpeculative ? MOST_FOR_NOBODY : MOST_PRESENT
    const isFull = !before.isIn && this.#count >= most
    const isIn = due.isIn && !isFull
    if (isIn || due.lackingSince !== null) this.#presences.set(infoHash, { ...due, isIn })
    else this.#presences.delete(infoHash)
    if (isIn === before.isIn) return null
    this.#count += isIn ? 1 : -1
    return isIn ? 'join' : 'leave'
  }

  isIn(infoHash: InfoHash): boolean {
    return this.#presences.get(infoHash)?.isIn ?? false
  }

  forget(infoHash: InfoHash): void {
    if (this.#presences.get(infoHash)?.isIn) this.#count -= 1
    this.#presences.delete(infoHash)
  }

  forgetAll(): void {
    this.#presences.clear()
    this.#count = 0
  }
}
