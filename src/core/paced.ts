import type { Milliseconds } from './brand.ts'

/**
 * Tells the first of many changes at once, and those that follow it together, no sooner than `interval` after it: a
 * thousand that come in a row do not make the page work a thousand times.
 */
export function paced(tell: () => void, interval: Milliseconds): () => void {
  let waiting = false
  let again = false
  const rest = () => {
    waiting = again
    again = false
    if (!waiting) return
    setTimeout(rest, interval)
    tell()
  }
  return () => {
    if (waiting) again = true
    else {
      waiting = true
      setTimeout(rest, interval)
      tell()
    }
  }
}
