import type { Point } from '../flight.ts'
import { FULL } from './drawing.ts'

/**
 * The plane in which a drawing is drawn: as large as any other, in the picture's shape. Widths and lengths in it are
 * the same part of every picture.
 */
export interface View {
  readonly width: number
  readonly height: number
}

/** What the width and the height of a {@link View} give when multiplied: a square one is 1000 wide. */
const AREA = 1_000_000

/** The view of a picture, from its size in any unit. */
export function viewOf(width: number, height: number): View {
  const scale = Math.sqrt(AREA / (width * height))
  return { width: width * scale, height: height * scale }
}

export function toView({ x, y }: Point, view: View): Point {
  return { x: (x / FULL) * view.width, y: (y / FULL) * view.height }
}

/** What lies beside the picture is taken for its edge. */
export function toFrame({ x, y }: Point, view: View): Point {
  return { x: place(x / view.width), y: place(y / view.height) }
}

function place(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * FULL)
}
