import { displayText } from './displayText.ts'
import type { Bytes, BytesPerSecond } from './brand.ts'

/** Keeps a number and its unit on one line. */
const NBSP = '\u00a0'

const UNITS = ['kB', 'MB', 'GB', 'TB', 'PB'] as const

/** A size as people say it, in decimal units: `0 bytes`, `999 bytes`, `1.5 kB`, `12 MB`, `1.34 GB`. */
export function formatSize(bytes: Bytes): string {
  if (bytes < 1000)
    return `${Math.max(0, Math.round(bytes))}${NBSP}${Math.round(bytes) === 1 ? 'byte' : 'bytes'}`
  let value = bytes / 1000
  let unit = 0
  // 999.5 would be written as 1000, which is the next unit's 1.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000
    unit++
  }
  return `${threeDigits(value)}${NBSP}${UNITS[unit] ?? 'PB'}`
}

/** A rate: `0 kB/s`, `640 kB/s`, `5.2 MB/s`. Below 1 kB/s the tenth is enough, and bytes would flicker. */
export function formatRate(rate: BytesPerSecond): string {
  if (rate < 50) return `0${NBSP}kB/s`
  if (rate < 1000) return `${(rate / 1000).toFixed(1)}${NBSP}kB/s`
  return `${formatSize(rate)}/s`
}

/** A span as people say it: `a few seconds`, `40 seconds`, `5 minutes`, `2 h 10 min`, `3 days`. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'a long time'
  if (seconds < 5) return 'a few seconds'
  // Rounded to 5 s so that the words do not change with every tick.
  if (seconds < 57.5) return `${Math.round(seconds / 5) * 5}${NBSP}seconds`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return minutes <= 1 ? 'a minute' : `${minutes}${NBSP}minutes`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) {
    const rest = minutes % 60
    return rest === 0 ? `${hours}${NBSP}h` : `${hours}${NBSP}h ${rest}${NBSP}min`
  }
  const days = Math.round(hours / 24)
  return days === 1 ? 'a day' : `${days}${NBSP}days`
}

/** `0…1` as a whole percentage, rounded down: 100 % is said only of what is complete. */
export function formatPercent(fraction: number): string {
  return `${wholePercent(fraction)}${NBSP}%`
}

export function wholePercent(fraction: number): number {
  return Math.floor(Math.min(1, Math.max(0, fraction)) * 100)
}

/** `1 file`, `2 files`. */
export function countOf(count: number, one: string, many: string = one + 's'): string {
  return `${grouped(count)}${NBSP}${count === 1 ? one : many}`
}

/** `1 person`, `2 people`. */
export function people(count: number): string {
  return countOf(count, 'person', 'people')
}

/** `3,815`: a whole number, with its thousands parted. The browser's own way costs 30 ms of the page when first used. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

function threeDigits(value: number): string {
  const decimals = value < 10 ? 2 : value < 100 ? 1 : 0
  const text = value.toFixed(decimals)
  return decimals === 0 ? text : text.replace(/\.?0+$/, '')
}

/** Names as a sentence has them: `“a”, “b” and 3 more`. */
export function quoted(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map((name) => `“${displayText(name)}”`)
  const rest = names.length - shown.length
  const all = rest > 0 ? [...shown, `${grouped(rest)} more`] : shown
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`
}
