import type { BenchOptions } from './benchOptions.ts'

/** What the benches share: a median of several runs, a figure beside its baseline, one JSON line at the end. */

export interface Figure {
  readonly name: string
  readonly unit: string
  readonly value: number
  /** What it is compared with; the ratio says how many times as much this is. */
  readonly baseline?: { readonly name: string; readonly value: number }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) throw new Error('No value to take the median of.')
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** The smallest of the values that so many (0…1) of them do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('No value to take a quantile of.')
  return value
}

/** Runs those parts of a bench that are named, or all, and reports what they measure. */
export async function reportParts(
  bench: string,
  measures: Readonly<Record<string, (rounds: number) => Promise<readonly Figure[]>>>,
  { parts, rounds }: Pick<BenchOptions, 'parts' | 'rounds'>,
): Promise<void> {
  const figures: Figure[] = []
  for (const name of parts.length === 0 ? Object.keys(measures) : parts) {
    const measure = measures[name]
    if (!measure) throw new Error(`There are: ${Object.keys(measures).join(' ')}`)
    figures.push(...(await measure(rounds)))
  }
  report(bench, figures)
}

/** Runs several times, one after another, and answers the median. */
export async function medianOf(runs: number, measure: (run: number) => Promise<number>): Promise<number> {
  const values: number[] = []
  for (let run = 0; run < runs; run++) values.push(await measure(run))
  return median(values)
}

export function report(bench: string, figures: readonly Figure[]): void {
  for (const { name, unit, value, baseline } of figures) {
    const against = baseline
      ? `, ${(value / baseline.value).toFixed(2)} × ${baseline.name} (${show(baseline.value)} ${unit})`
      : ''
    console.log(`${name}: ${show(value)} ${unit}${against}`)
  }
  console.log(JSON.stringify({ bench, figures: figures.map(withRatio) }))
}

function withRatio(figure: Figure): object {
  return figure.baseline ? { ...figure, ratio: figure.value / figure.baseline.value } : figure
}

function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
