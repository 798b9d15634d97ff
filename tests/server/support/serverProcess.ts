import { execFileSync, spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, onTestFinished } from 'vitest'

/** The server as people start it: a process of its own, from a copy of the project with a tiny site. */

export interface ServerProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>
  /** Everything written so far, by stream. */
  readonly output: { stdout: string; stderr: string }
  readonly exited: Promise<number | null>
}

interface SpawnOptions {
  readonly arguments?: readonly string[]
  readonly folder?: string
  /** What runs it somewhere else, as in a network of its own. */
  readonly at?: readonly string[]
  /** Takes what ends it, where that is not the end of the test. */
  readonly ends?: (end: () => void) => void
}

type Start = (environment: Readonly<Record<string, string>>, options?: SpawnOptions) => ServerProcess

/** Makes the copy for all tests of a file; returns what starts a server from it, until the end of the test at most. */
export function startForFile(): Start {
  let project = ''
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'shoal-process-'))
    for (const part of ['server', 'src/core', 'src/torrent', 'src/wire', 'package.json']) {
      cpSync(part, join(project, part), { recursive: true })
    }
    symlinkSync(resolve('node_modules'), join(project, 'node_modules'))
    mkdirSync(join(project, 'dist'))
    writeFileSync(join(project, 'dist', 'index.html'), '<title>Shoal</title>')
  })
  afterAll(() => rmSync(project, { recursive: true }))
  return (environment, options = {}) => startIn(options.folder ?? project, environment, options)
}

function startIn(
  folder: string,
  environment: Readonly<Record<string, string>>,
  { arguments: parameters = [], at = [], ends = onTestFinished }: SpawnOptions,
): ServerProcess {
  const child = spawn('env', [...at, process.execPath, 'server/main.ts', ...parameters], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      PORT: '0',
      STUN_PORT: '0',
      UDP_PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  ends(() => void child.kill('SIGKILL'))
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (data: Buffer) => (output.stdout += data.toString()))
  child.stderr.on('data', (data: Buffer) => (output.stderr += data.toString()))
  return { child, output, exited: once(child, 'close').then(([code]) => code as number | null) }
}

/** The processes that it has started (NODES), by id. */
export function childrenOf({ child }: ServerProcess): readonly number[] {
  return execFileSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number)
}

/** Waits for a line on stdout that matches, and returns what it captured; one that came before counts too. */
export async function line(server: ServerProcess, pattern: RegExp): Promise<string> {
  const ended = server.exited.then(() => {
    throw new Error(`The server ended without that line: ${server.output.stderr}`)
  })
  for (;;) {
    for (const text of server.output.stdout.split('\n').slice(0, -1)) {
      const match = pattern.exec(text)
      if (match) {
        ended.catch(() => undefined)
        return match[1] ?? text
      }
    }
    await Promise.race([once(server.child.stdout, 'data'), ended])
  }
}

export const LISTENING = /^Shoal is at (http:\S+)/
