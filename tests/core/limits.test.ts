import { expect, it } from 'vitest'
import { parsePageLimits } from '../../src/core/limits.ts'

it.each([
  ['{"give":1500000,"get":null,"connections":40}', { give: 1_500_000, get: null, connections: 40 }],
  ['{"give":1500000,"get":7}', { give: 1_500_000, get: 7, connections: null }],
  ['{"connections":2.4}', { give: null, get: null, connections: 8 }],
  ['{"give":-1,"get":"fast","connections":[]}', { give: null, get: null, connections: null }],
  ['null', null],
  ['[', null],
])('reads limits that were kept: %s', (kept, limits) => {
  expect(parsePageLimits(kept)).toEqual(limits)
})
