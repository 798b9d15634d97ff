import type { Bytes } from './brand.ts'

/** Keeps a number and its unit on one line. */
export const NBSP = '\u00a0'

const UNITS = ['byte', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

/** A size in the decimal unit that suits it, to three digits: `1.34` and `GB`. */
export function scaled(bytes: Bytes): { readonly amount: string; readonly unit: (typeof UNITS)[number] } {
  if (bytes < 1000) return { amount: String(Math.max(0, Math.round(bytes))), unit: 'byte' }
  let value = bytes / 1000
  let unit = 1
  // 999.5 would be written as 1000, which is the next unit's 1.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000
    unit++
  }
  return { amount: threeDigits(value), unit: UNITS[unit] ?? 'PB' }
}

/** A span of time, as exactly as people say it. */
export type Span =
  | { readonly unit: 'endless' | 'moment' }
  | { readonly unit: 'second' | 'minute' | 'day'; readonly count: number }
  | { readonly unit: 'hour'; readonly count: number; readonly minutes: number }

export function spanOf(seconds: number): Span {
  if (!Number.isFinite(seconds)) return { unit: 'endless' }
  if (seconds < 5) return { unit: 'moment' }
  // Rounded to 5 s so that the words do not change with every tick.
  if (seconds < 57.5) return { unit: 'second', count: Math.round(seconds / 5) * 5 }
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return { unit: 'minute', count: Math.max(1, minutes) }
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return { unit: 'hour', count: hours, minutes: minutes % 60 }
  return { unit: 'day', count: Math.round(hours / 24) }
}

/** `0…1` as a whole percentage, rounded down: 100 % is said only of what is complete. */
export function formatPercent(fraction: number): string {
  return `${wholePercent(fraction)}${NBSP}%`
}

export function wholePercent(fraction: number): number {
  return Math.floor(Math.min(1, Math.max(0, fraction)) * 100)
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
