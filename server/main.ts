import { StartProblem } from './listen.ts'
import { SettingProblem } from './settingParsers.ts'
import { helpText, readSettings } from './settings.ts'
import { startServer, type RunningServer } from './start.ts'

/** npm passes on a signal that the terminal has sent to the whole group: those two are one. */
const SAME_SIGNAL_MS = 300

const [argument] = process.argv.slice(2)
if (argument === undefined) await run()
else if (argument === '--help' || argument === '-h') console.log(helpText())
else fail(`Unknown argument ${argument}; there is only --help. Settings are environment variables.`)

async function run(): Promise<void> {
  try {
    const server = await startServer(readSettings(process.env))
    console.log(`Shoal is at ${server.url.replace(/\/$/, '')} (${reach(server.host)})`)
    console.log(server.stunPort === null ? 'STUN is off' : `STUN is at UDP port ${server.stunPort}`)
    console.log(
      server.udpPort === null ? 'The UDP tracker is off' : `The UDP tracker is at port ${server.udpPort}`,
    )
    stopOnSignals(server)
  } catch (error) {
    if (!(error instanceof SettingProblem) && !(error instanceof StartProblem)) throw error
    fail(error.message)
  }
}

function reach(host: string): string {
  if (host === '::' || host === '0.0.0.0') return 'all interfaces'
  return host === '::1' || host.startsWith('127.') ? 'this machine alone' : `at ${host} alone`
}

/** The first signal stops the server in good order, after which nothing keeps the process; a second ends it at once. */
function stopOnSignals(server: RunningServer): void {
  let firstAt: number | null = null
  function onSignal(): void {
    if (firstAt === null) {
      firstAt = performance.now()
      void server.stop()
    } else if (performance.now() - firstAt > SAME_SIGNAL_MS) {
      process.exit(1)
    }
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

function fail(line: string): void {
  console.error(line)
  process.exitCode = 1
}
