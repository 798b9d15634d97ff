import { expect, it } from 'vitest'
import { rowWindow } from '../../src/core/rowWindow.ts'

const ten = () => 10

it.each([
  ['at the top', 0, 25, { first: 0, end: 3, above: 0, below: 70 }],
  ['above it', -500, -400, { first: 0, end: 0, above: 0, below: 100 }],
  ['in the middle', 35, 55, { first: 3, end: 6, above: 30, below: 40 }],
  ['where a row ends', 30, 50, { first: 3, end: 5, above: 30, below: 50 }],
  ['at the end', 85, 500, { first: 8, end: 10, above: 80, below: 0 }],
  ['below it', 300, 400, { first: 10, end: 10, above: 100, below: 0 }],
])('knows the rows %s', (_, from, to, rows) => {
  expect(rowWindow(10, ten, from, to)).toEqual(rows)
})

it('takes each row for as high as it is', () => {
  const heights = [10, 100, 10, 10]
  const heightOf = (row: number) => heights[row] ?? 0
  expect(rowWindow(4, heightOf, 50, 115)).toEqual({ first: 1, end: 3, above: 10, below: 10 })
})

it('has nothing in an empty list', () => {
  expect(rowWindow(0, ten, 0, 100)).toEqual({ first: 0, end: 0, above: 0, below: 0 })
})
