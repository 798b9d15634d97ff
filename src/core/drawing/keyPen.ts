import type { Point } from '../flight.ts'
import { FULL, MOST_STROKE_POINTS, type Stroke, type Tool } from './drawing.ts'
import type { View } from './view.ts'

/** A pen that is moved by keys: where it is, and what it has begun. Places are those of a stroke's points. */
export interface KeyPen {
  readonly at: Point
  /** Of the stroke that has begun; none before. */
  readonly points: readonly Point[]
}

export const RESTING: KeyPen = { at: { x: Math.round(FULL / 2), y: Math.round(FULL / 2) }, points: [] }

/** What a key has done. */
export type PenDid = 'moved' | 'begun' | 'point' | 'drawn' | 'dropped'

export interface KeyPress {
  readonly pen: KeyPen
  readonly did: PenDid
  /** Is done with this key. */
  readonly stroke: Stroke | null
}

interface Drawn {
  readonly tool: Tool
  readonly ink: number
  /** That the picture is drawn in: a step is as long in all directions. */
  readonly view: View
}

interface Key {
  readonly key: string
  readonly shiftKey: boolean
}

/** In units of a view, which is about 1000 wide. */
const STEP = 20
const FINE = 4

const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/**
 * Arrows move the pen, with Shift by little. Space puts a point: the first begins a stroke, an arrow and a box end with
 * their second, a line with Enter. Escape drops what was begun. Null for a key that says nothing.
 */
export function pressKey(pen: KeyPen, { key, shiftKey }: Key, { tool, ink, view }: Drawn): KeyPress | null {
  const { at, points } = pen
  const way = WAYS[key]
  if (way) {
    const step = shiftKey ? FINE : STEP
    const moved = { x: within(at.x, way.x * step, view.width), y: within(at.y, way.y * step, view.height) }
    return { pen: { at: moved, points }, did: 'moved', stroke: null }
  }
  if (key === 'Escape')
    return points.length === 0 ? null : { pen: { at, points: [] }, did: 'dropped', stroke: null }
  if (key !== ' ' && key !== 'Enter') return null
  if (points.length === 0) return { pen: { at, points: [at] }, did: 'begun', stroke: null }
  const all = isSame(points.at(-1), at) ? points : [...points, at]
  const isDone = tool === 'pen' ? key === 'Enter' || all.length === MOST_STROKE_POINTS : true
  if (!isDone) return { pen: { at, points: all }, did: 'point', stroke: null }
  const rest = { at, points: [] }
  // Shapes of no size are slips; a dot is a line.
  if (tool !== 'pen' && all.length < 2) return { pen: rest, did: 'dropped', stroke: null }
  return { pen: rest, did: 'drawn', stroke: { tool, ink, points: all } }
}

/** What is seen of a stroke that has begun: it goes on to where the pen is. */
export function growingStroke({ at, points }: KeyPen, tool: Tool, ink: number): Stroke | null {
  const [first] = points
  if (!first) return null
  return { tool, ink, points: tool === 'pen' ? [...points, at] : [first, at] }
}

/** Parts of a hundred, as people say where the pen is. */
export function partsOf({ x, y }: Point): { readonly across: number; readonly down: number } {
  return { across: Math.round((x / FULL) * 100), down: Math.round((y / FULL) * 100) }
}

/** @param length of the axis, in units of the view */
function within(place: number, step: number, length: number): number {
  return Math.round(Math.min(FULL, Math.max(0, place + (step / length) * FULL)))
}

function isSame(a: Point | undefined, b: Point): boolean {
  return a?.x === b.x && a.y === b.y
}
