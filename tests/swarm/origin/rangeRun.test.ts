import { expect, it } from 'vitest'
import { runsOf } from '../../../src/swarm/origin/rangeRun.ts'

const BLOCK = 16_384
const PIECE = 4 * BLOCK
const block = (number: number) => ({
  piece: Math.floor(number / 4),
  offset: (number % 4) * BLOCK,
  length: BLOCK,
})
const asked = (...numbers: number[]) =>
  runsOf(numbers.map(block), PIECE).map(({ from, to }) => [from / BLOCK, to / BLOCK])

it('puts together what follows one another, and what was asked for first before the rest', () => {
  expect(asked(0, 1, 2, 3, 4)).toEqual([[0, 5]])
  expect(asked(40, 41, 2, 3)).toEqual([
    [40, 42],
    [2, 4],
  ])
  expect(asked(7, 90, 6, 91)).toEqual([
    [6, 8],
    [90, 92],
  ])
})

it('makes no request of more than 2 MiB', () => {
  expect(asked(...Array.from({ length: 200 }, (_, at) => at))).toEqual([
    [0, 128],
    [128, 200],
  ])
})
