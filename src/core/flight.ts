export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * Where a mark is on its way from the dropped school into a share: on a bow, slowly off, slowly in.
 *
 * @param time 0…1 of the mark's own flight
 * @param bow how far the way bends to its left, as a part of its length
 */
export function flightAt(from: Point, to: Point, time: number, bow: number): Point & { heading: number } {
  const t = Math.min(1, Math.max(0, time))
  const eased = t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2
  const dx = to.x - from.x
  const dy = to.y - from.y
  const aside = Math.sin(eased * Math.PI) * bow
  const turn = Math.cos(eased * Math.PI) * Math.PI * bow
  return {
    x: from.x + dx * eased + dy * aside,
    y: from.y + dy * eased - dx * aside,
    heading: Math.atan2(dy - dx * turn, dx + dy * turn),
  }
}
