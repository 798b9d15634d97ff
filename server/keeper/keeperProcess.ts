import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Milliseconds } from '../../src/core/brand.ts'
import type { Log } from '../log.ts'
import type { KeeperCommand, KeeperEvent, KeeperStart } from '../peer/keeper/messages.ts'

export interface KeeperProcessOptions {
  readonly start: () => KeeperStart
  readonly heard: (event: KeeperEvent) => void
  readonly wentDown: () => void
  readonly log: Log
}

const SCRIPT = fileURLToPath(new URL('../peer/keeper/main.ts', import.meta.url))
const FIRST_RETRY: Milliseconds = 1_000
const LONGEST_RETRY: Milliseconds = 60_000
/** One that has run for so long has not failed at its start. */
const SOUND: Milliseconds = 60_000
/** It has to let go of its files by then, or is ended. */
const STOP_GRACE: Milliseconds = 2_000

/**
 * The keeper's process, started again when it ends. It is one of its own: what it hashes and encrypts holds up no
 * announce, and what peers send to a library in C++ cannot end the server.
 */
export class KeeperProcess {
  readonly #options: KeeperProcessOptions
  #child: ChildProcess
  #retry: NodeJS.Timeout | undefined
  #failures = 0
  #isStopping = false

  constructor(options: KeeperProcessOptions) {
    this.#options = options
    this.#child = this.#spawn()
  }

  send(command: KeeperCommand): void {
    // What is lost here is said again to the next process.
    if (this.#child.connected) this.#child.send(command, () => undefined)
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#retry)
    const child = this.#child
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'close')
    this.send({ kind: 'stop' })
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE)
    await ended
    clearTimeout(timer)
  }

  #spawn(): ChildProcess {
    const { heard, log, start } = this.#options
    // None of the server's secrets is handed on.
    const child = fork(SCRIPT, [], { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    const startedAt = performance.now()
    if (child.stderr) {
      createInterface(child.stderr).on('line', (line) => log.warn('the keeper says', { line }))
    }
    child.on('message', (message) => heard(message as KeeperEvent))
    child.on('error', (error) => log.error('the keeper’s process failed', { error: error.message }))
    // Comes for one that could not be started as well, which has no exit.
    child.once('close', (code, signal) => {
      this.#options.wentDown()
      if (this.#isStopping) return
      if (performance.now() - startedAt >= SOUND) this.#failures = 0
      const wait = Math.min(FIRST_RETRY * 2 ** this.#failures++, LONGEST_RETRY)
      log.error('the keeper ended, and is started again', {
        code: code ?? String(signal),
        seconds: wait / 1_000,
      })
      this.#retry = setTimeout(() => (this.#child = this.#spawn()), wait)
    })
    if (child.connected) child.send(start(), () => undefined)
    return child
  }
}
