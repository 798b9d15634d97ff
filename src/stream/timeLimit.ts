import type { Milliseconds } from '../core/brand.ts'
import { StreamError, type StreamProblem } from './problems.ts'

/** Waits for a promise, but not for ever: rejects with the problem after the time, or with the signal's reason. */
export async function withinTime<Result>(
  promise: Promise<Result>,
  limitMs: Milliseconds,
  problem: StreamProblem,
  signal: AbortSignal,
): Promise<Result> {
  signal.throwIfAborted()
  const settled = new AbortController()
  const interrupted = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new StreamError(problem)), limitMs)
    settled.signal.addEventListener('abort', () => clearTimeout(timer))
    signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: settled.signal })
  })
  try {
    return await Promise.race([promise, interrupted])
  } finally {
    settled.abort()
  }
}
