import { describe, expect, test } from 'vitest'
import { Link } from '../support/lab/link.ts'

/** 8 Mbit/s: a byte takes a microsecond, 1,000 bytes a millisecond. */
const RATE_KBIT = 8000

describe('a link', () => {
  test('carries a packet in the time its bits take', () => {
    const link = new Link({ rateKbit: RATE_KBIT, buffer: 250 })
    expect(link.enqueue(10, 1500)).toBe(11.5)
  })

  test('sends one packet after the other', () => {
    const link = new Link({ rateKbit: RATE_KBIT, buffer: 250 })
    link.enqueue(0, 1000)
    expect(link.wait(0.5)).toBe(0.5)
    expect(link.enqueue(0.5, 1000)).toBe(2)
    expect(link.enqueue(5, 1000)).toBe(6)
  })

  test('drops what would wait for longer than its buffer, and nothing else', () => {
    const link = new Link({ rateKbit: RATE_KBIT, buffer: 250 })
    const left = Array.from({ length: 300 }, () => link.enqueue(0, 1000))
    expect(left.filter((at) => at !== null)).toHaveLength(251)
    expect(left[250]).toBe(251)
    expect(left[251]).toBeNull()
    // As soon as a millisecond's worth has left there is room for as much again.
    expect(link.enqueue(1, 1000)).toBe(252)
    expect(link.enqueue(1, 1000)).toBeNull()
  })

  test('carries exactly its rate when it is kept full', () => {
    const link = new Link({ rateKbit: RATE_KBIT, buffer: 50 })
    let last = 0
    let carried = 0
    // Offered twice what it carries, for ten seconds.
    for (let now = 0; now < 10_000; now += 0.5) {
      const left = link.enqueue(now, 1000)
      if (left === null) continue
      last = left
      carried += 1000
    }
    expect(carried).toBe(last * 1000)
    expect(last).toBeGreaterThan(10_000)
    expect(last).toBeLessThanOrEqual(10_051)
  })

  test('without a limit nothing waits', () => {
    const link = new Link({ rateKbit: Infinity, buffer: 250 })
    for (let packet = 0; packet < 1000; packet++) expect(link.enqueue(3, 1500)).toBe(3)
  })
})
