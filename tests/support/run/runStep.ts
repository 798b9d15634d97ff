import { fork } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'
import { EMPTY, type Report } from './report.ts'
import type { Command, Step } from './steps.ts'

export interface Outcome {
  readonly ok: boolean
  readonly seconds: number
  /** Of all its processes, on all cores; 0 where the system does not tell. */
  readonly processorSeconds: number
  readonly report: Report
  /** What its commands wrote, when it was not shown as it came. */
  readonly output: string
}

/** How much of the output tells about a step that failed without a failed test. */
const LAST_LINES = 12

/** Runs one step. Its output is kept back; with `live` it is shown as it comes. */
export async function runStep(step: Step, options: { live: boolean }): Promise<Outcome> {
  const started = performance.now()
  if (step.report) rmSync(step.report.path, { force: true })
  let output = ''
  let ok = true
  let processorSeconds = 0
  for (const command of step.commands) {
    const result = await runCommand(command, options.live)
    output += result.output
    processorSeconds += result.processorSeconds
    ok &&= result.ok
  }
  let report = EMPTY
  try {
    if (step.report) report = step.report.read(JSON.parse(readFileSync(step.report.path, 'utf8')) as unknown)
  } catch (error) {
    // A runner that fell over before its report; with exit code 0 that is a failure all the same.
    ok = false
    output += `\nNo report of the tests: ${error instanceof Error ? error.message : String(error)}\n`
  }
  // A failed step without a failed test (a type error, a crash) counts as one failure.
  if (!ok && report.failed === 0)
    report = { ...report, failed: 1, failures: [{ name: step.name, message: lastLines(output) }] }
  return { ok, seconds: (performance.now() - started) / 1000, processorSeconds, report, output }
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-LAST_LINES).join('\n')
}

interface Ran {
  readonly ok: boolean
  readonly output: string
  readonly processorSeconds: number
}

async function runCommand(command: Command, live: boolean): Promise<Ran> {
  const tools = resolve('node_modules/.bin')
  const child = fork(resolve('tests/support/run/metered.ts'), [command.program, ...command.parameters], {
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe', 'ipc'],
    // node_modules/.bin first: the tools, and the Node they run on.
    env: { ...process.env, PATH: `${tools}${delimiter}${process.env['PATH'] ?? ''}` },
  })
  let output = ''
  let processorSeconds = 0
  const keep = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  child.on('message', (message: { processorSeconds: number }) => {
    processorSeconds = message.processorSeconds
  })
  return new Promise((resolveRun) => {
    child.once('error', (error) =>
      resolveRun({ ok: false, output: `${output}${error.message}\n`, processorSeconds }),
    )
    child.once('close', (code) => resolveRun({ ok: code === 0, output, processorSeconds }))
  })
}
