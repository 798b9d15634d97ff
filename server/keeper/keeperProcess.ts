import type { Milliseconds } from '../../src/core/brand.ts'
import type { Log } from '../log.ts'
import type { KeeperCommand, KeeperEvent, KeeperStart } from '../peer/keeper/messages.ts'
import { KeeperChild } from './keeperChild.ts'
import { Retries } from './retries.ts'

export interface KeeperProcessOptions {
  readonly start: () => KeeperStart
  readonly heard: (event: KeeperEvent) => void
  readonly wentDown: () => void
  readonly log: Log
}

/** The keeper beside this server, started again when it ends. */
export class KeeperProcess {
  readonly #options: KeeperProcessOptions
  readonly #retries = new Retries()
  #child: KeeperChild | null = null
  #retry: NodeJS.Timeout | undefined
  #isStopping = false

  constructor(options: KeeperProcessOptions) {
    this.#options = options
    this.#spawn()
  }

  send(command: KeeperCommand): void {
    this.#child?.send(command)
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#retry)
    await this.#child?.stop()
  }

  #spawn(): void {
    const { heard, log, start, wentDown } = this.#options
    this.#retries.began()
    this.#child = new KeeperChild(start(), {
      heard,
      ended: (by) => {
        this.#child = null
        wentDown()
        if (this.#isStopping) return
        const wait: Milliseconds = this.#retries.wait()
        log.error('the keeper ended, and is started again', { by, seconds: wait / 1_000 })
        this.#retry = setTimeout(() => this.#spawn(), wait)
      },
      log,
    })
  }
}
