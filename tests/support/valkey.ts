import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
  /** Its configuration, where it needs one. */
  #file: string | null = null

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

  /** A copy of another, which takes its place when it is told to. */
  static async startReplica({ port }: TestValkey): Promise<TestValkey> {
    const replica = await TestValkey.start('--replicaof', '127.0.0.1', String(port))
    while (!replica.ask('INFO', 'replication').includes('master_link_status:up')) await sleep(20)
    return replica
  }

  /** Watches one, and has a replica of it take its place when it is gone. */
  static async startSentinel({ port }: TestValkey, name: string): Promise<TestValkey> {
    const sentinel = new TestValkey(await freePort(), ['--sentinel'])
    const file = join(sentinel.#folder, 'sentinel.conf')
    const watched = [`monitor ${name} 127.0.0.1 ${port} 1`, `down-after-milliseconds ${name} 1000`]
    const lines = [...watched, `failover-timeout ${name} 3000`].map((line) => `sentinel ${line}`)
    writeFileSync(file, `bind 127.0.0.1\nport ${sentinel.port}\n${lines.join('\n')}\n`)
    sentinel.#file = file
    await sentinel.start()
    while (!sentinel.ask('SENTINEL', 'replicas', name).includes('slave')) await sleep(50)
    return sentinel
  }

  /** Three that are one Valkey in cluster mode, each with a third of the keys; behind them so many replicas of each. */
  static async startCluster(replicas = 0): Promise<readonly TestValkey[]> {
    const start = async (): Promise<TestValkey> =>
      TestValkey.start(
        ...['--cluster-enabled', 'yes', '--cluster-port', String(await freePort())],
        ...['--cluster-node-timeout', '2000', '--repl-diskless-sync-delay', '0'],
      )
    const members = await Promise.all(Array.from({ length: 3 * (1 + replicas) }, start))
    const addresses = members.map(({ port }) => `127.0.0.1:${port}`)
    const more = ['--cluster-replicas', String(replicas), '--cluster-yes']
    const told = members[0]?.ask('--cluster', 'create', ...addresses, ...more) ?? ''
    // Else one would wait for good for what cannot come.
    if (!told.includes('[OK] All 16384 slots covered')) throw new Error(`No cluster came about: ${told}`)
    while (members.some((member) => !member.ask('CLUSTER', 'INFO').includes('cluster_state:ok')))
      await sleep(50)
    // Who has nothing of its primary yet does not take its place.
    const copies = () =>
      members.filter((member) => member.ask('INFO', 'replication').includes('master_link_status:up'))
    while (copies().length < 3 * replicas) await sleep(50)
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
    const lasting = ['--save', '', '--appendonly', 'no']
    const parameters = this.#file === null ? [...own, ...this.#more, ...lasting] : [this.#file, ...this.#more]
    const child = spawn(PROGRAM, parameters, { stdio: 'ignore' })
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
    // One with a password says that it wants it.
    while (!/^PONG|NOAUTH/.test(this.ask('PING'))) await sleep(20)
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
