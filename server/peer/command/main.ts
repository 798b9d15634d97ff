import { UsageProblem, readCommand, type Command } from './commandLine.ts'
import { helpText } from './help.ts'
import { errorWords } from './problemWords.ts'
import { run } from './run.ts'
import { jsonScreen, peopleScreen } from './screen.ts'

/** `shoal` on the command line. */

const EXIT = { failed: 1, notUnderstood: 2, stopped: 130 } as const

const command = understood()
if (command.kind === 'help') process.stdout.write(helpText())
else await obey(command)

function understood(): Command {
  try {
    return readCommand(process.argv.slice(2), process.env)
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error
    process.stderr.write(`${error.message} “shoal --help” says what there is.\n`)
    process.exit(EXIT.notUnderstood)
  }
}

async function obey(asked: Exclude<Command, { kind: 'help' }>): Promise<void> {
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // The first lets go in order; who is asked twice goes at once.
      if (stopped.signal.aborted) process.exit(EXIT.stopped)
      stopped.abort(new Error('stopped'))
    })
  }
  // Standard output is the file's alone when one is streamed.
  const out = asked.kind === 'get' && asked.stream ? process.stderr : process.stdout
  const streams = { out, messages: process.stderr, now: Date.now }
  const screen = 'json' in asked && asked.json ? jsonScreen(streams) : peopleScreen(streams)
  const { signal } = stopped
  try {
    await run(asked, { screen, out: process.stdout, signal, draws: process.stdout.isTTY })
    process.exit(0)
  } catch (error) {
    screen.progress(null)
    if (signal.aborted) {
      if (asked.kind === 'get' && !asked.stream) screen.say('Stopped. The same command goes on from here.')
      process.exit(EXIT.stopped)
    }
    const problem = errorWords(error)
    screen.event({ event: 'failed', problem })
    process.stderr.write(`${problem}\n`)
    process.exit(EXIT.failed)
  }
}
