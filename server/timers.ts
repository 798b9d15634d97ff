import type { Milliseconds } from '../src/core/brand.ts'

/** What fits the 32 bits of a timer; one that is set for longer goes off at once. */
const LONGEST_MS: Milliseconds = 2 ** 31 - 1

/** A setting's seconds for a timer: of 24 days at most, which is as good as never. */
export function timerMs(seconds: number): Milliseconds {
  return Math.min(seconds * 1_000, LONGEST_MS)
}
