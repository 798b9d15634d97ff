import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatDuration,
  formatFromNow,
  formatPercent,
  formatRate,
  formatSize,
  quoted,
} from '../../src/ui/words/measures.ts'

/** Units are joined by a no-break space, which is hard to see in a test. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('sizes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1500, '1.5 kB'],
    [12_340, '12.3 kB'],
    [999_400, '999 kB'],
    [999_600, '1 MB'],
    [1_340_000_000, '1.34 GB'],
    [2_000_000_000_000, '2 TB'],
    [10_000_000_000, '10 GB'],
    [100_000_000_000, '100 GB'],
  ])('%i is %s', (bytes, words) => expect(plain(formatSize(bytes))).toBe(words))
})

describe('rates', () => {
  it.each([
    [0, '0 kB/s'],
    [49, '0 kB/s'],
    [640, '0.6 kB/s'],
    [640_000, '640 kB/s'],
    [5_240_000, '5.24 MB/s'],
  ])('%i is %s', (rate, words) => expect(plain(formatRate(rate))).toBe(words))
})

describe('durations', () => {
  it.each([
    [0, 'a few seconds'],
    [4.9, 'a few seconds'],
    [38, '40 seconds'],
    [59, '1 minute'],
    [300, '5 minutes'],
    [3599, '1 h'],
    [7_800, '2 h 10 min'],
    [86_400 * 1.2, '1 day'],
    [86_400 * 3, '3 days'],
    [Infinity, 'a long time'],
    [NaN, 'a long time'],
  ])('%d s is %s', (seconds, words) => expect(plain(formatDuration(seconds))).toBe(words))
})

it('says 100 % only of what is complete', () => {
  expect(plain(formatPercent(0.9999))).toBe('99 %')
  expect(plain(formatPercent(1))).toBe('100 %')
  expect(plain(formatPercent(-1))).toBe('0 %')
  expect(plain(formatPercent(7))).toBe('100 %')
})

it('parts thousands', () => {
  expect(formatCount(1)).toBe('1')
  expect(formatCount(10_000)).toBe('10,000')
})

it('tells from now', () => {
  expect(formatFromNow(86_400 * 6)).toBe('in 6 days')
  expect(formatFromNow(-3 * 3_600)).toBe('3 hours ago')
})

it('names some of many', () => {
  expect(quoted(['a'])).toBe('“a”')
  expect(quoted(['a', 'b\u202e'])).toBe('“a” and “b·”')
  expect(quoted(['a', 'b', 'c', 'd', 'e'])).toBe('“a”, “b”, “c” and 2 more')
})
