import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const SCRIPT = fileURLToPath(new URL('../cluster/nodeMain.ts', import.meta.url))

/** A node as a process of its own, which ends with the test. */
export class NodeProcess {
  readonly url: string
  readonly udpPort: number | null
  /** Settles with its exit code; null when it was killed. */
  readonly exited: Promise<number | null>
  readonly #child: ChildProcessByStdio<null, Readable, null>

  private constructor(child: ChildProcessByStdio<null, Readable, null>, url: string, udpPort: string) {
    this.#child = child
    this.url = url
    this.udpPort = Number(udpPort) || null
    this.exited = once(child, 'exit').then(([code]) => code as number | null)
  }

  static async start(environment: Readonly<Record<string, string>>): Promise<NodeProcess> {
    const own = { HOST: '127.0.0.1', PORT: '0', STUN_PORT: '0', UDP_PORT: '0', LOG_LEVEL: 'error' }
    const child = spawn(process.execPath, [SCRIPT], {
      env: { PATH: process.env['PATH'], ...own, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    for await (const line of createInterface(child.stdout)) {
      const [, url, udpPort = ''] = /(http:\S+) udp (\S+)/.exec(line) ?? []
      if (url !== undefined) return new NodeProcess(child, url, udpPort)
    }
    throw new Error('The node ended before it listened.')
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  async health(): Promise<{ readonly code: number; readonly status: string }> {
    const response = await fetch(new URL('healthz', this.url))
    const { status } = (await response.json()) as { status: string }
    return { code: response.status, status }
  }
}
