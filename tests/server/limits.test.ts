import { describe, expect, test } from 'vitest'
import { AddressCount } from '../../server/tracker/addressCount.ts'
import { MessageRate } from '../../server/tracker/messageRate.ts'
import { TRACKER } from '../../server/trackerSettings.ts'

describe('the rate of messages', () => {
  function debtAfter(rate: MessageRate, messages: number, nowMs: number): number {
    for (let count = 0; count < messages; count += 1) rate.count(nowMs)
    return rate.debt(nowMs)
  }

  test('allows ten seconds’ worth at once, then what the rate earns', () => {
    const rate = new MessageRate(2, 0)
    expect(debtAfter(rate, 20, 0)).toBe(0)
    expect(debtAfter(rate, 1, 0)).toBe(1)
    expect(debtAfter(rate, 1, 0)).toBe(2)
    expect(rate.waitFor(2)).toBe(1_000)
    expect(rate.debt(500)).toBe(1)
    expect(debtAfter(rate, 1, 1_500)).toBe(0)
  })

  test('saves up no more than one burst', () => {
    const rate = new MessageRate(1, 0)
    const hourMs = 3_600_000
    expect(debtAfter(rate, 10, hourMs)).toBe(0)
    expect(debtAfter(rate, 1, hourMs)).toBe(1)
  })

  test('counts a long message as one for each 4 KiB begun', () => {
    const debtOf = (bytes: number): number => {
      const rate = new MessageRate(1, 0)
      for (let count = 0; count < 10; count += 1) rate.count(0)
      rate.count(0, bytes)
      return rate.debt(0)
    }
    expect([0, 1, 4_096, 4_097, 262_144].map(debtOf)).toEqual([1, 1, 1, 2, 64])
  })

  test('has room for a client that announces a hundred torrents at once, five offers with each', () => {
    const rate = new MessageRate(TRACKER.messagesPerSecond.default, 0)
    for (let count = 0; count < 100; count += 1) rate.count(0, 5 * 3_000)
    expect(rate.debt(0)).toBe(0)
  })

  test('0 is no limit', () => {
    expect(debtAfter(new MessageRate(0, 0), 1_000, 0)).toBe(0)
  })
})

describe('sockets of one address', () => {
  test('are counted in and out', () => {
    const count = new AddressCount(2)
    expect([count.enter('192.0.2.1'), count.enter('192.0.2.1'), count.enter('192.0.2.1')]).toEqual([
      true,
      true,
      false,
    ])
    expect(count.enter('192.0.2.2')).toBe(true)
    count.leave('192.0.2.1')
    expect(count.enter('192.0.2.1')).toBe(true)
  })

  test.each([
    ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', true],
    ['2001:db8::1', '2001:db8:0:0:5::', true],
    ['2001:db8:0:1::1', '2001:db8:0:2::1', false],
    ['::1', '0:0:0:0:0:0:0:2', true],
  ])('%s and %s share a network: %s', (one, other, isShared) => {
    const count = new AddressCount(1)
    count.enter(one)
    expect(count.enter(other)).toBe(!isShared)
  })

  test('0 is no limit', () => {
    const count = new AddressCount(0)
    for (let sockets = 0; sockets < 100; sockets += 1) expect(count.enter('192.0.2.1')).toBe(true)
  })
})
