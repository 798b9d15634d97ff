import type { Point } from '../flight.ts'

/**
 * What a hand drew, calmer and in few points: the trembling is averaged out, and what lies within `tolerance` of the
 * straight way between its neighbours is left out (Ramer, Douglas and Peucker), more of it where there would be more
 * than `most` points. Begins and ends where the hand did.
 */
export function smoothStroke(drawn: readonly Point[], tolerance: number, most: number): readonly Point[] {
  const calm = averaged(averaged(drawn))
  for (let allowed = tolerance; ; allowed *= 1.5) {
    const kept = simplified(calm, allowed)
    if (kept.length <= most) return kept
  }
}

function averaged(points: readonly Point[]): readonly Point[] {
  return points.map((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]]
    if (!before || !after) return point
    return { x: (before.x + 2 * point.x + after.x) / 4, y: (before.y + 2 * point.y + after.y) / 4 }
  })
}

/** Points that lie within `tolerance` of the way between those that stay are left out. */
export function simplified(points: readonly Point[], tolerance: number): readonly Point[] {
  if (points.length < 3) return points
  const stays = new Set([0, points.length - 1])
  const stretches: [from: number, to: number][] = [[0, points.length - 1]]
  for (let next = stretches.pop(); next; next = stretches.pop()) {
    const [from, to] = next
    const far = farthest(points, from, to)
    if (far === null || far.distance <= tolerance) continue
    stays.add(far.at)
    stretches.push([from, far.at], [far.at, to])
  }
  return points.filter((_, at) => stays.has(at))
}

/** Of the points between two others the one farthest from the straight way between them. */
function farthest(
  points: readonly Point[],
  from: number,
  to: number,
): { at: number; distance: number } | null {
  const [a, b] = [points[from], points[to]]
  if (!a || !b) return null
  let found: { at: number; distance: number } | null = null
  for (let at = from + 1; at < to; at++) {
    const point = points[at]
    const distance = point ? distanceToWay(point, a, b) : 0
    if (!found || distance > found.distance) found = { at, distance }
  }
  return found
}

/** Distance of a point from the straight way between two others. */
export function distanceToWay(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length
  const part = Math.min(1, Math.max(0, along))
  return Math.hypot(point.x - a.x - part * dx, point.y - a.y - part * dy)
}
