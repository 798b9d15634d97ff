import type { Point } from '../flight.ts'
import type { Stroke } from './drawing.ts'
import { toView, type View } from './view.ts'

/** Of every line, in units of a {@link View}. */
export const LINE_WIDTH = 6.5

/** Of an arrow's head; a short arrow has a smaller one. */
const HEAD_LENGTH = 34
const HEAD_HALF_WIDTH = 15
const CORNER = 5

/** A stroke as SVG draws it, in units of the view. */
export interface StrokePath {
  /** The lines. */
  readonly line: string
  /** What is filled: an arrow's head. Null for all else. */
  readonly fill: string | null
}

export function strokePath({ tool, points }: Stroke, view: View): StrokePath {
  const places = points.map((point) => toView(point, view))
  const [from, to] = [places[0] ?? { x: 0, y: 0 }, places.at(-1) ?? { x: 0, y: 0 }]
  if (tool === 'arrow') return arrow(from, to)
  if (tool === 'box') return { line: box(from, to), fill: null }
  return { line: curveThrough(places), fill: null }
}

/**
 * A smooth line through all of the points: centripetal Catmull-Rom splines, which never loop or overshoot where
 * points lie close together, as the cubic Bézier curves that SVG knows.
 */
export function curveThrough(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  // A line of no length is drawn as a dot, by its round ends.
  if (points.length === 1) return `M${written(first)}l0 0`
  const parts = [`M${written(first)}`]
  for (let at = 1; at < points.length; at++) {
    const [b, c] = [points[at - 1], points[at]]
    if (!b || !c) continue
    const [leaving, arriving] = controls(points[at - 2] ?? b, b, c, points[at + 1] ?? c)
    parts.push(`C${written(leaving)} ${written(arriving)} ${written(c)}`)
  }
  return parts.join('')
}

/** The two control points of the curve from b to c, which comes from a and goes on to d. */
function controls(a: Point, b: Point, c: Point, d: Point): [Point, Point] {
  const [before, own, after] = [distance(a, b), distance(b, c), distance(c, d)]
  return [leave(a, b, c, before, own), leave(d, c, b, after, own)]
}

function leave(a: Point, b: Point, c: Point, before: number, own: number): Point {
  if (before === 0 || own === 0) return b
  const [p, q] = [Math.sqrt(before), Math.sqrt(own)]
  const along = (axis: 'x' | 'y') =>
    (before * c[axis] - own * a[axis] + (2 * before + 3 * p * q + own) * b[axis]) / (3 * p * (p + q))
  return { x: along('x'), y: along('y') }
}

function arrow(from: Point, to: Point): StrokePath {
  const length = distance(from, to)
  if (length === 0) return { line: `M${written(from)}l0 0`, fill: null }
  const head = Math.min(HEAD_LENGTH, length * 0.6)
  const half = (HEAD_HALF_WIDTH * head) / HEAD_LENGTH
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const neck = { x: to.x - x * head, y: to.y - y * head }
  const left = { x: neck.x - y * half, y: neck.y + x * half }
  const right = { x: neck.x + y * half, y: neck.y - x * half }
  // The line ends inside of the head, so that the tip stays sharp.
  const end = { x: to.x - x * head * 0.8, y: to.y - y * head * 0.8 }
  return {
    line: `M${written(from)}L${written(end)}`,
    fill: `M${written(to)}L${written(left)}L${written(right)}Z`,
  }
}

function box(a: Point, b: Point): string {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  const r = Math.min(CORNER, (right - left) / 2, (bottom - top) / 2)
  const arc = (x: number, y: number) => `a${round(r)} ${round(r)} 0 0 1 ${round(x)} ${round(y)}`
  return (
    `M${written({ x: left + r, y: top })}H${round(right - r)}${arc(r, r)}V${round(bottom - r)}${arc(-r, r)}` +
    `H${round(left + r)}${arc(-r, -r)}V${round(top + r)}${arc(r, -r)}Z`
  )
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}

function written({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
