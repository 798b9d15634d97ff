import type { Milliseconds } from '../../src/core/brand.ts'
import { ProcessLink, type TablePipe } from '../cluster/processLink.ts'
import { StartProblem } from '../listen.ts'
import { readSettings, type Settings } from '../settings.ts'
import { startServer, type Among, type RunningServer } from '../start.ts'
import { FIRST, type FromProcess, type Others, type Place, type ToProcess } from './messages.ts'
import { passOnTo } from './passOn.ts'

/** One of several processes of a machine (NODES), started by {@link Processes} and ended by it, or with it. */

const FIGURES_MS: Milliseconds = 1_000

const pipe: TablePipe = {
  send: (messages) => tell({ kind: 'table', messages }),
  onMessages: () => undefined,
}
let others: Others = { running: 0, wanted: 0, figures: {} }
let server: RunningServer | null = null
let isStopping = false

// A terminal and systemd send these to every process; the one that has started this says when it is to end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => void stop())
process.on('message', (message: ToProcess) => {
  if (message.kind === 'table') pipe.onMessages(message.messages)
  else if (message.kind === 'others') others = message.others
  else if (message.kind === 'stop') void stop()
  else void start(message.place)
})

async function start(place: Place): Promise<void> {
  try {
    const isFirst = place.number === FIRST
    const among: Among = {
      keeperKey: place.keeperKey,
      link: (options) => new ProcessLink(options, pipe),
      passOn: isFirst ? null : passOnTo(place.first),
      askedAt: isFirst ? place.first : null,
      others: isFirst ? () => others : null,
    }
    const running = await startServer(settingsAt(place), { among })
    if (isStopping) {
      await running.stop()
      return
    }
    server = running
    const { url, host, port, stunPort, udpPort, adminLink } = running
    setInterval(() => tell({ kind: 'figures', figures: running.figures() }), FIGURES_MS).unref()
    tell({ kind: 'ready', url, host, port, stunPort, udpPort, adminLink })
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error
    tell({ kind: 'problem', message: error.message })
    process.disconnect()
  }
}

async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  try {
    await server?.stop()
  } catch (error) {
    tell({ kind: 'problem', message: error instanceof Error ? error.message : String(error) })
    process.exitCode = 2
  }
  if (process.connected) process.disconnect()
}

/** Without PostgreSQL the first alone has a database: what needs one is passed on to it. */
function settingsAt({ number, port, stunPort, udpPort }: Place): Settings {
  const settings = readSettings(process.env)
  const { dataDir, databaseUrl, cluster } = settings
  return {
    ...settings,
    port,
    stunPort,
    udpPort,
    // All of them stop: there is nobody to go to, unless there are other machines.
    cluster: { ...cluster, drainSeconds: cluster.urls === null ? 0 : cluster.drainSeconds },
    ...(number !== FIRST && {
      dataDir: databaseUrl === null ? null : dataDir,
      keeper: { ...settings.keeper, space: null },
    }),
  }
}

function tell(message: FromProcess): void {
  // The one that is told may be gone; then this process is about to end as well.
  if (process.connected) process.send?.(message, undefined, {}, () => undefined)
}
