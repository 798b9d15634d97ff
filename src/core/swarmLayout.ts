import type { Point } from './flight.ts'

/** Where the peers stand around this page: on an ellipse, clockwise. */
export function swarmLayout(peers: number, width: number, height: number, margin: number): readonly Point[] {
  const rx = Math.max(0, width / 2 - margin)
  const ry = Math.max(0, height / 2 - margin)
  // One or two stand beside the middle, not above and below it: there is more room.
  const start = peers <= 2 ? Math.PI : -Math.PI / 2
  return Array.from({ length: peers }, (_, index) => {
    const angle = start + (index * 2 * Math.PI) / Math.max(1, peers)
    return { x: width / 2 + rx * Math.cos(angle), y: height / 2 + ry * Math.sin(angle) }
  })
}

/** A straight arrow from near `from` to near `to`, moved aside so that there is room for one each way. */
export interface Arrow {
  readonly from: Point
  readonly to: Point
}

export function arrowBetween(from: Point, to: Point, gapFrom: number, gapTo: number, aside: number): Arrow {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const length = Math.max(1, Math.hypot(dx, dy))
  const ux = dx / length
  const uy = dy / length
  const shift = { x: -uy * aside, y: ux * aside }
  return {
    from: { x: from.x + ux * gapFrom + shift.x, y: from.y + uy * gapFrom + shift.y },
    to: { x: to.x - ux * gapTo + shift.x, y: to.y - uy * gapTo + shift.y },
  }
}

/** The width of an arrow: its area speaks, so by the square root of the rate. */
export function arrowWidth(rate: number, fastest: number): number {
  if (rate <= 0 || fastest <= 0) return 0
  return 1.5 + 8.5 * Math.sqrt(Math.min(1, rate / fastest))
}
