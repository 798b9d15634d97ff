import type { Milliseconds } from '../core/brand.ts'

/** Waits for a promise, but not for ever: rejects with `words` after the time, or with the signal's reason. */
export async function withinTime<Result>(
  promise: Promise<Result>,
  limitMs: Milliseconds,
  words: string,
  signal: AbortSignal,
): Promise<Result> {
  signal.throwIfAborted()
  const settled = new AbortController()
  const interrupted = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error(words)), limitMs)
    settled.signal.addEventListener('abort', () => clearTimeout(timer))
    signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: settled.signal })
  })
  try {
    return await Promise.race([promise, interrupted])
  } finally {
    settled.abort()
  }
}
