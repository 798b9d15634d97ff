import type { Bytes, BytesPerSecond, Milliseconds } from '../../../src/core/brand.ts'
import { grouped, scaled, spanOf } from '../../../src/core/format.ts'

/** `999 bytes`, `1.34 GB` */
export function sizeWords(bytes: Bytes): string {
  const { amount, unit } = scaled(bytes)
  return `${amount} ${unit === 'byte' && amount !== '1' ? 'bytes' : unit}`
}

/** `0.6 kB/s`, `5.2 MB/s` */
export function rateWords(rate: BytesPerSecond): string {
  return rate < 1000 ? `${(rate / 1000).toFixed(1)} kB/s` : `${sizeWords(rate)}/s`
}

/** `40 s`, `5 min`, `2 h 10 min`, `3 d` */
export function spanWords(seconds: number): string {
  const span = spanOf(seconds)
  switch (span.unit) {
    case 'endless':
      return 'a long time'
    case 'moment':
      return 'a few seconds'
    case 'second':
      return `${span.count} s`
    case 'minute':
      return `${span.count} min`
    case 'hour':
      return span.minutes === 0 ? `${span.count} h` : `${span.count} h ${span.minutes} min`
    case 'day':
      return `${span.count} d`
  }
}

/** `1 person`, `2 people` */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${grouped(count)} people`
}

/** `2031-05-06 18:00`, by the clock of this machine */
export function momentWords(moment: Milliseconds): string {
  const date = new Date(moment)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
