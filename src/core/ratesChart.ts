interface Sample {
  readonly get: number
  readonly give: number
}

/** Outlines for a chart of rates over time: what one gets above the axis, what one gives below it. */
export interface RatesPaths {
  /** Where the axis lies: the side with the higher rates has more room. */
  readonly axis: number
  readonly getArea: string
  readonly getLine: string
  readonly giveArea: string
  readonly giveLine: string
}

/** Rates below this must not look like a mountain. */
const SMALLEST_PEAK = 10_000
/** Each side keeps this part of the height, so that the axis never lies at an edge. */
const LEAST_SIDE = 0.14

/**
 * Both sides are drawn to the same scale.
 *
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
  const peaks = peaksOf(shown)
  const total = Math.max(SMALLEST_PEAK, peaks.get + peaks.give)
  const share = peaks.get + peaks.give === 0 ? 0.5 : peaks.get / (peaks.get + peaks.give)
  const above = Math.min(1 - LEAST_SIDE, Math.max(LEAST_SIDE, share))
  const axis = Math.round(height * above)
  const scale = Math.min(
    height / total,
    axis / Math.max(1, peaks.get),
    (height - axis) / Math.max(1, peaks.give),
  )
  const xOf = (index: number) => width - ((shown.length - 1 - index) * width) / (span - 1)
  const points = (pick: (sample: Sample) => number, sign: number) =>
    shown.map(
      (sample, index) => `${xOf(index).toFixed(1)} ${(axis - sign * pick(sample) * scale).toFixed(1)}`,
    )
  const get = points((sample) => sample.get, 1)
  const give = points((sample) => sample.give, -1)
  return {
    axis,
    getArea: areaOf(get, xOf(0), width, axis),
    getLine: peaks.get > 0 ? lineOf(get) : '',
    giveArea: areaOf(give, xOf(0), width, axis),
    giveLine: peaks.give > 0 ? lineOf(give) : '',
  }
}

/** The highest rate each way. */
export function peaksOf(samples: readonly Sample[]): Sample {
  return {
    get: Math.max(0, ...samples.map((sample) => sample.get)),
    give: Math.max(0, ...samples.map((sample) => sample.give)),
  }
}

function lineOf(points: readonly string[]): string {
  return points.length === 0 ? '' : `M${points.join('L')}`
}

function areaOf(points: readonly string[], left: number, right: number, axis: number): string {
  return points.length === 0 ? '' : `M${left.toFixed(1)} ${axis}L${points.join('L')}L${right} ${axis}Z`
}
