import { stripVTControlCharacters } from 'node:util'
import { ensureBrowsers } from './support/run/ensureBrowsers.ts'
import { ensureClients } from './support/run/ensureClients.ts'
import { ensureFfmpeg } from './support/run/ensureFfmpeg.ts'
import { ensurePostgres } from './support/run/ensurePostgres.ts'
import { ensureValkey } from './support/run/ensureValkey.ts'
import { EMPTY, joined, type Failure, type Report, type TimedTest } from './support/run/report.ts'
import { runStep } from './support/run/runStep.ts'
import { allPhases, type Lane, type Step } from './support/run/steps.ts'

/**
 * What `npm test` runs: every step, or the ones named (`npm test -- unit e2e`). What follows the names goes to
 * the last step (`npm test -- e2e tabs.spec.ts -g first`). `npm run check` names those that need no browser.
 */

/** How many of the dearest tests are named in the end. */
const DEAREST = 20
/** How much of a failure's message is said again in the end. */
const FAILURE_LINES = 12
const BROWSER_STEPS = ['interop', 'component', 'e2e']

type Phases = readonly (readonly Lane[])[]

function chosen(phases: Phases, parameters: readonly string[]): Phases {
  if (parameters.length === 0) return phases
  const steps = phases.flat(2)
  const known = steps.map((step) => step.name)
  const after = parameters.findIndex((parameter) => !known.includes(parameter))
  const names = after < 0 ? parameters : parameters.slice(0, after)
  const extra = after < 0 ? [] : parameters.slice(after)
  if (names.length === 0) throw new Error(`Unknown step: ${extra.join(' ')}. There are: ${known.join(' ')}`)
  const needed = steps.flatMap((step) => (names.includes(step.name) && step.needs ? [step.needs] : []))
  const last = names.at(-1)
  return phases
    .map((lanes) =>
      lanes.map((lane) => lane.filter(({ name }) => names.includes(name) || needed.includes(name))),
    )
    .map((lanes) => lanes.filter((lane) => lane.length > 0))
    .map((lanes) =>
      lanes.map((lane) => lane.map((step) => (step.name === last ? withParameters(step, extra) : step))),
    )
}

function withParameters(step: Step, extra: readonly string[]): Step {
  const commands = step.commands.map((command) => ({
    ...command,
    parameters: [...command.parameters, ...extra],
  }))
  return { ...step, commands }
}

interface Result {
  readonly failed: readonly string[]
  readonly report: Report
}

async function runLane(lane: Lane, live: boolean): Promise<Result> {
  const failed: string[] = []
  let report = EMPTY
  for (const step of lane) {
    if (live) console.log(`\n── ${step.heading} (${step.name})`)
    const outcome = await runStep(step, { live })
    report = joined(report, outcome.report)
    if (!outcome.ok) {
      failed.push(step.name)
      process.stdout.write(outcome.output)
    }
    const processor =
      outcome.processorSeconds > 0 ? ` (processor ${outcome.processorSeconds.toFixed(0)} s)` : ''
    const tests = step.report ? `, ${outcome.report.passed} passed, ${outcome.report.failed} failed` : ''
    const verdict = outcome.ok ? 'ok' : 'FAILED'
    console.log(
      `── ${step.heading} (${step.name}): ${verdict} in ${outcome.seconds.toFixed(1)} s${processor}${tests}`,
    )
  }
  return { failed, report }
}

function printDearest(tests: readonly TimedTest[]): void {
  const dearest = tests.toSorted((left, right) => right.seconds - left.seconds).slice(0, DEAREST)
  if (dearest.length === 0) return
  console.log(`\nThe dearest tests:`)
  for (const { name, seconds } of dearest) console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`)
}

/** Says last what went wrong, for whoever sees only the end of the output. */
function printFailures(failures: readonly Failure[]): void {
  for (const { name, message } of failures) {
    const said = stripVTControlCharacters(message).split('\n').slice(0, FAILURE_LINES)
    console.log(`\nFailed: ${name}\n${said.map((line) => `    ${line}`).join('\n')}`)
  }
}

async function main(): Promise<void> {
  const parameters = process.argv.slice(2)
  const cached = parameters[0] === '--cached'
  const phases = chosen(allPhases(cached), cached ? parameters.slice(1) : parameters)
  const names = phases.flat(2).map((step) => step.name)
  if (names.some((name) => BROWSER_STEPS.includes(name))) ensureBrowsers()
  if (names.includes('interop')) ensureClients()
  if (names.includes('e2e') || names.includes('interop')) ensureFfmpeg()
  if (names.includes('unit')) ensurePostgres()
  if (names.includes('unit') || names.includes('e2e')) ensureValkey()
  const startedAt = performance.now()
  const failed: string[] = []
  let report = EMPTY
  for (const lanes of phases) {
    // Lanes side by side would write over each other.
    const live = lanes.flat().length === 1 && names.length < 3
    const results = await Promise.all(lanes.map((lane) => runLane(lane, live)))
    failed.push(...results.flatMap((result) => result.failed))
    report = joined(report, results.map((result) => result.report).reduce(joined, EMPTY))
  }
  printDearest(report.tests)
  printFailures(report.failures)
  console.log(`\n${((performance.now() - startedAt) / 60_000).toFixed(1)} minutes in all`)
  if (failed.length > 0) console.log(`Failed steps: ${failed.join(', ')}`)
  const skipped = report.skipped > 0 ? `, ${report.skipped} skipped` : ''
  console.log(`\n${report.passed} passed, ${report.failed} failed${skipped}`)
  process.exitCode = failed.length > 0 ? 1 : 0
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
