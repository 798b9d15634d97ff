import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Milliseconds } from '../../src/core/brand.ts'
import { ProcessTable, type Seat } from '../cluster/processTable.ts'
import { StartProblem } from '../listen.ts'
import type { Log } from '../log.ts'
import type { Settings } from '../settings.ts'
import { StopProblem, type RunningServer } from '../start.ts'
import { newSecret } from '../store/secrets.ts'
import { FIRST, type FromProcess, type Place, type ToProcess } from './messages.ts'
import { refuseTakenPorts } from './takenPorts.ts'

const SCRIPT = fileURLToPath(new URL('nodeMain.ts', import.meta.url))

/** A process that ends again and again is started ever more rarely. */
const RESTART_MS = { least: 200, most: 30_000 }
/** One that has served for so long had no trouble with starting. */
const SETTLED_MS: Milliseconds = 10_000
/** Each tells its figures every second: one that has not for so long hangs, and its peers with it. */
const SILENCE_MS: Milliseconds = 30_000
const WATCH_MS: Milliseconds = 1_000

type Ready = Extract<FromProcess, { kind: 'ready' }>

interface Process {
  readonly number: number
  readonly child: ChildProcess
  readonly startedAt: Milliseconds
  readonly seat: Seat
  heardAt: Milliseconds
  isReady: boolean
  figures: Readonly<Record<string, number>>
  /** What it said of why it ends. */
  problem: string | null
}

export type RunningProcesses = Omit<RunningServer, 'figures'>

/**
 * Starts a server as so many processes behind one port (NODES). This process serves nobody: it starts the others, again
 * where one ends, has the table by which they are one tracker, and tells the first what the others carry.
 *
 * Throws {@link StartProblem}, and leaves nothing behind, when the first cannot start.
 */
export async function startProcesses(settings: Settings, log: Log): Promise<RunningProcesses> {
  await refuseTakenPorts(settings)
  const folder = await mkdtemp(join(tmpdir(), 'shoal-'))
  const processes = new Processes(settings, folder, log)
  try {
    const { url, host, port, stunPort, udpPort, adminLink } = await processes.start()
    return { url, host, port, stunPort, udpPort, adminLink, stop: () => processes.stop() }
  } catch (error) {
    await processes.stop().catch(() => undefined)
    throw error
  }
}

class Processes {
  readonly #count: number
  readonly #folder: string
  readonly #log: Log
  readonly #table = new ProcessTable()
  readonly #running = new Map<number, Process>()
  readonly #failures = new Map<number, number>()
  readonly #watch: NodeJS.Timeout
  #place: Omit<Place, 'number'>
  #stopping: Promise<void> | null = null

  constructor({ nodes, port, stunPort, udpPort, keeper }: Settings, folder: string, log: Log) {
    this.#count = nodes
    this.#folder = folder
    this.#log = log
    const first = join(folder, 'first')
    const keeperKey = keeper.space === null ? null : newSecret()
    this.#place = { port, stunPort, udpPort, first, keeperKey }
    this.#watch = setInterval(() => this.#look(), WATCH_MS)
  }

  /** Settles once all serve. */
  async start(): Promise<Ready> {
    // The others listen where the first does, which may have picked its ports.
    const first = await this.#begin(FIRST)
    const { port, stunPort, udpPort } = first
    this.#place = { ...this.#place, port, stunPort, udpPort }
    await Promise.all(
      Array.from({ length: this.#count - 1 }, async (_, index) => this.#begin(FIRST + 1 + index)),
    )
    return first
  }

  stop(): Promise<void> {
    return (this.#stopping ??= this.#stop())
  }

  async #stop(): Promise<void> {
    clearInterval(this.#watch)
    const all = [...this.#running.values()]
    await Promise.all(
      all.map(async ({ child }) => {
        if (child.exitCode !== null || child.signalCode !== null) return
        const exited = once(child, 'exit')
        send(child, { kind: 'stop' })
        await exited
      }),
    )
    await rm(this.#folder, { recursive: true, force: true })
    const problem = all.find((each) => each.problem !== null)?.problem
    if (problem !== undefined && problem !== null) throw new StopProblem(problem)
  }

  async #begin(number: number): Promise<Ready> {
    const child = fork(SCRIPT, [], { serialization: 'advanced' })
    const seat = this.#table.seat((messages) => send(child, { kind: 'table', messages }))
    const now = performance.now()
    const process: Process = {
      number,
      child,
      seat,
      startedAt: now,
      heardAt: now,
      isReady: false,
      figures: {},
      problem: null,
    }
    this.#running.set(number, process)
    const ready = new Promise<Ready>((resolve, reject) => {
      child.on('message', (message: FromProcess) => {
        process.heardAt = performance.now()
        if (message.kind === 'table') seat.heard(message.messages)
        else if (message.kind === 'figures') process.figures = message.figures
        else if (message.kind === 'problem') process.problem = message.message
        else {
          process.isReady = true
          resolve(message)
        }
      })
      child.on('error', reject)
      child.on('exit', (code, signal) => {
        seat.left()
        const why = process.problem ?? `A process of the server ended with ${code ?? signal}.`
        reject(new StartProblem(why))
        if (process.isReady || this.#failures.has(number)) this.#ended(process, why)
      })
    })
    send(child, { kind: 'start', place: { number, ...this.#place } })
    return ready
  }

  /** One that has served is started again; the others go on meanwhile. */
  #ended({ number, startedAt }: Process, why: string): void {
    if (this.#stopping) return
    const failures = performance.now() - startedAt > SETTLED_MS ? 0 : (this.#failures.get(number) ?? 0) + 1
    this.#failures.set(number, failures)
    const waitMs = Math.min(RESTART_MS.least * 2 ** failures, RESTART_MS.most)
    this.#log.error('a process of the server ended, and is started again', { process: number, why, waitMs })
    void sleep(waitMs).then(() => {
      if (!this.#stopping) this.#begin(number).catch(() => undefined)
    })
  }

  #look(): void {
    const now = performance.now()
    for (const { number, child, heardAt, isReady } of this.#running.values()) {
      if (!isReady || now - heardAt <= SILENCE_MS || child.exitCode !== null) continue
      this.#log.error('a process of the server hangs, and is ended', { process: number })
      child.kill('SIGKILL')
    }
    const all = [...this.#running.values()]
    const first = all.find(({ number }) => number === FIRST)
    const others = all.filter((each) => each !== first && each.isReady && each.child.connected)
    const figures: Record<string, number> = ownFigures()
    for (const other of others) {
      for (const [name, value] of Object.entries(other.figures)) figures[name] = (figures[name] ?? 0) + value
    }
    const running = others.length
    if (first) send(first.child, { kind: 'others', others: { running, wanted: this.#count - 1, figures } })
  }
}

/** What this process takes of the machine. */
function ownFigures(): Record<string, number> {
  const { user, system } = process.cpuUsage()
  return { cpuSeconds: (user + system) / 1e6, memoryBytes: process.memoryUsage.rss() }
}

function send(child: ChildProcess, message: ToProcess): void {
  // One that has just ended is told nothing.
  if (child.connected) child.send(message, () => undefined)
}
