import type { Milliseconds } from './brand.ts'

/** A place in a film as people write it: `1:05`, `1:02:03`, `12.5`, seconds last. Null for what is none. */
export function parseClock(text: string): Milliseconds | null {
  const found = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:\.\d{1,3})?)$/.exec(text.trim())
  if (!found) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = found
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000)
}

/** `1:05`, or `1:02:03` from an hour on; whole seconds. */
export function formatClock(time: Milliseconds): string {
  const seconds = Math.floor(time / 1000)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** As {@link formatClock}, with thousandths where there are any: {@link parseClock} reads the very same time. */
export function formatExactClock(time: Milliseconds): string {
  const thousandths = time % 1000
  return thousandths === 0
    ? formatClock(time)
    : `${formatClock(time)}.${String(thousandths).padStart(3, '0').replace(/0+$/, '')}`
}
