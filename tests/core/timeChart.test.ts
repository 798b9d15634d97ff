import { describe, expect, test } from 'vitest'
import { growthOf, timeChart } from '../../src/core/timeChart.ts'

const area = { from: 1000, to: 2000, width: 100, height: 50, least: 1 }

describe('a chart over time', () => {
  test('places readings by their moment and value', () => {
    const { line, top } = timeChart(
      [
        { at: 1000, value: 0 },
        { at: 1250, value: 10 },
        { at: 2000, value: 5 },
      ],
      area,
    )
    expect(top).toBe(10)
    expect(line).toBe('M0.0 50.0L25.0 0.0L100.0 25.0')
  })

  test('leaves out what is older, and closes the area along the axis', () => {
    const readings = [500, 1500, 2000].map((at) => ({ at, value: 1 }))
    const { line, area: closed } = timeChart(readings, area)
    expect(line).toBe('M50.0 0.0L100.0 0.0')
    expect(closed).toBe(`${line}L100.0 50L50.0 50Z`)
  })

  test('draws nothing of one reading or none', () => {
    expect(timeChart([], area)).toEqual({ line: '', area: '', top: 1 })
    expect(timeChart([{ at: 1500, value: 3 }], area).line).toBe('')
  })

  test.each([
    [0.3, 1],
    [1, 1],
    [3, 5],
    [11, 20],
    [400, 500],
    [999, 1000],
    [1e9, 1e9],
  ])('whose highest reading is %d ends at %d', (value, top) => {
    expect(timeChart([{ at: 1500, value }], area).top).toBeCloseTo(top)
  })
})

test('growth is a second’s, and a count that began anew has none', () => {
  const readings = [
    { at: 0, value: 100 },
    { at: 2000, value: 150 },
    { at: 4000, value: 3 },
    { at: 4500, value: 4 },
  ]
  expect(growthOf(readings)).toEqual([
    { at: 2000, value: 25 },
    { at: 4500, value: 2 },
  ])
})
