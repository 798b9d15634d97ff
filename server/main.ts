import { StartProblem } from './listen.ts'
import { createLog, writeToConsole } from './log.ts'
import type { RunningProcesses } from './processes/processes.ts'
import { SettingProblem } from './settingParsers.ts'
import { helpText, readSettings, type Settings } from './settings.ts'
import { startServer } from './start.ts'
import { AdminKeys } from './store/adminKeys.ts'
import { backupTo, hasDatabase, openDatabase } from './store/database.ts'
import { copyDatabase } from './store/shared/copyDatabase.ts'
import { createAdminLink } from './store/shared/sharedAdminKeys.ts'
import { withPostgres } from './store/shared/withPostgres.ts'

/** npm passes on a signal that the terminal has sent to the whole group: those two are one. */
const SAME_SIGNAL_MS = 300

/** The server stopped, and what was due then could not be written. */
const EXIT_LOST = 2

const [argument, parameter] = process.argv.slice(2)
if (argument === undefined) await orFail(run)
else if (argument === '--help' || argument === '-h') console.log(helpText())
else if (argument === '--admin-link') await orFail(printAdminLink)
else if (argument === '--backup' && parameter !== undefined) await orFail(() => backUp(parameter))
else if (argument === '--copy-database') await orFail(copyToPostgres)
else fail(`Unknown argument ${argument}; --help lists what there is. Settings are environment variables.`)

async function orFail(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof SettingProblem) && !(error instanceof StartProblem)) throw error
    fail(error.message)
  }
}

async function run(): Promise<void> {
  const settings = readSettings(process.env)
  const server = settings.nodes > 1 ? await manyProcesses(settings) : await startServer(settings)
  console.log(`Shoal is at ${server.url.replace(/\/$/, '')} (${reach(server.host)})`)
  console.log(server.stunPort === null ? 'STUN is off' : `STUN is at UDP port ${server.stunPort}`)
  console.log(
    server.udpPort === null ? 'The UDP tracker is off' : `The UDP tracker is at port ${server.udpPort}`,
  )
  if (server.adminLink !== null) {
    console.log(`Become admin, once: ${adminUrl(settings.publicUrl?.href ?? server.url, server.adminLink)}`)
  }
  stopOnSignals(server)
}

/** Loaded for whoever wants it. */
async function manyProcesses(settings: Settings): Promise<RunningProcesses> {
  const { startProcesses } = await import('./processes/processes.ts')
  return startProcesses(settings, createLog(settings.logLevel, writeToConsole, undefined, settings.logFormat))
}

async function printAdminLink(): Promise<void> {
  const { publicUrl, port, dataDir, databaseUrl } = readSettings(process.env)
  const link =
    databaseUrl === null
      ? newAdminLink(dataDir)
      : await withPostgres(databaseUrl, async (query) => createAdminLink(query, Date.now()))
  console.log(adminUrl(publicUrl?.href ?? `http://localhost:${port}/`, link))
}

function newAdminLink(dataDir: string | null): string {
  const database = openDatabase(dataDir)
  const link = new AdminKeys(database, () => Date.now()).createLink()
  database.close()
  return link
}

async function copyToPostgres(): Promise<void> {
  const { dataDir, databaseUrl } = readSettings(process.env)
  if (databaseUrl === null) {
    throw new StartProblem('DATABASE_URL must say where the database in DATA_DIR is to be copied to.')
  }
  const copied = await copyDatabase(dataDir, databaseUrl)
  console.log('Copied, in rows:')
  for (const [table, count] of Object.entries(copied)) console.log(`  ${table}: ${count}`)
}

/** The secret is in the fragment, which no server and no log gets to see. */
function adminUrl(site: string, link: string): string {
  return `${site}admin#link=${link}`
}

async function backUp(file: string): Promise<void> {
  const { dataDir, databaseUrl } = readSettings(process.env)
  if (databaseUrl !== null) {
    throw new StartProblem('What is at DATABASE_URL is backed up by PostgreSQL’s own pg_dump.')
  }
  // Opened, a folder named by mistake would get an empty one, and that would be the backup.
  if (!hasDatabase(dataDir)) {
    throw new StartProblem(
      `There is no database in ${dataDir ?? 'memory'} to back up. Name its folder with DATA_DIR.`,
    )
  }
  const database = openDatabase(dataDir)
  try {
    await backupTo(database, file)
  } catch (error) {
    throw new StartProblem(`The backup cannot be written to ${file}: ${String(error)}`)
  } finally {
    database.close()
  }
}

function reach(host: string): string {
  if (host === '::' || host === '0.0.0.0') return 'all interfaces'
  return host === '::1' || host.startsWith('127.') ? 'this machine alone' : `at ${host} alone`
}

/** The first signal stops the server in good order, after which nothing keeps the process; a second ends it at once. */
function stopOnSignals(server: RunningProcesses): void {
  let firstAt: number | null = null
  function onSignal(): void {
    if (firstAt === null) {
      firstAt = performance.now()
      server.stop().catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : String(error))
        process.exitCode = EXIT_LOST
      })
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
