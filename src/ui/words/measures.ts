import type { Bytes, BytesPerSecond } from '../../core/brand.ts'
import { formatPercent as inEnglish, NBSP, scaled, spanOf, wholePercent } from '../../core/format.ts'
import { speechOf, type Speech } from './speech.ts'
import { inText } from './inText.ts'
import { words } from './words.ts'

const UNIT_NAMES = {
  byte: 'byte',
  kB: 'kilobyte',
  MB: 'megabyte',
  GB: 'gigabyte',
  TB: 'terabyte',
  PB: 'petabyte',
} as const

/** A size as people say it: `0 bytes`, `999 bytes`, `1.5 kB`, `12 MB`, `1.34 GB`. */
export function formatSize(bytes: Bytes): string {
  const { amount, unit } = scaled(bytes)
  if (isEnglish()) return `${amount}${NBSP}${unit === 'byte' && amount !== '1' ? 'bytes' : unit}`
  return ofUnit(Number(amount), UNIT_NAMES[unit], unit === 'byte' ? 'long' : 'short')
}

/** A rate: `0 kB/s`, `640 kB/s`, `5.2 MB/s`. Below 1 kB/s the tenth is enough, and bytes would flicker. */
export function formatRate(rate: BytesPerSecond): string {
  const { amount, unit } =
    rate < 50
      ? { amount: '0', unit: 'kB' as const }
      : rate < 1000
        ? { amount: (rate / 1000).toFixed(1), unit: 'kB' as const }
        : scaled(rate)
  if (isEnglish()) return `${amount}${NBSP}${unit}/s`
  return ofUnit(Number(amount), `${UNIT_NAMES[unit]}-per-second`, 'short')
}

/** A span as people say it: `a few seconds`, `40 seconds`, `5 minutes`, `2 h 10 min`, `3 days`. */
export function formatDuration(seconds: number): string {
  const span = spanOf(seconds)
  switch (span.unit) {
    case 'endless':
      return words.page.longTime
    case 'moment':
      return words.page.fewSeconds
    case 'hour':
      return unbroken(words.page.hours(String(span.count), String(span.minutes)))
    default:
      return ofUnit(span.count, span.unit, 'long')
  }
}

/** `in 6 days`; `3 hours ago` where `seconds` is below 0. */
export function formatFromNow(seconds: number): string {
  const span = spanOf(Math.abs(seconds))
  const sign = Math.sign(seconds) || 1
  switch (span.unit) {
    case 'endless':
      return words.page.longTime
    case 'moment':
      return speech().fromNow(5 * sign, 'second')
    default:
      return speech().fromNow(span.count * sign, span.unit)
  }
}

/** `0…1` as a whole percentage, rounded down: 100 % is said only of what is complete. */
export function formatPercent(fraction: number): string {
  if (isEnglish()) return inEnglish(fraction)
  return unbroken(speech().format(wholePercent(fraction) / 100, { style: 'percent' }))
}

/** `3,815` */
export function formatCount(count: number): string {
  return speech().number(count)
}

/** With so many digits behind the point. */
export function formatDecimal(value: number, digits: number): string {
  return speech().format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** `29 Nov 2026` */
export function formatDate(at: number): string {
  return speech().date(at, { dateStyle: 'medium' })
}

/** `6 May 2031 at 14:05`, here. */
export function formatMoment(at: number): string {
  return speech().date(at, { dateStyle: 'long', timeStyle: 'short' })
}

/** `29 November` */
export function formatDay(at: number): string {
  return speech().date(at, { day: 'numeric', month: 'long' })
}

/** Names as a sentence has them: `“a”, “b” and 3 more`. */
export function quoted(names: readonly string[], most = 3): string {
  return some(
    names.map((name) => words.page.quoted(inText(name))),
    most,
  )
}

/** Names in a sentence; of many, some. */
export function listOf(names: readonly string[]): string {
  return some(names, 3)
}

function some(names: readonly string[], most: number): string {
  const rest = names.length - most
  return speech().list(rest > 0 ? [...names.slice(0, most), words.page.andMore(rest)] : names)
}

function ofUnit(amount: number, unit: string, unitDisplay: 'long' | 'short'): string {
  return unbroken(speech().format(amount, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 2 }))
}

/** Keeps a number and its unit on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', NBSP)
}

function speech(): Speech {
  return speechOf(words.language.tag)
}

/** The browser's own way to write numbers costs 30 ms of the page when it is first used. */
function isEnglish(): boolean {
  return words.language.tag === 'en'
}
