/** A value at a moment, in milliseconds since 1970. */
export interface Reading {
  readonly at: number
  readonly value: number
}

/** Outlines for a chart of one value over time. */
export interface TimeChart {
  readonly line: string
  readonly area: string
  /** The value at the upper edge: a round number at or above the highest reading. */
  readonly top: number
}

/**
 * @param readings oldest first; those before `from` are left out
 * @param from,to the moments at the left and the right edge
 * @param least the upper edge is never below this, so that next to nothing does not look like a mountain
 */
export function timeChart(
  readings: readonly Reading[],
  {
    from,
    to,
    width,
    height,
    least,
  }: { from: number; to: number; width: number; height: number; least: number },
): TimeChart {
  const shown = readings.filter(({ at }) => at >= from && at <= to)
  const top = roundUp(Math.max(least, ...shown.map(({ value }) => value)))
  const x = ({ at }: Reading) => (((at - from) / Math.max(1, to - from)) * width).toFixed(1)
  const y = ({ value }: Reading) => (height - (Math.max(0, value) / top) * height).toFixed(1)
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last || first === last) return { line: '', area: '', top }
  const line = `M${shown.map((reading) => `${x(reading)} ${y(reading)}`).join('L')}`
  return { line, area: `${line}L${x(last)} ${height}L${x(first)} ${height}Z`, top }
}

/** How much a count grew a second, between each reading and the one before it. One that started anew is left out. */
export function growthOf(readings: readonly Reading[]): Reading[] {
  return readings.flatMap(({ at, value }, index) => {
    const before = readings[index - 1]
    if (!before || at <= before.at || value < before.value) return []
    return [{ at, value: ((value - before.value) * 1000) / (at - before.at) }]
  })
}

/** The next of 1, 2, 5, 10, 20, 50 … */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 5, 10].find((factor) => value <= factor * power * (1 + 1e-9)) ?? 10
  return step * power
}
