import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { KeeperAt } from './keeper/keeperAt.ts'
import { createLog, type LogFormat, type LogLevel } from './log.ts'
import { LOG_FORMAT, type Declarations } from './settingDeclaration.ts'
import { oneOf, publicUrl, secret, SettingProblem } from './settingParsers.ts'
import { groupHelp, readGroup } from './settings.ts'

/* The keeper as a process of its own, for one site or several that run elsewhere: `npm run keeper`. */

interface KeeperMainSettings {
  readonly sites: readonly URL[]
  readonly secret: string | null
  readonly dataDir: string
  readonly logLevel: LogLevel
  readonly logFormat: LogFormat
}

const SETTINGS: Declarations<KeeperMainSettings> = {
  sites: {
    name: 'KEEPER_AT',
    meaning:
      'Addresses of the sites that it is for, such as https://share.example.org, with commas between them.',
    default: [],
    defaultText: 'none, so it has to be set',
    parse: (text) => text.split(',').map((each) => publicUrl(each.trim())),
  },
  secret: {
    name: 'KEEPER_SECRET',
    meaning: 'By which it registers: the same as at each of the sites.',
    default: null,
    defaultText: 'none, so it has to be set',
    parse: secret,
  },
  dataDir: {
    name: 'DATA_DIR',
    meaning: 'Folder in which it keeps what it has, by the name of the site.',
    default: './data',
    parse: (text) => text,
  },
  logLevel: {
    name: 'LOG_LEVEL',
    meaning: 'The least that is written: debug, info, warn or error.',
    default: 'info',
    parse: oneOf('debug', 'info', 'warn', 'error'),
  },
  logFormat: LOG_FORMAT,
}

const [argument] = process.argv.slice(2)
if (argument === '--help' || argument === '-h') console.log(helpText())
else if (argument === undefined) run()
else fail(`Unknown argument ${argument}; --help lists what there is. Settings are environment variables.`)

function run(): void {
  let keepers: readonly KeeperAt[]
  try {
    keepers = start(readGroup(SETTINGS, process.env))
  } catch (error) {
    if (!(error instanceof SettingProblem)) throw error
    fail(error.message)
    return
  }
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    void Promise.all(keepers.map((keeper) => keeper.stop())).then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function start({
  sites,
  secret: own,
  dataDir,
  logLevel,
  logFormat,
}: KeeperMainSettings): readonly KeeperAt[] {
  if (sites.length === 0 || own === null) {
    throw new SettingProblem('KEEPER_AT and KEEPER_SECRET must be set; --help says to what.')
  }
  const log = createLog(logLevel, write, undefined, logFormat)
  return sites.map((site) => {
    const folder = join(dataDir, 'keepers', site.host.replace(/[^\w.-]/g, '_'))
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return new KeeperAt({ site, secret: own, folder, log })
  })
}

function write(line: string, isTrouble: boolean): void {
  ;(isTrouble ? process.stderr : process.stdout).write(line)
}

function helpText(): string {
  return [
    'The keeper of one or several Shoal sites, as a process of its own. See docs/keeper.md.',
    '',
    'Usage: npm run keeper',
    '',
    ...groupHelp('Settings are environment variables', SETTINGS),
  ].join('\n')
}

function fail(line: string): void {
  console.error(line)
  process.exitCode = 1
}
