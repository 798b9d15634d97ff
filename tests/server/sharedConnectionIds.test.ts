import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SharedConnectionIds } from '../../server/tracker/sharedConnectionIds.ts'

/** Nodes of one cluster, whose clocks do not agree. */

const MINUTE = 60_000
const secret = randomBytes(32)

const anyTime = fc.integer({ min: 0, max: 4e12 })
const apart = fc.integer({ min: -MINUTE, max: MINUTE })

function nodesAt(here: number, there: number) {
  const clock = { here, there }
  return {
    one: new SharedConnectionIds(
      () => secret,
      () => clock.here,
    ),
    other: new SharedConnectionIds(
      () => secret,
      () => clock.there,
    ),
    pass: (ms: number): void => {
      clock.here += ms
      clock.there += ms
    },
  }
}

test('an id holds for two minutes at a node whose clock differs by one', () => {
  fc.assert(
    fc.property(anyTime, apart, fc.integer({ min: 0, max: 2 * MINUTE }), (now, skew, later) => {
      const { one, other, pass } = nodesAt(now, now + skew)
      const id = one.issue('192.0.2.1')
      pass(later)
      expect(other.isValid(id, '192.0.2.1')).toBe(true)
    }),
  )
})

test('it holds for nobody else, and not for good', () => {
  fc.assert(
    fc.property(anyTime, apart, (now, skew) => {
      const { one, other, pass } = nodesAt(now, now + skew)
      const id = one.issue('192.0.2.1')
      expect(other.isValid(id, '192.0.2.2')).toBe(false)
      expect(other.isValid(randomBytes(8), '192.0.2.1')).toBe(false)
      // Three of its minutes, the rest of the one that it was issued in, and what the clocks are apart.
      pass(6 * MINUTE)
      expect(other.isValid(id, '192.0.2.1')).toBe(false)
    }),
  )
})

test('nodes of different secrets do not take each other’s', () => {
  const own = new SharedConnectionIds(
    () => randomBytes(32),
    () => 0,
  )
  const { one } = nodesAt(0, 0)
  expect(own.isValid(one.issue('192.0.2.1'), '192.0.2.1')).toBe(false)
})
