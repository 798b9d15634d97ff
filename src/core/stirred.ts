/** How long something swims on after it was stirred, and how long it takes to come to rest. */
const LIVELY_SECONDS = 4
const SLOWING_SECONDS = 2

/** The pace, 1…0, of something that was stirred so long ago: full for a while, then slower, then at rest. */
export function paceAfter(seconds: number): number {
  const left = Math.min(1, Math.max(0, (LIVELY_SECONDS + SLOWING_SECONDS - seconds) / SLOWING_SECONDS))
  return left * left * (3 - 2 * left)
}
