import { describe, expect, test } from 'vitest'
import { AddressCount } from '../../server/tracker/addressCount.ts'
import { MessageRate } from '../../server/tracker/messageRate.ts'

describe('the rate of messages', () => {
  test('allows ten seconds’ worth at once, then what the rate earns', () => {
    const rate = new MessageRate(2, 0)
    for (let count = 0; count < 20; count += 1) expect(rate.count(0)).toBe(0)
    expect(rate.count(0)).toBe(1)
    expect(rate.count(0)).toBe(2)
    expect(rate.waitFor(2)).toBe(1_000)
    expect(rate.count(1_500)).toBe(0)
  })

  test('saves up no more than one burst', () => {
    const rate = new MessageRate(1, 0)
    const hourMs = 3_600_000
    for (let count = 0; count < 10; count += 1) expect(rate.count(hourMs)).toBe(0)
    expect(rate.count(hourMs)).toBe(1)
  })

  test('0 is no limit', () => {
    const rate = new MessageRate(0, 0)
    for (let count = 0; count < 1_000; count += 1) expect(rate.count(0)).toBe(0)
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
