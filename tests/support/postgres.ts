import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './valkey.ts'

/** Where Debian keeps the programs of PostgreSQL: the newest first, then what is on the PATH. */
function folderOfPrograms(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian) : []
  const own = versions
    .toSorted((left, right) => Number(right) - Number(left))
    .map((version) => join(debian, version, 'bin'))
  const folders = [...own, ...(process.env['PATH'] ?? '').split(delimiter)]
  return (
    folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null
  )
}

const programs = folderOfPrograms()

/** Why there is no PostgreSQL for the tests; null where there is one. */
export const noPostgres = programs === null ? 'PostgreSQL is not installed (Debian: postgresql)' : null

const START_MS = 60_000

/** PostgreSQL refuses to be root's. */
function ownerOf(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((option) => spawnSync('id', [option, user], { encoding: 'utf8' }))
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  return {}
}

/** A PostgreSQL of the tests' own, in a folder that is deleted. */
export class TestPostgres {
  readonly #folder: string
  readonly #port: number
  readonly #owner = ownerOf()
  #child: ChildProcess | null = null
  #databases = 0

  private constructor(folder: string, port: number) {
    this.#folder = folder
    this.#port = port
  }

  static async start(): Promise<TestPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'shoal-postgres-'))
    const server = new TestPostgres(folder, await freePort())
    const { uid, gid } = server.#owner
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
    const made = spawnSync(
      server.#program('initdb'),
      [
        '-D',
        join(folder, 'data'),
        '-U',
        'shoal',
        '-A',
        'trust',
        '-E',
        'UTF8',
        '--locale=C.UTF-8',
        '--no-sync',
      ],
      { encoding: 'utf8', cwd: folder, ...server.#owner },
    )
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stdout}${made.stderr}`)
    await server.resume()
    return server
  }

  #program(name: string): string {
    return join(programs ?? '', name)
  }

  urlOf(name: string): string {
    return `postgres://shoal@127.0.0.1:${this.#port}/${name}`
  }

  /** The address of a new, empty database. */
  async createDatabase(): Promise<string> {
    this.#databases += 1
    const name = `shoal_${this.#databases}`
    await this.run(this.urlOf('postgres'), `CREATE DATABASE ${name}`)
    return this.urlOf(name)
  }

  async run(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows
    } finally {
      await client.end()
    }
  }

  /** Starts it, or starts it again with what it has. */
  async resume(): Promise<void> {
    if (this.#isRunning) return
    const settings = {
      listen_addresses: '127.0.0.1',
      port: this.#port,
      unix_socket_directories: this.#folder,
      fsync: 'off',
      shared_buffers: '32MB',
    }
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    this.#child = spawn(this.#program('postgres'), ['-D', join(this.#folder, 'data'), ...options], {
      cwd: this.#folder,
      stdio: 'ignore',
      ...this.#owner,
    })
    await this.#answers()
  }

  /** SIGQUIT: it ends at once, as if it had crashed, and recovers when it is resumed. SIGINT: it ends in good order. */
  async stop(signal: 'SIGQUIT' | 'SIGINT' = 'SIGQUIT'): Promise<void> {
    const child = this.#child
    if (!child || !this.#isRunning) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }

  async #answers(): Promise<void> {
    const givesUpAt = performance.now() + START_MS
    for (;;) {
      try {
        await this.run(this.urlOf('postgres'), 'SELECT 1')
        return
      } catch (error) {
        if (!this.#isRunning || performance.now() > givesUpAt) throw error
        await sleep(50)
      }
    }
  }

  get #isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
