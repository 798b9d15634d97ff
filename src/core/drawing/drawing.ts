import type { Point } from '../flight.ts'

/*
 * A drawing on a picture: of a film's frame, say. Places in it are parts of the picture, not of the screen, so that
 * it covers the same things however large the picture is shown.
 */

/** Where a place is at the far side: both axes go from 0 to it, whatever the picture's shape. */
export const FULL = 16_383

export const TOOLS = ['pen', 'arrow', 'box'] as const
export type Tool = (typeof TOOLS)[number]

/** Inks to choose from, by number: what they look like is the page's choice. */
export const INKS = 8

/** Of one drawing. */
export const MOST_STROKES = 100
export const MOST_POINTS = 4000
/** Of one stroke. */
export const MOST_STROKE_POINTS = 400

export interface Stroke {
  readonly tool: Tool
  /** 0 up to {@link INKS}. */
  readonly ink: number
  /**
   * Whole numbers from 0 to {@link FULL}. Of a pen its way, at least one; of an arrow its tail and its tip; of a box
   * two corners.
   */
  readonly points: readonly Point[]
}

/** In the order of drawing; never empty. */
export type Drawing = readonly Stroke[]

/** Whether one more stroke fits into a drawing. */
export function hasRoom(drawing: Drawing): boolean {
  return drawing.length < MOST_STROKES && pointsIn(drawing) + MOST_STROKE_POINTS <= MOST_POINTS
}

function pointsIn(drawing: Drawing): number {
  return drawing.reduce((sum, { points }) => sum + points.length, 0)
}
