import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'

/** A tracker as a process of its own, on a core of its own where the system can pin. */
export interface TrackerProcess {
  readonly port: number
  /** CPU time used so far, user and system. */
  cpuSeconds(): number
  /** Resident memory after full garbage collections, once it stands still. */
  memoryBytes(): Promise<number>
  stop(): Promise<void>
}

/** Every limit off: all the load comes from one address. */
const UNLIMITED = Object.fromEntries(
  [
    'TRACKER_MESSAGE_RATE',
    'TRACKER_TORRENTS',
    'TRACKER_SOCKETS',
    'TRACKER_CONNECTIONS',
    'TRACKER_PEERS',
    'TRACKER_REQUEST_RATE',
    'TRACKER_IDLE',
  ].map((name) => [name, '0']),
)

const SCRIPTS = {
  ours: ['server/main.ts'],
  /** The same without the pages, which take seconds to compress. */
  bare: ['tests/server/cluster/nodeMain.ts'],
  baseline: ['tests/bench/trackerBaseline.ts'],
} as const

export type Contender = keyof typeof SCRIPTS

const hasTaskset = spawnSync('taskset', ['--version']).status === 0

/** The first core, as that of every tracker: for what belongs to one. */
export function pinTracker(pid: number): void {
  if (hasTaskset) spawnSync('taskset', ['-cp', '0', String(pid)])
}

/** Leaves the first core to the tracker. */
export function pinClient(): void {
  if (hasTaskset) spawnSync('taskset', ['-cp', '1', String(process.pid)])
  else console.warn('There is no taskset: client and tracker share the cores as it comes.')
}

export async function startTrackerProcess(
  contender: Contender,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<TrackerProcess> {
  const node = [process.execPath, '--inspect=127.0.0.1:0', ...SCRIPTS[contender]]
  const [program = '', ...parameters] = hasTaskset ? ['taskset', '-c', '0', ...node] : node
  const child = spawn(program, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      STUN_PORT: '0',
      UDP_PORT: '0',
      DATA_DIR: folder,
      ...UNLIMITED,
      ...environment,
    },
  })
  const inspector = firstMatch(child.stderr, /ws:\/\/\S+/)
  const url = await firstMatch(child.stdout, /http:\/\/\S+/)
  const { pid = 0 } = child
  const debug = await inspector
  return {
    port: Number(new URL(url).port),
    cpuSeconds: () => [pid, ...childrenOf(pid)].reduce((sum, each) => sum + cpuSecondsOf(each), 0),
    async memoryBytes() {
      let former = Infinity
      for (;;) {
        await collectGarbage(debug)
        // Pages go back to the system a moment later; and what a start leaves to do is done by then.
        await sleep(500)
        const bytes = residentBytesOf(pid)
        if (Math.abs(bytes - former) < MEMORY_NOISE_BYTES) return bytes
        former = bytes
      }
    },
    async stop() {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}

async function firstMatch(stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    createInterface(stream).on('line', (line) => {
      const match = pattern.exec(line)
      if (match) resolve(match[0])
    })
  })
}

/** Through the debugger, so that the tracker needs no door of its own for it. */
async function collectGarbage(url: string): Promise<void> {
  const socket = new WebSocket(url)
  await once(socket, 'open')
  for (const id of [1, 2]) {
    const answered = once(socket, 'message')
    socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }))
    await answered
  }
  socket.close()
  await once(socket, 'close')
}

/** Where it is several processes (NODES). */
function childrenOf(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return children === '' ? [] : children.split(' ').map(Number)
}

/** Between two readings of memory that stands still. */
const MEMORY_NOISE_BYTES = 500_000

const TICKS_PER_SECOND = 100

export function cpuSecondsOf(pid: number): number {
  // After the name in brackets: state is the 3rd field, utime the 14th, stime the 15th (proc(5)).
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

function residentBytesOf(pid: number): number {
  const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(match?.[1]) * 1_024
}
