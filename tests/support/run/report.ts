import { relative } from 'node:path'

/** What a test runner's JSON report says. */
export interface Report {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Each test that ran, and for how long. */
  readonly tests: readonly TimedTest[]
  readonly failures: readonly Failure[]
}

export interface TimedTest {
  /** File and title. */
  readonly name: string
  readonly seconds: number
}

export interface Failure {
  /** File and title. */
  readonly name: string
  /** What the runner says of it, as it came. */
  readonly message: string
}

export const EMPTY: Report = { passed: 0, failed: 0, skipped: 0, tests: [], failures: [] }

export function joined(left: Report, right: Report): Report {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
    tests: [...left.tests, ...right.tests],
    failures: [...left.failures, ...right.failures],
  }
}

/** Reads the report of Vitest's `json` reporter. Throws when it is none. */
export function vitestReport(json: unknown): Report {
  return {
    passed: numberAt(json, 'numPassedTests'),
    failed: numberAt(json, 'numFailedTests'),
    skipped: numberAt(json, 'numPendingTests') + numberAt(json, 'numTodoTests'),
    tests: listAt(json, 'testResults').flatMap((file) =>
      listAt(file, 'assertionResults').map((test) => ({
        name: vitestName(file, test),
        seconds: numberAt(test, 'duration', 0) / 1000,
      })),
    ),
    failures: listAt(json, 'testResults').flatMap((file) => {
      const tests = listAt(file, 'assertionResults').filter((test) => textAt(test, 'status') === 'failed')
      // A file that could not be loaded has a message and no failed test.
      if (tests.length === 0 && textAt(file, 'status') === 'failed')
        return [{ name: fileName(file), message: textAt(file, 'message') }]
      return tests.map((test) => ({
        name: vitestName(file, test),
        message: listAt(test, 'failureMessages').map(String).join('\n'),
      }))
    }),
  }
}

function fileName(file: unknown): string {
  return relative(process.cwd(), textAt(file, 'name'))
}

function vitestName(file: unknown, test: unknown): string {
  return `${fileName(file)} › ${textAt(test, 'fullName')}`
}

/** Reads the report of Playwright's `json` reporter. Throws when it is none. */
export function playwrightReport(json: unknown): Report {
  const stats = memberOf(json, 'stats')
  return {
    passed: numberAt(stats, 'expected'),
    // What passed only at a second try has failed once.
    failed: numberAt(stats, 'unexpected') + numberAt(stats, 'flaky'),
    skipped: numberAt(stats, 'skipped'),
    tests: listAt(json, 'suites').flatMap((suite) => specsOf(suite, []).map(timed)),
    failures: listAt(json, 'suites')
      .flatMap((suite) => specsOf(suite, []))
      .flatMap(failureOf),
  }
}

interface Spec {
  readonly name: string
  /** One for each try. */
  readonly results: readonly unknown[]
}

/** A suite of Playwright's holds tests ("specs") and further suites. */
function specsOf(suite: unknown, above: readonly string[]): Spec[] {
  const path = [...above, textAt(suite, 'title')]
  const own = listAt(suite, 'specs').map((spec) => ({
    name: [...path, textAt(spec, 'title')].join(' › '),
    results: listAt(spec, 'tests').flatMap((test) => listAt(test, 'results')),
  }))
  return [...own, ...listAt(suite, 'suites', []).flatMap((inner) => specsOf(inner, path))]
}

function timed({ name, results }: Spec): TimedTest {
  return { name, seconds: sumOf(results.map((result) => numberAt(result, 'duration', 0))) / 1000 }
}

function failureOf({ name, results }: Spec): Failure[] {
  const errors = results.flatMap((result) => listAt(result, 'errors', []))
  return errors.length === 0
    ? []
    : [{ name, message: errors.map((error) => textAt(error, 'message')).join('\n') }]
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

function numberAt(json: unknown, name: string, otherwise?: number): number {
  const value = memberOf(json, name) ?? otherwise
  if (typeof value !== 'number') throw new Error(`The report has no number called ${name}.`)
  return value
}

function textAt(json: unknown, name: string): string {
  const value = memberOf(json, name)
  if (typeof value !== 'string') throw new Error(`The report has no text called ${name}.`)
  return value
}

function listAt(json: unknown, name: string, otherwise?: readonly unknown[]): readonly unknown[] {
  const value = memberOf(json, name) ?? otherwise
  if (!Array.isArray(value)) throw new Error(`The report has no list called ${name}.`)
  return value as readonly unknown[]
}

function memberOf(json: unknown, name: string): unknown {
  if (typeof json !== 'object' || json === null) throw new Error(`The report is no object with ${name}.`)
  return (json as Record<string, unknown>)[name]
}
