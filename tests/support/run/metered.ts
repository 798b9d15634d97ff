import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'

/**
 * Runs a command and tells its parent, over IPC, how much processor time it and all that it started took:
 * `node metered.ts PROGRAM PARAMETER…`. Seconds of a processor say the same on a machine that others share.
 * Linux counts them for each child that was waited for; elsewhere nothing is told.
 */

/** In ticks of 1/100 s: what children have taken that have ended (proc_pid_stat(5), cutime and cstime). */
function childrenTicks(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
  // The second field is a name in parentheses, which may hold blanks.
  const after = fields.slice(fields.lastIndexOf(')') + 2).split(' ')
  return Number(after[13]) + Number(after[14])
}

const [program = '', ...parameters] = process.argv.slice(2)
const child = spawn(program, parameters, { stdio: 'inherit' })
child.once('error', (error) => {
  console.error(error.message)
  process.exit(127)
})
child.once('exit', (code, signal) => {
  if (existsSync('/proc/self/stat')) process.send?.({ processorSeconds: childrenTicks() / 100 })
  process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0)
})
