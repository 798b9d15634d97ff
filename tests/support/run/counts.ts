/** How many tests passed, failed and were skipped, as the runners' JSON reports tell. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 }

export function sum(left: Counts, right: Counts): Counts {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  }
}

export function vitestCounts(json: unknown): Counts {
  return {
    passed: numberAt(json, 'numPassedTests'),
    failed: numberAt(json, 'numFailedTests'),
    skipped: numberAt(json, 'numPendingTests') + numberAt(json, 'numTodoTests'),
  }
}

export function playwrightCounts(json: unknown): Counts {
  const stats = memberOf(json, 'stats')
  return {
    // A test that passed only when it was tried again did pass.
    passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'),
    failed: numberAt(stats, 'unexpected'),
    skipped: numberAt(stats, 'skipped'),
  }
}

function numberAt(json: unknown, name: string): number {
  const value = memberOf(json, name)
  if (typeof value !== 'number') throw new Error(`The report has no number called ${name}.`)
  return value
}

function memberOf(json: unknown, name: string): unknown {
  if (typeof json !== 'object' || json === null) throw new Error(`The report is no object with ${name}.`)
  return (json as Record<string, unknown>)[name]
}
