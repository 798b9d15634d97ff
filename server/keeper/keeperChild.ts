import { fork, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Milliseconds } from '../../src/core/brand.ts'
import type { Log } from '../log.ts'
import type { KeeperCommand, KeeperEvent, KeeperStart } from '../peer/keeper/messages.ts'

const SCRIPT = fileURLToPath(new URL('../peer/keeper/main.ts', import.meta.url))
/** It has to let go of its files by then, or is ended. */
const STOP_GRACE: Milliseconds = 2_000

export interface KeeperChildOptions {
  readonly heard: (event: KeeperEvent) => void
  /** By what, in words. Comes for one that could not be started as well, which has no exit. */
  readonly ended: (by: string) => void
  readonly log: Log
}

/**
 * The keeper at work, from its start to its end. It is a process of its own: what it hashes and encrypts holds up
 * nobody else, and what peers send to a library in C++ can end nothing but it.
 */
export class KeeperChild {
  readonly #child: ChildProcess
  readonly #closed: Promise<unknown>

  constructor(start: KeeperStart, { heard, ended, log }: KeeperChildOptions) {
    // No secret of whoever starts it is handed on.
    const child = fork(SCRIPT, [], { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    this.#child = child
    this.#closed = new Promise((resolve) => child.once('close', resolve))
    if (child.stderr) {
      createInterface(child.stderr).on('line', (line) => log.warn('the keeper says', { line }))
    }
    child.on('message', (message) => heard(message as KeeperEvent))
    child.on('error', (error) => log.error('the keeper’s process failed', { error: error.message }))
    child.once('close', (code, signal) => ended(code === null ? String(signal) : `code ${code}`))
    this.send(start)
  }

  send(command: KeeperCommand): void {
    // What is lost here is said again to the next one.
    if (this.#child.connected) this.#child.send(command, () => undefined)
  }

  async stop(): Promise<void> {
    this.send({ kind: 'stop' })
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_GRACE)
    await this.#closed
    clearTimeout(timer)
  }
}
