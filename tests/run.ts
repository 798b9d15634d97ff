import { sum, NONE } from './support/run/counts.ts'
import { ensureBrowsers } from './support/run/ensureBrowsers.ts'
import { ensureClients } from './support/run/ensureClients.ts'
import { ensureFfmpeg } from './support/run/ensureFfmpeg.ts'
import { runStep } from './support/run/runStep.ts'
import { allSteps, type Step } from './support/run/steps.ts'

/**
 * What `npm test` runs: every step, or the ones named (`npm test -- unit e2e`). What follows the names goes to
 * the last step (`npm test -- e2e swarm.spec.ts -g first`).
 */

function chosenSteps(parameters: readonly string[]): Step[] {
  const steps = allSteps()
  if (parameters.length === 0) return steps
  const known = steps.map((step) => step.name)
  const after = parameters.findIndex((parameter) => !known.includes(parameter))
  const names = after < 0 ? parameters : parameters.slice(0, after)
  const extra = after < 0 ? [] : parameters.slice(after)
  if (names.length === 0) throw new Error(`Unknown step: ${extra.join(' ')}. There are: ${known.join(' ')}`)
  const needed = steps.flatMap((step) => (names.includes(step.name) && step.needs ? [step.needs] : []))
  const last = names.at(-1)
  return steps
    .filter((step) => names.includes(step.name) || needed.includes(step.name))
    .map((step) => (step.name === last ? withParameters(step, extra) : step))
}

function withParameters(step: Step, extra: readonly string[]): Step {
  const commands = step.commands.map((command) => ({
    ...command,
    parameters: [...command.parameters, ...extra],
  }))
  return { ...step, commands }
}

async function main(): Promise<void> {
  const parameters = process.argv.slice(2)
  const steps = chosenSteps(parameters)
  ensureBrowsers()
  if (steps.some((step) => step.name === 'interop')) ensureClients()
  if (steps.some((step) => step.name === 'e2e')) ensureFfmpeg()
  const failed: string[] = []
  let counts = NONE
  for (const step of steps) {
    console.log(`\n── ${step.heading} (${step.name})`)
    const outcome = await runStep(step, { live: parameters.length > 0 })
    counts = sum(counts, outcome.counts)
    if (!outcome.ok) failed.push(step.name)
    const tests = step.report ? `, ${outcome.counts.passed} passed, ${outcome.counts.failed} failed` : ''
    console.log(`   ${outcome.ok ? 'ok' : 'FAILED'} in ${outcome.seconds.toFixed(1)} s${tests}`)
  }
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`)
  process.exitCode = failed.length > 0 ? 1 : 0
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
