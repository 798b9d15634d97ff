import { parseArgs } from 'node:util'

/** What a bench can be told: `npm run bench -- line --rounds 1 --only lossy`. */
export interface BenchOptions {
  /** What stands after the bench's name. */
  readonly parts: readonly string[]
  /** Each figure is the median of so many. */
  readonly rounds: number
  /** Only what has this in its name. */
  readonly only: string
  /** In place of every size; megabytes (10⁶). */
  readonly megabytes: number | null
}

const USUAL_ROUNDS = 3

export function benchOptions(usualRounds = USUAL_ROUNDS): BenchOptions {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: String(usualRounds) },
      only: { type: 'string', default: '' },
      megabytes: { type: 'string' },
    },
  })
  const { megabytes } = values
  return {
    parts: positionals.slice(1),
    rounds: positive('rounds', values.rounds),
    only: values.only,
    megabytes: megabytes === undefined ? null : positive('megabytes', megabytes),
  }
}

function positive(name: string, text: string): number {
  const value = Number(text)
  if (!(value > 0 && Number.isInteger(value)))
    throw new Error(`--${name} takes a whole number above 0, not ${text}.`)
  return value
}
