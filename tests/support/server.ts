import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A server of the tests' own: the real one, as `npm start` runs it, on ports nobody else has. */
export interface SiteServer {
  /** Where it listens, with a slash at the end. */
  readonly url: string
  readonly trackerUrl: string
  /** All that it has printed since it was last started. */
  readonly output: () => string
  /** Of its process; 0 while it is stopped. */
  readonly pid: () => number
  /** Stops it and starts another on the same port, as after a crash or an upgrade. */
  restart(): Promise<void>
  /** Ends the process without starting another; {@link restart} brings it back. */
  stop(): Promise<void>
  /** The same as by a power cut. */
  kill(): Promise<void>
}

interface RunningProcess {
  readonly child: ChildProcess
  readonly url: string
  /** All it has printed, for a failure's message. */
  readonly output: () => string
}

const START_TIME_LIMIT_MS = 60_000

export async function startSiteServer(
  environment: Readonly<Record<string, string>> = {},
): Promise<SiteServer> {
  const own = {
    HOST: '127.0.0.1',
    STUN_PORT: String(await freeUdpPort()),
    UDP_PORT: '0',
    DATA_DIR: dataFolder(),
    ...environment,
  }
  let current: RunningProcess | null = await spawnServer({ PORT: '0', ...own })
  const { url } = current
  const { port } = new URL(url)

  async function stop(): Promise<void> {
    const stopping = current
    current = null
    if (stopping) await stopProcess(stopping)
  }

  return {
    url,
    trackerUrl: new URL('announce', url.replace(/^http/, 'ws')).href,
    output: () => current?.output() ?? '',
    pid: () => current?.child.pid ?? 0,
    stop,
    async kill() {
      const killed = current?.child
      current = null
      if (!killed) return
      const exited = once(killed, 'exit')
      killed.kill('SIGKILL')
      await exited
    },
    async restart() {
      await stop()
      current = await spawnServer({ ...own, PORT: port })
    },
  }
}

async function spawnServer(environment: Readonly<Record<string, string>>): Promise<RunningProcess> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`The server did not say where it listens:\n${output}`))
    }, START_TIME_LIMIT_MS)
    const read = (line: string): void => {
      output += `${line}\n`
      const address = /https?:\/\/[^\s"']+/.exec(line)
      if (!address) return
      clearTimeout(limit)
      resolve(new URL('/', address[0]).href)
    }
    createInterface(child.stdout).on('line', read)
    createInterface(child.stderr).on('line', read)
    child.once('exit', (code) => {
      clearTimeout(limit)
      reject(new Error(`The server ended with code ${code ?? 'none'}:\n${output}`))
    })
  })
  return { child, url, output: () => output }
}

async function stopProcess({ child, output }: RunningProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    throw new Error(`The server had ended by itself:\n${output()}`)
  }
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const [code] = (await exited) as [number | null]
  if (code !== 0) throw new Error(`The server did not stop cleanly (${code ?? 'killed'}):\n${output()}`)
}

/** Outlives the server, which may be started again, and goes with the tests' own process. */
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shoal-data-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/**
 * A port for STUN that nobody has: the server picks no port of its own there. It is below those that Linux hands out by
 * itself, so that no browser is given it before the server has it.
 */
async function freeUdpPort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_768)
    const socket = createSocket('udp4')
    const isFree = once(socket, 'listening').then(
      () => true,
      () => false,
    )
    socket.bind(port, '127.0.0.1')
    const answer = await isFree
    await new Promise<void>((resolve) => socket.close(resolve))
    if (answer) return port
  }
}
