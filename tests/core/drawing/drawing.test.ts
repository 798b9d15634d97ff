import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  FULL,
  hasRoom,
  MOST_POINTS,
  MOST_STROKES,
  MOST_STROKE_POINTS,
  type Stroke,
} from '../../../src/core/drawing/drawing.ts'
import { packDrawing, unpackDrawing } from '../../../src/core/drawing/packDrawing.ts'
import { distanceToWay, simplified, smoothStroke } from '../../../src/core/drawing/smoothStroke.ts'
import { curveThrough, strokePath } from '../../../src/core/drawing/strokePath.ts'
import { toFrame, toView, viewOf } from '../../../src/core/drawing/view.ts'
import { arbitraryDrawing } from '../../support/arbitraryDrawing.ts'

const place = fc.integer({ min: -500, max: 1500 })
const way = fc.array(fc.record({ x: place, y: place }), { minLength: 1, maxLength: 200 })

const pen = (count: number): Stroke => ({
  tool: 'pen',
  ink: 1,
  points: Array.from({ length: count }, (_, at) => ({ x: at, y: FULL - at })),
})

describe('a drawing in bytes', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(arbitraryDrawing(), (drawing) => {
        expect(unpackDrawing(packDrawing(drawing))).toEqual(drawing)
      }),
    )
  })

  test('takes about two bytes for a point of a line', () => {
    expect(packDrawing([pen(100)]).length).toBeLessThan(210)
  })

  test('of junk is none, and never fails', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (junk) => {
        const read = unpackDrawing(junk)
        for (const { points } of read ?? []) {
          for (const { x, y } of points) expect(Math.min(x, y, FULL - x, FULL - y)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
    for (const junk of [[], [1], [2, 0, 1, 5, 5], [1, 3, 1, 5, 5], [1, 1, 1, 5, 5], [1, 0, 1, 5]]) {
      expect(unpackDrawing(new Uint8Array(junk))).toBeNull()
    }
  })

  test('beyond the limits is none', () => {
    const dots = (count: number) => Array.from({ length: count }, () => pen(1))
    expect(unpackDrawing(packDrawing(dots(MOST_STROKES)))).toHaveLength(MOST_STROKES)
    expect(unpackDrawing(packDrawing(dots(MOST_STROKES + 1)))).toBeNull()
    expect(unpackDrawing(packDrawing([pen(MOST_STROKE_POINTS + 1)]))).toBeNull()
    const full = Array.from({ length: MOST_POINTS / MOST_STROKE_POINTS }, () => pen(MOST_STROKE_POINTS))
    expect(unpackDrawing(packDrawing(full))).toEqual(full)
    expect(hasRoom(full)).toBe(false)
    expect(hasRoom(full.slice(1))).toBe(true)
    expect(unpackDrawing(packDrawing([...full, pen(1)]))).toBeNull()
  })
})

describe('the view of a picture', () => {
  test('has its shape, and is as large as any other', () => {
    const wide = viewOf(1920, 1080)
    expect(wide.width / wide.height).toBeCloseTo(16 / 9)
    expect(viewOf(640, 360).width).toBeCloseTo(wide.width)
    const tall = viewOf(9, 21)
    expect(tall.width * tall.height).toBeCloseTo(wide.width * wide.height)
  })

  test('leads to places and back, the edge for what lies beside the picture', () => {
    fc.assert(
      fc.property(fc.nat(FULL), fc.nat(FULL), fc.integer({ min: 1, max: 9000 }), (x, y, width) => {
        const view = viewOf(width, 1000)
        expect(toFrame(toView({ x, y }, view), view)).toEqual({ x, y })
      }),
    )
    expect(toFrame({ x: -50, y: 5000 }, viewOf(4, 3))).toEqual({ x: 0, y: FULL })
  })
})

describe('what a hand drew', () => {
  test('loses only what lies near to the rest', () => {
    fc.assert(
      fc.property(way, fc.integer({ min: 1, max: 60 }), (drawn, tolerance) => {
        const kept = simplified(drawn, tolerance)
        expect([kept[0], kept.at(-1)]).toEqual([drawn[0], drawn.at(-1)])
        for (const point of drawn) {
          const near = kept.map((a, at) => distanceToWay(point, a, kept[at + 1] ?? a))
          expect(Math.min(...near)).toBeLessThanOrEqual(tolerance)
        }
      }),
    )
  })

  test('has no more points than it may, and the hand’s own ends', () => {
    fc.assert(
      fc.property(way, fc.integer({ min: 2, max: 20 }), (drawn, most) => {
        const kept = smoothStroke(drawn, 0.7, most)
        expect(kept.length).toBeLessThanOrEqual(Math.max(2, most))
        expect([kept[0], kept.at(-1)]).toEqual([drawn[0], drawn.at(-1)])
      }),
    )
  })

  test('no longer trembles: a shaken circle is nearer to the circle than it was drawn', () => {
    const drawn = Array.from({ length: 120 }, (_, at) => {
      const radius = 200 + (at % 2 === 0 ? 3 : -3)
      return { x: radius * Math.cos(at / 20), y: radius * Math.sin(at / 20) }
    })
    const kept = smoothStroke(drawn, 0.7, 400).slice(1, -1)
    const off = kept.map(({ x, y }) => Math.abs(Math.hypot(x, y) - 200))
    expect(Math.max(...off)).toBeLessThan(1.6)
    expect(kept.length).toBeLessThan(60)
  })
})

describe('a stroke as a path', () => {
  const numbers = (path: string) => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)

  test('goes through every point, and never far from the way between them', () => {
    fc.assert(
      fc.property(way, (points) => {
        const curves = curveThrough(points).split('C').slice(1)
        if (points.length > 1) expect(curves).toHaveLength(points.length - 1)
        for (const [at, curve] of curves.entries()) {
          const [ax, ay, bx, by, x, y] = numbers(curve)
          const [from, to] = [points[at], points[at + 1]]
          if (!from || !to) throw new Error('There is a curve for each two points.')
          expect([x, y]).toEqual([to.x, to.y])
          const reach = Math.hypot(to.x - from.x, to.y - from.y) * 0.75 + 0.05
          expect(Math.hypot((ax ?? NaN) - from.x, (ay ?? NaN) - from.y)).toBeLessThanOrEqual(reach)
          expect(Math.hypot((bx ?? NaN) - to.x, (by ?? NaN) - to.y)).toBeLessThanOrEqual(reach)
        }
      }),
    )
  })

  test('is of finite numbers alone, whatever the drawing', () => {
    fc.assert(
      fc.property(arbitraryDrawing(), (drawing) => {
        for (const stroke of drawing) {
          const { line, fill } = strokePath(stroke, viewOf(16, 9))
          expect(`${line}${fill ?? ''}`).toMatch(/^[MLCHVaZl\d\s.e-]+$/)
        }
      }),
    )
  })

  test('of an arrow has its tip where it was let go, of any length', () => {
    const view = viewOf(FULL, FULL)
    const points = [toFrame({ x: 100, y: 100 }, view), toFrame({ x: 400, y: 100 }, view)]
    const long = strokePath({ tool: 'arrow', ink: 0, points }, view)
    expect(numbers(long.fill ?? '')[0]).toBeCloseTo(400, 0)
    const still = strokePath(
      { tool: 'arrow', ink: 0, points: [points[0], points[0]].flatMap((p) => p ?? []) },
      view,
    )
    expect(still.fill).toBeNull()
  })
})
