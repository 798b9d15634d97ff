import type { Bytes, BytesPerSecond } from '../../core/brand.ts'
import { displayText } from '../../core/displayText.ts'
import { grouped, NBSP, scaled, spanOf } from '../../core/format.ts'

/** A size as people say it: `0 bytes`, `999 bytes`, `1.5 kB`, `12 MB`, `1.34 GB`. */
export function formatSize(bytes: Bytes): string {
  const { amount, unit } = scaled(bytes)
  if (unit !== 'byte') return `${amount}${NBSP}${unit}`
  return amount === '1' ? `1${NBSP}byte` : `${amount}${NBSP}bytes`
}

/** A rate: `0 kB/s`, `640 kB/s`, `5.2 MB/s`. Below 1 kB/s the tenth is enough, and bytes would flicker. */
export function formatRate(rate: BytesPerSecond): string {
  if (rate < 50) return `0${NBSP}kB/s`
  if (rate < 1000) return `${(rate / 1000).toFixed(1)}${NBSP}kB/s`
  return `${formatSize(rate)}/s`
}

/** A span as people say it: `a few seconds`, `40 seconds`, `5 minutes`, `2 h 10 min`, `3 days`. */
export function formatDuration(seconds: number): string {
  const span = spanOf(seconds)
  switch (span.unit) {
    case 'endless':
      return 'a long time'
    case 'moment':
      return 'a few seconds'
    case 'second':
      return countOf(span.count, 'second')
    case 'minute':
      return span.count === 1 ? 'a minute' : countOf(span.count, 'minute')
    case 'hour':
      return span.minutes === 0 ? `${span.count}${NBSP}h` : `${span.count}${NBSP}h ${span.minutes}${NBSP}min`
    case 'day':
      return span.count === 1 ? 'a day' : countOf(span.count, 'day')
  }
}

/** `1 file`, `2 files`. */
export function countOf(count: number, one: string, many: string = one + 's'): string {
  return `${grouped(count)}${NBSP}${count === 1 ? one : many}`
}

/** `1 person`, `2 people`. */
export function people(count: number): string {
  return countOf(count, 'person', 'people')
}

/** Names as a sentence has them: `“a”, “b” and 3 more`. */
export function quoted(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map((name) => `“${displayText(name)}”`)
  const rest = names.length - shown.length
  const all = rest > 0 ? [...shown, `${grouped(rest)} more`] : shown
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`
}
