import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PROGRAM = ['valkey-server', 'redis-server'].find((name) => spawnSync(name, ['--version']).status === 0)

/** Why tests that need one are left out; null where there is one. */
export const noValkey: string | null =
  PROGRAM === undefined ? 'needs redis-server or valkey-server (Debian: apt-get install redis-server)' : null

/** A real Valkey or Redis of a test's own, on a port that nobody else has, with nothing on the disk. */
export class TestValkey {
  readonly port: number
  readonly #folder: string
  #child: ChildProcess | null = null

  readonly #more: readonly string[]

  private constructor(port: number, more: readonly string[]) {
    this.port = port
    this.#more = more
    this.#folder = mkdtempSync(join(tmpdir(), 'shoal-valkey-'))
  }

  static async start(...more: readonly string[]): Promise<TestValkey> {
    const valkey = new TestValkey(await freePort(), more)
    await valkey.start()
    return valkey
  }

  /** Three that are one Valkey in cluster mode, each with a third of the keys. */
  static async startCluster(): Promise<readonly TestValkey[]> {
    const start = async (): Promise<TestValkey> =>
      TestValkey.start('--cluster-enabled', 'yes', '--cluster-port', String(await freePort()))
    const members = [await start(), await start(), await start()]
    const addresses = members.map(({ port }) => `127.0.0.1:${port}`)
    members[0]?.ask('--cluster', 'create', ...addresses, '--cluster-yes')
    while (members.some((member) => !member.ask('CLUSTER', 'INFO').includes('cluster_state:ok')))
      await sleep(50)
    return members
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  /** Of its process. */
  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** Once more, empty. */
  async start(): Promise<void> {
    if (PROGRAM === undefined) throw new Error(noValkey ?? '')
    const own = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.#folder]
    const child = spawn(PROGRAM, [...own, ...this.#more, '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    })
    this.#child = child
    const ended = once(child, 'exit').then(() => {
      throw new Error(`${PROGRAM} ended at once.`)
    })
    ended.catch(() => undefined)
    await Promise.race([ended, this.#answers()])
  }

  /** Stops answering, with all connections open. */
  freeze(): void {
    this.#child?.kill('SIGSTOP')
  }

  thaw(): void {
    this.#child?.kill('SIGCONT')
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }

  async stop(): Promise<void> {
    await this.kill()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** One command in words, such as `DBSIZE`. */
  ask(...words: readonly string[]): string {
    const cli = PROGRAM?.replace('-server', '-cli') ?? ''
    const parameters = ['-p', String(this.port), ...words]
    return spawnSync(cli, parameters, { encoding: 'utf8' }).stdout.trim()
  }

  async #answers(): Promise<void> {
    while (this.ask('PING') !== 'PONG') await sleep(20)
  }
}

/** A TCP port that nobody has. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
