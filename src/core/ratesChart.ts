interface Sample {
  readonly get: number
  readonly give: number
}

/** Outlines for a chart of rates over time: what one gets above the axis, what one gives below it. */
export interface RatesPaths {
  /** The rate at the chart's edges, a round number. */
  readonly scale: number
  readonly getArea: string
  readonly getLine: string
  readonly giveArea: string
  readonly giveLine: string
}

/** A scale below this would make noise look like a mountain. */
const SMALLEST_SCALE = 10_000

/**
 * @param samples oldest first, the newest at the right edge
 * @param span how many samples the width stands for
 */
export function ratesPaths(
  samples: readonly Sample[],
  span: number,
  width: number,
  height: number,
): RatesPaths {
  const shown = samples.slice(-span)
  const scale = roundUp(Math.max(SMALLEST_SCALE, ...shown.map((sample) => Math.max(sample.get, sample.give))))
  const axis = height / 2
  const xOf = (index: number) => width - ((shown.length - 1 - index) * width) / (span - 1)
  const points = (pick: (sample: Sample) => number, sign: number) =>
    shown.map((sample, index) => {
      const y = axis - (sign * pick(sample) * (axis - 1)) / scale
      return `${xOf(index).toFixed(1)} ${y.toFixed(1)}`
    })
  const get = points((sample) => sample.get, 1)
  const give = points((sample) => sample.give, -1)
  return {
    scale,
    getArea: areaOf(get, xOf(0), width, axis),
    getLine: lineOf(get),
    giveArea: areaOf(give, xOf(0), width, axis),
    giveLine: lineOf(give),
  }
}

/** The next of 1, 2, 5 × a power of ten. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const digit = value / power
  return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power
}

function lineOf(points: readonly string[]): string {
  return points.length === 0 ? '' : `M${points.join('L')}`
}

function areaOf(points: readonly string[], left: number, right: number, axis: number): string {
  return points.length === 0 ? '' : `M${left.toFixed(1)} ${axis}L${points.join('L')}L${right} ${axis}Z`
}
