import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'
import { NONE, type Counts } from './counts.ts'
import type { Command, Step } from './steps.ts'

export interface Outcome {
  readonly ok: boolean
  readonly seconds: number
  readonly counts: Counts
}

/**
 * Runs one step. Its output is kept back and shown whole if it fails; with `live` it is shown as it comes.
 */
export async function runStep(step: Step, options: { live: boolean }): Promise<Outcome> {
  const started = performance.now()
  if (step.report) rmSync(step.report.path, { force: true })
  let output = ''
  let ok = true
  for (const command of step.commands) {
    const result = await runCommand(command, options.live)
    output += result.output
    ok &&= result.ok
  }
  let counts = NONE
  try {
    if (step.report) counts = step.report.read(JSON.parse(readFileSync(step.report.path, 'utf8')) as unknown)
  } catch (error) {
    // A runner that fell over before its report; with exit code 0 that is a failure all the same.
    ok = false
    output += `\nNo report of the tests: ${error instanceof Error ? error.message : String(error)}\n`
  }
  if (!ok) process.stdout.write(output)
  // A failed step without a failed test (a type error, a crash) counts as one failure.
  if (!ok && counts.failed === 0) counts = { ...counts, failed: 1 }
  return { ok, seconds: (performance.now() - started) / 1000, counts }
}

async function runCommand(command: Command, live: boolean): Promise<{ ok: boolean; output: string }> {
  const tools = resolve('node_modules/.bin')
  const child = spawn(command.program, command.parameters, {
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    // node_modules/.bin first: the tools, and the Node they run on.
    env: { ...process.env, PATH: `${tools}${delimiter}${process.env['PATH'] ?? ''}` },
  })
  let output = ''
  const keep = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return new Promise((resolveRun) => {
    child.once('error', (error) => resolveRun({ ok: false, output: `${output}${error.message}\n` }))
    child.once('close', (code) => resolveRun({ ok: code === 0, output }))
  })
}
