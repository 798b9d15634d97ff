import { describe, expect, it } from 'vitest'
import { flightAt } from '../../src/core/flight.ts'
import { peaksOf, ratesPaths } from '../../src/core/ratesChart.ts'
import { arrowBetween, arrowWidth, swarmLayout } from '../../src/core/swarmLayout.ts'

describe('the rates chart', () => {
  const ys = (path: string) => Array.from(path.matchAll(/ (-?[\d.]+)/g), ([, y]) => Number(y))

  it('keeps both sides inside, to one scale, and the newest sample at the right edge', () => {
    const samples = [
      { get: 0, give: 0 },
      { get: 3_000_000, give: 1_000_000 },
    ]
    const paths = ratesPaths(samples, 60, 600, 100)
    expect(paths.axis).toBe(75)
    expect(ys(paths.getLine)).toEqual([75, 0])
    expect(ys(paths.giveLine)).toEqual([75, 100])
    expect(paths.getLine.endsWith('L600.0 0.0')).toBe(true)
  })

  it('draws no line for a side on which nothing flowed, and no mountain of noise', () => {
    const paths = ratesPaths([{ get: 100, give: 0 }], 60, 600, 100)
    expect(paths.giveLine).toBe('')
    expect(Math.abs((ys(paths.getLine)[0] ?? 0) - paths.axis)).toBeLessThan(2)
  })

  it('knows the peaks, also of nothing', () => {
    expect(peaksOf([])).toEqual({ get: 0, give: 0 })
    expect(ratesPaths([], 60, 600, 100).getLine).toBe('')
  })
})

describe('the picture of the swarm', () => {
  it('keeps everybody inside', () => {
    for (let peers = 1; peers <= 24; peers++) {
      for (const { x, y } of swarmLayout(peers, 400, 240, 40)) {
        expect(x).toBeGreaterThanOrEqual(39)
        expect(x).toBeLessThanOrEqual(361)
        expect(y).toBeGreaterThanOrEqual(39)
        expect(y).toBeLessThanOrEqual(201)
      }
    }
  })

  it('draws the two ways beside each other', () => {
    const [a, b] = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ]
    const there = arrowBetween(a, b, 10, 10, 5)
    const back = arrowBetween(b, a, 10, 10, 5)
    expect(there.from).toEqual({ x: 10, y: 5 })
    expect(there.to).toEqual({ x: 90, y: 5 })
    expect(back.from.y).toBe(-5)
  })

  it('widens with the rate', () => {
    expect(arrowWidth(0, 100)).toBe(0)
    expect(arrowWidth(1, 100)).toBeGreaterThan(1)
    expect(arrowWidth(100, 100)).toBe(10)
    expect(arrowWidth(50, 100)).toBeLessThan(10)
  })
})

describe('the flight into a share', () => {
  const [from, to] = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ]
  it('starts and ends where it should, whatever the time', () => {
    expect(flightAt(from, to, -1, 0.3)).toMatchObject({ x: 0 })
    expect(flightAt(from, to, 2, 0.3).x).toBeCloseTo(100)
    expect(flightAt(from, to, 2, 0.3).y).toBeCloseTo(0)
  })
  it('goes along a bow', () => expect(flightAt(from, to, 0.5, 0.3).y).toBeCloseTo(-30))
})
